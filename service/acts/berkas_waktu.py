"""Planned against real: what the rows of an SOP took in a month, beside what it allows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from service.acts.kalender import kalender
from service.acts.sop import sop_of
from service.domain.refusals import TidakAda
from service.domain.sop.bentuk import Langkah, Sop
from service.domain.sop.jejak import Banding, Lama, compare, lama, norma_menit
from service.domain.wewenang import Act, Hadir
from service.ports import House

TERBANYAK = 20_000  # passages that are looked at


@dataclass(frozen=True)
class Baris:
    """One row of the SOP, and what it took; None where nobody passed it."""

    langkah: Langkah
    banding: Banding | None


@dataclass(frozen=True)
class Laporan:
    """The rows of an SOP in their order, and how many matters were seen."""

    sop: Sop
    baris: tuple[Baris, ...]
    berkas: int


def report(
    house: House,
    oleh: Hadir,
    instansi: str,
    kode: str,
    masa: tuple[datetime, datetime],
    unit: str = "",
) -> Laporan:
    """What this person may see of it; TidakAda where they may see nothing there."""
    if not oleh.may(Act.LOOK, instansi, unit):
        raise TidakAda(f"SOP {kode}")
    sop, now = sop_of(house.packs, instansi, kode), house.clock.now()
    found = [
        (one, berkas)
        for one, berkas in house.perkara.passages(instansi, kode, *masa, TERBANYAK)
        if oleh.sees(instansi, berkas.unit, rahasia=berkas.rahasia) and unit in ("", berkas.unit)
    ]
    with house.ledger.read() as reading:
        days = {at: kalender(house, reading, instansi, at) for at in {one.unit for _, one in found}}
    told = []
    for one, berkas in found:
        took: Lama = lama(one, days[berkas.unit], now)
        norm = None
        if sop.has(one.langkah):
            norm = norma_menit(sop.row(one.langkah).waktu, days[berkas.unit], one.masuk)
        told.append((one, took, norm))
    by_row = {one.langkah: one for one in compare(told)}
    rows = tuple(Baris(row, by_row.get(row.id)) for row in sop.langkah)
    return Laporan(sop, rows, len({berkas.id for _, berkas in found}))
