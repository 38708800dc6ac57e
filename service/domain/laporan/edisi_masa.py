"""The editions of a period, and what each of them changed in its list."""

from __future__ import annotations

from dataclasses import dataclass

from service.domain.edisi.edisi import Edisi
from service.domain.informasi.beda import Beda


@dataclass(frozen=True)
class EdisiMasa:
    """One edition; `beda` is None where there are too many to compare them all, or where the
    frozen lines of it or of the one before it cannot be read."""

    edisi: Edisi
    beda: Beda | None
    hilang: bool = False

    @property
    def ditambah(self) -> int | None:
        """How many lines came into the list with it."""
        return None if self.beda is None else len(self.beda.ditambah)

    @property
    def diubah(self) -> int | None:
        """How many lines of the list say something else since."""
        return None if self.beda is None else len(self.beda.diubah)

    @property
    def dihapus(self) -> int | None:
        """How many lines left the list with it."""
        return None if self.beda is None else len(self.beda.dihapus)
