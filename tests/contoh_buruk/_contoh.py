"""What a sample is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Contoh:
    """One file, the end it must come to, and the finding that leads there ('' where none does)."""

    nama: str
    bita: bytes
    akhir: str
    kode: str
    baris: int  # the row of the list of bad inputs
