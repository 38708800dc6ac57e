"""A fault in a file that an officer wrote: where it stands, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Kesalahan:
    """One fault in one file."""

    file: str
    baris: int
    sebab: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.baris}" if self.baris else self.file
        return f"{place}: {self.sebab}"
