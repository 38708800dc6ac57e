"""A table as it came out of a workbook: rows as the spreadsheet counts, and what is odd in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

RUMUS, GALAT, PANJANG, GABUNGAN = "rumus", "galat", "angka_panjang", "gabungan"
CACAT: dict[str, str] = {
    RUMUS: (
        "memuat rumus yang belum dihitung; salin kolomnya, lalu tempel sebagai nilai (Paste "
        "Special, Values)"
    ),
    GALAT: "memuat galat rumus; betulkan rumusnya, atau ketik nilainya",
    PANJANG: (
        "tertulis sebagai angka yang terlalu panjang, sehingga angka-angka belakangnya hilang; "
        "jadikan selnya teks, lalu ketik ulang"
    ),
    GABUNGAN: "memakai sel yang digabung; pisahkan selnya, lalu isi setiap baris",
}


@dataclass(frozen=True, slots=True)
class BarisTabel:
    """One row: its number, its cells as text, and what is odd in which of them."""

    nomor: int
    sel: tuple[str, ...]
    cacat: Mapping[int, str] = field(default_factory=dict)
    tersembunyi: bool = False

    def at(self, n: int) -> str:
        """The text of a cell; '' behind the last."""
        return self.sel[n] if n < len(self.sel) else ""

    @property
    def kosong(self) -> bool:
        """Whether nothing stands in it."""
        return not self.cacat and not any(map(str.strip, self.sel))


@dataclass(frozen=True)
class Gabungan:
    """Cells that were made one: rows as the spreadsheet counts, columns from 0, both ends in."""

    atas: int
    kiri: int
    bawah: int
    kanan: int


@dataclass(frozen=True)
class TabelIsian:
    """One sheet: its rows with anything in them, its hidden columns, its cells made one."""

    baris: tuple[BarisTabel, ...]
    lajur_tersembunyi: frozenset[int] = frozenset()
    nama: str = ""
    terlihat: bool = True
    gabungan: tuple[Gabungan, ...] = ()


def of_cells(rows: Sequence[Sequence[str]]) -> TabelIsian:
    """The table of plain cells, counted from the first."""
    every = (BarisTabel(n, tuple(row)) for n, row in enumerate(rows, 1))
    return TabelIsian(tuple(one for one in every if not one.kosong))
