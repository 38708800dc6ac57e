"""The paper beside the file: where it lies, how much of it, and in which state."""

from __future__ import annotations

from service.domain.kiriman import Fisik
from service.domain.refusals import Refusal

SATUAN = {
    "lembar": "Lembar",
    "berkas": "Berkas",
    "buku": "Buku",
    "map": "Map",
    "amplop": "Amplop",
    "keping": "Keping (CD, kaset)",
}
KONDISI = {"baik": "Baik", "rusak_ringan": "Rusak ringan", "rusak_berat": "Rusak berat"}
TINGKAT = {
    "asli": "Asli",
    "salinan": "Salinan",
    "tembusan": "Tembusan",
    "pertinggal": "Pertinggal",
    "fotokopi": "Fotokopi",
}
BATAS = 100_000
LOKASI = 200


class FisikKeliru(Refusal):
    """What is said of the paper cannot be so."""


def checked(fisik: Fisik) -> Fisik:
    """The paper as it can be written down."""
    if not fisik.lokasi.strip() or len(fisik.lokasi) > LOKASI:
        raise FisikKeliru("Tulis tempat kertasnya disimpan, misalnya Rak 2, map merah.")
    if not 1 <= fisik.jumlah <= BATAS:
        raise FisikKeliru("Tulis jumlah kertasnya, sedikitnya 1.")
    if fisik.satuan not in SATUAN:
        raise FisikKeliru("Pilih satuan dari daftar.")
    if fisik.kondisi not in ("", *KONDISI):
        raise FisikKeliru("Pilih kondisi kertas dari daftar.")
    if fisik.tingkat not in ("", *TINGKAT):
        raise FisikKeliru("Pilih tingkat perkembangan dari daftar.")
    return fisik


def told(fisik: Fisik) -> str:
    """The paper in one line: `3 lembar, asli, baik, di Rak 2`."""
    return ", ".join(part for part in (counted(fisik), f"di {fisik.lokasi}") if part)


def counted(fisik: Fisik) -> str:
    """How much of it there is, and in which state: `3 lembar, asli, baik`."""
    parts = [
        f"{fisik.jumlah} {fisik.satuan}" if fisik.jumlah else "",
        TINGKAT.get(fisik.tingkat, "").lower(),
        KONDISI.get(fisik.kondisi, "").lower(),
    ]
    return ", ".join(part for part in parts if part)
