"""The gate before the public: what a file gives away, and copies that give nothing away."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from service.domain.gerbang.bukti_hitam import BuktiHitam
from service.domain.gerbang.hitam import KotakHitam
from service.domain.gerbang.tembus import Tembus


class Gate(Protocol):
    """Looks into one file in a throw-away child; Unavailable where no box can be made."""

    def leaks(self, path: Path, nama: str) -> tuple[Tembus, ...]:
        """Every hit; a file that ends its reader is one hit as a whole."""
        ...

    def cleaned(self, path: Path, out: Path) -> Path:
        """The same PDF without what is kept beside its pages; Refusal where it does not open."""
        ...

    def roomy(self, path: Path, out: Path) -> Path:
        """The same workbook (xlsx) with room for all that is seen in it, to be printed."""
        ...

    def words(self, path: Path) -> list[tuple[str, str]]:
        """Each cell of a workbook (xlsx) that is seen and holds words: its place, the words."""
        ...

    def personal(self, path: Path, jenis: Sequence[str]) -> list[KotakHitam]:
        """Where in a PDF personal numbers of these kinds are to be read; none on its pictures."""
        ...

    def blackened(self, path: Path, kotak: Sequence[KotakHitam], out: Path) -> Path:
        """A new PDF of the pages of a PDF or picture, nothing left under the boxes; Refusal where
        a page of it cannot be drawn."""
        ...

    def proof(self, asal: Path, salinan: Path, kotak: Sequence[KotakHitam]) -> BuktiHitam:
        """What came of looking for the blackened in the copy, and where else it stands."""
        ...
