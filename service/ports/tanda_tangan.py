"""Lists of papers that are out to be signed: for those who sign, and for those who wait."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from service.domain.naskah import Naskah
from service.domain.tempat_ttd import TempatTtd
from service.ports.berkas import Menunggu


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

    def count(self, places: Collection[Menunggu]) -> int:
        """How many these people may sign here now."""
        ...
