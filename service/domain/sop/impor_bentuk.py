"""A foreign SOP as any reader gives it: paragraphs and tables in their order, nothing read yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from service.domain.sop.konsep import BarisSumber, Ragu


@dataclass(frozen=True)
class Sel:
    """One cell as it is drawn: its words, how far it reaches, whether a shape stands in it."""

    isi: str = ""
    lebar: int = 1
    tinggi: int = 1
    lambang: bool = False


@dataclass(frozen=True)
class Tabel:
    """Rows of cells; a cell that another one covers is not repeated."""

    baris: tuple[tuple[Sel, ...], ...]


@dataclass(frozen=True)
class Sumber:
    """What a file holds, from the top down."""

    isi: tuple[str | Tabel, ...]


@dataclass(frozen=True)
class Kotak:
    """One place of the grid: the cell that stands there, and whether it begins there."""

    isi: str = ""
    lambang: bool = False
    baru: bool = True  # begins in this row
    tepi: bool = True  # begins in this column


@dataclass(frozen=True)
class Konsep:
    """The draft of an SOP: two texts for its author, and what was seen in the file."""

    toml: str
    bahan: str  # the part of bahan.toml that is proposed; '' where nothing new is needed
    catatan: tuple[str, ...] = ()  # what the author is told before the first line is read
    ragu: tuple[str, ...] = ()  # each thing that a person has to look at, with its place
    langkah: int = 0
    umum: tuple[str, ...] = ()  # of `ragu`, what belongs to no row
    baris: tuple[tuple[BarisSumber, tuple[Ragu, ...]], ...] = ()  # each row as it was read
    tabel: int = 0  # which of the tables it is, from 1
    tabel_lain: tuple[str, ...] = ()  # all that look like an SOP, where there are several


@dataclass
class Isian:
    """One row while it is read; what is not known stays empty, and `ragu` says why."""

    nomor: str = ""
    kegiatan: str = ""
    kelengkapan: str = ""
    waktu: str = ""
    keluaran: str = ""
    keterangan: str = ""
    tanda: dict[int, str] = field(default_factory=dict)  # what stands in each column of actors
    pelaksana: tuple[str, ...] = ()
    perlu: tuple[str, ...] = ()
    hasil: tuple[str, ...] = ()
    cabang: dict[str, str] = field(default_factory=dict)
    tafsir: list[str] = field(default_factory=list)
    ragu: list[str] = field(default_factory=list)
    sebab: list[Ragu] = field(default_factory=list)  # the same, each with its field

    def doubt(self, isian: str, sebab: str) -> None:
        """Mark one of its fields as uncertain, and say why; '' marks none."""
        if isian and isian not in self.tafsir:
            self.tafsir.append(isian)
        if sebab not in self.ragu:
            self.ragu.append(sebab)
            self.sebab.append(Ragu(isian, sebab))


LAJUR_TERBANYAK = 60


def grid(tabel: Tabel) -> list[list[Kotak]]:
    """The table with every place filled, so that a column is a column in every row."""
    held: list[dict[int, Kotak]] = [{} for _ in tabel.baris]
    for n, row in enumerate(tabel.baris):
        at = 0
        for cell in row:
            while at in held[n]:
                at += 1
            for down, across in _reach(cell, n, at, len(held)):
                held[down].setdefault(
                    across, Kotak(cell.isi, cell.lambang, down == n, across == at)
                )
            at += max(1, cell.lebar)
    wide = min(max((max(row, default=-1) + 1 for row in held), default=0), LAJUR_TERBANYAK)
    return [[row.get(at, Kotak()) for at in range(wide)] for row in held]


def _reach(cell: Sel, n: int, at: int, rows: int) -> Iterator[tuple[int, int]]:
    for down in range(n, min(n + max(1, cell.tinggi), rows)):
        for across in range(at, min(at + max(1, cell.lebar), LAJUR_TERBANYAK)):
            yield down, across
