"""What the pages of the lists say, in one place."""

from __future__ import annotations

from datetime import date, datetime

from service.domain.edisi.edisi import DAFTAR, DIP
from service.domain.informasi.beda import Baris
from service.domain.tanggal import hari_tanggal, local, panjang

BELUM = {
    "dip": (
        "Belum ada daftar yang diumumkan di sini",
        "Setelah Daftar Informasi Publik ditetapkan dengan surat keputusan dan diumumkan, isinya "
        "tampil di halaman ini. Sementara itu, ajukan permohonan untuk informasi yang Anda "
        "butuhkan.",
    ),
    "dik": (
        "Belum ada daftar yang diumumkan di sini",
        "Setelah Daftar Informasi yang Dikecualikan ditetapkan dengan surat keputusan dan "
        "diumumkan, isinya tampil di halaman ini.",
    ),
}
TENTANG = {
    "dip": "Yang tercantum di sini dapat diperoleh tanpa menyebut alasan.",
    "dik": "Yang tercantum di sini tidak dibuka untuk umum. Daftarnya sendiri terbuka: apa, atas "
    "dasar undang-undang apa, dan sampai kapan.",
}
TIDAK_ADA = "Tidak ada baris yang cocok. Ubah kata yang dicari, atau tampilkan semua."
TIDAK_KINI = "Baris ini tercantum dalam edisi terdahulu dan tidak dalam daftar yang berlaku."
RUPA = {
    "pdf": "PDF",
    "xlsx": "XLSX",
    "csv": "CSV",
    "json": "JSON",
    "jsonld": "DCAT (JSON-LD)",
    "ttl": "DCAT (Turtle)",
    "atom": "Atom",
}
JENIS_BEDA = {"ditambah": "Ditambahkan", "diubah": "Diubah", "dihapus": "Dihapus"}


def judul(daftar: str, isi: Baris) -> str:
    """What a line is about, in one short line."""
    said = isi.get("ringkasan" if daftar == DIP else "informasi", "")
    return short(" ".join(said.split()), 160)


def short(text: str, most: int) -> str:
    """A text, or its beginning."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def hari(at: datetime | None, zona: str) -> str:
    """The day of a moment in the office's own zone."""
    return hari_tanggal(local(at, zona).date()) if at else ""


def sk(nomor: str, tanggal: date | None) -> str:
    """A decree as it is cited."""
    return f"Nomor {nomor}" + (f" tanggal {panjang(tanggal)}" if tanggal else "")


def besar(ukuran: int) -> str:
    """A size as people say it."""
    for unit, one in (("MB", 1_000_000), ("kB", 1_000)):
        if ukuran >= one:
            return f"{ukuran / one:.1f}".replace(".", ",").removesuffix(",0") + f" {unit}"
    return f"{ukuran} bita"


def ribu(n: int) -> str:
    """A number with the points of this country."""
    return f"{n:,}".replace(",", ".")


def nama(daftar: str) -> str:
    """The whole name of a list."""
    return DAFTAR[daftar]
