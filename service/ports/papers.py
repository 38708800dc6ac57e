"""Reading, filling, converting, binding and carrying papers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

from service.domain.daftar_kirim import BarisKirim
from service.domain.daftar_unit.kembali import BukuKembali
from service.domain.dossier.boleh import Fakta
from service.domain.dossier.isi import Dossier
from service.domain.edisi.cetakan import Cetakan
from service.domain.folder_ttd import Terletak
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


@dataclass(frozen=True)
class LajurBlangko:
    """One column of a form to be filled in: its head, what helps, a sample."""

    judul: str
    petunjuk: str = ""
    contoh: str = ""
    wajib: bool = False
    jenis: str = "teks"  # or tanggal, angka
    pilihan: tuple[str, ...] = ()


@dataclass(frozen=True)
class Blangko:
    """A form to be filled in: sentences above it, its columns, rows that are filled already."""

    judul: str
    keterangan: tuple[str, ...]
    lajur: tuple[LajurBlangko, ...]
    baris: Sequence[Sequence[Sel]]
    kosong: int  # rows made ready below them


class Blanks(Protocol):
    """Writes forms that come back filled in."""

    def write(self, out: Path, blangko: Blangko) -> Path:
        """A workbook with the form, its choices as lists, and a sheet that says how."""
        ...


class Returns(Protocol):
    """Writes lists that go back to be mended."""

    def write(self, out: Path, buku: BukuKembali) -> Path:
        """The rows, each fault marked at its cell and said in a sheet of its own; no formula."""
        ...


class SopForms(Protocol):
    """Prints SOPs back as their official form."""

    def write(self, one: Formulir, out: Path) -> Path:
        """The form as a Word file: identity, table with its flowchart, signatures, inferences."""
        ...


@dataclass(frozen=True)
class Rupa:
    """How an agency's papers look; what is empty stays as the template has it.

    Nothing given at all: nothing is touched. Anything given, and no logo: the place of the logo
    is taken out.
    """

    kertas: str = ""
    huruf: str = ""
    huruf_keputusan: str = ""
    ukuran: int = 0  # points of the running text
    margin: tuple[float, float, float, float] | None = None  # atas, bawah, kiri, kanan, in cm
    logo: Path | None = None
    tanpa_logo: bool = False  # an agency that has none, where nothing else is given


class Filler(Protocol):
    """Fills Word templates."""

    def fill(
        self,
        template: Path,
        isian: Mapping[str, Any],
        out: Path,
        rupa: Rupa = Rupa(),
        konsep: bool = False,
    ) -> Path:
        """The template with its fields filled, sandboxed, strict and escaped.

        What is missing refuses the paper by its name; in a konsep it stands there in yellow. A
        picture is given as {"gambar": its path, "lebar_mm": how wide it is printed}.
        """
        ...


class Converter(Protocol):
    """Makes PDFs of Word files."""

    def pdf(self, docx: Path, out: Path, tanda: Tanda | None = None) -> Path:
        """The paper as PDF/A with its marks, opened and counted before it is handed over."""
        ...


class ListPaper(Protocol):
    """Writes an edition as a Word file that the converter prints."""

    def write(self, out: Path, cetakan: Cetakan) -> Path:
        """An A4 on its side; the same edition gives the same bytes."""
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

    def mend(self, pdf: Path, out: Path, *, ua: bool = True) -> Path:
        """The same paper, with metadata under which PDF/A and PDF/UA both hold; or PDF/A alone."""
        ...

    def pages(self, pdf: Path) -> list[str]:
        """The text of each page; Unavailable where the file does not open."""
        ...

    def alike(self, pdf: Path, other: Path) -> bool:
        """Whether both look the same, page by page and pixel by pixel."""
        ...


class Examiner(Protocol):
    """Examines a PDF by the letter of its standard."""

    def broken(self, pdf: Path, profile: str) -> list[str]:
        """The rules of "2b" or "ua1" that it breaks; none where it holds."""
        ...


class Trimmer(Protocol):
    """Makes a template lighter when it is taken in."""

    def trim(self, docx: Path, out: Path) -> bool:
        """Without what nothing in it uses; False, and as it was, where that would show."""
        ...

    def spare(self, docx: Path) -> tuple[str, ...]:
        """The names of the styles that nothing in it uses."""
        ...


class Letters(Protocol):
    """Knows the fonts that papers are printed with."""

    def printed_as(self, huruf: str) -> str:
        """The font that stands on paper where this one is asked for."""
        ...


@dataclass(frozen=True)
class Tanda:
    """What stands on every page of a paper: where it is asked after, and what it is called."""

    alamat: str  # without the page, which is added to it; '': no QR, for what is not final
    sebut: tuple[str, ...]


class Marker(Protocol):
    """Marks every page of a paper, so that its print is known again."""

    def mark(self, pdf: Path, tanda: Tanda, out: Path) -> Path:
        """The same paper with the marks laid in; what it was as archive it stays."""
        ...

    def cross(self, pdf: Path, kata: str, out: Path) -> Path:
        """A copy with a word drawn over each of its pages, which can be read still."""
        ...

    def pen(self, pdf: Path, halaman: int, garis: Sequence[tuple[float, float]], out: Path) -> Path:
        """A line of ink over a page (from 0), in points: how a paper looks that is signed by hand,
        where one is played."""
        ...


class Joiner(Protocol):
    """Joins the parts of one paper."""

    def join(self, parts: Sequence[tuple[Path, int]], out: Path) -> Path:
        """Each part with the pages it must have (0: as many as came), as one paper without tags."""
        ...


class Collator(Protocol):
    """Lays papers behind one another for the printer."""

    def collate(
        self, judul: str, parts: Sequence[tuple[str, Path]], out: Path, *, bolak_balik: bool
    ) -> int:
        """One PDF, and its pages; printed on both sides, each paper begins on a front."""
        ...


class Fitter(Protocol):
    """Makes papers of others fit to be bound, in the box."""

    def look(self, path: Path) -> Fakta:
        """What has to be known of a PDF; one that ends its reader is a broken one."""
        ...

    def pictured(self, path: Path, out: Path) -> Path:
        """Its pages as pictures with their words, PDF/A-2b; Refusal where one cannot be drawn."""
        ...


class Binder(Protocol):
    """Binds a dossier."""

    def bind(
        self,
        dossier: Dossier,
        halaman: Sequence[Path | None],
        asli: Mapping[str, Path],
        out: Path,
    ) -> int:
        """One PDF/A-3b of all its papers, each out of its PDF (None: a page that says why not),
        and how many pages; what is attached lies in `asli` by its sha256. The same inputs give the
        same bytes."""
        ...


class Courier(Protocol):
    """Carries papers to the folders of signers and brings back what was signed."""

    def send(self, naskah_id: str, pdf: Path, label: str, folder: str = "") -> None:
        """Lay the paper in the folder of its next signer, and nowhere else."""
        ...

    def lying(self) -> list[Terletak]:
        """What lies with signers, by folder and name."""
        ...

    def returned(self) -> list[tuple[str, str]]:
        """Files that lie whole and still since an earlier look: the naskah's id, '' where the name
        says none, and a mark that changes with the file."""
        ...

    def back(self) -> list[Terletak]:
        """All that somebody laid among the returned, whatever it is, by name."""
        ...

    def lands_in(self) -> list[Path]:
        """Folders in which something happens when a paper comes back."""
        ...

    def settles_in(self) -> float | None:
        """Seconds until what came back last may lie still; None where nothing is waited for."""
        ...

    def fetch(self, naskah_id: str, room: Path) -> list[tuple[Path, Path]]:
        """What came back of one naskah, or under no name of ours: each file, and its copy in
        `room`, that did not change."""
        ...

    def written_on(self) -> list[tuple[str, str]]:
        """Files that lie whole and still with signers since an earlier look of `returned`: the
        naskah's id, and the sha256 of what it says now."""
        ...

    def odd(self, sebelum: datetime) -> list[Path]:
        """Files among the returned that are no whole PDF and lie there unchanged since then."""
        ...

    def fetch_odd(self, sebelum: datetime, room: Path) -> list[tuple[Path, Path]]:
        """The same, each with its copy in `room`."""
        ...

    def fetch_out(self, naskah_id: str, room: Path) -> list[tuple[Path, Path, str]]:
        """What lies of one naskah with signers: each file, its copy in `room`, and a mark that
        changes with the file. Unavailable while one of them is being written."""
        ...

    def take_away(self, path: Path, mark: str) -> None:
        """Take a file from where a signer finds it; Unavailable where it changed meanwhile."""
        ...

    def name(self, path: Path, naskah_id: str) -> None:
        """Give a file the name of the paper that it is; one that is gone stays so."""
        ...

    def withdraw(self, naskah_id: str) -> None:
        """The paper is not to be signed any more: take it away from where the signer finds it."""
        ...

    def taken(self, path: Path) -> None:
        """The file is kept; take it out of the folder of what came back."""
        ...

    def tell(self, some: Sequence[BarisKirim], zona: str) -> None:
        """Write the lists that lie beside the papers, where they say something else than before."""
        ...
