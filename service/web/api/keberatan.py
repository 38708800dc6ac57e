"""Objections in their register, without who objects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from service.acts.lihat.terlihat import line_for
from service.domain.keberatan import Keberatan
from service.web.api.jalan import looks, page
from service.web.api.register import TanyaRegister, stretch, wanted
from service.web.dasar.auth import hadir, house


@dataclass(frozen=True)
class BarisKeberatan:
    """Satu keberatan; tanpa nama dan isi pemohonnya."""

    id: str
    permohonan: str
    instansi: str
    unit: str
    keadaan: str
    nomor_agenda: str
    nomor: str
    diterima: datetime
    tenggat: date
    versi: int


@dataclass(frozen=True)
class HalamanKeberatan:
    """Sebagian register keberatan, yang terbaru lebih dahulu."""

    isi: tuple[BarisKeberatan, ...]
    jumlah: int
    berikut: str | None


def objections(tanya: TanyaRegister) -> HalamanKeberatan:
    """The register of objections."""
    many, found = house().register.keberatan(wanted(tanya), stretch(tanya))
    some, more = page(found, tanya)
    return HalamanKeberatan(tuple(map(row, some)), many, more)


def show(keberatan_id: str) -> BarisKeberatan:
    """One line of it."""
    with house().ledger.read() as reading:
        return row(line_for(reading, hadir(), Keberatan, keberatan_id))


def row(one: Keberatan) -> BarisKeberatan:
    """A line of the register; who objects does not stand in it."""
    return BarisKeberatan(
        one.id,
        one.permohonan,
        one.instansi,
        one.unit,
        one.keadaan,
        one.nomor_agenda,
        one.nomor,
        one.diterima,
        one.tenggat,
        one.versi,
    )


SATU = "/keberatan/<keberatan_id>"
JALAN = (
    looks(
        "/keberatan",
        "daftar_keberatan",
        "Register keberatan dengan tenggatnya.",
        objections,
        HalamanKeberatan,
        TanyaRegister,
    ),
    looks(SATU, "lihat_keberatan", "Satu baris register keberatan.", show, BarisKeberatan),
)
