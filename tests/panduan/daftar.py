"""Every picture that a guide shows: who looks, at which page, and what is to be seen."""

from __future__ import annotations

from dataclasses import dataclass

PUBLIK = "publik"
PONSEL, MEJA = 360, 1280  # pixels across a window
TERBANYAK, TERBERAT, SEMUA = 25, 120 * 1024, 2 * 1024 * 1024  # pictures; bytes of one, of all


@dataclass(frozen=True)
class Gambar:
    """One picture: its file is docs/gambar/<nama>.png."""

    nama: str
    peran: str  # who looks: a peran, or PUBLIK
    alamat: str  # as the rule of the app writes it
    kata: str  # what is to be seen, for whoever does not see it
    pada: str = ""  # what stands for the <…> in the address: a name that kantor.py gives
    tinggi: int = 760
    lebar: int = MEJA


GAMBAR: tuple[Gambar, ...] = (
    Gambar(
        "publik-beranda",
        PUBLIK,
        "/",
        "Halaman depan publik dengan jalan ke daftar, permohonan, dan pelacakan",
        tinggi=620,
    ),
    Gambar(
        "publik-dip",
        PUBLIK,
        "/dip",
        "Daftar Informasi Publik dengan pencarian, saringan, dan unduhannya",
    ),
    Gambar(
        "publik-permohonan",
        PUBLIK,
        "/permohonan",
        "Formulir permohonan informasi di ponsel",
        lebar=PONSEL,
        tinggi=820,
    ),
    Gambar(
        "publik-lacak",
        PUBLIK,
        "/lacak",
        "Halaman untuk melihat keadaan permohonan dengan kode pelacakan",
        tinggi=520,
    ),
    Gambar(
        "publik-periksa",
        PUBLIK,
        "/periksa",
        "Halaman untuk memeriksa keaslian naskah dengan file PDF-nya",
        tinggi=560,
    ),
    Gambar(
        "unit-beranda",
        "unit",
        "/",
        "Beranda Unit Kerja: disposisi yang menunggu, kotak masuk, dan tenggat",
        tinggi=620,
    ),
    Gambar(
        "unit-unggah",
        "unit",
        "/unggah",
        "Halaman Unggah dengan pilihan unit dan tempat file",
    ),
    Gambar(
        "unit-informasi",
        "unit",
        "/informasi",
        "Daftar informasi unit dengan kode dan keadaannya",
    ),
    Gambar(
        "unit-impor",
        "unit",
        "/informasi/masuk",
        "Halaman mengunggah daftar unit dari Excel",
        tinggi=620,
    ),
    Gambar(
        "petugas-beranda",
        "petugas",
        "/",
        "Beranda Petugas: yang menunggu, yang paling mendesak di atas",
    ),
    Gambar(
        "petugas-meja",
        "petugas",
        "/meja/<kiriman_id>",
        "Meja: halaman surat di samping isian yang dibaca darinya",
        pada="surat",
    ),
    Gambar(
        "petugas-register",
        "petugas",
        "/register/<register>",
        "Register permohonan dengan nomor pendaftaran dan tenggatnya",
        pada="register",
        tinggi=620,
    ),
    Gambar(
        "tim-berkas",
        "tim_sekretariat",
        "/berkas/<berkas_id>",
        "Halaman berkas: langkah yang sedang berjalan dan yang masih kurang",
        pada="berkas",
        tinggi=900,
    ),
    Gambar(
        "tim-naskah",
        "tim_sekretariat",
        "/naskah/<naskah_id>/isi",
        "Isian naskah di samping pratinjaunya",
        pada="konsep",
        tinggi=900,
    ),
    Gambar(
        "tim-uji",
        "tim_sekretariat",
        "/berkas/<berkas_id>/uji",
        "Meja uji dengan butir dan lembar ujinya",
        pada="berkas",
        tinggi=900,
    ),
    Gambar(
        "tim-verifikasi",
        "tim_sekretariat",
        "/informasi/verifikasi",
        "Baris yang menunggu diverifikasi",
        tinggi=620,
    ),
    Gambar(
        "ppid-beranda",
        "ppid",
        "/",
        "Beranda PPID di ponsel: naskah yang menunggu persetujuan dan tanda tangan",
        lebar=PONSEL,
        tinggi=760,
    ),
    Gambar(
        "ppid-setujui",
        "ppid",
        "/naskah/<naskah_id>",
        "Naskah yang menunggu persetujuan, dengan pilihan cara tanda tangan",
        pada="diajukan",
        tinggi=900,
    ),
    Gambar(
        "ppid-tanda-tangan",
        "ppid",
        "/tanda-tangan",
        "Meja tanda tangan dengan naskah yang menunggu",
        tinggi=620,
    ),
    Gambar(
        "ppid-edisi",
        "ppid",
        "/edisi",
        "Edisi DIP dan DIK dengan keadaan dan surat keputusannya",
        tinggi=620,
    ),
    Gambar(
        "atasan-keberatan",
        "atasan_ppid",
        "/keberatan/<keberatan_id>",
        "Keberatan yang menunggu tanggapan Atasan PPID, dengan tenggatnya",
        pada="keberatan",
    ),
    Gambar(
        "atasan-jurnal",
        "atasan_ppid",
        "/jurnal",
        "Jurnal: siapa melakukan apa dan kapan",
        tinggi=620,
    ),
    Gambar(
        "arsip-satu",
        "pengelola_arsip",
        "/arsip/<berkas_id>",
        "Satu arsip dengan kode klasifikasi, retensi, dan tempatnya",
        pada="arsip",
    ),
    Gambar(
        "admin-orang",
        "administrator",
        "/orang",
        "Halaman Orang dengan peran setiap orang",
        tinggi=680,
    ),
    Gambar(
        "admin-keadaan",
        "administrator",
        "/keadaan",
        "Halaman Keadaan: setiap bagian Berkas dan apakah perlu tindakan",
        tinggi=680,
    ),
)
