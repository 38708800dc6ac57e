"""An office full of words that only some may read, and a walk through every page as somebody."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path

from docx import Document

from service.acts.berkas.baru import begun
from service.acts.berkas.buka import Pembukaan
from service.acts.instansi import pilihan as instansi
from service.acts.instansi.packs import agency
from service.acts.kiriman import disposisi
from service.acts.kiriman.rahasia import closed
from service.acts.nomor import ambil
from service.acts.orang import orang, peran
from service.acts.orang.hadir import operator
from service.acts.orang.izin import written
from service.acts.register import keberatan, masukan, permohonan
from service.acts.register.permohonan import Masukan
from service.acts.sop.daftar import own_sops
from service.domain.ada import Ada
from service.domain.berkas import Berkas
from service.domain.butir import Butir
from service.domain.catatan import Catatan
from service.domain.kiriman import File, Kiriman, Surat
from service.domain.komentar import Komentar
from service.domain.kumpulan import DIMULAI, Kumpulan
from service.domain.naskah import DIAJUKAN, Naskah
from service.domain.rapat import Acara, Peserta
from service.domain.rapat_berkas import RapatBerkas
from service.domain.sengketa import (
    MEDIASI,
    MEMBUKA,
    PANGGILAN,
    PUTUSAN,
    Putusan,
    Sengketa,
    SuratSengketa,
)
from service.domain.seri import Perkara
from service.domain.uji import LembarUji
from service.house import RealHouse
from tests.loket import ISIAN, KEBERATAN_ISIAN, new_kode
from tests.office import INSTANSI, UNIT, arrive, at_desk, work

LAIN = "kalteng_biro_umum"
TERTUTUP, UNIT_LAIN, INSTANSI_LAIN, PRIBADI, NIK = "tertutup", "unit", "lain", "pribadi", "nik"
BELUM, UMUM = "belum", "umum"  # of an edition that is not out yet, and what everybody reads


@dataclass
class Kenari:
    """Words by class of who may read them, and the ids they stand under."""

    kata: dict[str, list[str]] = field(default_factory=dict)
    id: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    kode: dict[str, str] = field(default_factory=dict)  # of lines, by what they are

    def new(self, kelas: str) -> str:
        """A word that stands nowhere else; letters alone, so that no pattern reads it away."""
        word = "kenari" + "".join(secrets.choice("bcdfghjkmnp") for _ in range(12))
        self.kata.setdefault(kelas, []).append(word)
        return word

    def at(self, kelas: str, nama: str, *ids: str) -> None:
        self.id.setdefault(kelas, {}).setdefault(nama, []).extend(ids)


def a_letter(path: Path, kenari: Kenari, kelas: str) -> Path:
    """A Word file with words of this class in its text and in what it says of itself."""
    paper = Document()
    for line in ("SURAT CONTOH", f"Hal : {kenari.new(kelas)}", f"Isi {kenari.new(kelas)} contoh."):
        paper.add_paragraph(line)
    paper.core_properties.author = kenari.new(kelas)
    paper.core_properties.title = kenari.new(kelas)
    paper.save(str(path))
    return path


def filled(house: RealHouse, folder: Path) -> Kenari:
    """Letters, numbers, reasons, requests and objections of every class, all read by the house."""
    kenari = Kenari()
    instansi.set_up(house, operator(house), LAIN)
    for kelas, where, unit, rahasia in (
        (TERTUTUP, INSTANSI, "", True),
        (TERTUTUP, INSTANSI, UNIT, True),
        (UNIT_LAIN, INSTANSI, UNIT, False),
        (INSTANSI_LAIN, LAIN, "biro_umum", False),
        (INSTANSI_LAIN, LAIN, "", True),
    ):
        surat = Surat("", "2026-11-03", kenari.new(kelas), kenari.new(kelas))
        path = a_letter(folder / f"{kenari.new(kelas)}.docx", kenari, kelas)
        told = {"instansi": where, "unit": unit, "rahasia": rahasia, "surat": surat}
        _one(house, kenari, kelas, arrive(house, path, **told))
    for kelas, where, secret in ((TERTUTUP, INSTANSI, True), (INSTANSI_LAIN, LAIN, False)):
        _a_number(house, kenari, kelas, where, rahasia=secret)
    for kelas, where, unit, secret in (
        (TERTUTUP, INSTANSI, UNIT, True),
        (UNIT_LAIN, INSTANSI, UNIT, False),
        (INSTANSI_LAIN, LAIN, "biro_umum", False),
    ):
        _a_matter(house, kenari, kelas, (where, unit), rahasia=secret)
    _asked(house, kenari, folder)
    _disputed(house, kenari)
    work(house)
    for kelas in (TERTUTUP, UNIT_LAIN, INSTANSI_LAIN):
        for kiriman in kenari.id[kelas]["kiriman_id"]:
            _given(house, kenari, kelas, kiriman)
    with house.ledger.read() as reading:
        for found in reading.find(Kiriman):
            for kelas in kenari.id:
                if found.id in kenari.id[kelas].get("kiriman_id", ()):
                    told = reading.find(File, kiriman=found.id)
                    kenari.at(kelas, "file_id", *(one.id for one in told))
    return kenari


def _one(house: RealHouse, kenari: Kenari, kelas: str, one: Kiriman) -> None:
    kenari.at(kelas, "kiriman_id", one.id)
    with house.ledger.begin() as tx:
        alasan = written(house, tx, one.instansi, one.id, kenari.new(kelas))
        now = house.clock.now()
        tx.note(Catatan(one.instansi, "mesin", "kiriman_diperiksa", now, one.id, {"a": alasan}))


def _a_number(house: RealHouse, kenari: Kenari, kelas: str, where: str, *, rahasia: bool) -> None:
    perkara = Perkara(rahasia=rahasia)
    perihal = kenari.new(kelas)
    on = datetime.now(UTC).date()
    minta = ambil.Minta("kenari", "untuk", on, perkara, "{NOMOR}/K", perihal=perihal)
    with house.ledger.begin() as tx:
        nomor = ambil.take(house, tx, agency(house.packs, where), minta)
    kenari.at(kelas, "buku", nomor.buku)


def _a_matter(
    house: RealHouse, kenari: Kenari, kelas: str, where: tuple[str, str], *, rahasia: bool
) -> None:
    """A matter with a thing and an item in it, each with a word of its class."""
    kode = own_sops(house.packs, where[0])[0]
    asked = Pembukaan(house.new_id(), *where, kode, kenari.new(kelas), rahasia=rahasia)
    now, id_ = house.clock.now(), house.new_id()
    with house.ledger.begin() as tx:
        one = begun(house, tx, asked)
        tx.add(Ada(house.new_id(), one.id, "memorandum", "konsep", now, "", "", kenari.new(kelas)))
        said_of = ("dokumen", "bagian", "uraian", "dibuka", "ditutup", "kepatutan", "rujukan")
        lembar = LembarUji(**{ruas: kenari.new(kelas) for ruas in (*said_of, "dihitamkan")})
        tx.add(Butir(id_, one.id, 1, kenari.new(kelas), uji=lembar))
        said = Komentar(house.new_id(), one.id, "mesin", now, kenari.new(kelas))
        tx.add(said)
        tx.add(_a_meeting(house, kenari, kelas, one))
        paper = _a_paper(house, kenari, kelas, one)
        tx.add(paper)
        many = _many_papers(house, kenari, kelas, one)
        tx.add(many)
        tx.note(Catatan(where[0], "mesin", "bahan_dicatat", now, one.id))
        why = written(house, tx, where[0], paper.id, kenari.new(kelas))
        told = {"alasan": why}
        tx.note(Catatan(where[0], "mesin", "naskah_dikembalikan", now, paper.id, told))
    kenari.at(kelas, "berkas_id", one.id)
    kenari.at(kelas, "butir_id", id_)
    kenari.at(kelas, "komentar_id", said.id)
    kenari.at(kelas, "naskah_id", paper.id)
    kenari.at(kelas, "kumpulan_id", many.id)


def _a_paper(house: RealHouse, kenari: Kenari, kelas: str, one: Berkas) -> Naskah:
    """A paper that waits for its approval, with a word of its class in what was filled in."""
    isian: dict[str, object] = {"tentang": kenari.new(kelas), "perihal": kenari.new(kelas)}
    now = house.clock.now()
    told = (house.new_id(), one.id, one.instansi, "sk_penetapan_dip", DIAJUKAN, now, isian)
    return Naskah(*told, nomor=kenari.new(kelas), tanggal=now.date(), ajuan=1)


def _many_papers(house: RealHouse, kenari: Kenari, kelas: str, one: Berkas) -> Kumpulan:
    """A table of papers that was begun, with a word of its class in the name of its file."""
    now, told = house.clock.now(), (house.new_id(), one.instansi, "sk_penetapan_dip", DIMULAI)
    where = {"berkas": (one.id,), "tiap_berkas": False, "file": "", "isi": "", "jumlah": 1}
    name = f"{kenari.new(kelas)}.xlsx"
    return Kumpulan(*told, now, "mesin", house.new_id(), nama_file=name, mulai=now, **where)  # type: ignore[arg-type]


def _a_meeting(house: RealHouse, kenari: Kenari, kelas: str, one: Berkas) -> RapatBerkas:
    """A meeting that was held, with a word of its class in all that it says."""
    acara = Acara(kenari.new(kelas), kenari.new(kelas), kenari.new(kelas))
    people = Peserta(kenari.new(kelas), kenari.new(kelas), kenari.new(kelas), hadir=True)
    return RapatBerkas(
        house.new_id(),
        one.id,
        one.langkah,
        1,
        kenari.new(kelas),
        date(2020, 11, 24),
        time(9),
        tempat=kenari.new(kelas),
        tautan=f"https://{kenari.new(kelas)}.contoh.id",
        acara=(acara,),
        peserta=(people,),
    )


def _asked(house: RealHouse, kenari: Kenari, folder: Path) -> None:
    """A request and an objection, each with who asks, and a file that names them."""
    nik = "31750000" + "".join(secrets.choice("23456789") for _ in range(8))
    telepon = "0812" + "".join(secrets.choice("23456789") for _ in range(8))
    kenari.kata[NIK] = [nik]
    kenari.kata.setdefault(PRIBADI, []).extend([nik, telepon])
    who = {
        "nama": kenari.new(PRIBADI),
        "nik": nik,
        "alamat": kenari.new(PRIBADI),
        "telepon": telepon,
        "surel": f"{kenari.new(PRIBADI)}@contoh.id",
        "sebagai": "kuasa",
        "pemberi_kuasa": kenari.new(PRIBADI),
    }
    kuasa = a_letter(folder / f"kuasa {kenari.new(PRIBADI)}.docx", kenari, PRIBADI)
    now = datetime.now(UTC)
    came = Masukan(new_kode(), INSTANSI, UNIT, now, ISIAN | who, [(kuasa, kuasa.name)])
    one = permohonan.register(house, came)
    kenari.at(PRIBADI, "kiriman_id", one.kiriman)
    kenari.at(PRIBADI, "permohonan_id", one.id)
    told = KEBERATAN_ISIAN | who | {"alasan": "a", "nomor_permohonan": one.nomor_daftar}
    objected = keberatan.register(house, Masukan(new_kode(), INSTANSI, UNIT, now, told))
    kenari.at(PRIBADI, "kiriman_id", objected.kiriman)
    kenari.at(PRIBADI, "keberatan_id", objected.id)
    said = {"tentang": "Contoh", "isi": "Contoh", "nama": kenari.new(PRIBADI)}
    said["kontak"] = f"{kenari.new(PRIBADI)}@contoh.id"
    suggested = masukan.register(house, Masukan(new_kode(), INSTANSI, UNIT, now, said))
    kenari.at(PRIBADI, "kiriman_id", suggested.kiriman)


def _disputed(house: RealHouse, kenari: Kenari) -> None:
    """Withheld objections, each with a dispute whose day is today: to be heard, or ruled upon."""
    for tahap in (MEDIASI, PUTUSAN):
        now = datetime.now(UTC)
        told = KEBERATAN_ISIAN | {"kasus_posisi": kenari.new(TERTUTUP)}
        about = keberatan.register(house, Masukan(new_kode(), INSTANSI, UNIT, now, told))
        id_ = house.new_id()
        place = (INSTANSI, UNIT, kenari.new(TERTUTUP), kenari.new(TERTUTUP))
        on = now.date()
        said = (kenari.new(TERTUTUP), on.isoformat(), kenari.new(TERTUTUP), MEMBUKA)
        days = {"mulai": on, "batas_selesai": on, "batas_putusan": on, "putusan": Putusan(*said)}
        one = Sengketa(id_, about.id, "", *place, on, now, tahap, **days)  # type: ignore[arg-type]
        with house.ledger.begin() as tx:
            came = tx.get(Kiriman, about.kiriman)
            tx.save(came, closed(house, tx, came, "mesin"))
            tx.add(one)
            tx.add(SuratSengketa(f"l{id_}", id_, came.id, PANGGILAN, now, "mesin", on))
            tx.note(Catatan(INSTANSI, "mesin", "sengketa_dicatat", house.clock.now(), id_))
        kenari.at(TERTUTUP, "kiriman_id", about.kiriman)
        kenari.at(TERTUTUP, "keberatan_id", about.id)
        kenari.at(TERTUTUP, "sengketa_id", id_)


def _given(house: RealHouse, kenari: Kenari, kelas: str, kiriman_id: str) -> None:
    with house.ledger.read() as reading:
        where = reading.get(Kiriman, kiriman_id).instansi
    head = _head(house, where)
    perintah = disposisi.Perintah(("peran/ppid",), catatan=kenari.new(kelas))
    for one in disposisi.send(house, head, kiriman_id, perintah):
        kenari.at(kelas, "disposisi_id", one.id)


def _head(house: RealHouse, where: str):
    nama = f"kepala.{where}"
    admin = operator(house)
    with house.ledger.read() as reading:
        found = reading.find(orang.Orang, nama_masuk=nama)
    if found:
        return at_desk(house, found[0].id)
    made, _ = orang.create(house, admin, where, orang.Isian(nama, f"Contoh {where}"))
    peran.give(house, admin, made.id, peran.Penugasan(where, "", "ppid"))
    return at_desk(house, made.id)
