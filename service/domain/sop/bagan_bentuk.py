"""What a drawn flowchart is made of: rows, five symbols, arrows and words, in millimetres."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

KAPSUL, KOTAK, BELAH_KETUPAT, SEGILIMA = "kapsul", "kotak", "belah_ketupat", "segilima"
AWAL, AKHIR = "awal", "akhir"  # where a word is held: at its first letter, or at its last
BAHU = 0.8  # a pentagon is a box down to here, then comes to its point
Titik = tuple[float, float]


@dataclass(frozen=True)
class Ukuran:
    """How wide the lanes are, and how high the pages, where it is drawn for pages."""

    lajur: float = 30.0
    halaman: tuple[float, float] | None = None  # the first page, every other page
    ekor: float = 0.0  # what must stand on the last page with the last row


@dataclass(frozen=True)
class Perjalanan:
    """How far one berkas has come: the rows in the order in which it left them, and where it is."""

    lalu: tuple[str, ...] = ()
    kini: str = ""

    def went(self, dari: str, ke: str) -> bool:
        """Whether it went from one row straight to the other."""
        steps = (*self.lalu, self.kini)
        return (dari, ke) in itertools.pairwise(steps)


@dataclass(frozen=True)
class Lambang:
    """One symbol; x and y are its middle. A page connector belongs to no pelaksana."""

    bentuk: str
    x: float
    y: float
    lebar: float
    tinggi: float
    langkah: str
    pelaksana: str = ""
    isi: str = ""
    putus: bool = False
    sudah: bool = False
    kini: bool = False

    @property
    def atas(self) -> float:
        """Its upper edge."""
        return self.y - self.tinggi / 2

    @property
    def bawah(self) -> float:
        """Its lower edge."""
        return self.y + self.tinggi / 2

    def tepi(self, dx: float, *, atas: bool) -> float:
        """The height of its outline at a distance beside its middle, above or below."""
        half, away = self.tinggi / 2, abs(dx) / (self.lebar / 2)
        if self.bentuk == BELAH_KETUPAT:
            half *= 1 - away
        elif self.bentuk == SEGILIMA and not atas:
            half -= self.tinggi * (1 - BAHU) * away
        return self.y - half if atas else self.y + half


@dataclass(frozen=True)
class Panah:
    """One line from symbol to symbol; a line that only joins who works together has no head."""

    titik: tuple[Titik, ...]
    dari: str
    ke: str
    kepala: bool = True
    balik: bool = False
    putus: bool = False
    sudah: bool = False


@dataclass(frozen=True)
class Kata:
    """The outcome beside the line that it belongs to; y is the line it stands on."""

    x: float
    y: float
    isi: str
    rata: str
    langkah: str


@dataclass(frozen=True)
class Baris:
    """The strip of one langkah."""

    id: str
    nomor: int
    y: float
    tinggi: float
    halaman: int = 0
    sudah: bool = False
    kini: bool = False

    @property
    def bawah(self) -> float:
        """Where the next strip begins."""
        return self.y + self.tinggi


@dataclass(frozen=True)
class Bagan:
    """The lanes of an SOP with all that is drawn in them; rows of all pages follow each other."""

    lajur: tuple[str, ...]  # pelaksana, from left to right
    lebar_lajur: float
    baris: tuple[Baris, ...]
    lambang: tuple[Lambang, ...]
    panah: tuple[Panah, ...]
    kata: tuple[Kata, ...]

    @property
    def lebar(self) -> float:
        """Of all lanes together."""
        return len(self.lajur) * self.lebar_lajur

    @property
    def tinggi(self) -> float:
        """Of all rows together."""
        return self.baris[-1].bawah
