"""A PDF that is too large for one question, cut by its pages; nothing is ever made smaller."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

BATAS = 2_000_000  # bytes of one PDF
TERBANYAK = 100  # parts of one file


@dataclass(frozen=True)
class Rentang:
    """Pages of a file, both counted from 1."""

    dari: int
    sampai: int

    @property
    def kata(self) -> str:
        """As a list tells it."""
        same = self.dari == self.sampai
        return f"halaman {self.dari}" if same else f"halaman {self.dari} sampai {self.sampai}"


def first_cuts(ukuran: int, halaman: int, batas: int = BATAS) -> list[Rentang]:
    """As few parts of about equal length as may fit; none of a file whose pages nobody can see."""
    if halaman < 1:
        return []
    parts = min(halaman, max(1, -(-ukuran // batas)))
    ends = [halaman * n // parts for n in range(parts + 1)]
    return [Rentang(a + 1, b) for a, b in pairwise(ends)]


def halves(one: Rentang) -> tuple[Rentang, Rentang] | None:
    """Cut once more; None where a single page is left."""
    if one.dari >= one.sampai:
        return None
    half = (one.dari + one.sampai) // 2
    return Rentang(one.dari, half), Rentang(half + 1, one.sampai)
