"""Lists of pieces of information, for pages and for drafts of editions."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from service.domain.informasi.informasi import Informasi
from service.ports.kiriman import Jangkauan


@dataclass(frozen=True)
class SaringInformasi:
    """Which pieces are asked for; empty: all."""

    keadaan: tuple[str, ...] = ()
    kategori: str = ""
    unit: str = ""
    kata: str = ""  # words of its summary, of who holds it and of who answers for it
    kurang: bool = False  # only what lacks one of its elements
    dikembalikan: bool | None = None


class InformasiLists(Protocol):
    """What stands in the ledger; no list shows what its reader may not see, nor counts it."""

    def by_kode(
        self, tempat: Collection[Jangkauan], saring: SaringInformasi, after: str, atmost: int
    ) -> list[Informasi]:
        """The pieces of these places after a kode; an order that tells nothing of when or which."""
        ...

    def count(self, tempat: Collection[Jangkauan], saring: SaringInformasi, atmost: int) -> int:
        """How many there are; no further than `atmost`."""
        ...

    def pending(self, tempat: Collection[Jangkauan]) -> list[tuple[str, bool, int]]:
        """How many pieces wait to be verified, by unit: those sent back to it, and the others."""
        ...

    def as_of(self, versi: Mapping[str, int]) -> dict[str, Informasi]:
        """Pieces as those versions of them stood, by id; what never had one is left out."""
        ...

    def withheld(self, instansi: str, after: str, atmost: int) -> list[Informasi]:
        """What a decree withholds, for the watch over its terms; by kode, after one."""
        ...

    def shown(self, instansi: str) -> frozenset[str]:
        """The kode of all that the public may see now: published, and not taken back since."""
        ...

    def left(self, instansi: str) -> Mapping[str, datetime]:
        """When each kode last left the public list, or was proposed to be withheld."""
        ...
