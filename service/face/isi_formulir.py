"""What a form shows: its fields, its buttons, and what it asks once more before it acts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from service.face.isi import Tautan

JenisRuas = Literal[
    "teks",
    "sandi",
    "surel",
    "telepon",
    "angka",
    "tanggal",
    "jam",
    "panjang",
    "pilih",
    "radio",
    "centang",
    "file",
    "tersembunyi",
]


@dataclass(frozen=True)
class Pilihan:
    """One answer of a ruas that offers several."""

    nilai: str
    teks: str
    petunjuk: str = ""


@dataclass(frozen=True)
class Ruas:
    """One field of a form, with what was typed and what is wrong with it."""

    nama: str
    label: str
    nilai: str = ""
    jenis: JenisRuas = "teks"
    petunjuk: str = ""
    contoh: str = ""
    galat: str = ""
    wajib: bool = True
    pilihan: tuple[Pilihan, ...] = ()
    terpilih: tuple[str, ...] = ()  # for centang; the others have `nilai`
    isi_otomatis: str = ""  # the autocomplete token: username, current-password, …
    batas: int = 0  # most characters; 0: no limit
    lebar: Literal["", "sempit", "sedang"] = ""  # how much a right answer takes
    saran: str = ""  # the id of a list on the page that is offered while one types
    kunci: str = ""  # tells two ruas of one nama apart on the same page


@dataclass(frozen=True)
class Kelompok:
    """Fields that belong together, under one heading."""

    judul: str
    ruas: tuple[Ruas, ...]
    petunjuk: str = ""


@dataclass(frozen=True)
class Tombol:
    """A second button of a form; what it sends says that it was pressed."""

    teks: str
    nama: str
    nilai: str = "1"


@dataclass(frozen=True)
class Formulir:
    """A whole form; a kelompok without judul stands plain."""

    alamat: str
    tombol: str  # a verb: "Simpan orang ini"
    kelompok: tuple[Kelompok, ...]
    salah: tuple[str, ...] = ()  # faults that belong to no single ruas
    lain: tuple[Tombol, ...] = ()
    batal: Tautan | None = None
    berlampiran: bool = False  # carries files
    jaga: bool = True  # what is typed here is worth a warning before it is left

    @property
    def ruas(self) -> tuple[Ruas, ...]:
        """All its fields, in order."""
        return tuple(ruas for kelompok in self.kelompok for ruas in kelompok.ruas)

    @property
    def keliru(self) -> bool:
        """Whether something must be mended before it can be kept."""
        return bool(self.salah) or any(ruas.galat for ruas in self.ruas)


@dataclass(frozen=True)
class Pastikan:
    """An act that cannot be undone, asked about once more."""

    nama: str  # its id on the page
    teks: str  # the button that asks: "Nonaktifkan akun…"
    judul: str  # names the thing: "Nonaktifkan akun Contoh Satu?"
    kata: str  # what follows from it
    alamat: str
    tombol: str  # the verb: "Nonaktifkan akun"
    isian: tuple[Ruas, ...] = ()
