"""Sample values of the page that says why not."""

from __future__ import annotations

from typing import Any

from service.face.isi import Tautan
from tests.web.contoh.rangka import TAMU, Pages, at

_GALAT: dict[str, Any] = {"aman": "", "tindakan": "", "utama": None, "lain": [], "kode": ""}

PAGES: Pages = {
    "galat_404": (
        "galat.html",
        {
            **at(""),
            **_GALAT,
            "judul": "Tidak ditemukan",
            "kata": "Berkas tidak ditemukan, atau Anda tidak berwenang melihatnya.",
            "tindakan": "periksa alamatnya, atau cari dari Beranda.",
            "utama": Tautan("Buka Beranda", "/contoh/beranda"),
        },
    ),
    "galat_409": (
        "galat.html",
        {
            **at(""),
            **_GALAT,
            "judul": "Sudah diubah orang lain",
            "kata": "Naskah ini diubah orang lain sejak Anda membukanya.",
            "aman": "Perubahan orang itu tersimpan. Isian Anda belum disimpan.",
            "tindakan": "muat ulang halaman, bandingkan, lalu simpan lagi.",
            "utama": Tautan("Muat ulang naskah", "/contoh/beranda"),
            "lain": [Tautan("Buka Beranda", "/contoh/beranda")],
        },
    ),
    "galat_500": (
        "galat.html",
        {
            **_GALAT,
            "muka": TAMU,
            "judul": "Halaman ini tidak dapat ditampilkan",
            "kata": "Terjadi kesalahan pada program, bukan pada pekerjaan Anda.",
            "aman": "Yang sudah disimpan tetap aman.",
            "tindakan": "coba lagi sebentar lagi.",
            "kode": "k7q2-m4ta",
        },
    ),
}
