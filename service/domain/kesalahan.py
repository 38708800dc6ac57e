"""A fault in a file that an officer wrote: where it stands, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Kesalahan:
    """One fault in one file; a `peringatan` is worth a look and stops nothing."""

    file: str
    baris: int
    sebab: str
    peringatan: bool = False

    def __str__(self) -> str:
        place = f"{self.file}:{self.baris}" if self.baris else self.file
        return f"{place}: {'peringatan: ' if self.peringatan else ''}{self.sebab}"


def grave(found: Iterable[Kesalahan]) -> list[Kesalahan]:
    """Those that make a file unusable."""
    return [one for one in found if not one.peringatan]
