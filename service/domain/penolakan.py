"""What a letter about a refusal must fit: the items of its matter, as they stand that day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from service.domain.butir import Butir
from service.domain.jangka import TANGGAL
from service.domain.uji import SEBAGIAN, TERBUKA


def open_one(items: Iterable[Butir], hari: date) -> Butir | None:
    """The first item that is open that day, wholly or in part; None where all is refused."""
    return next((one for one in items if not one.dicabut and _is_open(one, hari)), None)


def _is_open(one: Butir, hari: date) -> bool:
    if outcome(one) in (TERBUKA, SEBAGIAN):
        return True
    until = one.uji.jangka.hari if one.uji.jangka.jenis == TANGGAL else None
    return until is not None and until < hari  # by law, also where nobody opened it


def outcome(one: Butir) -> str:
    """What was decided about an item, or is to be."""
    return one.hasil or one.uji.kesimpulan


def left_out(items: Iterable[Butir], hasil: Collection[str], told: Sequence[str]) -> list[str]:
    """The names of items with such an outcome that a letter with these rows leaves out.

    A row may word its item otherwise, so nothing is missed while there is a row for each.
    """
    names = [one.judul for one in items if not one.dicabut and outcome(one) in hasil]
    return unmatched(names, told) if len(told) < len(names) else []


def unmatched(names: Iterable[str], told: Iterable[str]) -> list[str]:
    """Those names that have no row of their own among what is told."""
    rows, found = Counter(map(plain, told)), list[str]()
    for one in names:
        if rows[plain(one)]:
            rows[plain(one)] -= 1
        else:
            found.append(one)
    return found


def plain(text: object) -> str:
    """A name as it is compared: in one line, whatever its capitals."""
    return " ".join(str(text).split()).casefold()
