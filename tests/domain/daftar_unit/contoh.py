"""A unit's list as tests write it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from service.domain.daftar_unit import baca
from service.domain.daftar_unit.hasil import Hasil
from service.domain.dip import LAJUR
from service.domain.tabel_isian import Gabungan, TabelIsian, of_cells

KEPALA = list(LAJUR.values())
BARIS = ["1", "Profil", "Biro Umum", "Kepala Biro Umum", "2024, Kota Contoh", "Cetak", "2 tahun"]
KEPALA_DIK = [
    "No",
    "Informasi",
    "Dasar Hukum Pengecualian",
    "Konsekuensi/Pertimbangan bagi Publik: Dibuka",
    "Konsekuensi/Pertimbangan bagi Publik: Ditutup",
    "Jangka Waktu",
]
BARIS_DIK = [
    "1",
    "Data kesehatan pegawai",
    "Pasal 17 huruf h UU 14/2008",
    "Rahasia pribadi terbuka",
    "Pribadi terlindungi",
    "5 tahun",
]
BERKALA = ["", "Informasi Berkala"]


@dataclass(frozen=True)
class Waktu:
    """A time as another part of the house reads it."""

    tertulis: str
    ragu: str = ""


def waktu(text: str) -> tuple[Waktu, str]:
    """A plain reader: what stands behind the first comma is the place, where it has no figure."""
    when, _, place = text.partition(", ")
    if re.search(r"\d", place):
        when, place = text, ""
    ragu = "" if re.search(r"\d{4}|setiap", when) else "Waktunya tidak terbaca."
    return Waktu(when, ragu), place


def line(ringkasan: str = "Profil", no: str = "1", **other: str) -> list[str]:
    """The sample line with other words under some heads, named by their column in dip.LAJUR."""
    row = [no, ringkasan, *BARIS[2:]]
    for name, text in other.items():
        row[list(LAJUR).index(name)] = text
    return row


def sheet(
    rows: Sequence[Sequence[str]], nama: str = "Data", gabungan: Sequence[str] = ()
) -> TabelIsian:
    """A sheet; merged cells as a spreadsheet names them: `B3:B5`."""
    return replace(of_cells(rows), nama=nama, gabungan=tuple(map(merged, gabungan)))


def merged(kata: str) -> Gabungan:
    kiri, atas, kanan, bawah = re.fullmatch(r"([A-Z])(\d+):([A-Z])(\d+)", kata).groups()
    return Gabungan(int(atas), ord(kiri) - 65, int(bawah), ord(kanan) - 65)


def read(
    rows: Sequence[Sequence[str]],
    gabungan: Sequence[str] = (),
    pilihan: Mapping[int, str] | None = None,
    bawaan: Mapping[str, str] | None = None,
) -> Hasil:
    one = sheet(rows, gabungan=gabungan)
    return baca.read([one], waktu, pilihan=pilihan, bawaan=bawaan)


def kata(hasil: Hasil) -> list[tuple[str, str]]:
    """Where what is wrong, in words."""
    return [(one.tempat, one.kata) for one in hasil.salah]
