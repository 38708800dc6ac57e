"""Ruled lines of a page as tables: where cells are, which are merged, and what is drawn in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

DEKAT = 3.0  # points within which two lines are one
_LEBAR, _TINGGI = 0.5, 0.25  # of the table that a line must rule to part columns, and rows
_SISI = 0.6  # of a cell's side that must be ruled to part it from the next


@dataclass(frozen=True)
class Bidang:
    """A rectangle on a page, y upwards as PDF has it."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def lebar(self) -> float:
        """Its width."""
        return self.x1 - self.x0

    @property
    def tinggi(self) -> float:
        """Its height."""
        return self.y1 - self.y0

    @property
    def tengah(self) -> tuple[float, float]:
        """Its middle."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1

    def touches(self, other: Bidang) -> bool:
        """Whether two meet, or nearly."""
        return (
            self.x0 <= other.x1 + DEKAT
            and other.x0 <= self.x1 + DEKAT
            and self.y0 <= other.y1 + DEKAT
            and other.y0 <= self.y1 + DEKAT
        )


@dataclass
class Petak:
    """One cell of a ruled table, and what is written and drawn in it."""

    bidang: Bidang
    baris: int
    lebar: int
    tinggi: int
    isi: list[str] = field(default_factory=list)
    tanda: list[str] = field(default_factory=list)
    y: float | None = None  # of its last letter


def tables(lines: Sequence[Bidang]) -> list[tuple[Bidang, list[Petak]]]:
    """Every ruled table of a page, with its cells row by row."""
    found = []
    for group in _groups(lines):
        cells = _cells(group)
        if len(cells) > 1:
            found.append((_around(group), cells))
    return found


def _groups(lines: Sequence[Bidang]) -> list[list[Bidang]]:
    groups: list[tuple[Bidang, list[Bidang]]] = []
    for line in lines:
        near = [
            one for one in groups if one[0].touches(line) and any(x.touches(line) for x in one[1])
        ]
        members = [line, *(x for one in near for x in one[1])]
        groups = [one for one in groups if one not in near]
        groups.append((_around(members), members))
    return [members for _, members in groups]


def _around(members: Iterable[Bidang]) -> Bidang:
    held = list(members)
    return Bidang(
        min(one.x0 for one in held),
        min(one.y0 for one in held),
        max(one.x1 for one in held),
        max(one.y1 for one in held),
    )


def _cells(group: Sequence[Bidang]) -> list[Petak]:
    whole = _around(group)
    up = [one for one in group if one.tinggi >= one.lebar]
    flat = [one for one in group if one.lebar > one.tinggi]
    xs = _places([(one.tengah[0], one.tinggi) for one in up], whole.tinggi * _LEBAR)
    ys = _places([(one.tengah[1], one.lebar) for one in flat], whole.lebar * _TINGGI)[::-1]
    found, taken = [], set[tuple[int, int]]()
    for row in range(len(ys) - 1):
        for col in range(len(xs) - 1):
            if (row, col) in taken:
                continue
            wide = high = 1
            while col + wide < len(xs) - 1 and not _ruled_up(
                up, xs[col + wide], ys[row + 1], ys[row]
            ):
                wide += 1
            while row + high < len(ys) - 1 and not _ruled_flat(
                flat, ys[row + high], xs[col], xs[col + wide]
            ):
                high += 1
            taken |= {(row + n, col + m) for n in range(high) for m in range(wide)}
            place = Bidang(xs[col], ys[row + high], xs[col + wide], ys[row])
            found.append(Petak(place, row, wide, high))
    return found


def _places(lines: Iterable[tuple[float, float]], least: float) -> list[float]:
    """Where lines stand, near ones as one, where together they rule enough of the table."""
    groups: list[tuple[float, float]] = []
    for at, length in sorted(lines):
        if groups and at - groups[-1][0] <= DEKAT:
            groups[-1] = (groups[-1][0], groups[-1][1] + length)
        else:
            groups.append((at, length))
    return [at for at, length in groups if length >= least]


def _ruled_up(lines: Iterable[Bidang], x: float, low: float, high: float) -> bool:
    own = sum(
        max(0.0, min(one.y1, high) - max(one.y0, low))
        for one in lines
        if abs(one.tengah[0] - x) <= DEKAT
    )
    return own >= (high - low) * _SISI


def _ruled_flat(lines: Iterable[Bidang], y: float, left: float, right: float) -> bool:
    own = sum(
        max(0.0, min(one.x1, right) - max(one.x0, left))
        for one in lines
        if abs(one.tengah[1] - y) <= DEKAT
    )
    return own >= (right - left) * _SISI
