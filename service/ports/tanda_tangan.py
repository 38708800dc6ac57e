"""Lists of papers that are out to be signed: for those who sign, and for those who wait."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from service.domain.naskah import Naskah
from service.domain.tembusan import Tembusan
from service.domain.tempat_ttd import TempatTtd
from service.ports.berkas import Menunggu
from service.ports.kiriman import Jangkauan


@dataclass(frozen=True)
class BarisTtd:
    """One place that is not signed yet, with its paper and what is told of its matter."""

    naskah: Naskah
    tempat: TempatTtd
    judul: str  # of its matter
    unit: str
    rahasia: bool
    giliran: bool  # whether it may be signed now, or others come first
    dilihat: bool = False  # whether the person who asks looked at the paper as it is now


@dataclass(frozen=True)
class BarisTembusan:
    """One copy, with its paper and the name of its matter."""

    tembusan: Tembusan
    naskah: Naskah
    judul: str


@dataclass(frozen=True)
class SaringKeluar:
    """What the list of papers that are out is narrowed to; empty is all of it."""

    peran: str = ""
    jalan: str = ""
    lewat: date | None = None  # those that were to be signed before this day
    sejak: datetime | None = None  # those that are out at least since then
    ragu: bool = False  # only those of which nobody knows whether they were signed


class TtdLists(Protocol):
    """Places for signatures, for pages; nothing here writes."""

    def to_sign(
        self,
        places: Collection[Menunggu],
        orang: str,
        skip: int,
        atmost: int,
        *,
        dilihat: bool = False,
    ) -> list[BarisTtd]:
        """What these people sign here: whose turn it is first, matter by matter, the oldest first;
        `dilihat`: only what may be signed now and was looked at by this person."""
        ...

    def owed(self, places: Collection[Menunggu], sejak: datetime, atmost: int) -> list[BarisTtd]:
        """What these people are to sign now by whichever way, asked for by then at the latest;
        what waits longest first."""
        ...

    def out(
        self, tempat: Collection[Jangkauan], saring: SaringKeluar, skip: int, atmost: int
    ) -> list[BarisTtd]:
        """What is out to be signed from these places, at the place whose turn it is, or at the one
        of which nobody knows whether it was signed; what waits longest first."""
        ...

    def places(self, naskah: Collection[str]) -> dict[str, list[TempatTtd]]:
        """The places of these papers as they lie now, in their order; asked once for all."""
        ...

    def copies(
        self, untuk: Collection[tuple[str, str]], skip: int, atmost: int
    ) -> list[BarisTembusan]:
        """Copies of signed papers for these units and offices, each by its agency, the latest
        first; none of a withheld matter."""
        ...

    def count(self, places: Collection[Menunggu]) -> int:
        """How many these people may sign here now."""
        ...
