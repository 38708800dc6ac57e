"""What the pages about kiriman show, already in the words a person reads."""

from __future__ import annotations

from dataclasses import dataclass

from service.face.isi import Bentuk, Tautan


@dataclass(frozen=True)
class BarisUnggahan:
    """A file that came in and was not sent yet."""

    id: str
    nama: str
    besar: str
    utuh: bool
    sampai: str = ""  # "baru 40 %", where it is not whole
    pengantar: bool = False


@dataclass(frozen=True)
class Keadaan:
    """Where a kiriman or a file stands: a shape and a word."""

    bentuk: Bentuk
    kata: str


@dataclass(frozen=True)
class KataTemuan:
    """One thing that was found in a file."""

    label: str
    kata: str
    di: str = ""


@dataclass(frozen=True)
class FileKiriman:
    """One file of a kiriman."""

    id: str
    nama: str
    keadaan: Keadaan
    sifat: tuple[tuple[str, str], ...]  # true type, size, pages
    sha256: str
    unduh: str
    peran: str = ""  # "Surat pengantar"
    dari: str = ""  # the archive it was taken out of
    temuan: tuple[KataTemuan, ...] = ()
    gambar: str = ""  # address of the picture of its first page
    lihat: Tautan | None = None  # where the picture is made only when it is asked for


@dataclass(frozen=True)
class Nilai:
    """One value of the letter, and who says so."""

    nama: str
    nilai: str
    asal: str  # "dibaca mesin", "dipastikan petugas", "ditulis pengirim"
    sebab: str = ""  # page and words it rests on
    bentuk: Bentuk = "baru"


@dataclass(frozen=True)
class LembarPemisah:
    """A sheet that parts a stack; empty words: as the stack says."""

    qr: str  # a drawing
    unit: str
    jenis: str


@dataclass(frozen=True)
class LabelKertas:
    """What is stuck on a paper, so that paper and page are found from each other."""

    qr: str  # a drawing
    instansi: str
    unit: str
    nomor: str
    diterima: str
    lokasi: str
