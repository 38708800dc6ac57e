"""The registers of an office, read line by line; nothing beyond a person's reach is in them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from service.domain.disposisi import Disposisi
from service.domain.keberatan import Keberatan
from service.domain.kiriman import Kiriman
from service.domain.masukan import MasukanPublik
from service.domain.naskah import Naskah
from service.domain.permohonan import Permohonan
from service.domain.sengketa import Sengketa
from service.ports.kiriman import Jangkauan

ADA_KERTAS, TANPA_LOKASI = "ada", "tanpa_lokasi"


@dataclass(frozen=True)
class SaringRegister:
    """Which lines of one book are asked for; empty: all of them."""

    instansi: str
    rahasia: bool = False  # withheld matters stand in a book of their own
    units: tuple[str, ...] = ()  # the only ones the person may see, where there are limits
    unit: str = ""
    keadaan: str = ""
    kertas: str = ""  # ada, tanpa_lokasi
    dari: datetime | None = None
    sampai: datetime | None = None
    hari_dari: date | None = None  # the same span by the date that stands on a paper
    hari_sampai: date | None = None


@dataclass(frozen=True)
class Keluar:
    """One paper that went out: the naskah, and the matter it belongs to."""

    naskah: Naskah
    judul: str
    unit: str


@dataclass(frozen=True)
class Urutan:
    """Which part of a book is asked for, and in which order."""

    turun: bool = True  # newest first
    skip: int = 0
    atmost: int = 50


class Register(Protocol):
    """The books; each says how many lines fit, and some of them."""

    def masuk(self, saring: SaringRegister, urutan: Urutan) -> tuple[int, list[Kiriman]]:
        """What came in."""
        ...

    def keluar(self, saring: SaringRegister, urutan: Urutan) -> tuple[int, list[Keluar]]:
        """Papers that have a number."""
        ...

    def permohonan(self, saring: SaringRegister, urutan: Urutan) -> tuple[int, list[Permohonan]]:
        """Requests for information."""
        ...

    def keberatan(self, saring: SaringRegister, urutan: Urutan) -> tuple[int, list[Keberatan]]:
        """Objections."""
        ...

    def sengketa(
        self, tempat: Collection[Jangkauan], tahap: Collection[str], skip: int, atmost: int
    ) -> list[Sengketa]:
        """Disputes about objections in these places, at one of these stages, newest first."""
        ...

    def masukan(
        self,
        tempat: Collection[Jangkauan],
        dari: datetime | None,
        sampai: datetime,
        skip: int,
        atmost: int,
    ) -> tuple[dict[str, int], list[MasukanPublik]]:
        """What the public suggested here after one moment and up to another: how many stand at
        each keadaan, and some, those nobody has dealt with first, then by age."""
        ...

    def disposisi(self, kiriman: Collection[str]) -> dict[str, list[Disposisi]]:
        """What was said on these letters, oldest first, by kiriman."""
        ...

    def files(self, kiriman: Collection[str]) -> dict[str, int]:
        """How many files each has."""
        ...

    def waiting(self, instansi: Collection[str], kepada: Collection[str]) -> list[Disposisi]:
        """Disposisi that are open for one of these people or peran, oldest first."""
        ...

    def since(self, instansi: str) -> datetime | None:
        """When the first kiriman of an instansi came."""
        ...
