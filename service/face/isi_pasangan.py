"""What the pages of templates show: versions, and two of them beside each other."""

from __future__ import annotations

from dataclasses import dataclass

from service.face.isi import Beda, Tautan
from service.face.isi_formulir import Pastikan

Sifat = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class VersiTemplat:
    """One version of a template in its history."""

    urut: int
    judul: str
    berlaku: bool
    sifat: Sifat = ()
    unduh: tuple[Tautan, ...] = ()
    banding: str = ""  # address of what it changed; '' for the first
    kembali: Pastikan | None = None
    dicabut: bool = False


@dataclass(frozen=True)
class KataBeda:
    """Some words of a paragraph: '' in both, '-' only before, '+' only after."""

    tanda: str
    teks: str


@dataclass(frozen=True)
class AlineaBeda:
    """One paragraph that differs, and where it stands."""

    tempat: str
    kata: tuple[KataBeda, ...]


@dataclass(frozen=True)
class HalamanBerdamping:
    """The same page of both prints; '' where one has no such page."""

    nomor: int
    sebelum: str
    sesudah: str


@dataclass(frozen=True)
class BandingTemplat:
    """Two versions beside each other."""

    sebelum: str  # what they are called
    sesudah: str
    alinea: tuple[AlineaBeda, ...]
    ruas: tuple[Beda, ...]
    halaman: tuple[HalamanBerdamping, ...]
    lanjut: bool = False  # there are more pages than are shown
    galat: str = ""
    sama: bool = False
    contoh_sama: bool = True  # both printed with the same samples
    pdf: tuple[Tautan, ...] = ()
