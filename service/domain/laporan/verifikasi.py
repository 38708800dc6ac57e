"""What the verification of a period found, unit by unit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from service.domain.informasi.keadaan import TERVERIFIKASI
from service.domain.informasi.riwayat import DIKEMBALIKAN


@dataclass(frozen=True)
class Langkah:
    """One line of the history of a piece, as far as a verdict can stand in it."""

    unit: str
    informasi: str
    urut: int
    ke: str
    ruas: tuple[str, ...]  # what the act changed


@dataclass(frozen=True)
class Verifikasi:
    """How many pieces of a unit were found right, and how many went back."""

    unit: str
    sesuai: int
    dikembalikan: int

    @property
    def diperiksa(self) -> int:
        """How many were looked at."""
        return self.sesuai + self.dikembalikan


def verified(lines: Iterable[Langkah]) -> list[Verifikasi]:
    """A row for each unit; each piece counts once, by the last that was said of it."""
    said: dict[tuple[str, str], tuple[int, bool]] = {}
    for one in lines:
        right = one.ke == TERVERIFIKASI
        if right or went_back(one):
            place = (one.unit, one.informasi)
            said[place] = max(said.get(place, (-1, False)), (one.urut, right))
    units = sorted({unit for unit, _ in said})
    return [
        Verifikasi(unit, *(_many(said, unit, right=right) for right in (True, False)))
        for unit in units
    ]


def went_back(one: Langkah) -> bool:
    """Whether somebody sent it back; who writes in it themselves does not."""
    return DIKEMBALIKAN in one.ruas


def _many(said: dict[tuple[str, str], tuple[int, bool]], unit: str, *, right: bool) -> int:
    return sum(1 for (whose, _), (_, found) in said.items() if whose == unit and found == right)
