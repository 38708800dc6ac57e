"""What the page shows on which it is tried where a signature would be seen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class KotakUji:
    """A box on the picture of a page, in hundredths of it."""

    kiri: float
    atas: float
    lebar: float
    tinggi: float
    urut: int  # of who signs there
    salah: bool


@dataclass(frozen=True)
class GambarUji:
    """A page with the boxes on it."""

    alamat: str
    nomor: int
    kotak: tuple[KotakUji, ...]


@dataclass(frozen=True)
class TempatUjiMuka:
    """One who signs: where they would be seen, in words, and what is amiss."""

    siapa: str
    letak: str
    dikirim: str
    cacat: tuple[str, ...]
    catatan: str
