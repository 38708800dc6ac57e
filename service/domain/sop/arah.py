"""Where the rows of a part lead, and what can be reached from where."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from service.domain.sop.bentuk import BERIKUT, SELESAI, Langkah


def goals(rows: tuple[Langkah, ...], n: int) -> Iterator[int]:
    """Where a row may lead, as places in the part; one past the last is its end."""
    row, places = rows[n], {one.id: at for at, one in enumerate(rows)}
    ways = list(row.cabang.values()) or [BERIKUT]
    ways += [way for act in row.tahap for way in act.cabang.values() if way != BERIKUT]
    for way in ways:
        if way == BERIKUT:
            yield n + 1
        elif way == SELESAI:
            yield len(rows)
        elif way in places:
            yield places[way]
    if row.hanya:  # passed where no butir is meant
        yield n + 1


def closure(start: set[int], ways: Callable[[int], set[int]]) -> set[int]:
    """All that can be reached from there, itself included."""
    found, fresh = set[int](), set(start)
    while fresh:
        found |= fresh
        fresh = {way for n in fresh for way in ways(n)} - found
    return found
