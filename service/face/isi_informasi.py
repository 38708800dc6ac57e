"""What the pages of the two lists show."""

from __future__ import annotations

from dataclasses import dataclass

from service.face.isi import Beda, Bentuk, Tautan


@dataclass(frozen=True)
class BarisVerifikasi:
    """One line to be verified, beside what it said before."""

    id: str
    tanda: str  # the line as it was read: sent back, it is that version which is verified
    alamat: str
    judul: str
    kode: str
    unit: str
    keadaan: tuple[Bentuk, str]
    baru: bool  # nobody verified it before
    isi: tuple[Beda, ...]
    beda: frozenset[str]  # the names of what says something else
    kurang: tuple[str, ...]
    ragu: tuple[str, ...]
    file: Tautan | None = None


@dataclass(frozen=True)
class DaftarMuka:
    """A list that came in, as its page shows it."""

    judul: str
    sifat: tuple[tuple[str, str], ...]
    keadaan: tuple[Bentuk, str]
    jumlah: tuple[tuple[str, str], ...] = ()
    salah: tuple[tuple[str, str, str], ...] = ()  # place, words, weight
    salah_lain: int = 0  # how many more there are
    berubah: tuple[tuple[str, tuple[Beda, ...]], ...] = ()
    hilang: tuple[str, ...] = ()
    catatan: tuple[str, ...] = ()
