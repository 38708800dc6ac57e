"""What came into the public list in a period, was renewed in it, or left it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from service.domain.informasi.keadaan import DICABUT, TERBIT

BERGERAK = (TERBIT, DICABUT)  # the states that change what the public reads


@dataclass(frozen=True)
class Peristiwa:
    """One piece was published, published anew, or taken back."""

    informasi: str
    urut: int
    ke: str
    pada: datetime


@dataclass(frozen=True)
class Gerak:
    """How many lines; each piece is counted once, by where it stood before and stands after."""

    ditambah: int = 0
    diubah: int = 0
    dikeluarkan: int = 0


def moved(events: Iterable[Peristiwa], dari: datetime, sampai: datetime) -> Gerak:
    """What a reader of both lists, the one of the first moment and that of the last, would find.

    What came and went between the two was in neither, so it is not counted.
    """
    ways: dict[str, list[Peristiwa]] = {}
    for one in events:
        if one.pada <= sampai and one.ke in BERGERAK:
            ways.setdefault(one.informasi, []).append(one)
    came = renewed = left = 0
    for way in ways.values():
        way.sort(key=lambda one: one.urut)
        before = [one.ke for one in way if one.pada < dari]
        was, now = before[-1:] == [TERBIT], way[-1].ke == TERBIT
        came += now and not was
        renewed += now and was and len(before) < len(way)
        left += was and not now
    return Gerak(came, renewed, left)
