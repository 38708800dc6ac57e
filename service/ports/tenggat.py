"""What ends on which day; nothing beyond the places that are asked for is in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from service.domain.berkas import Berkas
from service.domain.butir import Butir
from service.domain.keberatan import Keberatan
from service.domain.permohonan import Permohonan
from service.domain.sengketa import Sengketa, SuratSengketa
from service.ports.kiriman import Jangkauan


@dataclass(frozen=True)
class Masa:
    """From one day to another, both counted; None: from ever."""

    dari: date | None
    sampai: date


@dataclass(frozen=True)
class Disengketakan:
    """A dispute that has not ended, and the letters of it that call to a day."""

    sengketa: Sengketa
    surat: tuple[SuratSengketa, ...]  # a withheld one only where the places reach it
    rahasia: bool
    tertutup: frozenset[str] = frozenset()  # the letters that are withheld themselves


class TermLists(Protocol):
    """Terms that still run, those that end first before others; nothing here writes."""

    def hukum(self, tempat: Collection[Jangkauan], masa: Masa, atmost: int) -> list[Berkas]:
        """Matters under way whose term of the law ends then."""
        ...

    def norma(
        self,
        tempat: Collection[Jangkauan],
        dari: datetime,
        sampai: datetime,
        atmost: int,
    ) -> list[Berkas]:
        """Matters under way whose step is due by its norm between two moments."""
        ...

    def permohonan(
        self, tempat: Collection[Jangkauan], masa: Masa, atmost: int
    ) -> list[tuple[Permohonan, bool]]:
        """Requests without an answer, and whether each is withheld."""
        ...

    def keberatan(
        self, tempat: Collection[Jangkauan], masa: Masa, atmost: int
    ) -> list[tuple[Keberatan, bool]]:
        """Objections without an answer, and whether each is withheld."""
        ...

    def sengketa(self, tempat: Collection[Jangkauan], atmost: int) -> list[Disengketakan]:
        """Disputes that have not ended, and whether the objection of each is withheld."""
        ...

    def dikecualikan(
        self, tempat: Collection[Jangkauan], hasil: Collection[str], atmost: int
    ) -> list[tuple[Butir, Berkas]]:
        """Items that were excluded, each with its matter, which has ended."""
        ...

    def per_hari(
        self, tempat: Collection[Jangkauan], masa: Masa, batas: Sequence[datetime]
    ) -> list[int]:
        """How many terms and norms end on each day; `batas`: when the days begin, and the end."""
        ...
