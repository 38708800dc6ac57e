"""Sample values of login and first set-up."""

from __future__ import annotations

from dataclasses import replace

from service.face.isi import Tautan
from service.face.isi_contoh import OrangContoh
from service.face.isi_formulir import Formulir, Kelompok, Pastikan, Pilihan, Ruas, Tombol
from tests.web.contoh.rangka import TAMU, Pages, keliru

MASUK = Formulir(
    "/kirim/masuk",
    "Masuk",
    (
        Kelompok(
            "",
            (
                Ruas("nama_masuk", "Nama masuk", isi_otomatis="username", lebar="sedang"),
                Ruas("sandi", "Sandi", jenis="sandi", isi_otomatis="current-password"),
            ),
        ),
    ),
    jaga=False,
)

ADMIN = Formulir(
    "/kirim/mulai",
    "Buat administrator",
    (
        Kelompok(
            "",
            (
                Ruas("nama", "Nama lengkap", contoh="Contoh Satu", isi_otomatis="name"),
                Ruas(
                    "nama_masuk",
                    "Nama masuk",
                    petunjuk="3 sampai 40 huruf kecil, angka, titik, atau tanda hubung.",
                    contoh="contoh.satu",
                    isi_otomatis="username",
                    lebar="sedang",
                ),
                Ruas(
                    "sandi",
                    "Sandi",
                    jenis="sandi",
                    petunjuk="Paling sedikit 12 huruf; beberapa kata sudah baik.",
                    isi_otomatis="new-password",
                ),
                Ruas("sandi_lagi", "Sandi sekali lagi", jenis="sandi", isi_otomatis="new-password"),
            ),
        ),
    ),
)

PAKET = Formulir(
    "/kirim/mulai",
    "Lanjut",
    (
        Kelompok(
            "",
            (
                Ruas(
                    "paket",
                    "Mulai dari mana?",
                    jenis="radio",
                    pilihan=(
                        Pilihan("contoh_a", "Kementerian Contoh", "SOP uji konsekuensi, WIB"),
                        Pilihan("contoh_b", "Biro Umum Provinsi Contoh", "SOP pengelolaan, WIB"),
                        Pilihan("contoh_c", "Kota Contoh", "SOP pelayanan, WITA"),
                        Pilihan(
                            "baru", "Isi sendiri", "Nama, kop, unit, pejabat, nomor berikutnya."
                        ),
                    ),
                ),
            ),
        ),
    ),
)

INSTANSI = Formulir(
    "/kirim/mulai",
    "Simpan instansi",
    (
        Kelompok(
            "Nama dan kop",
            (
                Ruas("nama", "Nama instansi", contoh="Dinas Contoh Kota Contoh"),
                Ruas("kop", "Baris kop", jenis="panjang", petunjuk="Satu baris kop per baris."),
                Ruas("logo", "Logo", jenis="file", wajib=False, petunjuk="PNG atau SVG."),
                Ruas(
                    "zona",
                    "Zona waktu",
                    jenis="pilih",
                    nilai="WIB",
                    lebar="sempit",
                    pilihan=(Pilihan("WIB", "WIB"), Pilihan("WITA", "WITA"), Pilihan("WIT", "WIT")),
                ),
            ),
        ),
        Kelompok(
            "Unit kerja 1",
            (
                Ruas("unit_nama", "Nama unit", contoh="Bidang Contoh"),
                Ruas("unit_kode", "Kode unit", contoh="BC", lebar="sempit"),
            ),
        ),
    ),
    lain=(Tombol("Tambah unit kerja", "tambah_unit"), Tombol("Tambah pejabat", "tambah_pejabat")),
    berlampiran=True,
)

PILIH = Formulir(
    "/kirim/muat",
    "Muat contoh",
    (
        Kelompok(
            "",
            (
                Ruas(
                    "instansi",
                    "Yang dijadikan contoh",
                    "semua",
                    "radio",
                    pilihan=(
                        Pilihan("semua", "Semua instansi", "Perlu beberapa menit."),
                        Pilihan("dinas_contoh", "Dinas Contoh"),
                    ),
                ),
            ),
        ),
    ),
    jaga=False,
)
SAMPING = {
    "muka": TAMU,
    "alamat": "/contoh/rumah_contoh",
    "jejak": [Tautan("Administrator pertama", "/contoh/mulai")],
    "kata": "",
    "salah": (),
    "gagal": False,
    "bergerak": False,
    "formulir": None,
    "pintu": None,
    "hapus": Pastikan(
        "hapus-contoh",
        "Hapus contoh…",
        "Hapus rumah contoh?",
        "Semua orang, surat, naskah, dan nomor contoh hilang seluruhnya.",
        "/kirim/hapus",
        "Hapus contoh",
    ),
}

