"""Which rows of its SOP a matter has behind it; sent back, it has those after it ahead again."""

from __future__ import annotations

from collections.abc import Iterable

from service.domain.sop.bentuk import PER_UNIT, Langkah
from service.domain.sop.jejak import Jejak


def behind(
    rows: tuple[Langkah, ...], way: Iterable[Jejak], stands: str, *, satu_unit: bool = False
) -> frozenset[str]:
    """The rows that are done; `stands` is the row where it is, or where it was called off.

    What the units did in matters of their own is done once the first of those rows is.
    """
    ahead = [one.id for one in rows]
    until = ahead.index(stands) if stands in ahead else len(ahead)
    over = {one.langkah for one in way if one.keluar and not one.kembali}
    units = {one.id for one in rows if one.untuk == PER_UNIT}
    if not satu_unit and over & units and stands not in units:
        over |= units
    return frozenset(over.intersection(ahead[:until]))
