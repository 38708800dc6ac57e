"""How much of what the lists name is there: by unit and kategori, and in all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from service.domain.informasi.keadaan import (
    DIMUTAKHIRKAN,
    DITETAPKAN,
    TERBIT,
    TERVERIFIKASI,
    USULAN,
)
from service.domain.informasi.sumbu import BERKALA, SERTA_MERTA, SETIAP_SAAT

KATEGORI: dict[str, str] = {
    BERKALA: "Berkala",
    SERTA_MERTA: "Serta-merta",
    SETIAP_SAAT: "Setiap saat",
}
TANPA_KATEGORI = "Belum berkategori"
TANPA_UNIT = "Tanpa unit"
# Somebody found it right, and it can be given; a bare proposal is promised and not yet there.
TERSEDIA = frozenset({TERVERIFIKASI, DITETAPKAN, TERBIT, DIMUTAKHIRKAN})
TERHITUNG = TERSEDIA | {USULAN}


@dataclass(frozen=True)
class Hitungan:
    """So many pieces of one unit and kategori stand at one state."""

    unit: str
    kategori: str
    keadaan: str
    banyak: int


@dataclass(frozen=True)
class Ketersediaan:
    """What is there of what should be, for one unit and kategori."""

    unit: str
    kategori: str
    tersedia: int
    belum: int

    @property
    def seluruh(self) -> int:
        """All that should be there."""
        return self.tersedia + self.belum

    @property
    def persen(self) -> int | None:
        """How much of it is, in percent; all alone is 100, and of nothing there is no share."""
        return share(self.tersedia, self.seluruh)


def share(part: int, whole: int) -> int | None:
    """A share in whole percent that says 100 of all alone, and 0 of nothing alone."""
    if not whole:
        return None
    if part in (0, whole):
        return 100 * part // whole
    return min(99, max(1, round(100 * part / whole)))


def available(counted: Iterable[Hitungan]) -> list[Ketersediaan]:
    """A row for each unit and kategori; what was withdrawn or is withheld is not counted."""
    rows: dict[tuple[str, str], list[int]] = {}
    for one in counted:
        if one.keadaan in TERHITUNG:
            row = rows.setdefault((one.unit, one.kategori), [0, 0])
            row[one.keadaan not in TERSEDIA] += one.banyak
    found = [Ketersediaan(*place, *many) for place, many in rows.items()]
    return sorted(found, key=_order)


def by_unit(rows: Iterable[Ketersediaan]) -> list[Ketersediaan]:
    """The same for each unit, whatever the kategori."""
    return _summed(Ketersediaan(one.unit, "", one.tersedia, one.belum) for one in rows)


def by_kategori(rows: Iterable[Ketersediaan]) -> list[Ketersediaan]:
    """The same for each kategori, whatever the unit."""
    return _summed(Ketersediaan("", one.kategori, one.tersedia, one.belum) for one in rows)


def whole(rows: Iterable[Ketersediaan]) -> Ketersediaan:
    """All of them in one."""
    every = list(rows)
    there, lacking = sum(x.tersedia for x in every), sum(x.belum for x in every)
    return Ketersediaan("", "", there, lacking)


def _summed(rows: Iterable[Ketersediaan]) -> list[Ketersediaan]:
    found: dict[tuple[str, str], Ketersediaan] = {}
    for one in rows:
        place = (one.unit, one.kategori)
        before = found.get(place, Ketersediaan(*place, 0, 0))
        there, lacking = before.tersedia + one.tersedia, before.belum + one.belum
        found[place] = Ketersediaan(*place, there, lacking)
    return sorted(found.values(), key=_order)


def _order(one: Ketersediaan) -> tuple[bool, str, int]:
    place = list(KATEGORI).index(one.kategori) if one.kategori in KATEGORI else len(KATEGORI)
    return (not one.unit, one.unit, place)
