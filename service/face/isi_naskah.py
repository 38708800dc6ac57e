"""What the form of a naskah shows: its parts in the order of the paper, and what is not typed."""

from __future__ import annotations

from dataclasses import dataclass

from service.face.isi import Bentuk, Tautan
from service.face.isi_formulir import Formulir, Ruas


@dataclass(frozen=True)
class Terlihat:
    """What stands in the paper and is not typed on its form: in words, with where it is changed."""

    label: str
    kata: str
    tautan: Tautan | None = None


@dataclass(frozen=True)
class Baris:
    """One row of a table; `hapus` is what the button sends that takes it out."""

    ruas: tuple[Ruas, ...]
    hapus: str


@dataclass(frozen=True)
class Bagian:
    """One part of the form: fields under a heading or under none, or the rows of a table."""

    judul: str = ""
    petunjuk: str = ""
    ruas: tuple[Ruas, ...] = ()
    baris: tuple[Baris, ...] = ()
    tambah: str = ""  # what the button sends that adds a row; '' where the table is full
    sasaran: str = ""  # the place on the page of the row that is added


@dataclass(frozen=True)
class LembarIsian:
    """The whole form, laid out."""

    formulir: Formulir
    bagian: tuple[Bagian, ...]
    terlihat: tuple[Terlihat, ...]


@dataclass(frozen=True)
class BuktiTtd:
    """One signature on the page that proves it."""

    judul: str
    bentuk: Bentuk
    keadaan: str
    sifat: tuple[tuple[str, str], ...]
    sidik: tuple[tuple[str, str], ...]  # long rows of letters, each with its name
    ditemukan: tuple[str, ...] = ()
