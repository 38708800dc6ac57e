"""What goes wrong, in words by HTTP status; and how a program reads it (RFC 9457)."""

from __future__ import annotations

import json

from flask import Response

MASALAH = "application/problem+json"
KEMBALI = "Kembali ke halaman sebelumnya, lalu coba lagi."

# Heading, sentence and what to do, by HTTP status.
KATA: dict[int, tuple[str, str, str]] = {
    400: ("Permintaan tidak dimengerti", "Permintaan ini tidak lengkap atau rusak.", KEMBALI),
    401: (
        "Belum masuk",
        "Sesi atau token ini tidak berlaku.",
        "Masuk lagi, atau periksa tokennya.",
    ),
    403: (
        "Tidak berwenang",
        "Anda tidak berwenang membuka halaman ini.",
        "Bila menurut Anda ini keliru, hubungi administrator kantor Anda.",
    ),
    404: (
        "Tidak ditemukan",
        "Yang Anda cari tidak ditemukan, atau Anda tidak berwenang melihatnya.",
        "Periksa alamatnya, atau mulai lagi dari beranda.",
    ),
    405: ("Tidak dapat dibuka begini", "Alamat ini hanya dipakai oleh tombol.", KEMBALI),
    409: ("Sudah berubah", "Keadaannya sudah berubah sejak Anda membukanya.", KEMBALI),
    410: (
        "Sudah dimusnahkan",
        "Yang Anda cari sudah dimusnahkan menurut jadwal retensinya.",
        "Catatannya tetap tersimpan di halaman berkas dan arsipnya.",
    ),
    413: (
        "Terlalu besar",
        "Yang Anda kirim lebih besar daripada yang diterima di sini.",
        "Kirim isian atau file yang lebih kecil.",
    ),
    422: ("Belum dapat dilakukan", "Isian ini belum dapat diterima.", KEMBALI),
    429: ("Terlalu sering", "Terlalu banyak permintaan.", "Tunggu sebentar, lalu coba lagi."),
    500: (
        "Terjadi kesalahan di pihak kami",
        "Permintaan Anda tidak dapat diselesaikan karena kesalahan program.",
        "Coba sekali lagi. Bila tetap gagal, hubungi administrator.",
    ),
    503: (
        "Sedang tidak tersedia",
        "Bagian yang diperlukan sedang tidak dapat dihubungi.",
        "Tunggu sebentar, lalu coba lagi. Yang sudah tersimpan tetap aman.",
    ),
    507: (
        "Disk hampir penuh",
        "Disk tempat penyimpanan hampir penuh, maka file baru belum dapat diterima.",
        "Beri tahu administrator agar menambah ruang. Yang sudah diterima tetap aman.",
    ),
}


def kata_of(status: int) -> tuple[str, str, str]:
    """The words of a status; those of its class where it has none of its own."""
    return KATA.get(status, KATA[400 if status < 500 else 500])


def problem(status: int, kata: str = "", **more: object) -> Response:
    """A failure as a program reads it; `kata` is the same sentence under the name of the pages."""
    judul, biasa, tindakan = kata_of(status)
    said = kata or f"{biasa} {tindakan}"
    told = {"type": "about:blank", "title": judul, "status": status, "detail": said, "kata": said}
    return Response(json.dumps(told | more, ensure_ascii=False), status, content_type=MASALAH)
