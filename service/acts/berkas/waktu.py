"""Planned against real: what the rows of an SOP took, by row, by unit and by month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from service.acts.instansi.kalender import kalender
from service.acts.lihat.berkas import UNIT
from service.acts.sop.daftar import sop_of
from service.domain.refusals import TidakAda
from service.domain.sop.banding import Banding, compare
from service.domain.sop.bentuk import PER_UNIT, Langkah, Sop
from service.domain.sop.lintas import Lintas, Pengukur, Terukur
from service.domain.sop.waktu import Waktu
from service.domain.wewenang import Act, Hadir
from service.ports import House

TERBANYAK = 100_000  # passages that are looked at
LAMA = ""  # rows that only an earlier version of the SOP had


@dataclass(frozen=True)
class Diminta:
    """Of which SOP, between which moments, of which unit; '' for all."""

    instansi: str
    kode: str
    dari: datetime
    sampai: datetime
    unit: str = ""


@dataclass(frozen=True)
class Baris:
    """One row of the SOP, and what it took; None where nobody passed it."""

    langkah: Langkah
    banding: Banding | None


@dataclass(frozen=True)
class Laporan:
    """The rows of an SOP in their order, its units and months, and how much was seen."""

    sop: Sop
    baris: tuple[Baris, ...]
    lama: Banding | None  # rows that the SOP has no more
    unit: tuple[Banding, ...]  # by their names' keys
    bulan: tuple[Banding, ...]  # the earliest first
    berkas: int
    banyak: int
    penuh: bool  # there is more than was looked at


def report(house: House, oleh: Hadir, asked: Diminta) -> Laporan:
    """What this person may see of it; TidakAda where they may see nothing there."""
    if not oleh.may(Act.LOOK, asked.instansi, asked.unit):
        raise TidakAda(f"SOP {asked.kode}")
    sop = sop_of(house.packs, asked.instansi, asked.kode)
    every = house.perkara.passages(asked.instansi, asked.kode, asked.dari, asked.sampai, TERBANYAK)
    found = list(_measured(house, asked.instansi, sop, _seen(oleh, asked, every)))
    known = {row.id for row in sop.langkah}
    by_row = compare(found, lambda x: x.lintas.langkah if x.lintas.langkah in known else LAMA)
    units = compare(found, lambda x: x.lintas.unit)
    months = compare(found, lambda x: x.bulan)
    return Laporan(
        sop,
        tuple(Baris(row, by_row.get(row.id)) for row in sop.langkah),
        by_row.get(LAMA),
        tuple(units[one] for one in sorted(units)),
        tuple(months[one] for one in sorted(months)),
        len({one.lintas.berkas for one in found}),
        len(found),
        len(every) == TERBANYAK,
    )


def _seen(oleh: Hadir, asked: Diminta, every: list[Lintas]) -> Iterator[Lintas]:
    """Those of the unit that this person may see."""
    may = dict[tuple[str, bool], bool]()
    for one in every:
        place = (one.unit, one.rahasia)
        if place not in may:
            wanted = asked.unit in ("", one.unit)
            may[place] = wanted and oleh.sees(asked.instansi, one.unit, rahasia=one.rahasia)
        if may[place]:
            yield one


def _measured(
    house: House, instansi: str, sop: Sop, passages: Iterator[Lintas]
) -> Iterator[Terukur]:
    """Each by the calendar of its unit; a round that waits for its units works at nothing."""
    allowed = {row.id: row.waktu for row in sop.langkah}
    gathers = {row.id for row in sop.langkah if row.untuk == PER_UNIT}
    measures = dict[str, Pengukur]()
    with house.ledger.read() as reading:
        for one in passages:
            if one.langkah in gathers and not one.untuk.startswith(UNIT):
                continue
            if one.unit not in measures:
                measures[one.unit] = Pengukur(kalender(house, reading, instansi, one.unit))
            waktu = allowed.get(one.langkah, Waktu())
            yield measures[one.unit].measured(one, waktu)
