"""What the pages of a draft SOP show: each row of the table beside what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from service.face.isi import Beda, Bentuk, Tautan
from service.face.isi_formulir import Formulir

Pasangan = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Cacat:
    """A fault, and where it is mended."""

    di: Tautan
    sebab: str


@dataclass(frozen=True)
class Ragu:
    """Something that is not sure, and why."""

    isian: str
    sebab: str


@dataclass(frozen=True)
class BarisSumber:
    """A row of the table as it was read, cell by cell."""

    judul: str
    sel: Pasangan


@dataclass(frozen=True)
class BarisKonsep:
    """A row of the draft beside the rows it came from."""

    kunci: str
    judul: str
    alamat: str
    sumber: tuple[BarisSumber, ...]
    isi: Pasangan
    cacat: tuple[str, ...] = ()
    peringatan: tuple[str, ...] = ()
    ragu: tuple[Ragu, ...] = ()
    pertama: bool = False
    terakhir: bool = False
    tafsir: bool = False


@dataclass(frozen=True)
class Potongan:
    """Another piece of the draft: what it says in short, and where it is written."""

    judul: str
    alamat: str
    kata: str
    cacat: tuple[str, ...] = ()
    ragu: tuple[str, ...] = field(default=())


@dataclass(frozen=True)
class Kesiapan:
    """Whether a draft is ready to be put in force, and by whom."""

    bentuk: Bentuk | None
    kata: tuple[str, ...]
    pemberlaku: tuple[str, ...]  # names, each with its peran
    kosong: str  # what to do where there is nobody
    orang: Tautan | None
    formulir: Formulir | None  # one button
    tarik: str  # address that takes the word back
    siap: bool = False


@dataclass(frozen=True)
class VersiSop:
    """One version of an SOP in its history."""

    urut: int
    judul: str
    berlaku: bool
    pertama: bool
    beda: tuple[Beda, ...]
    sifat: Pasangan = ()
    dicabut: bool = False
