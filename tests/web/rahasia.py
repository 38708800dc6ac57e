"""An office full of words that only some may read, and a walk through every page as somebody."""

from __future__ import annotations

import io
import re
import secrets
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from urllib.parse import quote

from docx import Document
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.acts.berkas.baru import begun
from service.acts.berkas.buka import Pembukaan
from service.acts.instansi import pilihan as instansi
from service.acts.instansi.packs import agency
from service.acts.kiriman import disposisi
from service.acts.kiriman.rahasia import closed
from service.acts.nomor import ambil
from service.acts.orang import orang, peran
from service.acts.orang.izin import written
from service.acts.register import keberatan, masukan, permohonan
from service.acts.register.permohonan import Masukan
from service.acts.sop.daftar import own_sops
from service.commands.user import operator
from service.domain.ada import Ada
from service.domain.berkas import Berkas
from service.domain.butir import Butir
from service.domain.catatan import Catatan
from service.domain.informasi.kode import from_bits
from service.domain.informasi.pembukaan import Pembukaan as Pembukaan_
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
from service.web.app import create_app
from tests.domain.informasi.contoh import excluded
from tests.kantor import SANDI
from tests.loket import ISIAN, KEBERATAN_ISIAN, new_kode
from tests.office import INSTANSI, UNIT, arrive, at_desk, work
from tests.web.test_pintu import csrf, log_in

LAIN = "kalteng_biro_umum"
ABSENT = "a" * 26
TERTUTUP, UNIT_LAIN, INSTANSI_LAIN, PRIBADI, NIK = "tertutup", "unit", "lain", "pribadi", "nik"
KELUAR = {"masuk.leave", "masuk.enter", "wajah.one"}


@dataclass
class Kenari:
    """Words by class of who may read them, and the ids they stand under."""

    kata: dict[str, list[str]] = field(default_factory=dict)
    id: dict[str, dict[str, list[str]]] = field(default_factory=dict)

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
    _withheld(house, kenari)
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


def _withheld(house: RealHouse, kenari: Kenari) -> None:
    """A piece that a decree withholds, near its end, with an opening that waits for a second."""
    word = [kenari.new(TERTUTUP) for _ in range(6)]
    whole = excluded()
    one = replace(
        whole,
        id=house.new_id(),
        instansi=INSTANSI,
        unit=UNIT,
        kode=from_bits(secrets.token_bytes(16)),
        unsur=replace(whole.unsur, ringkasan=word[0]),
        letak=replace(whole.letak, dokumen=word[1], bagian=word[2]),
        dik=replace(whole.dik, ringkasan=word[3], dibuka=word[4], ditutup=word[5]),
    )
    now = house.clock.now()
    with house.ledger.begin() as tx:
        tx.add(one)
        why = written(house, tx, INSTANSI, one.id, kenari.new(TERTUTUP))
        place = (one.id, INSTANSI, UNIT, "b" * 26)
        asked = Pembukaan_(house.new_id(), *place, "mesin", now, why, one.sk)
        tx.add(asked)
        told = {"alasan": why}
        line = (INSTANSI, "mesin", "informasi_pembukaan_diminta", now, one.id, told)
        tx.note(Catatan(*line))
    kenari.at(TERTUTUP, "informasi_id", one.id)
    kenari.at(TERTUTUP, "asked", asked.id)


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


# --- the walk -------------------------------------------------------------------------------


@dataclass
class Pejalan:
    """Somebody who opens every page there is."""

    client: FlaskClient
    csrf: str
    kenari: Kenari

    def addresses(self, method: str) -> Iterator[tuple[str, str, str]]:
        """Every address a rule stands for, with the class of what it names; '' for none."""
        for rule in self.client.application.url_map.iter_rules():
            if method not in (rule.methods or ()) or rule.endpoint in KELUAR:
                continue
            named = set(rule.arguments)
            for kelas, told in {**self.kenari.id, "": {}}.items():
                for one in self._filled(named, told):
                    yield rule.rule, kelas, _address(rule.rule, one)

    def _filled(self, named: set[str], told: dict[str, list[str]]) -> Iterator[dict[str, str]]:
        known = {**BIASA, **{name: ids[0] for name, ids in told.items()}}
        if named == {"kode", "urut"} and not told:
            heads = self.client.application.extensions["berkas"].lists.kepala()
            for head in heads:
                for urut in range(1, head.urut + 1):
                    yield {**known, "kode": head.instansi, "urut": str(urut)}
            return
        if {"seri", "masa"} <= named:
            for buku in told.get("buku", [f"{INSTANSI}/agenda/2026"]):
                kode, seri, masa = buku.split("/")
                yield {**known, "kode": kode, "seri": seri, "masa": masa}
            return
        asked = [name for name in named if name in told]
        if "register" in named:
            for register in ("masuk", "keluar", "permohonan", "keberatan"):
                yield {**known, "register": register}
        elif asked:
            for one in told[asked[0]]:
                yield {**known, asked[0]: one}
        else:
            yield known

    def ask(self, method: str, path: str, **more: object) -> TestResponse:
        headers = {"X-CSRF-Token": self.csrf} if method not in ("GET", "HEAD") else {}
        answer = self.client.open(path, method=method, headers=headers, **more)
        if answer.status_code == 429 and not self.csrf:  # a stranger's bucket is empty: a new one
            house = self.client.application.extensions["berkas"]
            self.client = create_app(house).test_client()
            answer = self.client.open(path, method=method, headers=headers, **more)
        return answer


