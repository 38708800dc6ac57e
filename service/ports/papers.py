"""Reading, filling, converting, binding and carrying papers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from service.domain.sop.formulir import Formulir

Sel = str | int | float | date | None  # a datetime is a date, too


@dataclass(frozen=True)
class Diagram:
    """Columns of a sheet as bars below its table; columns are counted from 1."""

    judul: str
    satuan: str
    seri: tuple[int, ...]
    kategori: int = 1


@dataclass(frozen=True)
class Lembar:
    """One sheet of a workbook: lines above the table, its heads, its rows, lines below."""

    nama: str
    judul: str  # each line of it one row, in bold
    kolom: Sequence[str]
    baris: Iterable[Sequence[Sel]]
    kaki: str = ""
    diagram: tuple[Diagram, ...] = ()


class Workbooks(Protocol):
    """Writes tables into spreadsheets."""

    def write(self, out: Path, lembar: Sequence[Lembar]) -> Path:
        """A workbook of these sheets; whatever a text begins with, it stays a text."""
        ...


class SopForms(Protocol):
    """Prints SOPs back as their official form."""

    def write(self, one: Formulir, out: Path) -> Path:
        """The form as a Word file: identity, table with its flowchart, signatures, inferences."""
        ...


class Filler(Protocol):
    """Fills Word templates."""

    def fill(self, template: Path, isian: Mapping[str, Any], out: Path) -> Path:
        """The template with its fields filled, sandboxed, strict and escaped."""
        ...


class Converter(Protocol):
    """Makes PDFs of Word files."""

    def pdf(self, docx: Path, out: Path) -> Path:
        """The paper as PDF/A, opened and counted before it is handed over."""
        ...


class Changer(Protocol):
    """Makes of foreign files what can be read; Refusal where nothing can be made of one."""

    def modern(self, path: Path, mime: str, out: Path) -> Path:
        """An old Office file as docx, xlsx or PDF."""
        ...

    def pdf(self, path: Path, mime: str, out: Path) -> Path:
        """A foreign Office file as PDF, to be looked at; never a paper of ours."""
        ...


class Proofreader(Protocol):
    """Mends a PDF just made, and reads back what is in it."""

    def mend(self, pdf: Path, out: Path) -> Path:
        """The same paper, with metadata under which PDF/A and PDF/UA both hold."""
        ...

    def pages(self, pdf: Path) -> list[str]:
        """The text of each page; Unavailable where the file does not open."""
        ...


class Binder(Protocol):
    """Binds PDFs into a dossier."""

    def bind(
        self,
        judul: str,
        parts: Sequence[tuple[str, Path]],
        attached: Sequence[tuple[str, Path]],
        out: Path,
    ) -> Path:
        """One PDF of `parts`, with bookmarks, and the files of `attached` byte for byte."""
        ...


class Courier(Protocol):
    """Carries papers to a signer's folder and brings back what was signed."""

    def send(self, naskah_id: str, pdf: Path, label: str) -> None:
        """Lay the paper where the signer takes it."""
        ...

    def collect(self) -> list[tuple[str, Path]]:
        """What came back: the naskah's id, and the file."""
        ...

    def taken(self, path: Path) -> None:
        """The file is kept; take it out of the folder."""
        ...
