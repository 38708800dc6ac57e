"""The erasing of what was destroyed: which bytes go, which stay for others, and what is left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from service.domain.simpanan import DIHAPUS, DIPEGANG, MUSNAH, Simpanan

# Whoever was just holding the same bytes for a letter of today has told of it by then.
TENANG = timedelta(minutes=2)


@dataclass(frozen=True)
class FileArsip:
    """What matters hold in the store, by sha256: theirs alone, and what others name too."""

    sendiri: frozenset[str] = frozenset()
    bersama: frozenset[str] = frozenset()
    kiriman: frozenset[str] = frozenset()  # their letters, and their papers: what a search finds
    naskah: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Penghapusan:
    """The report of one destruction: how much went, and that it went."""

    id: str  # of its list
    instansi: str
    mulai: datetime
    arsip: int
    file: int = 0
    ukuran: int = 0  # bytes
    bersama: int = 0  # files that stay, because something else names them
    selesai: datetime | None = None
    versi: int = 1

    def due(self, now: datetime) -> bool:
        """Whether the bytes may be taken away by now."""
        return now >= self.mulai + TENANG


def erasing(one: Simpanan) -> Simpanan:
    """From now on nobody can hold it, and no sweep takes its row."""
    return replace(one, keadaan=DIHAPUS)


def spared(one: Simpanan) -> Simpanan:
    """Somebody else names it after all."""
    return replace(one, keadaan=DIPEGANG)


def erased(one: Simpanan) -> Simpanan:
    """Its bytes are gone; only that they were here is known."""
    return replace(one, keadaan=MUSNAH)
