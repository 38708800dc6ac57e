"""Foreign bytes, opened only in the box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from service.domain.bacaan import Bacaan
from service.domain.klinik.letak import Frasa, Letak
from service.domain.klinik.templat import Templat
from service.domain.pemisah import Lembaran
from service.domain.pindai_tinta import LembarPindai, TempatCetak
from service.domain.sop.impor_bentuk import Sumber
from service.domain.tabel_isian import TabelIsian
from service.domain.tanda_tangan import BacaanTanda, DasarTanda


class Reader(Protocol):
    """Looks into one file in a throw-away child; Unavailable where no box can be made."""

    def look(self, path: Path, nama: str) -> Bacaan:
        """What the file is and says; one that ends its reader is told of as a finding."""
        ...

    def picture(self, path: Path, halaman: int, lebar: int) -> bytes:
        """A page (from 1) as PNG, `lebar` pixels wide; Refusal where it has no such page."""
        ...

    def scan(self, path: Path, halaman: int) -> bytes:
        """A scanned page (from 1) as BMP at 300 dpi, its lines level; Refusal where none is."""
        ...

    def member(self, path: Path, nama: str, n: int, out: Path) -> Path:
        """The n-th member of an archive or letter, unpacked to `out`."""
        ...

    def sheets(self, path: Path, dari: int) -> list[Lembaran]:
        """Pages from `dari` on, some at a time, [] behind the last: separators, and blank ones."""
        ...

    def part(self, path: Path, dari: int, sampai: int, out: Path) -> Path:
        """The pages from `dari` to `sampai` as a PDF of their own, written to `out`."""
        ...

    def rows(self, path: Path) -> list[list[str]]:
        """The cells of the first sheet, as text; Refusal where there is no sheet to read."""
        ...

    def filled_table(self, path: Path) -> TabelIsian:
        """The first sheet that can be seen, with what is odd in it; Refusal where there is none."""
        ...

    def unit_tables(self, path: Path) -> list[TabelIsian]:
        """Every sheet of a unit's list, large ones too; Refusal where there is none to read."""
        ...

    def sop_table(self, path: Path) -> Sumber:
        """Paragraphs and tables from the top down; Refusal where a machine can read none."""
        ...

    def template(self, path: Path, nama: str) -> Templat:
        """A Word template taken apart, nothing of it carried out; one that ends its reader is
        told of as a finding."""
        ...

    def joined(self, path: Path, out: Path) -> Path:
        """The same Word file, each tag that Word cut into pieces in one and its tie to a template
        of Word undone, written to `out`."""
        ...

    def signatures(self, path: Path, dasar: DasarTanda) -> BacaanTanda:
        """The signatures in a PDF and its layers; what cannot be read says why."""
        ...

    def places(self, pdf: Path, frasa: Sequence[Frasa]) -> list[Letak | None]:
        """Where each phrase stands on the pages; None where nowhere."""
        ...

    def inked(self, path: Path, cetakan: Path, tempat: Sequence[TempatCetak]) -> list[LembarPindai]:
        """The pages of a scan held against the print that went out: codes, fineness, ink."""
        ...


class Scanner(Protocol):
    """Looks for viruses, where a scanner is set."""

    @property
    def in_use(self) -> bool:
        """Whether one is set at all."""
        ...

    def found(self, path: Path) -> str:
        """The name of what was found, '' where the file is clean; Unavailable: not looked at."""
        ...

    def prove(self) -> None:
        """Unavailable where it would find nothing: away, or without signatures."""
        ...


@dataclass(frozen=True)
class Terbaca:
    """What a machine made of the letters of a page."""

    teks: str
    keyakinan: int  # 0 to 100, the mean of its words; 0 where it has none


class Ocr(Protocol):
    """Reads the letters of a scanned page."""

    def read(self, page: Path) -> Terbaca:
        """The words on a picture of a page, whichever way up; Unavailable where it cannot run."""
        ...
