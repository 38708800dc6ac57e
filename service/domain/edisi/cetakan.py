"""An edition as it is printed: its letterhead, its decree, its lines in the legal columns."""

from __future__ import annotations

from dataclasses import dataclass

from service.domain.edisi.edisi import DIP
from service.domain.edisi.lajur import heads, rows
from service.domain.edisi.terbitan import Terbitan
from service.domain.instansi import Kop
from service.domain.tanggal import local, panjang

# How wide each column is, in hundredths of the page, in the order of the printed heads.
LEBAR: dict[str, tuple[int, ...]] = {
    "dip": (4, 26, 15, 14, 13, 9, 10, 9),
    "dik": (4, 17, 17, 18, 18, 9, 8, 9),
}
BERTANDA = 1_000  # lines; a longer list is printed in parts, without marks for a screen reader
TERBANYAK = 5_000  # lines; more are beyond what the printer was tried with


@dataclass(frozen=True)
class Cetakan:
    """All that the paper of a list says; a bar is a row whose cells but the first are empty."""

    judul: str
    kop: Kop
    keterangan: tuple[str, ...]
    kepala: tuple[str, ...]
    lebar: tuple[int, ...]
    baris: tuple[tuple[str, ...], ...]
    kaki: str


def printed(one: Terbitan, kop: Kop) -> Cetakan:
    """The list as a paper on its side."""
    edisi = one.edisi
    sk = f"Surat keputusan nomor {edisi.sk.nomor}"
    if edisi.sk.tanggal:
        sk += f" tanggal {panjang(edisi.sk.tanggal)}"
    said = [one.badan.nama, sk]
    if edisi.terbit:
        said.append(f"Diumumkan {panjang(local(edisi.terbit, one.badan.zona).date())}")
    found = tuple(rows(edisi.daftar, one.baris))
    return Cetakan(
        edisi.nama,
        kop,
        tuple(said),
        heads(edisi.daftar),
        LEBAR[edisi.daftar],
        found or (("", "Tidak ada baris", *("" for _ in LEBAR[edisi.daftar][2:])),),
        f"{edisi.nama}, {one.badan.nama}",
    )


def is_bar(row: tuple[str, ...], daftar: str = DIP) -> bool:
    """Whether a row is the name of a group, and no line."""
    return daftar == DIP and bool(row[0]) and not any(row[1:])
