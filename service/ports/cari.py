"""Looking for words in what came in."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from service.domain.cari import Tanya
from service.domain.kiriman import Kiriman
from service.ports.kiriman import Jangkauan


@dataclass(frozen=True)
class SaringCari:
    """What else a file must be; empty: anything."""

    instansi: str = ""
    unit: str = ""
    jenis: str = ""
    pintu: str = ""
    keadaan: str = ""
    dari: datetime | None = None
    sampai: datetime | None = None


@dataclass(frozen=True)
class Temu:
    """A file in which everything that was asked for stands."""

    kiriman: Kiriman
    file: str
    nama: str  # the file's
    isi: str  # the words of the part it stands in


class Stemmer(Protocol):
    """Knows the root of an Indonesian word."""

    def akar(self, kata: str) -> str:
        """The root: `bayar` of pembayaran; the word itself where it has none."""
        ...


class Cari(Protocol):
    """The index of what files say."""

    def found(
        self,
        tanya: Tanya,
        tempat: Collection[Jangkauan],
        saring: SaringCari,
        skip: int,
        atmost: int,
    ) -> list[Temu]:
        """Files that fit, in places the person may look at, newest first."""
        ...
