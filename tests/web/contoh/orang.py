"""Sample values of people and units."""

from __future__ import annotations

from dataclasses import replace

from service.face.alamat import columns
from service.face.isi import Kolom, Kosong, Sel, Tabel, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pastikan, Pilihan, Ruas
from service.face.isi_rumah import Dipegang
from service.web.instansi.tabel import Seksi
from tests.web.contoh.bagian import HALAMAN, KOSONG, PASTIKAN, PERISTIWA, SARING, TABEL
from tests.web.contoh.masuk import ADMIN, MASUK
from tests.web.contoh.rangka import ALASAN, BERANDA, Pages, at, keliru

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

TOKEN = Tabel(
    "token",
    "Token program",
    tuple(map(Kolom, ("Program", "Untuk", "Berlaku sampai", "Terakhir dipakai", "Keadaan"))),
    (
        (
            Sel("Portal data", "/contoh/token_satu"),
            Sel("Dinas Contoh, Bidang Satu Contoh", catatan="Petugas"),
            Sel("31 Desember 2026", iso="2026-12-31"),
            Sel("21 November 2026 pukul 08.00 WIB"),
            Sel("berlaku", bentuk="berjalan"),
        ),
    ),
)

PAGES: Pages = {
    "token": (
        "program/token.html",
        {
            **at("orang"),
            "jejak": [BERANDA],
            "daftar": TOKEN,
            "baru": Tautan("Buat token", "/contoh/token_baru"),
            "petunjuk": Tautan("Petunjuk API", "/contoh/petunjuk_api"),
            "kosong": KOSONG,
        },
    ),
    "token_baru": (
        "program/baru.html",
        {**at("orang"), "jejak": [BERANDA], "formulir": BERI_PERAN},
    ),
    "token_rahasia": (
        "program/rahasia.html",
        {
            **at("orang"),
            "nama": "Portal data",
            "jejak": [BERANDA],
            "rahasia": "berkas_contoh-token-yang-bukan-token-sungguhan",
            "contoh": 'curl -H "Authorization: Bearer $TOKEN" https://contoh.go.id/api/v1',
            "kembali": Tautan("Sudah saya simpan", "/contoh/token_satu"),
        },
    ),
    "token_satu": (
        "program/satu.html",
        {
            **at("orang"),
            "nama": "Portal data",
            "jejak": [BERANDA],
            "bentuk": "berjalan",
            "keadaan": "berlaku",
            "sifat": SIFAT,
            "cabut": PASTIKAN,
        },
    ),
    "webhook": (
        "program/webhook.html",
        {
            **at("orang"),
            "jejak": [BERANDA],
            "daftar": TOKEN,
            "baru": Tautan("Buat webhook", "/contoh/webhook_baru"),
            "kosong": KOSONG,
        },
    ),
    "webhook_baru": (
        "program/webhook_baru.html",
        {**at("orang"), "jejak": [BERANDA], "formulir": BERI_PERAN},
    ),
    "webhook_rahasia": (
        "program/webhook_rahasia.html",
        {
            **at("orang"),
            "nama": "Portal data",
            "jejak": [BERANDA],
            "rahasia": "kait_contoh-rahasia-yang-bukan-rahasia-sungguhan",
            "kembali": Tautan("Sudah saya simpan", "/contoh/webhook_satu"),
        },
    ),
    "webhook_satu": (
        "program/webhook_satu.html",
        {
            **at("orang"),
            "nama": "Portal data",
            "jejak": [BERANDA],
            "sifat": SIFAT,
            "daftar": replace(TOKEN, nama="antaran"),
            "halaman": HALAMAN,
            "ulang": "/kirim/ulang",
            "gagal": "2",
            "cabut": PASTIKAN,
            "kosong": KOSONG,
        },
    ),
    "petunjuk_api": (
        "api/petunjuk.html",
        {
            **at("orang"),
            "jejak": [BERANDA],
            "kata": "Perbuatan yang sama dengan halaman, dalam JSON.",
            "dokumen": Tautan("OpenAPI 3.1 (JSON)", "/contoh/galat_404"),
            "contoh": 'curl -H "Authorization: Bearer $TOKEN" https://contoh.go.id/api/v1',
            "daftar": TABEL,
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
            "surel": None,
            "ditolak": None,
            "surat": None,
        },
    ),
    "unit": (
        "unit.html",
        {
            "letak": "/instansi/dinas_contoh/uji-letak",
            **at("orang"),
            "nama": "Dinas Contoh Kota Contoh",
            "jejak": [BERANDA, Tautan("Orang", "/contoh/orang")],
            "sifat": (("Zona waktu", "WITA"), ("Kode", "contoh"), ("Folder masuk", "inbox/contoh")),
            "ubah": Tautan("Ubah keterangan", "/contoh/unit"),
            "seksi": [
                Seksi(
                    "unit",
                    "Unit kerja",
                    Tabel(
                        "unit-tabel",
                        "Unit kerja Dinas Contoh",
                        columns("/contoh/unit", {}, [("", "Nama"), ("", "Kode"), ("", "Folder")]),
                        ((Sel("Bidang Contoh"), Sel("BC"), Sel("inbox/contoh/bidang_contoh")),),
                    ),
                    Tautan("Tambah unit kerja", "/contoh/unit"),
                ),
                Seksi(
                    "pejabat",
                    "Pejabat",
                    Tabel("pejabat-tabel", "Pejabat Dinas Contoh", (), ()),
                    kosong=Kosong(
                        "Belum ada pejabat",
                        "Isi pejabat agar naskah tahu siapa yang menandatangani.",
                    ),
                ),
            ],
            "templat": "/contoh/unit",
            "tafsir": "/contoh/unit",
            "bawaan": Tautan("Lihat beda dengan bawaan", "/contoh/unit"),
            "lain": [Tautan("Biro Contoh", "/contoh/unit")],
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
}
