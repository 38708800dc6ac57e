"""Lines of a unit's list that were sent back to it, for who writes there."""

from __future__ import annotations

from service.acts.lihat.terlihat import reach_of
from service.domain.informasi.keadaan import MENUNGGU
from service.domain.wewenang import Act, Hadir
from service.ports import House
from service.ports.informasi import SaringInformasi


def of_units(house: House, oleh: Hadir, atmost: int) -> list[tuple[str, str, int]]:
    """Agency, unit, and how many wait to be mended; only where this person writes for one unit."""
    found = list[tuple[str, str, int]]()
    for place in reach_of(house, oleh, Act.FILL):
        if place.rahasia or not place.unit:
            continue
        asked = SaringInformasi(tuple(sorted(MENUNGGU)), unit=place.unit, dikembalikan=True)
        if many := house.informasi.count([place], asked, atmost):
            found.append((place.instansi, place.unit, many))
    return sorted(found)
