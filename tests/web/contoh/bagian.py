"""Sample values for each part."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from service.face.alamat import columns, pages
from service.face.isi import (
    Beda,
    Bukti,
    Kosong,
    Langkah,
    Pemberitahuan,
    Peristiwa,
    Sel,
    Tabel,
    Tautan,
    Tugas,
)
from service.face.isi_formulir import Formulir, Kelompok, Pastikan, Pilihan, Ruas, Tombol
from tests.web.contoh.rangka import ALASAN, BERANDA, keliru

TUGAS = [
    Tugas(
        "Setujui SK penetapan DIP",
        "/contoh/beranda",
        "lewat",
        "lewat tenggat",
        "12/REG/XI/2026 · Daftar Informasi Publik triwulan ketiga Dinas Contoh",
        "lewat 1 hari kerja",
        "Jumat, 20 November 2026",
        "2026-11-20",
    ),
    Tugas(
        "Lengkapi berita acara uji konsekuensi",
        "/contoh/beranda",
        "berjalan",
        "berjalan",
        "11/REG/XI/2026 · Permohonan salinan kontrak pengadaan",
        "hari ini",
        "Sabtu, 21 November 2026",
        "2026-11-21",
    ),
    Tugas(
        "Tunggu jawaban Bidang Contoh",
        "/contoh/beranda",
        "menunggu",
        "menunggu",
        "9/REG/XI/2026 · Permintaan kelengkapan",
        "tinggal 2 hari kerja",
        "Selasa, 24 November 2026",
        "2026-11-24",
    ),
    Tugas("Periksa 4 file masuk", "/contoh/beranda", "baru", "baru"),
    Tugas("Lihat berkas yang selesai", "/contoh/beranda", "selesai", "selesai", "8/REG/XI/2026"),
    Tugas(
        "Buka butir yang dikecualikan",
        "/contoh/beranda",
        "dikecualikan",
        "dikecualikan",
        "Butir 3 dari berkas 7/REG/X/2026",
    ),
]

PASTIKAN = Pastikan(
    "nonaktifkan",
    "Nonaktifkan akun…",
    "Nonaktifkan akun Contoh Dua?",
    "Contoh Dua langsung keluar dan tidak dapat masuk lagi. Catatan perbuatannya tetap ada.",
    "/kirim/nonaktif",
    "Nonaktifkan akun",
    (replace(ALASAN, kunci="alasan-nonaktif"),),
)

FORMULIR = Formulir(
    "/kirim/formulir",
    "Simpan permohonan",
    (
        Kelompok(
            "Surat",
            (
                Ruas("nomor", "Nomor surat", contoh="12/A/XI/2026", lebar="sedang"),
                Ruas("tanggal", "Tanggal surat", jenis="tanggal", lebar="sempit"),
                Ruas("surel", "Surel", jenis="surel", wajib=False, isi_otomatis="email"),
                Ruas("jumlah", "Jumlah lembar", jenis="angka", lebar="sempit", nilai="3"),
                Ruas("perihal", "Perihal", jenis="panjang", petunjuk="Satu atau dua kalimat."),
            ),
            "Seperti tertulis pada surat.",
        ),
        Kelompok(
            "Tujuan",
            (
                Ruas(
                    "unit",
                    "Unit kerja",
                    jenis="pilih",
                    pilihan=(Pilihan("a", "Bidang Contoh"), Pilihan("b", "Sekretariat Contoh")),
                ),
                Ruas(
                    "cara",
                    "Cara memperoleh",
                    jenis="radio",
                    nilai="salin",
                    pilihan=(
                        Pilihan("lihat", "Melihat di tempat"),
                        Pilihan("salin", "Salinan", "Lembar kertas atau file."),
                    ),
                ),
                Ruas(
                    "kirim",
                    "Pengiriman",
                    jenis="centang",
                    wajib=False,
                    terpilih=("surel",),
                    pilihan=(Pilihan("ambil", "Diambil"), Pilihan("surel", "Surel")),
                ),
                Ruas(
                    "file", "File pendukung", jenis="file", wajib=False, petunjuk="PDF atau foto."
                ),
                Ruas("sandi", "Sandi", jenis="sandi", isi_otomatis="current-password"),
                Ruas("versi", "", nilai="3", jenis="tersembunyi"),
            ),
        ),
    ),
    lain=(Tombol("Tambah unit", "tambah"),),
    batal=Tautan("Batal", "/bagian"),
    berlampiran=True,
)

KELIRU = replace(
    keliru(
        FORMULIR,
        "lagi-",
        nomor="Nomor surat belum diisi. Tulis seperti pada surat, misalnya 12/A/XI/2026.",
        tanggal="Tanggal surat tidak boleh sesudah hari ini.",
        cara="Pilih cara memperoleh informasi.",
        unit="Pilih unit kerja yang dituju.",
    ),
    salah=("Surat ini sudah pernah didaftarkan dengan nomor 11/REG/XI/2026.",),
)

LANGKAH = [
    Langkah("1", "Mendaftarkan permohonan", "sudah", "Tim Sekretariat", "10 menit", "6 November"),
    Langkah(
        "2",
        "Mengkaji permohonan",
        "sudah",
        "PPID Pelaksana",
        "120 menit",
        "9 November",
        kembali=("Dikembalikan ke langkah 1, putaran 2: alamat pemohon belum lengkap.",),
    ),
    Langkah("3", "Rapat uji konsekuensi", "di_sini", "PPID Utama", "1 hari", "tenggat besok"),
    Langkah("4", "Menyusun memorandum dan berita acara", "nanti", "Tim Sekretariat", "60 menit"),
    Langkah("5", "Memasukkan ke dalam DIK", "nanti", "Tim Sekretariat", tafsir=True),
]

TERLAMBAT = replace(LANGKAH[2], lewat=True, catatan="lewat 1 hari kerja")

BUKTI = [
    Bukti(
        "Jenis",
        "surat permohonan",
        "Judul SURAT PERMOHONAN pada baris pertama.",
        98,
        sumber=Tautan("hal. 1", "/bagian"),
    ),
    Bukti(
        "Tanggal",
        "3 November 2026",
        "Tanggal di bawah nomor surat.",
        70,
        ("2 November 2026", "5 November 2026"),
        Tautan("hal. 1", "/bagian"),
    ),
    Bukti("Pengirim", "", "Tidak ada nama di dekat tanda tangan.", 0),
]

ASKED = {"urut": "nama", "halaman": "3"}

TABEL = Tabel(
    "orang-tabel",
    "Orang yang dapat masuk",
    columns(
        "/contoh/orang",
        ASKED,
        [
            ("nama", "Nama"),
            ("masuk", "Nama masuk"),
            ("", "Peran"),
            ("berkas", "Berkas"),
            ("", "Keadaan"),
        ],
        angka=frozenset({"berkas"}),
    ),
    tuple(
        (
            Sel(f"Contoh {nama}", "/contoh/orang_satu", catatan="NIP 19800101 200501 1 001"),
            Sel(f"contoh.{nama.lower()}"),
            Sel("PPID Pelaksana, Tim Sekretariat"),
            Sel(str(7 * number)),
            Sel("aktif", bentuk="selesai")
            if number
            else Sel("dinonaktifkan", bentuk="dikecualikan"),
        )
        for number, nama in enumerate(["Satu", "Dua", "Tiga", "Empat", "Lima"])
    ),
)

TABEL_PILIH = replace(
    TABEL,
    nama="pilih-tabel",
    judul="Orang yang dapat dipilih",
    unduh=(Tautan("XLSX", "/bagian"), Tautan("CSV", "/bagian")),
    pilih=("1", "2", "3", "4", "5"),
)

SARING = [
    Ruas("cari", "Cari nama", kunci="saring-cari", wajib=False),
    Ruas(
        "peran",
        "Peran",
        jenis="pilih",
        kunci="saring-peran",
        wajib=False,
        pilihan=(Pilihan("ppid", "PPID"), Pilihan("petugas", "Petugas")),
    ),
]

HALAMAN = pages("/contoh/orang", ASKED, jumlah=1204, per=50, apa="orang")

BEDA = (
    Beda("Keadaan", "konsep", "disetujui"),
    Beda("Nomor", "", "7/SK/PPID/XI/2026"),
    Beda("Penandatangan", "Contoh Dua", "Contoh Tiga"),
    Beda("Tembusan", "Arsip", ""),
    Beda("Jenis", "SK penetapan DIP", "SK penetapan DIP"),
)

PERISTIWA = [
    Peristiwa(
        "Menyetujui",
        "Contoh Satu, PPID",
        "14.05 WIB",
        "2026-11-21T14:05:00+07:00",
        "Sabtu, 21 November 2026",
        Tautan("SK penetapan DIP 7/SK/PPID/XI/2026", "/bagian"),
        "Tidak ada orang kedua di kantor hari ini.",
        BEDA,
        "1.204",
    ),
    Peristiwa(
        "Mendaftarkan kiriman",
        "mesin",
        "13.50 WIB",
        "2026-11-21T13:50:00+07:00",
        "Sabtu, 21 November 2026",
        Tautan("surat permohonan.pdf", "/bagian"),
        nomor="1.203",
        rincian="/contoh/catatan",
    ),
    Peristiwa(
        "Masuk",
        "Contoh Dua, Petugas",
        "08.01 WIB",
        "2026-11-20T08:01:00+07:00",
        "Jumat, 20 November 2026",
        nomor="1.202",
    ),
]

KOSONG = Kosong(
    "Belum ada orang di sini",
    "Orang yang dapat masuk akan terdaftar di halaman ini.",
    Tautan("Tambah orang", "/contoh/orang_baru"),
)

BAGIAN: dict[str, Any] = {
    "jejak": [BERANDA, Tautan("Orang", "/contoh/orang")],
    "kabar": [
        Pemberitahuan("Kalender tahun 2027 masih sementara."),
        Pemberitahuan("Orang disimpan.", "baik"),
        Pemberitahuan(
            "Anda juga yang menyiapkannya.", "perhatian", Tautan("Tulis alasan", "/bagian")
        ),
        Pemberitahuan("Disk hampir penuh: tinggal 2 GB.", "bahaya"),
    ],
    "lencana": [
        ("baru", "baru"),
        ("berjalan", "berjalan"),
        ("menunggu", "menunggu"),
        ("lewat", "lewat tenggat"),
        ("selesai", "selesai"),
        ("dikecualikan", "dikecualikan"),
    ],
    "tugas": TUGAS,
    "langkah": [*LANGKAH[:3], TERLAMBAT, *LANGKAH[3:]],
    "bukti": BUKTI,
    "formulir": FORMULIR,
    "keliru": KELIRU,
    "saring": SARING,
    "tabel": TABEL_PILIH,
    "halaman": HALAMAN,
    "peristiwa": PERISTIWA,
    "beda": BEDA,
    "kosong": KOSONG,
    "pastikan": PASTIKAN,
}
