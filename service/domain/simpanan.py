"""What the store holds: a row for each file, leased before the bytes are put."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

DISEWA = "disewa"
DIPEGANG = "dipegang"
DIBUANG = "dibuang"  # nobody came to hold it; its bytes are being taken away
DIHAPUS = "dihapus"  # its archive was destroyed; its bytes are being taken away
MUSNAH = "musnah"  # they are gone, and the rows that name them stay as a stub
HILANG = frozenset({DIHAPUS, MUSNAH})
HASIL = timedelta(days=30)  # what can be made again at any time is kept so long
SEWA = timedelta(days=1)  # no file takes longer from its lease to the row that names it


@dataclass(frozen=True)
class Simpanan:
    """One stored file; `disewa` until a row of the office holds it."""

    id: str  # sha256 of the bytes
    ukuran: int
    keadaan: str
    dibuat: datetime
    versi: int = 1


def is_left(simpanan: Simpanan, now: datetime) -> bool:
    """Whether a file was put, or was to be, for a row that never came."""
    if simpanan.keadaan == DISEWA:
        return now - simpanan.dibuat > SEWA
    return simpanan.keadaan == DIBUANG


def released(simpanan: Simpanan, now: datetime) -> Simpanan:
    """The last row that named it is gone: leased once more, for a day or until a row names it."""
    return replace(simpanan, keadaan=DISEWA, dibuat=now)


def held_still(simpanan: Simpanan) -> Simpanan:
    """A row names it after all."""
    return replace(simpanan, keadaan=DIPEGANG)


def discarded(simpanan: Simpanan) -> Simpanan:
    """The file on its way out: from now on nobody can hold it."""
    return replace(simpanan, keadaan=DIBUANG)


TERBUKA = "berkas-store 1 tanpa kunci"  # the mark of a store that no key was set for


def missing(sha256: str) -> str:
    """What is said of a file that is not in the store."""
    return f"File {sha256} tidak ada di penyimpanan."


def damaged(sha256: str, why: str = "isinya tidak sama dengan sidiknya.") -> str:
    """What is said of a file whose bytes are not what its name says."""
    return f"File {sha256} rusak: {why}"


def other_mark(place: str, found: str, ours: str) -> str:
    """What is said where a store was made with another key, with one, or without one."""
    if found == TERBUKA:
        return (
            f"Penyimpanan {place} dibuat tanpa kunci, sedangkan BERKAS_KEY_FILE kini terisi. "
            "Kosongkan BERKAS_KEY_FILE, atau mulai dengan penyimpanan baru. Tidak ada yang diubah."
        )
    if ours == TERBUKA:
        return (
            f"Penyimpanan {place} dikunci, sedangkan BERKAS_KEY_FILE kosong. "
            "Isi BERKAS_KEY_FILE dengan file kunci penyimpanan ini. Tidak ada yang diubah."
        )
    return (
        f"Kunci di BERKAS_KEY_FILE bukan kunci penyimpanan {place}. "
        "Pasang file kunci yang dipakai saat penyimpanan ini dibuat. Tidak ada yang diubah."
    )
