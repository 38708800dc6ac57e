"""How much of anything the house takes in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Batas:
    """The limits at the door, as settings."""

    ukuran: int = 2_000_000_000  # bytes of one file
    file: int = 200  # files of one kiriman
    halaman: int = 10_000  # pages of one file
    anggota: int = 5_000  # members of one archive
    isi: int = 2_000_000_000  # bytes of all members together, unpacked
