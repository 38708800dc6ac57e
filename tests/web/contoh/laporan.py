"""Sample values for the reports, the picture of the whole, and the rounds."""

from __future__ import annotations

from typing import Any

from service.face.isi import Kolom, Kosong, Sel, Tabel, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web.laporan.isi import shown
from service.web.laporan.satuan import JUMLAH, Bagian
from service.web.putaran.isi import Muka
from tests.web.contoh.rangka import ALASAN, BERANDA, Pages, at

SEDIA = Bagian(
    "unit",
    "Ketersediaan per unit",
    ("Unit", "Seharusnya tersedia", "Tersedia", "Belum tersedia", "Persen"),
    (("Bidang Satu", 20, 18, 2, 90), ("Bidang Dua", 12, 6, 6, 50), (JUMLAH, 32, 24, 8, 75)),
    (2, 3),
    jumlah=True,
)
GERAK = Bagian(
    "gerak",
    "Perubahan Daftar Informasi Publik",
    ("Perubahan", "Banyaknya"),
    (("Ditambahkan", 4), ("Diubah", 2), ("Dikeluarkan", 0)),
    (1,),
    catatan="Yang masuk dan keluar lagi dalam masa yang sama tidak dihitung.",
)
KOSONG = Bagian("edisi", "Edisi daftar yang terbit", ("Edisi", "Baris"), ())
BAGIAN = shown((SEDIA, GERAK, KOSONG))
SARING = [
    Ruas("masa", "Masa", "2026-11", "pilih", pilihan=(Pilihan("2026-11", "Bulanan: November"),)),
    Ruas("instansi", "Instansi", "dinas", "pilih", pilihan=(Pilihan("dinas", "Dinas Contoh"),)),
]
BELUM = Tabel(
    "belum-masuk",
    "Terbuka, belum masuk DIP",
    (Kolom("Informasi"), Kolom("Unit"), Kolom("Kategori usulan"), Kolom("Diketahui dari")),
    (
        (
            Sel("Rekapitulasi anggaran contoh", "/bagian"),
            Sel("Bidang Satu"),
            Sel("Berkala"),
            Sel("Hasil uji", catatan="Uji contoh 1"),
        ),
    ),
)
USUL = Formulir(
    "/kirim/usul",
    "Usulkan ke DIP",
    (Kelompok("", (Ruas("ringkasan", "Ringkasan isi informasi", jenis="panjang"),)),),
    batal=Tautan("Kembali ke daftarnya", "/bagian"),
)
UNIT = Tabel(
    "unit-putaran",
    "Unit pada putaran ini",
    (Kolom("Unit"), Kolom("Keadaan")),
    (
        (Sel("Bidang Satu", "/bagian"), Sel("Selesai", bentuk="selesai")),
        (Sel("Bidang Dua"), Sel("Belum mengirim", bentuk="lewat", catatan="terlambat 3 hari")),
    ),
)
BULAN = Tabel(
    "putaran",
    "Putaran tiap bulan",
    (Kolom("Bulan"), Kolom("Unit selesai", angka=True), Kolom("Unit belum", angka=True)),
    ((Sel("November 2026", "/contoh/putaran_satu"), Sel("1"), Sel("1")),),
)


def _here(judul: str, kata: str = "") -> dict[str, Any]:
    return {**at("daftar"), "judul": judul, "jejak": [BERANDA], "kata": kata}


PAGES: Pages = {
    "laporan": (
        "laporan/satu.html",
        {
            **_here("Laporan November 2026", "Dinas Contoh, sampai hari ini."),
            "saring": SARING,
            "alamat": "/contoh/laporan",
            "bagian": BAGIAN,
            "buku": "/bagian",
            "belum": "/contoh/laporan_belum",
            "sebelum": Tautan("Oktober 2026", "/contoh/laporan"),
            "sesudah": Tautan("Desember 2026", "/contoh/laporan"),
            "berkas": [],
            "tanpa_berkas": Kosong("Belum ada berkas untuk masa ini", "Dibuka oleh kalender."),
        },
    ),
    "laporan_belum": (
        "laporan/belum_masuk.html",
        {
            **_here("Terbuka, belum masuk DIP", "November 2026: 1 informasi."),
            "tabel": BELUM,
            "formulir": None,
            "batas": ["Yang tidak pernah diminta dan tidak pernah diuji tidak tampak di sini."],
            "kosong": None,
        },
    ),
    "laporan_usul": (
        "laporan/belum_masuk.html",
        {
            **_here("Usulkan ke DIP", "Barisnya menjadi usulan."),
            "tabel": None,
            "formulir": USUL,
            "batas": [],
            "kosong": None,
        },
    ),
    "dasbor": (
        "laporan/dasbor.html",
        {
            **_here("Gambaran", "Dinas Contoh, hari ini."),
            "saring": SARING[1:],
            "alamat": "/contoh/dasbor",
            "bagian": BAGIAN,
            "laporan": Tautan("Laporan November 2026", "/contoh/laporan"),
            "tenggat": "/bagian",
        },
    ),
    "putaran": (
        "putaran/daftar.html",
        {
            **_here("Putaran pengumpulan", "Dinas Contoh: daftar setiap unit, bulan demi bulan."),
            "saring": [],
            "alamat": "/contoh/putaran",
            "gambar": BAGIAN[0].gambar,
            "tabel": BULAN,
            "kosong": Kosong("Belum ada putaran", "Dibuka petugas di halaman Berkas."),
        },
    ),
    "putaran_satu": (
        "putaran/satu.html",
        {
            **_here("Putaran November 2026", "Dinas Contoh"),
            "putaran": [
                Muka(
                    "Pengumpulan daftar November 2026",
                    "1 dari 2 unit selesai.",
                    Tautan("Berkas putarannya", "/contoh/berkas"),
                    BAGIAN[0].gambar,
                    UNIT,
                )
            ],
            "formulir": [
                Formulir("/kirim/nihil", "Tidak ada perubahan", (Kelompok("", (ALASAN,)),))
            ],
            "salah": None,
        },
    ),
}
