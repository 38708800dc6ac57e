"""Lists of papers: what waits for somebody, what was sent back to them, what there is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from service.domain.edar_tinta import EdarTinta
from service.domain.kumpulan import Kumpulan
from service.domain.naskah import Naskah
from service.ports.berkas import Menunggu
from service.ports.kiriman import Jangkauan


@dataclass(frozen=True)
class SaringNaskah:
    """What a list is narrowed to; `keadaan` names at least one state, the others empty are all."""

    keadaan: tuple[str, ...]
    jenis: str = ""
    unit: str = ""
    cari: str = ""  # words in the name of its matter


@dataclass(frozen=True)
class BarisNaskah:
    """One paper of a list, with what is told of its matter."""

    naskah: Naskah
    judul: str  # of its matter
    unit: str
    rahasia: bool
    peran: str = ""  # whose initials are next; '': its approval is


class NaskahLists(Protocol):
    """Papers for pages; nothing here writes."""

    def waiting(
        self, places: Collection[Menunggu], setuju: Collection[str], atmost: int
    ) -> list[BarisNaskah]:
        """What these people initial or approve next, oldest first; `setuju`: peran that approve."""
        ...

    def count_waiting(
        self, places: Collection[Menunggu], setuju: Collection[str], atmost: int
    ) -> int:
        """How many of them there are."""
        ...

    def returned(self, tempat: Collection[Jangkauan], orang: str, atmost: int) -> list[BarisNaskah]:
        """What was sent back to who prepared it, oldest first."""
        ...

    def listed(
        self, tempat: Collection[Jangkauan], saring: SaringNaskah, skip: int, atmost: int
    ) -> list[BarisNaskah]:
        """Some papers of these places, newest first."""
        ...

    def in_ink(
        self, tempat: Collection[Jangkauan], skip: int, atmost: int
    ) -> list[tuple[BarisNaskah, EdarTinta | None]]:
        """What waits for ink, with where its sheets are, if anyone said so; oldest first."""
        ...

    def begun_between(
        self, instansi: str, jenis: str, dari: datetime, sampai: datetime
    ) -> list[Kumpulan]:
        """The tables of this kind of paper that were begun in that time."""
        ...

    def kumpulan(self, instansi: Collection[str], skip: int, atmost: int) -> list[Kumpulan]:
        """The tables that papers of these agencies were begun from, the latest first."""
        ...
