"""How the house fares: checks, chain, what is stuck, who holds what, which days are free."""

from __future__ import annotations

from dataclasses import dataclass

from service.face.isi import Bentuk, Tautan
from service.face.isi_formulir import Pastikan


@dataclass(frozen=True)
class Batang:
    """How many stand at one place, as a bar; `dari` is the longest bar's count."""

    teks: str
    jumlah: int
    dari: int
    alamat: str = ""


@dataclass(frozen=True)
class Hari:
    """A day of the fortnight ahead, and how much falls due on it."""

    teks: str  # "Sen 23"
    iso: str
    jumlah: int = 0
    alamat: str = ""
    libur: str = ""  # why nobody works
    hari_ini: bool = False


@dataclass(frozen=True)
class Ringkas:
    """One sentence with a number in it, and the shape of its state."""

    kata: str
    bentuk: Bentuk
    alamat: str = ""


@dataclass(frozen=True)
class Periksa:
    """One line of the page Keadaan; `baik` None: not used here, which is no fault."""

    nama: str
    baik: bool | None
    kata: str
    tindakan: str = ""  # what to do about it


@dataclass(frozen=True)
class Rantai:
    """The head of one journal."""

    nama: str
    urut: int
    kepala: str
    waktu: str
    iso: str


@dataclass(frozen=True)
class Macet:
    """Work that stopped, for a person to decide."""

    kata: str  # what was being done: "Menyusun PDF"
    sasaran: Tautan | None
    sejak: str
    iso: str
    percobaan: int
    sebab: str
    coba_lagi: str  # address (POST)
    abaikan: Pastikan
    aman: str = ""  # what is safe: "File asli tersimpan utuh."
    teknis: str = ""  # the last error as the machine wrote it


@dataclass(frozen=True)
class Dipegang:
    """A peran as a person holds it."""

    peran: str
    tempat: str  # instansi and unit
    masa: str
    bentuk: Bentuk
    keadaan: str  # "berlaku", "mulai 1 Desember", "berakhir"
    sebagai: str = ""  # "Plt.", "delegasi dari Contoh Dua"
    dasar: str = ""
    cabut: Pastikan | None = None


@dataclass(frozen=True)
class HariLibur:
    """A day nobody works, as the calendar page lists it."""

    tanggal: str  # "Kamis, 25 Desember 2026"
    iso: str
    nama: str
    jenis: str  # "nasional", "cuti bersama", "daerah"
    rujukan: str = ""
    sementara: bool = False
    hapus: str = ""  # address (POST); empty where this person may not
    ubah: str = ""  # address of its form; empty where this person may not
