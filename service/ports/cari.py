"""Looking for words in what came in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from service.domain.cari import Saring, Tanya
from service.domain.kiriman import Kiriman


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

    def found(self, tanya: Tanya, saring: Saring, skip: int, atmost: int) -> list[Temu]:
        """Files that fit and that the places of `saring` let one see, newest first."""
        ...
