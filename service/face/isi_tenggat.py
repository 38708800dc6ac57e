"""A calendar of terms: days, and what ends on each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Akhir:
    """One term on its day; the shape and the word say whether the law asks it or the office."""

    teks: str
    alamat: str
    lambang: Literal["hukum", "norma"]
    kata: str  # "Tenggat hukum berkas"
    singkat: str  # "Hukum", "Norma"
    perihal: str = ""  # what there is to do
    unit: str = ""
    lewat: bool = False
    rahasia: bool = False


@dataclass(frozen=True)
class HariTenggat:
    """A day with all that ends on it, or the first of it."""

    nomor: str  # "23"
    teks: str  # "Senin, 23 November 2026"
    iso: str
    alamat: str  # of the day by itself
    berakhir: tuple[Akhir, ...] = ()
    lagi: int = 0  # that end too and are not shown
    libur: str = ""  # its name, where nobody works
    tutup: bool = False
    hari_ini: bool = False
    sisa: str = ""  # "tinggal 2 hari kerja"
    kolom: int = 0  # 1 to 7 on the first day of a month: where its week begins


@dataclass(frozen=True)
class Hitung:
    """How many of one kind there are among what is shown."""

    lambang: Literal["hukum", "norma"]
    kata: str
    jumlah: int
