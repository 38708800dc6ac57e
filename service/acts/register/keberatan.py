"""An objection comes in: its kiriman, its line in the register, tied to the request it is about."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from service.acts.baris import keberatan_waktu
from service.acts.baris.keberatan_rahasia import about_withheld
from service.acts.baris.pendaftaran import Minta, drawn, today
from service.acts.instansi.kalender import kalender
from service.acts.instansi.packs import agency
from service.acts.kiriman import agenda
from service.acts.register.permohonan import IsianKurang, Masukan, files_of, of_code
from service.acts.simpan.receive import Kedatangan, Slip, accept_all
from service.domain import isian_publik, kode_lacak, permohonan_teks
from service.domain.catatan import Catatan
from service.domain.instansi import OTOMATIS
from service.domain.keberatan import (
    DITERIMA,
    JENIS,
    SERI,
    IsianKeberatan,
    Keberatan,
    answer_due,
    registered,
)
from service.domain.kiriman import PUBLIK as PINTU_PUBLIK
from service.domain.kiriman import WEB as PINTU_WEB
from service.domain.kiriman import Kiriman, Surat
from service.domain.permohonan import PUBLIK, Permohonan
from service.domain.refusals import Overtaken, TidakBerwenang
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx

JUDUL = "Keberatan atas layanan informasi"


@dataclass(frozen=True)
class Sasaran:
    """Where an objection belongs: the request it names, or only a body."""

    instansi: str
    unit: str
    permohonan: Permohonan | None = None


def aim(house: House, reading: Reading, came: Masukan) -> Sasaran:
    """What an objection is about: the request its code or number names decides the place."""
    found = None
    if kode := kode_lacak.read_kode(came.isian.get("kode_permohonan", "")):
        found = of_code(reading, kode)
    if found is None and (nomor := came.isian.get("nomor_permohonan", "")):
        same = reading.find(Permohonan, instansi=came.instansi, nomor_daftar=nomor)
        found = same[0] if len(same) == 1 else None
    if found:
        return Sasaran(found.instansi, found.unit, found)
    return Sasaran(came.instansi, agency(house.packs, came.instansi).publik.unit)


def register(house: House, came: Masukan, *, otomatis: bool = True) -> Keberatan:
    """The objection in the books, kept for good when this returns; the same for the same code."""
    publik = came.jalan == PUBLIK
    if wrong := isian_publik.faults_keberatan(came.isian, publik=publik):
        raise IsianKurang(wrong, "Keberatan")
    with house.ledger.read() as reading:
        at = aim(house, reading, came)
    instansi = agency(house.packs, at.instansi)
    otomatis = otomatis and (not publik or instansi.publik.daftar == OTOMATIS)
    on = instansi.kalender_of(at.unit).tanggal(came.diterima)

    def also(tx: Tx, kiriman: Kiriman) -> Kiriman:
        one = line(house, tx, came, at, kiriman.id)
        kiriman = replace(kiriman, rahasia=about_withheld(tx, at.permohonan))
        numbered = agenda.numbered(house, tx, replace(kiriman, diterima=came.diterima))
        one = replace(one, nomor_agenda=numbered.nomor_agenda)
        if otomatis:
            asked = Minta(SERI, one.id, at.unit, on, JUDUL, came.siapa)
            one = registered(one, *drawn(house, tx, instansi, asked))
        tx.add(one)
        told = {"kiriman": kiriman.id, "nomor_agenda": one.nomor_agenda, "nomor": one.nomor}
        now = house.clock.now()
        tx.note(Catatan(one.instansi, came.siapa, "keberatan_diterima", now, one.id, told))
        tx.plan("lacak", one.id)
        return replace(numbered, nomor_daftar=one.nomor)

    with house.room() as room:
        sheet = room / "keberatan.txt"
        zona = instansi.zona_of(at.unit)
        shown = {nama: x for nama, x in came.isian.items() if nama != "kode_permohonan"}
        sheet.write_text(
            permohonan_teks.sheet(
                JUDUL, instansi.nama, came.diterima, zona, isian_publik.KEBERATAN, shown
            )
        )
        slip = _slip(came, at)
        kiriman = accept_all(house, [Kedatangan(slip, files_of(sheet, came), also)])[0]
    with house.ledger.read() as reading:
        return reading.find(Keberatan, kiriman=kiriman.id)[0]


def _slip(came: Masukan, at: Sasaran) -> Slip:
    return Slip(
        kode_lacak.id_for("kiriman", came.kode),
        at.instansi,
        at.unit,
        PINTU_PUBLIK if came.jalan == PUBLIK else PINTU_WEB,
        JUDUL,
        siapa=came.siapa,
        jenis=JENIS,
        surat=Surat(perihal=JUDUL),
    )


def line(house: House, tx: Tx, came: Masukan, at: Sasaran, kiriman: str) -> Keberatan:
    """The line of the register that a form makes, without its numbers."""
    days = kalender(house, tx, at.instansi, at.unit)
    known = {one.name for one in fields(IsianKeberatan)}
    one = Keberatan(
        id=kode_lacak.id_for(JENIS, came.kode),
        kiriman=kiriman,
        instansi=at.instansi,
        unit=at.unit,
        kode=kode_lacak.sidik(came.kode),
        keadaan=DITERIMA,
        diterima=came.diterima,
        hari_terima=days.hari_terima(came.diterima),
        tenggat=answer_due(agency(house.packs, at.instansi), days, came.diterima),
        alasan=isian_publik.grounds(came.isian["alasan"]),
        permohonan=at.permohonan.id if at.permohonan else "",
        isian=IsianKeberatan(
            **{name: value for name, value in came.isian.items() if name in known},
            garam=house.new_id(),
        ),
        jalan=came.jalan,
    )
    return keberatan_waktu.placed(house, tx, one, at.permohonan)


def at_desk(house: House, oleh: Hadir, came: Masukan) -> Keberatan:
    """An objection that came by another way, written down by an officer, with its number."""
    oleh.reach(Act.LOOK, came.instansi, came.unit)
    with house.ledger.read() as reading:
        at = aim(house, reading, came)
    if not oleh.may(Act.IDENTIFY, at.instansi, at.unit):
        raise TidakBerwenang(
            "Keberatan ini menyangkut permohonan pada unit lain. Tidak ada yang dicatat; "
            "serahkan kepada petugas unit itu."
        )
    return register(house, replace(came, siapa=oleh.orang.id))


def give_number(house: House, oleh: Hadir, keberatan_id: str, versi: int) -> Keberatan:
    """The legal number on an officer's key; SudahBernomor or Overtaken where it came before."""
    with house.ledger.begin() as tx:
        before = tx.get(Keberatan, keberatan_id)
        oleh.reach(Act.LOOK, before.instansi, before.unit)
        oleh.need(Act.IDENTIFY, before.instansi, before.unit)
        instansi = agency(house.packs, before.instansi)
        on = today(house, before.instansi, before.unit)
        asked = Minta(SERI, before.id, before.unit, on, JUDUL, oleh.orang.id)
        after = registered(before, *drawn(house, tx, instansi, asked))
        if before.versi != versi:
            raise Overtaken("keberatan", keberatan_id)
        tx.save(before, after)
        kiriman = tx.get(Kiriman, before.kiriman)
        tx.save(kiriman, replace(kiriman, nomor_daftar=after.nomor))
        now = house.clock.now()
        told = {"nomor": after.nomor}
        tx.note(Catatan(before.instansi, oleh.orang.id, "keberatan_didaftar", now, before.id, told))
        tx.plan("lacak", before.id)
    return after
