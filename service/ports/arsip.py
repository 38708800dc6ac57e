"""Lists of archives, for pages and for proposals."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from service.domain.arsip.arsip import Arsip
from service.domain.arsip.hapus import FileArsip
from service.domain.arsip.pinjam import Pinjaman
from service.domain.berkas import Berkas
from service.ports.kiriman import Jangkauan


@dataclass(frozen=True)
class SaringArsip:
    """Which archives are asked for; empty: all."""

    keadaan: tuple[str, ...] = ()
    kode: str = ""  # this one and all below it
    unit: str = ""
    nasib: str = ""  # what comes at the end, or what it was judged
    tidak_aktif: date | None = None  # active no more on that day
    habis: date | None = None  # both terms over on that day
    vital: bool = False


@dataclass(frozen=True)
class BarisArsip:
    """One archive with its matter."""

    arsip: Arsip
    judul: str
    unit: str
    rahasia: bool


@dataclass(frozen=True)
class BarisPinjam:
    """One loan that is not back, with the matter whose paper it is."""

    pinjaman: Pinjaman
    judul: str
    instansi: str
    unit: str


class ArsipLists(Protocol):
    """What stands in the ledger; no list shows what its reader may not see, nor counts it."""

    def by_closing(
        self,
        tempat: Collection[Jangkauan],
        saring: SaringArsip,
        after: tuple[date, str] | None,
        atmost: int,
    ) -> list[BarisArsip]:
        """The archives of these places, the longest closed first, after one of them."""
        ...

    def count(self, tempat: Collection[Jangkauan], saring: SaringArsip, atmost: int) -> int:
        """How many there are; no further than `atmost`."""
        ...

    def unlisted(self, tempat: Collection[Jangkauan], atmost: int) -> list[Berkas]:
        """Closed matters of which the archive knows nothing yet, the longest closed first."""
        ...

    def lent(
        self, tempat: Collection[Jangkauan], sampai: date, atmost: int, peminjam: str = ""
    ) -> list[BarisPinjam]:
        """Paper of these places that is out and due by that day, the longest due first."""
        ...

    def named(self, sidik: Collection[str], but: object | None = None) -> frozenset[str]:
        """Those of these bytes that a row names, besides the one that is about to go."""
        ...

    def files(self, berkas: Collection[str]) -> FileArsip:
        """What these matters hold in the store, and what of it others name as well."""
        ...
