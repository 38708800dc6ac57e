"""What the registers, the search and the disposisi show: plain values, in words a person reads."""

from __future__ import annotations

from dataclasses import dataclass

from service.face.isi import Bentuk, Tautan
from service.face.isi_formulir import Formulir, Pastikan


@dataclass(frozen=True)
class KutipanCari:
    """A place where the words stand; every second stretch is a hit."""

    kata: tuple[str, ...]
    halaman: Tautan | None = None  # leads to the page itself


@dataclass(frozen=True)
class HasilCari:
    """One file or paper that was found; of each line every second stretch is a hit."""

    judul: tuple[str, ...]
    alamat: str
    keadaan: str
    bentuk: Bentuk
    sifat: tuple[str, ...]  # number, sender, day, unit
    file: tuple[str, ...]  # the file's name
    potongan: tuple[KutipanCari, ...] = ()
    lain: Tautan | None = None  # where the page of a file is opened: to what it belongs


@dataclass(frozen=True)
class PencarianTersimpan:
    """A search that was kept, and how it is asked again."""

    nama: str
    alamat: str
    isi: tuple[str, ...]  # its words and what narrows it
    milik: str = ""  # whose it is, or who shares it
    hapus: Pastikan | None = None


@dataclass(frozen=True)
class BukuRegister:
    """One of the registers, as the way between them names it."""

    nama: str
    alamat: str
    di_sini: bool = False


@dataclass(frozen=True)
class LajurCetak:
    """A column of the printed book; `lebar` in per cent of the sheet."""

    judul: str
    lebar: float
    kelompok: str = ""  # a heading over several columns


@dataclass(frozen=True)
class LembarCetak:
    """A printed register: letterhead, title, table, and who signs."""

    kop: tuple[str, ...]  # the bodies above and the name itself
    alamat: tuple[str, ...]
    judul: str
    masa: str
    kolom: tuple[LajurCetak, ...]
    baris: tuple[tuple[str, ...], ...]
    tempat_tanggal: str
    jabatan: str
    nama: str
    nip: str = ""
    catatan: str = ""
    mulai: int = 1


@dataclass(frozen=True)
class BarisDisposisi:
    """One line of the sheet, as the page of the kiriman shows it."""

    dari: str
    kepada: str
    isi: tuple[str, ...]
    catatan: str
    sifat: str
    batas: str
    lewat: bool
    waktu: str
    iso: str
    keadaan: str
    bentuk: Bentuk
    jejak: str = ""  # who confirmed it, and when
    hasil: str = ""
    versi: int = 1
    terima: str = ""  # address (POST); empty where it is not this person's
    selesai: Formulir | None = None
    teruskan: Tautan | None = None
