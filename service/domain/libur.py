"""A day the office is closed, as the table of one instansi keeps it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from service.domain import ids
from service.domain.refusals import Refusal
from service.domain.tanggal import panjang

NASIONAL = "nasional"
CUTI_BERSAMA = "cuti_bersama"
DAERAH = "daerah"
NAMA_TERPANJANG = 120
JENIS = (NASIONAL, CUTI_BERSAMA, DAERAH)


@dataclass(frozen=True)
class Libur:
    """One holiday of one instansi; `sementara` until a decree confirms it."""

    id: str
    instansi: str
    tanggal: date
    nama: str
    jenis: str
    rujukan: str = ""
    sementara: bool = False
    versi: int = 1


class LiburTidakSah(Refusal):
    """A day off that the table cannot keep."""


class LiburSudahAda(Refusal):
    """The day is in the table already."""

    status = 409

    def __init__(self, ada: Libur) -> None:
        super().__init__(
            f"{panjang(ada.tanggal)} sudah tercatat sebagai {ada.nama}. Tidak ada yang diubah. "
            "Ubah baris itu bila namanya keliru."
        )


class TahunSudahBerisi(Refusal):
    """A first table is laid in an empty year only."""

    status = 409

    def __init__(self, tahun: int) -> None:
        super().__init__(
            f"Tabel hari libur tahun {tahun} sudah berisi. Tidak ada yang diubah. "
            "Tambahkan atau hapus hari libur satu per satu."
        )


def checked(libur: Libur) -> Libur:
    """The day off with its texts trimmed, or LiburTidakSah."""
    nama, rujukan = (" ".join(text.split()) for text in (libur.nama, libur.rujukan))
    if not 0 < len(nama) <= NAMA_TERPANJANG:
        raise LiburTidakSah(f"Isi nama hari libur, paling panjang {NAMA_TERPANJANG} huruf.")
    if libur.jenis not in JENIS:
        raise LiburTidakSah("Pilih jenis hari libur: nasional, cuti bersama, atau daerah.")
    return replace(libur, nama=nama, rujukan=rujukan)


def without_twin(libur: Libur, table: Iterable[Libur]) -> Libur:
    """The day off, or LiburSudahAda where the table has one of its kind that day."""
    for one in table:
        if one.id != libur.id and (one.tanggal, one.jenis) == (libur.tanggal, libur.jenis):
            raise LiburSudahAda(one)
    return libur


def libur_id(instansi: str, on: date, nama: str) -> str:
    """The id of a seeded holiday; seeding twice names it alike."""
    key = f"libur\n{instansi}\n{on.isoformat()}\n{nama}"
    return ids.derived(key)
