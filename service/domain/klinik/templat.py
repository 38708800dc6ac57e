"""A Word template as it was taken apart: paragraphs in order, and the tags that stand in them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

ISI, KEPALA, KAKI, CATATAN, SIFAT = "isi", "kepala", "kaki", "catatan", "sifat"
BAGIAN: dict[str, str] = {
    ISI: "isi naskah",
    KEPALA: "kepala halaman",
    KAKI: "kaki halaman",
    CATATAN: "catatan kaki",
    SIFAT: "sifat dokumen (judul, subjek, penulis)",
}
TERSEBUT = 120  # letters of a tag that a sentence names
BIDANG, BIDANG_BERTANDA, TERIKAT = "bidang", "bidang_bertanda", "terikat"
NILAI, KETERANGAN = "nilai", "keterangan"  # a tag that prints a value; one that says nothing


@dataclass(frozen=True)
class Tempat:
    """Where something stands: its part, its paragraph, and the words around it."""

    bagian: str = ""
    alinea: int = 0  # counted from 1 within the part; 0: none in particular
    teks: str = ""
    sebelum: str = ""
    sesudah: str = ""
    tabel: int = 0
    baris: int = 0
    kolom: int = 0
    urut: int = -1  # of the paragraph in the whole template

    def __str__(self) -> str:
        told = BAGIAN.get(self.bagian, self.bagian)
        if self.alinea:
            told += f", alinea {self.alinea}"
        if self.tabel:
            told += f" (tabel {self.tabel}, baris {self.baris}, kolom {self.kolom})"
        return told


@dataclass(frozen=True)
class Alinea:
    """One paragraph: its words, its place, and where Word cut them into pieces."""

    bagian: str
    nomor: int
    teks: str
    tabel: int = 0
    baris: int = 0
    kolom: int = 0
    potong: tuple[int, ...] = ()  # where each piece of text begins
    wadah: tuple[int, ...] = ()  # in what each piece lies: 0, the paragraph itself
    part: str = ""  # the member of the file

    @property
    def sel(self) -> tuple[int, int, int]:
        """The cell it stands in; zeros where it stands in none."""
        return self.tabel, self.baris, self.kolom


@dataclass(frozen=True)
class Tanda:
    """One tag: where it stands, what it orders, and what it asks for."""

    alinea: int  # which paragraph of the template
    mulai: int
    teks: str
    perintah: str  # nilai, keterangan, for, if, else, … as it is written
    awalan: str = ""  # p, tr, tc or r: what goes with it
    nama: tuple[str, ...] = ()  # names it reads
    sasaran: tuple[str, ...] = ()  # names it gives
    dari: str = ""  # the value a loop goes through, with its parts: satu.dasar
    bagian_nilai: tuple[str, ...] = ()  # values with their parts, as in penandatangan.nama
    asing: tuple[str, ...] = ()  # filters that are none of the template language's own
    uji_asing: tuple[str, ...] = ()
    panggil: tuple[str, ...] = ()
    rentang: int = 0  # the largest number a range in it is told
    aman: bool = False  # whether it lets a value pass unescaped
    salah: str = ""  # why it cannot be read

    @property
    def sebut(self) -> str:
        """The tag as a sentence names it, in one line."""
        words = " ".join(self.teks.split())
        return words if len(words) <= TERSEBUT else f"{words[: TERSEBUT - 1]}…"


@dataclass(frozen=True)
class PakaiHuruf:
    """A font that is asked for: by a style, or in a paragraph."""

    huruf: str
    gaya: str = ""
    alinea: int = -1


@dataclass(frozen=True)
class PakaiBidang:
    """A field of Word, or a control bound to stored data: it may print other words than stand."""

    kode: str
    nama: str = ""
    alinea: int = -1


@dataclass(frozen=True)
class Templat:
    """All that can be said of a .docx without filling it."""

    word: bool  # whether it is a plain Word file at all
    temuan: tuple[tuple[str, str], ...] = ()
    luar: tuple[tuple[str, str, str], ...] = ()  # kind, target and part of what it fetches
    alinea: tuple[Alinea, ...] = ()
    tanda: tuple[Tanda, ...] = ()
    huruf: tuple[PakaiHuruf, ...] = ()
    bidang: tuple[PakaiBidang, ...] = ()

    def tempat(self, n: int) -> Tempat:
        """The place of a paragraph, with its neighbours in the same part."""
        one = self.alinea[n]
        return Tempat(
            one.bagian,
            one.nomor,
            one.teks,
            *self._neighbours[n],
            *one.sel,
            urut=n,
        )

    @cached_property
    def _neighbours(self) -> tuple[tuple[str, str], ...]:
        """For each paragraph the nearest with words before and after it, in the same part."""
        before = self._nearest(range(len(self.alinea)))
        after = self._nearest(range(len(self.alinea) - 1, -1, -1))
        return tuple((before[n], after[n]) for n in range(len(self.alinea)))

    def _nearest(self, order: range) -> dict[int, str]:
        found = dict[int, str]()
        part, told = "", ""
        for n in order:
            one = self.alinea[n]
            if one.part != part:
                part, told = one.part, ""
            found[n] = told
            told = one.teks.strip() or told
        return found
