"""Which kiriman there are, for the list and the page of one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from service.domain.catatan import Catatan
from service.domain.kiriman import Kiriman

Antrean = Literal["", "antre", "dikerjakan", "macet"]


@dataclass(frozen=True)
class Jangkauan:
    """One place a person may look at: the plain matters there, or those withheld."""

    instansi: str
    unit: str  # '': every unit
    rahasia: bool


@dataclass(frozen=True)
class SaringKiriman:
    """Which kiriman are asked for; empty: all."""

    keadaan: str = ""
    akhir: str = ""
    pintu: str = ""
    unit: str = ""
    dari: datetime | None = None
    sampai: datetime | None = None


@dataclass(frozen=True)
class Letak:
    """Where a list goes on: after this kiriman."""

    diterima: datetime
    id: str


class KirimanLists(Protocol):
    """Lists of kiriman; reads that bypass the model. No list shows what its reader may not see."""

    def newest(
        self,
        tempat: Collection[Jangkauan],
        saring: SaringKiriman,
        after: Letak | None,
        atmost: int,
    ) -> list[Kiriman]:
        """The kiriman of these places, newest first."""
        ...

    def count(self, tempat: Collection[Jangkauan], saring: SaringKiriman, atmost: int) -> int:
        """How many there are; no further than `atmost`."""
        ...

    def waiting(
        self, tempat: Collection[Jangkauan], skip: int, atmost: int
    ) -> tuple[int, list[Kiriman]]:
        """What waits for a person in these places: how many, and some, oldest first."""
        ...

    def count_held(self) -> int:
        """How many wait for the scanner or for a box to be looked at."""
        ...

    def files(self, ids: Collection[str]) -> dict[str, int]:
        """How many files each kiriman has."""
        ...

    def trail(self, kiriman: Kiriman) -> list[Catatan]:
        """The lines of the journal about one kiriman, newest first."""
        ...

    def objections(self, tempat: Collection[Jangkauan], atmost: int) -> list[Kiriman]:
        """What is, or may be, a letter of objection without a line in the register; oldest first.

        Those that a person has said to be one come before those that still wait for the desk.
        """
        ...

    def underway(self, kiriman_id: str) -> Antrean:
        """How far the machine's look at a kiriman is; '' where none is owed."""
        ...
