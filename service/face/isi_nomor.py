"""What the pages of the number books show."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class BeritaAcara:
    """The sheet that says whether a book is whole, for somebody to sign."""

    kop: tuple[str, ...]  # the bodies above and the name itself
    alamat: tuple[str, ...]
    buku: str
    masa: str
    pembuka: str
    hasil: tuple[tuple[str, str], ...]  # what was counted, and how many
    simpulan: tuple[str, ...]
    kolom: tuple[str, ...]
    baris: tuple[tuple[str, ...], ...]
    kolom_luar: tuple[str, ...]
    luar: tuple[tuple[str, ...], ...]  # given by other registers
    tempat_tanggal: str
    tanda_tangan: tuple[tuple[str, str, str], ...]  # jabatan, name, NIP
    catatan: str
