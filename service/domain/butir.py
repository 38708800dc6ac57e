"""A butir: one item of information in a matter, with its worksheet and its outcome."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from service.domain.uji import LembarUji


@dataclass(frozen=True)
class Butir:
    """One item; it keeps its place in the matter for good."""

    id: str
    berkas: str
    urut: int
    judul: str
    unit: str = ""
    hasil: str = ""  # the outcome that the last deciding row gave it
    uji: LembarUji = field(default_factory=LembarUji)
    disetujui: str = ""  # the act by which the head approved it as it stands
    dicabut: bool = False  # taken out of the matter, with a reason; the row stays
    versi: int = 1


def as_seen(butir: Iterable[Butir]) -> str:
    """A mark of these items as they stand; another one as soon as any of them is written in."""
    text = " ".join(f"{one.versi}.{one.id}" for one in sorted(butir, key=lambda one: one.urut))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def outcomes(butir: list[Butir]) -> dict[str, str]:
    """Each item that still counts, and its outcome."""
    return {one.id: one.hasil for one in butir if not one.dicabut}
