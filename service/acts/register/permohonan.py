"""A request for information comes in: its kiriman, its line in the register and its numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from pathlib import Path

from service.acts.baris.pendaftaran import Minta, drawn, today
from service.acts.instansi.kalender import kalender
from service.acts.instansi.packs import agency
from service.acts.kiriman import agenda
from service.acts.simpan.receive import Bawaan, Kedatangan, Slip, accept_all
from service.domain import isian_publik, kode_lacak, permohonan_teks
from service.domain.catatan import MESIN, Catatan
from service.domain.instansi import OTOMATIS
from service.domain.kiriman import LAMPIRAN, PENGANTAR, Kiriman, Surat
from service.domain.kiriman import PUBLIK as PINTU_PUBLIK
from service.domain.kiriman import WEB as PINTU_WEB
from service.domain.permohonan import (
    DITERIMA,
    JENIS,
    PUBLIK,
    SERI,
    Isian,
    Permohonan,
    answer_due,
    registered,
)
from service.domain.refusals import Overtaken, Refusal
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx

JUDUL = "Permohonan informasi publik"


class IsianKurang(Refusal):
    """A request or an objection without what the law asks of one."""

    def __init__(self, salah: Mapping[str, str], apa: str = "Permohonan") -> None:
        super().__init__(f"{apa} belum dapat dicatat. {' '.join(salah.values())}")
        self.salah = dict(salah)
        self.faults = tuple(salah.values())


@dataclass(frozen=True)
class Masukan:
    """A form as it came, and the files with it; its code makes a second try the same request."""

    kode: str
    instansi: str
    unit: str
    diterima: datetime
    isian: Mapping[str, str]
    lampiran: Sequence[tuple[Path, str]] = ()
    jalan: str = PUBLIK
    siapa: str = MESIN


def of_code(reading: Reading, kode: str) -> Permohonan | None:
    """The request that a code stands for, or None."""
    found = reading.find(Permohonan, id=kode_lacak.id_for(JENIS, kode))
    return found[0] if found else None


def register(house: House, came: Masukan, *, otomatis: bool = True) -> Permohonan:
    """The request in the books, kept for good when this returns; the same for the same code.

    Its legal number comes with it, unless it is asked to wait or the pack has an officer give it.
    """
    publik = came.jalan == PUBLIK
    if wrong := isian_publik.faults(isian_publik.PERMOHONAN, came.isian, publik=publik):
        raise IsianKurang(wrong)
    instansi = agency(house.packs, came.instansi)
    otomatis = otomatis and (not publik or instansi.publik.daftar == OTOMATIS)

    def also(tx: Tx, kiriman: Kiriman) -> Kiriman:
        one = _line(house, tx, came, kiriman.id)
        numbered = agenda.numbered(house, tx, replace(kiriman, diterima=came.diterima))
        one = replace(one, nomor_agenda=numbered.nomor_agenda)
        if otomatis:
            on = instansi.kalender_of(came.unit).tanggal(came.diterima)
            asked = Minta(SERI, one.id, came.unit, on, JUDUL, came.siapa)
            one = registered(one, *drawn(house, tx, instansi, asked))
        tx.add(one)
        told = {"kiriman": kiriman.id, "nomor_agenda": one.nomor_agenda, "nomor": one.nomor_daftar}
        now = house.clock.now()
        tx.note(Catatan(one.instansi, came.siapa, "permohonan_diterima", now, one.id, told))
        tx.plan("lacak", one.id)
        return replace(numbered, nomor_daftar=one.nomor_daftar)

    with house.room() as room:
        sheet = room / "permohonan.txt"
        zona = instansi.zona_of(came.unit)
        sheet.write_text(
            permohonan_teks.sheet(
                JUDUL,
                instansi.nama,
                came.diterima,
                zona,
                isian_publik.PERMOHONAN,
                came.isian,
            )
        )
        kiriman = accept_all(house, [Kedatangan(_slip(came), files_of(sheet, came), also)])[0]
    with house.ledger.read() as reading:
        return reading.find(Permohonan, kiriman=kiriman.id)[0]


def files_of(sheet: Path, came: Masukan) -> tuple[Bawaan, ...]:
    """The form itself first, then what was sent with it."""
    more = (Bawaan(path, nama, LAMPIRAN) for path, nama in came.lampiran)
    return (Bawaan(sheet, sheet.name, PENGANTAR), *more)


def _slip(came: Masukan) -> Slip:
    return Slip(
        kode_lacak.id_for("kiriman", came.kode),
        came.instansi,
        came.unit,
        PINTU_PUBLIK if came.jalan == PUBLIK else PINTU_WEB,
        JUDUL,
        siapa=came.siapa,
        jenis=JENIS,
        surat=Surat(perihal=JUDUL),  # never the words of the applicant: this shows in lists
    )


def _line(house: House, tx: Tx, came: Masukan, kiriman: str) -> Permohonan:
    days = kalender(house, tx, came.instansi, came.unit)
    known = {one.name for one in fields(Isian)}
    return Permohonan(
        id=kode_lacak.id_for(JENIS, came.kode),
        kiriman=kiriman,
        instansi=came.instansi,
        unit=came.unit,
        kode=kode_lacak.sidik(came.kode),
        keadaan=DITERIMA,
        diterima=came.diterima,
        hari_terima=days.hari_terima(came.diterima),
        tenggat=answer_due(agency(house.packs, came.instansi), days, came.diterima),
        isian=Isian(
            **{name: value for name, value in came.isian.items() if name in known},
            garam=house.new_id(),
        ),
        jalan=came.jalan,
    )


def at_desk(house: House, oleh: Hadir, came: Masukan) -> Permohonan:
    """A request that came by another way, written down by an officer; it has its number at once."""
    oleh.reach(Act.LOOK, came.instansi, came.unit)
    oleh.need(Act.IDENTIFY, came.instansi, came.unit)
    return register(house, replace(came, siapa=oleh.orang.id))


def give_number(house: House, oleh: Hadir, permohonan_id: str, versi: int) -> Permohonan:
    """The legal number on an officer's key; SudahBernomor or Overtaken where it came before."""
    with house.ledger.begin() as tx:
        before = tx.get(Permohonan, permohonan_id)
        oleh.reach(Act.LOOK, before.instansi, before.unit)
        oleh.need(Act.IDENTIFY, before.instansi, before.unit)
        instansi, on = (
            agency(house.packs, before.instansi),
            today(house, before.instansi, before.unit),
        )
        asked = Minta(SERI, before.id, before.unit, on, JUDUL, oleh.orang.id)
        after = registered(before, *drawn(house, tx, instansi, asked))
        if before.versi != versi:
            raise Overtaken("permohonan", permohonan_id)
        tx.save(before, after)
        kiriman = tx.get(Kiriman, before.kiriman)
        tx.save(kiriman, replace(kiriman, nomor_daftar=after.nomor_daftar))
        told = {"nomor": after.nomor_daftar}
        now = house.clock.now()
        tx.note(
            Catatan(before.instansi, oleh.orang.id, "permohonan_didaftar", now, before.id, told)
        )
        tx.plan("lacak", before.id)
    return after