BIASA = {
    "token": "tiada",
    "kode": INSTANSI,
    "seri": "agenda",
    "masa": "2026",
    "cara": "pesan",
    "tempat": "1",
    "perbuatan": "batal",
    "n": "1",
    "tanda": "tiada",
    "bagian": "identitas",
    "butir": "1",
    "urut": "1",
    "job": "identify",
    "untuk": ABSENT,
    "register": "masuk",
    "bentuk": "zip",
    "instansi": INSTANSI,
    "jenis": "sk_penetapan_dip",
    "periksa_id": "tiada",
}


def _address(rule: str, told: dict[str, str]) -> str:
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda found: quote(told.get(found[1], ABSENT)), rule)


def asked_for(kenari: Kenari, kelas: list[str]) -> list[str]:
    """Addresses that ask for more than a rule does, and for words of these classes by name."""
    words = [one for name in kelas for one in kenari.kata[name]]
    found = [f"/cari?kata={word}" for word in words]
    found += [f"/register/masuk?cari={word}&kata={word}" for word in words[:3]]
    found += [f"/orang?cari={word}" for word in words[:2]]
    kode = {INSTANSI, LAIN}
    for one in sorted(kode):
        found += [f"/jurnal?instansi={one}", f"/kalender?instansi={one}", f"/nomor?instansi={one}"]
        found += [f"/register/{name}?instansi={one}" for name in ("masuk", "permohonan")]
        found += [f"/register/{name}/csv?instansi={one}" for name in ("masuk", "keluar")]
        found += [f"/cari?kata=contoh&unit={one}/{UNIT}", f"/kiriman?unit={UNIT}&instansi={one}"]
        found += [f"/cari?kata=contoh&unit={one}/{UNIT}&halaman=2"]
    for register in ("masuk", "keluar", "permohonan", "keberatan"):
        found += [f"/register/{register}/{way}?tahun=2026" for way in ("cetak", "csv", "xlsx")]
    found += ["/pengingat?jenis=lewat", "/pengingat?apa=hukum", "/tenggat?tampil=14"]
    found += ["/pengingat?apa=sengketa", "/tenggat?jenis=sengketa&tampil=14"]
    found += ["/tenggat/unduh.ics?jenis=sengketa"]
    found += ["/tenggat?tampil=30", "/tenggat?bulan=2026-12", "/tenggat/unduh.ics?tampil=30"]
    found += [f"/tenggat?instansi={one}&tampil=30" for one in sorted(kode)]
    found += [f"/berkas?tampil={one}" for one in ("saya", "berjalan", "segera", "lewat", "ditunda")]
    found += [f"/berkas?tampil=berjalan&cari={word}" for word in words[:3]]
    found += ["/naskah?keadaan=semua", f"/naskah?unit={UNIT}"]
    found += [f"/naskah?keadaan=semua&cari={word}" for word in words[:3]]
    found += ["/sengketa?tahap=semua", "/sengketa?tahap=putusan"]
    found += ["/dikecualikan?keadaan=dikecualikan", "/informasi?keadaan=dikecualikan"]
    found += [f"/informasi?{name}={word}" for word in words[:3] for name in ("kata", "cari")]
    times = f"/sop/{INSTANSI}/uji_konsekuensi/waktu"
    found += [
        f"{times}{way}?dari=2022-01&unit={unit}" for way in ("", "/xlsx") for unit in ("", UNIT)
    ]
    return [*found, "/kiriman?pintu=publik", "/kiriman?akhir=diterima", "/tidak/ada"]


def unpacked(answer: TestResponse) -> str:
    """All that an answer says: its headers, its text, and what lies in its workbook or archive."""
    raw = answer.get_data()
    answer.close()
    told = [str(answer.headers), raw.decode("utf-8", "replace")]
    told += [raw.decode("utf-16-le", "ignore"), raw.decode("latin-1")]
    if raw.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            told += [packed.read(one).decode("utf-8", "replace") for one in packed.namelist()]
    return "\n".join(told)


def walker(house: RealHouse, kenari: Kenari, nama: str = "") -> Pejalan:
    """The person of this name at the pages, or nobody."""
    client = create_app(house).test_client()
    if not nama:
        return Pejalan(client, "", kenari)
    log_in(client, nama, SANDI)
    return Pejalan(client, csrf(client.get("/akun")), kenari)