PAGES: Pages = {
    "rumah_contoh": ("contoh.html", {**SAMPING, "formulir": PILIH, "hapus": None}),
    "rumah_contoh_disusun": (
        "contoh.html",
        {
            **SAMPING,
            "bergerak": True,
            "kata": "Rumah contoh sedang disusun: 12 langkah SOP sudah dijalankan.",
        },
    ),
    "rumah_contoh_gagal": (
        "contoh.html",
        {
            **SAMPING,
            "gagal": True,
            "salah": ("Rumah contoh sudah ada atau sedang disusun.",),
            "kata": "Rumah contoh tidak jadi disusun. LibreOffice tidak menjawab.",
        },
    ),
    "rumah_contoh_siap": (
        "contoh.html",
        {
            **SAMPING,
            "kata": "Rumah contoh siap dilihat.",
            "pintu": Tautan("Buka rumah contoh", "/contoh/pintu_contoh"),
        },
    ),
    "pintu_contoh": (
        "pintu_contoh.html",
        {
            "muka": replace(TAMU, contoh=True),
            "alamat": "/kirim/pintu",
            "orang": [
                OrangContoh("a", "Contoh Administrator", "Administrator", ""),
                OrangContoh("b", "Contoh PPID", "PPID", "Dinas Contoh"),
                OrangContoh("c", "Contoh Tanpa Peran", "", ""),
            ],
        },
    ),
    "masuk": ("masuk.html", {"muka": TAMU, "formulir": MASUK}),
    "masuk_lagi": (
        "masuk.html",
        {
            "muka": TAMU,
            "kata": "Anda sudah satu jam tidak memakai Berkas. Masuk lagi untuk melanjutkan.",
            "formulir": replace(
                MASUK, salah=("Nama masuk atau sandi tidak cocok. Periksa keduanya.",)
            ),
        },
    ),
    "mulai": (
        "mulai.html",
        {
            "muka": TAMU,
            "tahap": 1,
            "banyak": 3,
            "judul": "Administrator pertama",
            "kata": "Administrator mengatur orang, unit, dan peran. Tautan ini berlaku sekali.",
            "formulir": ADMIN,
            "selesai": None,
            "sifat": (),
        },
    ),
    "mulai_paket": (
        "mulai.html",
        {
            "muka": TAMU,
            "tahap": 2,
            "banyak": 3,
            "judul": "Instansi Anda",
            "kata": "Pilih paket yang sesuai, atau isi sendiri. Semuanya dapat diubah kemudian.",
            "formulir": PAKET,
            "selesai": None,
            "sifat": (),
        },
    ),
    "mulai_instansi": (
        "mulai.html",
        {
            "muka": TAMU,
            "tahap": 3,
            "banyak": 3,
            "judul": "Instansi baru",
            "kata": "Folder masuk dibuat untuk setiap unit.",
            "formulir": keliru(INSTANSI, "", nama="Nama instansi belum diisi."),
            "selesai": None,
            "sifat": (),
        },
    ),
    "mulai_selesai": (
        "mulai.html",
        {
            "muka": TAMU,
            "tahap": 3,
            "banyak": 3,
            "judul": "Berkas siap dipakai",
            "kata": "Inilah yang baru saja disiapkan.",
            "formulir": None,
            "selesai": Tautan("Buka Beranda", "/contoh/beranda"),
            "sifat": (
                ("Instansi", "Dinas Contoh Kota Contoh"),
                ("Folder masuk", "inbox/contoh/bidang_contoh"),
            ),
        },
    ),
    "orang_sandi": (
        "orang/sandi.html",
        {"muka": TAMU, "nama": "Contoh Dua", "formulir": replace(ADMIN, tombol="Simpan sandi")},
    ),
}
