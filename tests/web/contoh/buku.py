"""Sample values of calendar and journal."""

from __future__ import annotations

from service.face.alamat import pages
from service.face.isi import Kosong, Menu, Pemberitahuan, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.face.isi_rumah import HariLibur
from tests.web.contoh.bagian import BEDA, PERISTIWA
from tests.web.contoh.meja import RANTAI
from tests.web.contoh.rangka import BERANDA, Pages, at

LIBUR_BARU = Formulir(
    "/kirim/libur",
    "Tambah hari libur",
    (
        Kelompok(
            "",
            (
                Ruas("tanggal", "Tanggal", jenis="tanggal", lebar="sempit"),
                Ruas("nama", "Nama", contoh="Hari jadi Kota Contoh"),
                Ruas(
                    "jenis",
                    "Jenis",
                    jenis="pilih",
                    lebar="sedang",
                    nilai="daerah",
                    pilihan=(Pilihan("daerah", "daerah"), Pilihan("nasional", "nasional")),
                ),
                Ruas("rujukan", "Rujukan", contoh="SK Wali Kota Contoh 1/2026", wajib=False),
            ),
        ),
    ),
    jaga=False,
)

LIBUR = [
    HariLibur(
        "Kamis, 1 Januari 2026", "2026-01-01", "Tahun Baru Masehi", "nasional", "SKB 3 Menteri"
    ),
    HariLibur(
        "Jumat, 20 Maret 2026",
        "2026-03-20",
        "Cuti bersama Idulfitri",
        "cuti bersama",
        "SKB 3 Menteri",
    ),
    HariLibur("Sabtu, 21 Maret 2026", "2026-03-21", "Idulfitri 1447 Hijriah", "nasional", "", True),
    HariLibur(
        "Jumat, 25 Desember 2026",
        "2026-12-25",
        "Kelahiran Yesus Kristus",
        "nasional",
        "SKB 3 Menteri",
    ),
    HariLibur(
        "Senin, 1 Juni 2026",
        "2026-06-01",
        "Hari Lahir Pancasila",
        "nasional",
        "SKB 3 Menteri",
        hapus="/kirim/hapus",
        ubah="/contoh/kalender",
    ),
]

PAGES: Pages = {
    "kalender": (
        "kalender.html",
        {
            **at("kalender"),
            "tahun": 2026,
            "instansi": "Dinas Contoh",
            "tahun_lain": [
                Menu("2025", "/contoh/kalender"),
                Menu("2026", "/contoh/kalender", di_sini=True),
                Menu("2027", "/contoh/kalender_kosong"),
            ],
            "libur": LIBUR,
            "jam": [
                ("Senin sampai Kamis", "08.00–16.00"),
                ("Jumat", "08.00–16.30"),
                ("Ramadan", "08.00–15.00"),
            ],
            "hitung_ulang": Pemberitahuan(
                "2 tenggat bergeser satu hari kerja karena hari libur ditambah.",
                "perhatian",
                Tautan("Lihat yang bergeser", "/bagian"),
            ),
            "formulir": LIBUR_BARU,
            "isi": None,
            "kosong": None,
            "cetak": "Dicetak Sabtu, 21 November 2026 14.05 WIB oleh Contoh Satu",
        },
    ),
    "kalender_kosong": (
        "kalender.html",
        {
            **at("kalender"),
            "tahun": 2027,
            "instansi": "Dinas Contoh",
            "tahun_lain": [Menu("2027", "/contoh/kalender_kosong", di_sini=True)],
            "libur": [],
            "jam": [("Senin sampai Jumat", "08.00–16.00")],
            "hitung_ulang": None,
            "formulir": None,
            "kosong": Kosong(
                "Belum ada hari libur tahun 2027", "Administrator dapat menambahkannya."
            ),
            "isi": Formulir("/kirim/isi", "Isi tabel bawaan tahun 2027", ()),
            "cetak": "Dicetak Sabtu, 21 November 2026 14.05 WIB oleh Contoh Satu",
        },
    ),
    "catatan": (
        "catatan.html",
        {
            **at("jurnal"),
            "judul": "Catatan 1.204",
            "jejak": [BERANDA, Tautan("Jurnal", "/contoh/jurnal")],
            "peristiwa": PERISTIWA[:1],
            "beda": BEDA,
            "rantai": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "sebelumnya": "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
        },
    ),
    "jurnal": (
        "jurnal.html",
        {
            **at("jurnal"),
            "peristiwa": PERISTIWA,
            "saring": [
                Ruas("siapa", "Siapa", wajib=False),
                Ruas("dari", "Dari", jenis="tanggal", wajib=False),
                Ruas("sampai", "Sampai", jenis="tanggal", wajib=False),
            ],
            "tersaring": False,
            "alamat": "/saring",
            "halaman": pages(
                "/contoh/jurnal", {"halaman": "2"}, jumlah=1204, per=50, apa="catatan"
            ),
            "unduh": [Tautan("CSV", "/bagian")],
            "rantai": RANTAI,
            "kosong": Kosong(
                "Tidak ada catatan yang cocok", "Ubah saringan, atau tampilkan semua."
            ),
        },
    ),
}
