"""The cells of a sheet that are seen, as they stand there; what is hidden is passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from service.boxed.gerbang.lembar import YA, number

_RENTANG = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")
TIPIS, GEPENG = 0.1, 0.5  # a column or row of less is hidden, whatever it says of itself


@dataclass(frozen=True)
class Sel:
    """One cell with something in it."""

    kolom: int
    baris: int
    gaya: str
    teks: str
    angka: bool
    lebar: int = 1  # columns it stands over
    tinggi: int = 1  # rows


@dataclass
class Rangka:
    """What of a sheet is hidden, and which cells were made one."""

    kolom: dict[int, Any] = field(default_factory=dict)  # the element that rules a column
    tertutup: list[tuple[int, int]] = field(default_factory=list)
    gabung: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    tertelan: set[tuple[int, int]] = field(default_factory=set)

    def hides(self, kolom: int) -> bool:
        """Whether nobody sees this column."""
        return any(first <= kolom <= last for first, last in self.tertutup)


def frame(root: Any, s: str) -> Rangka:
    """The hidden columns and the joined cells of a sheet."""
    found = Rangka()
    for one in root.iterfind(f"{s}cols/{s}col"):
        first, last = int(one.get("min", 1)), int(one.get("max", 1))
        if hidden(one, "width", TIPIS):
            found.tertutup.append((first, last))
        for n in range(first, min(last, first + 1_000) + 1):
            found.kolom[n] = one
    for one in root.iterfind(f"{s}mergeCells/{s}mergeCell"):
        if at := _RENTANG.fullmatch(one.get("ref", "")):
            x, y = number(at[1]), int(at[2])
            x1, y1 = number(at[3] or at[1]), int(at[4] or at[2])
            found.gabung[x, y] = (x1 - x + 1, y1 - y + 1)
            if (x1 - x + 1) * (y1 - y + 1) <= 100_000:
                found.tertelan |= {(a, b) for a in range(x, x1 + 1) for b in range(y, y1 + 1)}
                found.tertelan.discard((x, y))
    return found


def hidden(one: Any, size: str, least: float) -> bool:
    """Whether a row or column is not shown, or is too small to show anything."""
    told = one.get(size)
    return one.get("hidden") in YA or (told is not None and float(told or 1) < least)


def seen(root: Any, s: str, shared: list[str], unseen: set[str]) -> Iterator[Sel]:
    """Each cell whose words are seen; `unseen` are the formats that show nothing."""
    bones, n = frame(root, s), 0
    for row in root.iterfind(f"{s}sheetData/{s}row"):
        n = int(row.get("r") or n + 1)
        if hidden(row, "ht", GEPENG):
            continue
        x = 0
        for cell in row.iterfind(f"{s}c"):
            x = number(cell.get("r", "")) or x + 1
            gaya, told = cell.get("s", "0"), text(cell, s, shared)
            if not told or gaya in unseen or bones.hides(x) or (x, n) in bones.tertelan:
                continue
            wide, tall = bones.gabung.get((x, n), (1, 1))
            yield Sel(x, n, gaya, told, cell.get("t", "n") in ("n", "b", "d"), wide, tall)


def text(cell: Any, s: str, shared: list[str]) -> str:
    """What a cell holds, a number with all its digits."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "".join(one.text or "" for one in cell.iter(f"{s}t"))
    told: str = cell.findtext(f"{s}v") or ""
    if kind == "s":
        known = told.isdigit() and len(told) < 10 and int(told) < len(shared)
        return shared[int(told)] if known else ""
    return told
