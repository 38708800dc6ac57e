"""What the page of an examined template shows."""

from __future__ import annotations

from dataclasses import dataclass

from service.face.isi import Bentuk, Pemberitahuan, Tabel, Tautan
from service.face.isi_formulir import Formulir


@dataclass(frozen=True)
class Temuan:
    """One fault or warning, as it is read: its number is that of its box on the picture."""

    nomor: int
    bentuk: Bentuk
    sebutan: str
    sebab: str
    saran: str
    tempat: str = ""
    sebelum: str = ""
    teks: str = ""
    sesudah: str = ""
    gambar: Tautan | None = None  # the picture that shows it


@dataclass(frozen=True)
class Kotak:
    """A box on a picture, in per cent of its sides, with the number of its fault."""

    nomor: int
    salah: bool
    kiri: float
    atas: float
    lebar: float
    tinggi: float


@dataclass(frozen=True)
class Gambar:
    """The picture of one page, and what is painted on it."""

    alamat: str
    nomor: int
    kotak: tuple[Kotak, ...]


@dataclass(frozen=True)
class CetakanTemplat:
    """The pages of one print: of the template itself, or of its sample."""

    id: str
    judul: str
    kata: str
    gambar: tuple[Gambar, ...]
    banyak: int  # pages in all


@dataclass(frozen=True)
class Pemeriksaan:
    """The whole page."""

    judul: str
    kata: str
    jejak: tuple[Tautan, ...]
    hasil: Pemberitahuan
    temuan: tuple[Temuan, ...]
    ruas: Tabel | None
    cetakan: tuple[CetakanTemplat, ...]
    tanpa_gambar: str = ""  # why there are no pictures
    kirim: tuple[tuple[str, str, str], ...] = ()  # deeds of one press: address, words, kelas
    simpan: Formulir | None = None
    unggah: Formulir | None = None
    tautan: tuple[Tautan, ...] = ()
    berkas: tuple[Tautan, ...] = ()  # real matters with which it can be tried
    terlihat: int = 15  # findings that are not folded away
