"""One part of a report: a table, and which of its columns a picture shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Angka = str | int | None
Nama = Callable[[str], str]  # what a unit is called
JUMLAH = "Jumlah"


@dataclass(frozen=True)
class Bagian:
    """One part; `seri` are the columns of the picture, from 0; none: no picture."""

    nama: str
    judul: str
    kolom: tuple[str, ...]
    baris: tuple[tuple[Angka, ...], ...]
    seri: tuple[int, ...] = ()
    jumlah: bool = False  # the last row adds up the others
    catatan: str = ""

    @property
    def tergambar(self) -> tuple[tuple[Angka, ...], ...]:
        """The rows that the picture shows."""
        return self.baris[:-1] if self.jumlah else self.baris
