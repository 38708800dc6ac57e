"""What follows from what was found: the end a file comes to, and what a clerk is told."""

from __future__ import annotations

from collections.abc import Iterable

from service.domain.temuan import BERAT, DITERIMA, Arti, Temuan
from service.domain.temuan_halaman import HALAMAN
from service.domain.temuan_pintu import PINTU
from service.domain.temuan_wadah import WADAH

ARTI: dict[str, Arti] = PINTU | WADAH | HALAMAN


def arti(temuan: Temuan) -> Arti:
    """What a finding means."""
    return ARTI[temuan.kode]


def end_of(temuan: Iterable[Temuan]) -> str:
    """The end of a file with these findings: the worst of them."""
    return max((arti(one).akhir for one in temuan), key=BERAT.__getitem__, default=DITERIMA)


def worst(temuan: Iterable[Temuan]) -> Temuan | None:
    """The finding that decides."""
    return max(temuan, key=lambda one: BERAT[arti(one).akhir], default=None)
