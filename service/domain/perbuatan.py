"""What people and the machine do, as the journal keeps it and as a page says it."""

from __future__ import annotations

PERBUATAN: dict[str, str] = {
    "administrator_pertama": "Membuat administrator pertama",
    "berkas_diarsipkan": "Mengarsipkan berkas",
    "delegasi_dicabut": "Mencabut delegasi",
    "didelegasikan": "Mendelegasikan peran",
    "empat_mata_diubah": "Mengubah aturan empat mata",
    "fisik_dicatat": "Mencatat fisik kiriman",
    "ganti_sandi": "Mengganti sandi",
    "instansi_dikembalikan": "Mengembalikan paket instansi ke bawaan",
    "instansi_disiapkan": "Menyiapkan instansi",
    "instansi_diubah": "Mengubah keterangan instansi",
    "kalender_diisi": "Mengisi kalender",
    "keberatan_didaftar": "Memberi nomor registrasi keberatan",
    "keberatan_diterima": "Menerima keberatan",
    "keluar": "Keluar",
    "kiriman_didaftar": "Mendaftarkan kiriman",
    "kiriman_diperiksa": "Memeriksa kiriman",
    "kiriman_diterima": "Menerima kiriman",
    "libur_dihapus": "Menghapus hari libur",
    "libur_diubah": "Mengubah hari libur",
    "libur_ditambah": "Menambah hari libur",
    "masuk": "Masuk",
    "naskah_diisi": "Mengisi naskah",
    "naskah_dicetak": "Menyusun naskah",
    "naskah_dikirim": "Mengirim naskah untuk ditandatangani",
    "naskah_disetujui": "Menyetujui naskah",
    "naskah_ditandatangani": "Menerima naskah yang sudah ditandatangani",
    "orang_diaktifkan": "Mengaktifkan kembali akun",
    "orang_dinonaktifkan": "Menonaktifkan akun",
    "orang_ditambahkan": "Menambahkan orang",
    "orang_diubah": "Mengubah keterangan orang",
    "pejabat_diubah": "Mengubah pejabat",
    "pejabat_ditambah": "Menambah pejabat",
    "pekerjaan_diabaikan": "Mengabaikan pekerjaan yang gagal",
    "pekerjaan_dicoba_lagi": "Mencoba lagi pekerjaan yang gagal",
    "peran_diberikan": "Memberikan peran",
    "peran_dicabut": "Mencabut peran",
    "peran_jabatan_diubah": "Mengatur jabatan untuk peran",
    "permohonan_didaftar": "Memberi nomor pendaftaran permohonan",
    "permohonan_diterima": "Menerima permohonan informasi",
    "sandi_dipilih": "Memilih sandi",
    "seri_diubah": "Mengubah seri nomor",
    "tafsir_dipastikan": "Memastikan yang disimpulkan dalam paket",
    "tautan_pertama_dibuat": "Membuat tautan untuk administrator pertama",
    "tautan_sandi_dibuat": "Membuat tautan untuk memilih sandi",
    "tenggat_diubah": "Mengubah tenggat",
    "unit_ditambah": "Menambah unit kerja",
    "unit_diubah": "Mengubah unit kerja",
}


def sentence(perbuatan: str) -> str:
    """How a page says it."""
    return PERBUATAN.get(perbuatan) or perbuatan.replace("_", " ").capitalize()
