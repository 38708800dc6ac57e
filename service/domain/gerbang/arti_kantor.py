"""What the kinds of hits in workbooks and letters mean."""

from __future__ import annotations

from service.domain.gerbang.bobot import BERAT, BERSIHKAN, RINGAN, SEDANG, ArtiTembus

_TABEL: dict[str, ArtiTembus] = {
    "lembar_tersembunyi": ArtiTembus(
        "Lembar tersembunyi", f"Ada lembar yang tidak tampak saat dibuka. {BERSIHKAN}", BERAT
    ),
    "baris_tersembunyi": ArtiTembus(
        "Baris tersembunyi", f"Ada baris yang disembunyikan atau disaring. {BERSIHKAN}", BERAT
    ),
    "kolom_tersembunyi": ArtiTembus(
        "Kolom tersembunyi", f"Ada kolom yang disembunyikan. {BERSIHKAN}", BERAT
    ),
    "pivot": ArtiTembus(
        "Sumber tabel pivot",
        f"Tabel ringkasan (pivot) masih menyimpan seluruh tabel sumbernya. {BERSIHKAN}",
        BERAT,
    ),
    "model_data": ArtiTembus(
        "Model data", f"File ini menyimpan tabel lain di dalam model datanya. {BERSIHKAN}", BERAT
    ),
    "sambungan_data": ArtiTembus(
        "Sambungan data",
        f"File ini menyimpan alamat sumber data di jaringan kantor. {BERSIHKAN}",
        SEDANG,
    ),
    "buku_lain": ArtiTembus(
        "Isi dari file lain",
        f"File ini menyimpan sebagian isi file Excel lain dan letaknya. {BERSIHKAN}",
        BERAT,
    ),
    "nama_luar": ArtiTembus(
        "Nama sel ke luar",
        f"Ada nama sel yang disembunyikan atau menunjuk ke file lain. {BERSIHKAN}",
        SEDANG,
    ),
    "pencetak": ArtiTembus(
        "Setelan pencetak",
        f"File ini menyimpan nama atau alamat pencetak kantor. {BERSIHKAN}",
        RINGAN,
    ),
}

_NASKAH: dict[str, ArtiTembus] = {
    "perubahan_terlacak": ArtiTembus(
        "Perubahan terlacak",
        "Kalimat yang dihapus dan ditambah masih tersimpan, berikut nama penyuntingnya. Terima "
        "atau tolak semua perubahan di Word, simpan, lalu unggah lagi.",
        BERAT,
    ),
    "teks_tersembunyi": ArtiTembus(
        "Tulisan tersembunyi", f"Ada tulisan yang disembunyikan. {BERSIHKAN}", BERAT
    ),
    "ruas_jalur": ArtiTembus(
        "Ruas menyebut letak file",
        f"Ada ruas (field) yang menyebut atau mengambil file lain. {BERSIHKAN}",
        SEDANG,
    ),
    "gambar_luar": ArtiTembus(
        "Gambar dari luar",
        f"Ada gambar yang diambil dari alamat atau komputer lain saat dibuka. {BERSIHKAN}",
        BERAT,
    ),
    "variabel": ArtiTembus(
        "Nilai tersimpan",
        f"File ini menyimpan nilai yang tidak tampak di halamannya. {BERSIHKAN}",
        SEDANG,
    ),
}

KANTOR = _TABEL | _NASKAH
