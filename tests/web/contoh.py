"""Sample values for the gallery; every person in them is plainly a sample."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from service.face.alamat import columns, pages
from service.face.isi import (
    Batang,
    Beda,
    Bukti,
    Dipegang,
    Formulir,
    Hari,
    HariLibur,
    Kelompok,
    Kosong,
    Langkah,
    Macet,
    Menu,
    Muka,
    Pastikan,
    Pemberitahuan,
    Periksa,
    Peristiwa,
    Pilihan,
    Rantai,
    Ringkas,
    Ruas,
    Sel,
    Tabel,
    Tautan,
    Tombol,
    Tugas,
)

BERANDA = Tautan("Beranda", "/contoh/beranda")


def menu(here: str) -> tuple[Menu, ...]:
    names = [
        ("Beranda", "beranda", 7),
        ("Kiriman", "kiriman", 4),
        ("Berkas", "berkas", 0),
        ("Naskah", "naskah", 0),
        ("Daftar (DIP/DIK)", "daftar", 0),
        ("Orang dan unit", "orang", 0),
        ("Kalender", "kalender", 0),
        ("Jurnal", "jurnal", 0),
        ("Keadaan", "keadaan", 0),
        ("Gagal, perlu tindakan", "gagal", 2),
    ]
    return tuple(
        Menu(teks, f"/contoh/{name}", di_sini=name == here, jumlah=jumlah)
        for teks, name, jumlah in names
    )


MUKA = Muka(
    instansi="Dinas Contoh Kota Contoh",
    rupa="/rupa/contoh.css",
    menu=menu("bagian"),
    orang="Contoh Satu",
    peran="PPID Pelaksana",
    akun="/contoh/akun",
    keluar="/kirim/keluar",
    csrf="contoh-csrf",
)
TAMU = Muka(csrf="contoh-csrf")


def at(here: str) -> dict[str, Any]:
    return {"muka": replace(MUKA, menu=menu(here))}


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

ALASAN = Ruas(
    "alasan",
    "Alasan",
    jenis="panjang",
    petunjuk="Dicatat di jurnal bersama nama Anda.",
)
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


def keliru(formulir: Formulir, prefix: str, **faults: str) -> Formulir:
    """The same form as it comes back with faults; `prefix` keeps its ids apart."""
    kelompok = tuple(
        replace(
            k,
            ruas=tuple(
                replace(r, galat=faults.get(r.nama, ""), kunci=prefix + r.nama) for r in k.ruas
            ),
        )
        for k in formulir.kelompok
    )
    return replace(formulir, kelompok=kelompok)


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

# --- whole pages ------------------------------------------------------------------------------

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
SIFAT = (
    ("Nama masuk", "contoh.dua"),
    ("NIP", "19800101 200501 1 001"),
    ("Instansi", "Dinas Contoh"),
)
PERAN = [
    Dipegang(
        "PPID Pelaksana",
        "Dinas Contoh, semua unit",
        "sejak 2 Januari 2026",
        "selesai",
        "berlaku",
        dasar="SK 1/CONTOH/2026",
        cabut=Pastikan(
            "cabut-1",
            "Cabut…",
            "Cabut peran PPID Pelaksana dari Contoh Dua?",
            "Mulai sekarang Contoh Dua tidak dapat lagi menyetujui naskah Dinas Contoh.",
            "/kirim/cabut",
            "Cabut peran",
            (replace(ALASAN, kunci="alasan-cabut-1"),),
        ),
    ),
    Dipegang(
        "PPID",
        "Dinas Contoh, semua unit",
        "23 sampai 27 November 2026",
        "menunggu",
        "mulai Senin",
        "delegasi dari Contoh Tiga",
    ),
]
BERI_PERAN = Formulir(
    "/kirim/peran",
    "Beri peran",
    (
        Kelompok(
            "",
            (
                Ruas(
                    "peran",
                    "Peran",
                    jenis="pilih",
                    lebar="sedang",
                    pilihan=(Pilihan("ppid", "PPID"),),
                ),
                Ruas("mulai", "Mulai", jenis="tanggal", lebar="sempit", nilai="2026-11-21"),
                Ruas("sampai", "Sampai", jenis="tanggal", lebar="sempit", wajib=False),
                Ruas("dasar", "Dasar", contoh="SK 1/CONTOH/2026", wajib=False),
            ),
        ),
    ),
    jaga=False,
)
DELEGASI = keliru(
    replace(BERI_PERAN, alamat="/kirim/delegasi", tombol="Delegasikan"),
    "delegasi-",
    sampai="Masa delegasi melampaui masa Anda sendiri memegang peran ini.",
)
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
    ),
]
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
    "kosong": Kosong(
        "Tidak ada yang menunggu Anda",
        "Surat yang harus Anda setujui, berkas yang harus Anda lengkapi, dan file yang harus Anda "
        "periksa akan muncul di sini, yang paling mendesak di atas.",
    ),
}
_GALAT: dict[str, Any] = {"aman": "", "tindakan": "", "utama": None, "lain": [], "kode": ""}

PAGES: dict[str, tuple[str, dict[str, Any]]] = {
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
    "beranda": (
        "beranda.html",
        {
            **at("beranda"),
            **_BERANDA,
            "tugas": TUGAS,
            "jumlah": 7,
            "semua": "/contoh/beranda",
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
    "orang": (
        "orang/daftar.html",
        {
            **at("orang"),
            "daftar": TABEL,
            "saring": SARING,
            "tersaring": False,
            "alamat": "/contoh/orang",
            "halaman": HALAMAN,
            "baru": Tautan("Tambah orang", "/contoh/orang_baru"),
            "kosong": KOSONG,
        },
    ),
    "orang_kosong": (
        "orang/daftar.html",
        {
            **at("orang"),
            "daftar": replace(TABEL, baris=()),
            "saring": [],
            "tersaring": False,
            "alamat": "/contoh/orang",
            "halaman": None,
            "baru": None,
            "kosong": KOSONG,
        },
    ),
    "orang_satu": (
        "orang/satu.html",
        {
            **at("orang"),
            "nama": "Contoh Dua",
            "jejak": [BERANDA, Tautan("Orang", "/contoh/orang")],
            "bentuk": "selesai",
            "keadaan": "aktif",
            "sifat": SIFAT,
            "peran": PERAN,
            "beri_peran": BERI_PERAN,
            "delegasi": DELEGASI,
            "tautan_sandi": Formulir("/kirim/tautan", "Buat tautan sekali pakai", (), jaga=False),
            "ubah": Tautan("Ubah nama", "/contoh/orang_baru"),
            "nonaktif": PASTIKAN,
            "peristiwa": PERISTIWA,
        },
    ),
    "orang_dilihat": (
        "orang/satu.html",
        {
            **at("orang"),
            "nama": "Contoh Dua",
            "jejak": [BERANDA, Tautan("Orang", "/contoh/orang")],
            "kata": "Akun ini dinonaktifkan 1 November 2026.",
            "bentuk": "dikecualikan",
            "keadaan": "dinonaktifkan",
            "sifat": SIFAT,
            "peran": [],
            "beri_peran": None,
            "delegasi": None,
            "tautan_sandi": None,
            "ubah": None,
            "nonaktif": None,
            "peristiwa": [],
        },
    ),
    "orang_cabut": (
        "orang/satu.html",
        {
            **at("orang"),
            "nama": "Contoh Dua",
            "jejak": [BERANDA, Tautan("Orang", "/contoh/orang")],
            "bentuk": "selesai",
            "keadaan": "aktif",
            "sifat": SIFAT,
            "peran": [],
            "beri_peran": None,
            "delegasi": None,
            "tautan_sandi": None,
            "ubah": None,
            "nonaktif": replace(
                PASTIKAN, isian=(replace(PASTIKAN.isian[0], galat="Alasan belum diisi."),)
            ),
            "peristiwa": [],
        },
    ),
    "orang_baru": (
        "orang/baru.html",
        {
            **at("orang"),
            "jejak": [BERANDA, Tautan("Orang", "/contoh/orang")],
            "formulir": keliru(
                replace(
                    ADMIN,
                    alamat="/kirim/orang",
                    tombol="Simpan orang ini",
                    batal=Tautan("Batal", "/contoh/orang"),
                ),
                "",
                nama_masuk="Nama masuk ini sudah dipakai. Pilih yang lain.",
            ),
        },
    ),
    "orang_tautan": (
        "orang/tautan.html",
        {
            **at("orang"),
            "nama": "Contoh Dua",
            "jejak": [BERANDA, Tautan("Orang", "/contoh/orang")],
            "tautan": "https://ppid.contoh.go.id/sandi/contohcontohcontohcontohcontohcontoh",
            "sampai": "Minggu, 22 November 2026 14.05 WIB",
            "iso": "2026-11-22T14:05:00+07:00",
            "kembali": Tautan("Kembali ke Contoh Dua", "/contoh/orang_satu"),
        },
    ),
    "akun": (
        "orang/akun.html",
        {
            **at(""),
            "nama": "Contoh Satu",
            "sifat": SIFAT,
            "peran": [replace(PERAN[0], cabut=None)],
            "delegasi": replace(BERI_PERAN, tombol="Delegasikan"),
            "formulir": replace(MASUK, tombol="Ganti sandi"),
        },
    ),
    "orang_sandi": (
        "orang/sandi.html",
        {"muka": TAMU, "nama": "Contoh Dua", "formulir": replace(ADMIN, tombol="Simpan sandi")},
    ),
    "unit": (
        "unit.html",
        {
            **at("orang"),
            "nama": "Dinas Contoh Kota Contoh",
            "jejak": [BERANDA, Tautan("Orang", "/contoh/orang")],
            "sifat": (("Zona waktu", "WITA"), ("Kode", "contoh"), ("Folder masuk", "inbox/contoh")),
            "unit": Tabel(
                "unit-tabel",
                "Unit kerja Dinas Contoh",
                columns("/contoh/unit", {}, [("", "Nama"), ("", "Kode"), ("", "Folder masuk")]),
                ((Sel("Bidang Contoh"), Sel("BC"), Sel("inbox/contoh/bidang_contoh")),),
            ),
            "pejabat": Tabel("pejabat-tabel", "Pejabat Dinas Contoh", (), ()),
            "kosong_pejabat": Kosong(
                "Belum ada pejabat", "Isi pejabat agar naskah tahu siapa yang menandatangani."
            ),
            "lain": [Tautan("Biro Contoh", "/contoh/unit")],
            "formulir": None,
            "setelan": Formulir(
                "/kirim/setelan",
                "Simpan setelan",
                (
                    Kelompok(
                        "",
                        (
                            Ruas(
                                "empat_mata",
                                "Bila orang yang sama menyiapkan dan menyetujui",
                                jenis="radio",
                                nilai="peringatkan",
                                pilihan=(
                                    Pilihan("peringatkan", "Peringatkan dan catat alasan"),
                                    Pilihan("wajib", "Tolak; harus dua orang"),
                                    Pilihan("bebas", "Izinkan"),
                                ),
                            ),
                        ),
                    ),
                ),
                jaga=False,
            ),
        },
    ),
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
            "cetak": "Dicetak Sabtu, 21 November 2026 14.05 WIB oleh Contoh Satu",
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
