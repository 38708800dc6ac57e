"""Sample values for the pages of archives."""

from __future__ import annotations

from datetime import date

from service.domain.arsip.penyusutan import BUANG
from service.domain.arsip.usul import Usul
from service.face.isi import Kolom, Kosong, Sel, Tabel, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.face.isi_register import LajurCetak
from service.face.qr import drawn
from service.ports.arsip import BarisArsip
from service.web.arsip import cetak, isi, usul_isian
from tests.domain.arsip.contoh import NOW, arsip
from tests.web.contoh.rangka import BERANDA, Pages, at

TODAY = date(2026, 11, 23)
TUA = BarisArsip(arsip(date(2020, 1, 5), instansi=""), "Permohonan data contoh", "", rahasia=False)
MUDA = BarisArsip(arsip(date(2026, 1, 5), instansi="", vital=True), "Sertifikat", "", rahasia=True)
USUL = Usul("u1", "a", "", BUANG, "Usul pemusnahan contoh 2026", ("arsip-1",), ("x",), NOW)
KODE = Ruas("kode", "Kode klasifikasi", "HM.01.02", batas=60)
BERI = Formulir("/kirim/kode", "Beri kode", (Kelompok("Beri kode", (KODE,)),))
MUAT = Formulir(
    "/kirim/jadwal",
    "Muat jadwal",
    (Kelompok("", (Ruas("dasar", "Peraturan"), Ruas("file", "File", jenis="file"))),),
    berlampiran=True,
)
PILIH = Ruas(
    "arsip",
    "Arsip",
    jenis="centang",
    wajib=False,
    pilihan=(Pilihan("a", "Permohonan data contoh", "HM.01.02, aktif 2 tahun"),),
)
SUSUN = Formulir("/kirim/usul", "Susun usul", (Kelompok("", (PILIH,)),))
AJUKAN = Formulir("/kirim/ajukan", "Ajukan usul", (Kelompok("", ()),), jaga=False)
ISI = Tabel("isi", "Arsip", (Kolom("Berkas"),), ((Sel("Permohonan data contoh", "/arsip/a"),),))
TEMUAN = Tabel(
    "temuan",
    "Pemeriksaan 23 November 2026",
    (Kolom("Arsip"), Kolom("Temuan")),
    ((Sel("Permohonan data contoh"), Sel("Ada di tempatnya")),),
)
JADWAL = Tabel(
    "kode",
    "Peraturan Contoh Nomor 1",
    tuple(map(Kolom, ("Kode", "Jenis arsip", "Retensi"))),
    ((Sel("HM.01"), Sel("Layanan informasi"), Sel("aktif 2 tahun, inaktif 3 tahun, musnah")),),
)
LABEL = {"qr": drawn("https://ppid.contoh.go.id/arsip/l/a", "Label contoh"), "nama": "Contoh"}

LEMBAR = cetak.LembarUsul(
    kop=("Pemerintah Kota Contoh", "Dinas Contoh"),
    alamat=("Jalan Contoh Nomor 1",),
    judul="Daftar arsip usul musnah",
    perihal=(("Usul", "Usul contoh 2026"), ("Keadaan", "Diajukan")),
    kolom=tuple(LajurCetak(cetak.BAKU[one], cetak.LEBAR[one]) for one in cetak.BAKU),
    baris=(
        ("HM.01", "Permohonan contoh", "2020", "1", "berkas", "Asli", "2 + 3 tahun", ""),
        ("HM.02", "Keberatan contoh", "2019", "2", "berkas", "Salinan", "2 + 3 tahun", "Boks 14"),
    ),
    jumlah="Jumlah: 2 (dua) arsip.",
    dasar=("Jadwal retensi arsip Dinas Contoh",),
    tempat_tanggal="Kota Contoh, 23 November 2026",
    tanda_tangan=(("Yang mengusulkan", "Contoh Arsiparis"), ("Yang menyetujui", "")),
    catatan="Dicetak Senin, 23 November 2026 14.05 WIB sebelum diputuskan.",
)
PAGES: Pages = {
    "arsip": (
        "arsip/daftar.html",
        {
            **at("daftar"),
            "jejak": [BERANDA],
            "daftar": isi.table([TUA, MUDA], TODAY),
            "halaman": None,
            "saring": [KODE],
            "tersaring": True,
            "alamat": "/arsip",
            "lain": (Tautan("Jadwal retensi", "/arsip/jadwal"),),
            "belum": None,
            "kosong": Kosong("Tidak ada arsip di sini", "Beri kode dahulu."),
        },
    ),
    "arsip_satu": (
        "arsip/satu.html",
        {
            **at("daftar"),
            "judul": "Permohonan data contoh",
            "jejak": isi.JEJAK,
            "berkas": Tautan("Buka berkasnya", "/berkas/a"),
            "tas": "/berkas/a/tas",
            "sifat": [("Keadaan", "Di unit pengolah"), ("Ditutup", "5 Januari 2020")],
            "penahanan": None,
            "kartu": None,
            "formulir": [BERI],
        },
    ),
    "arsip_jadwal": (
        "arsip/jadwal.html",
        {
            **at("daftar"),
            "jejak": isi.JEJAK,
            "muatan": JADWAL,
            "kode": None,
            "halaman": None,
            "formulir": [MUAT],
        },
    ),
    "arsip_usul": (
        "arsip/usul.html",
        {
            **at("daftar"),
            "jejak": isi.JEJAK,
            "daftar": ISI,
            "baru": [Tautan("Pemusnahan, Dinas Contoh", "/arsip/usul/baru/a/pemusnahan")],
            "kosong": Kosong("Belum ada usul", "Pilih di bawah ini."),
        },
    ),
    "arsip_usul_baru": (
        "arsip/usul_baru.html",
        {**at("daftar"), "judul": "Pemusnahan", "jejak": isi.JEJAK, "formulir": SUSUN},
    ),
    "arsip_usul_satu": (
        "arsip/usul_satu.html",
        {
            **at("daftar"),
            "judul": USUL.judul,
            "jejak": isi.JEJAK,
            "sifat": usul_isian.traits(USUL),
            "tas": "/arsip/usul/u1/tas",
            "cetak": "/arsip/usul/u1/cetak",
            "arsip": ISI,
            "naskah": None,
            "formulir": [AJUKAN],
        },
    ),
    "arsip_usul_cetak": (
        "arsip/usul_cetak.html",
        {
            **at("daftar"),
            "judul": cetak.JUDUL[BUANG],
            "jejak": isi.JEJAK,
            "lembar": LEMBAR,
        },
    ),
    "arsip_tempat": (
        "arsip/tempat.html",
        {
            **at("daftar"),
            "judul": "Ruang Arsip Contoh, rak 3, boks 14",
            "jejak": isi.JEJAK,
            "tabel": ISI,
            "temuan": TEMUAN,
            "label": [LABEL | {"kode": "HM.01.02"}],
            "formulir": [],
        },
    ),
}
