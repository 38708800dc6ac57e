"""Sample values of beranda, keadaan and failed work."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from service.domain.keutuhan import TINDAKAN
from service.face.isi import Kosong, Pemberitahuan, Tautan
from service.face.isi_formulir import Pastikan
from service.face.isi_rumah import Batang, Hari, Macet, Periksa, Rantai, Ringkas
from tests.web.contoh.bagian import TUGAS
from tests.web.contoh.rangka import ALASAN, Pages, at

KEADAAN = [
    Periksa(
        "Virus",
        False,
        "Pemindai tidak menjawab sejak 13.40 WIB. File baru ditahan, tidak hilang.",
        "Jalankan ulang clamd, lalu tekan Periksa lagi.",
    ),
    Periksa("Cadangan", False, "Belum pernah dibuat.", "Jalankan ./berkas backup cadangan.zip."),
    Periksa("Buku besar", True, "SQLite, skema 3, utuh."),
    Periksa("Valkey", True, "Menjawab dalam 1 milidetik."),
    Periksa("Pekerja", True, "3 dari 3 berdetak; yang terakhir 4 detik lalu."),
    Periksa("LibreOffice", True, "7.4.7, hangat."),
    Periksa("Disk", True, "120 GB bebas dari 240 GB."),
    Periksa("S3", None, "Tidak dipakai; file disimpan di folder."),
]

RANTAI = Rantai(
    "Dinas Contoh",
    1204,
    "1204:9f86d081884c7d65",
    "Sabtu, 21 November 2026 14.05 WIB",
    "2026-11-21T14:05:00+07:00",
)


def _abaikan(name: str, judul: str) -> Pastikan:
    return Pastikan(
        f"abaikan-{name}",
        "Abaikan…",
        judul,
        "Pekerjaan ini tidak akan dicoba lagi. File dan berkasnya tetap tersimpan.",
        f"/kirim/abaikan/{name}",
        "Abaikan pekerjaan ini",
        (replace(ALASAN, kunci=f"alasan-{name}"),),
    )


MACET = [
    Macet(
        "Menyusun PDF",
        Tautan("SK penetapan DIP, berkas 12/REG/XI/2026", "/bagian"),
        "Jumat, 20 November 2026 16.40 WIB",
        "2026-11-20T16:40:00+07:00",
        5,
        "LibreOffice tidak selesai dalam 120 detik.",
        "/kirim/ulang/1",
        _abaikan("1", "Abaikan penyusunan PDF SK penetapan DIP?"),
        "Isian dan templat tersimpan utuh.",
        "Unavailable: soffice did not finish in 120 s\nfence 5, worker naskah-1",
    ),
    Macet(
        "Mengenali kiriman",
        Tautan(
            "foto_lampiran_dengan_nama_panjang_sekali_2026-11-20_halaman_satu.jpeg",
            "/bagian",
        ),
        "Jumat, 20 November 2026 17.02 WIB",
        "2026-11-20T17:02:00+07:00",
        2,
        "Pembaca berhenti karena file memakai terlalu banyak memori.",
        "/kirim/ulang/2",
        _abaikan("2", "Abaikan pengenalan foto lampiran?"),
        "File asli tersimpan utuh.",
    ),
]

HARI = [
    Hari("Sab 21", "2026-11-21", 1, "/contoh/beranda", hari_ini=True),
    Hari("Min 22", "2026-11-22", libur="Minggu"),
    Hari("Sen 23", "2026-11-23"),
    Hari("Sel 24", "2026-11-24", 3, "/contoh/beranda"),
    Hari("Rab 25", "2026-11-25"),
    Hari("Kam 26", "2026-11-26"),
    Hari("Jum 27", "2026-11-27", 1, "/contoh/beranda"),
    Hari("Sab 28", "2026-11-28", libur="Sabtu"),
    Hari("Min 29", "2026-11-29", libur="Minggu"),
    Hari("Sen 30", "2026-11-30"),
    Hari("Sel 1", "2026-12-01"),
    Hari("Rab 2", "2026-12-02", 2, "/contoh/beranda"),
    Hari("Kam 3", "2026-12-03"),
    Hari("Jum 4", "2026-12-04"),
]

_BERANDA: dict[str, Any] = {
    "hari_ini": "Sabtu, 21 November 2026",
    "utama": Tautan("Unggah file", "/bagian"),
    "semua": "",
    "kabar_untuk": (0, []),
    "kosong": Kosong(
        "Tidak ada yang menunggu Anda",
        "Surat yang harus Anda setujui, berkas yang harus Anda lengkapi, dan file yang harus Anda "
        "periksa akan muncul di sini, yang paling mendesak di atas.",
    ),
}

PAGES: Pages = {
    "beranda": (
        "beranda.html",
        {
            **at("beranda"),
            **_BERANDA,
            "tugas": TUGAS,
            "jumlah": 7,
            "semua": "/contoh/beranda",
            "naik": TUGAS[:1],
            "jumlah_naik": 1,
            "pengingat": "/contoh/beranda",
            "berjalan": [
                Batang("Register", 12, 12, "/contoh/beranda"),
                Batang("Kajian", 7, 12, "/contoh/beranda"),
                Batang("Rapat uji konsekuensi", 3, 12, "/contoh/beranda"),
                Batang("Penetapan", 0, 12),
            ],
            "hari": HARI,
            "masuk": [
                Ringkas("42 kiriman didaftar", "selesai", "/contoh/beranda"),
                Ringkas("4 menunggu pemeriksaan Anda", "menunggu", "/contoh/beranda"),
                Ringkas("1 di karantina", "lewat", "/contoh/beranda"),
            ],
        },
    ),
    "beranda_kosong": (
        "beranda.html",
        {
            **at("beranda"),
            **_BERANDA,
            "tugas": [],
            "jumlah": 0,
            "naik": [],
            "jumlah_naik": 0,
            "pengingat": "",
            "berjalan": [],
            "hari": [],
            "masuk": [],
        },
    ),
    "keadaan": (
        "keadaan.html",
        {
            **at("keadaan"),
            "ringkas": Pemberitahuan(
                "2 bagian perlu tindakan. Tidak ada file yang hilang.", "bahaya"
            ),
            "periksa": KEADAAN,
            "rantai": [RANTAI],
            "waktu": RANTAI.waktu,
            "iso": RANTAI.iso,
            "rusak": [
                "kiriman k7q2hd: File 3fb2a90c11de rusak: isinya tidak sama dengan sidiknya.",
                "I8c: berkas b7ytr4 diubah di luar Berkas",
            ],
            "rusak_kata": TINDAKAN,
            "muat_ulang": "/contoh/keadaan",
        },
    ),
    "keadaan_baik": (
        "keadaan.html",
        {
            **at("keadaan"),
            "ringkas": Pemberitahuan("Semua bagian berjalan baik.", "baik"),
            "periksa": [one for one in KEADAAN if one.baik is not False],
            "rantai": [],
            "waktu": RANTAI.waktu,
            "iso": RANTAI.iso,
            "rusak": [],
            "rusak_kata": "",
            "muat_ulang": "/contoh/keadaan",
        },
    ),
    "gagal": (
        "gagal.html",
        {
            **at("gagal"),
            "macet": MACET,
            "jumlah": 2,
            "halaman": None,
            "kosong": None,
        },
    ),
    "gagal_kosong": (
        "gagal.html",
        {
            **at("gagal"),
            "macet": [],
            "jumlah": 0,
            "halaman": None,
            "kosong": Kosong(
                "Tidak ada pekerjaan yang gagal",
                "Pekerjaan mesin yang berhenti akan muncul di sini, dengan sebabnya.",
            ),
        },
    ),
}
