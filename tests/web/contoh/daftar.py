"""Sample values for the pieces of information, their editions, and what is withheld."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from service.acts.edisi.tertahan import Tertahan
from service.face.isi import Beda, Kolom, Kosong, Sel, Tabel, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.face.isi_informasi import BarisVerifikasi, DaftarMuka
from service.web.dikecualikan.tawaran import Tindak
from tests.web.contoh.bagian import BEDA, PERISTIWA
from tests.web.contoh.laporan import BAGIAN
from tests.web.contoh.rangka import ALASAN, BERANDA, Pages, at

JEJAK = [BERANDA, Tautan("Informasi", "/contoh/informasi")]
KODE = "ABCD-EFGH-JK"
NAMA = "Laporan kinerja contoh tahun 2025"
SIFAT = [("Kode", KODE), ("Unit", "Bidang Satu"), ("Kategori", "Berkala")]
BUNYI = (Beda("Ringkasan", "Laporan kinerja 2024", NAMA), Beda("Tempat", "Kota", "Kota"))
BARIS = BarisVerifikasi(
    "a1",
    "a1:3",
    "/contoh/informasi_satu",
    NAMA,
    KODE,
    "Bidang Satu",
    ("berjalan", "Dimutakhirkan"),
    False,
    BUNYI,
    frozenset({"Ringkasan"}),
    (),
    ("Retensi berbeda dari jadwal.",),
    Tautan("laporan.pdf", "/bagian"),
)
MASUK = DaftarMuka(
    "Daftar Bidang Satu, November 2026",
    (("Unit", "Bidang Satu"), ("Baris", "60")),
    ("menunggu", "Menunggu keputusan"),
    (("Baru", "2"), ("Berubah", "1"), ("Salah", "1")),
    (("Lembar1, sel D7", "Tanggal 31 Februari tidak ada.", "harus diperbaiki"),),
    3,
    ((NAMA, BEDA),),
    ("Laporan lama contoh",),
    ("Kepala dua baris digabung.",),
)
SARING = (
    Ruas(
        "unit",
        "Unit",
        jenis="pilih",
        wajib=False,
        pilihan=(Pilihan("", "Semua"), Pilihan("satu", "Bidang Satu")),
    ),
)


def tabel(nama: str, judul: str, *kepala: str, baris: tuple[Sel, ...]) -> Tabel:
    return Tabel(nama, judul, tuple(map(Kolom, kepala)), (baris,))


def form(alamat: str, tombol: str, *ruas: Ruas) -> Formulir:
    return Formulir(f"/kirim/{alamat}", tombol, (Kelompok("", ruas),))


DAFTAR = tabel(
    "informasi",
    "Informasi",
    *("Informasi", "Unit", "Keadaan"),
    baris=(
        Sel(NAMA, "/contoh/informasi_satu", catatan=KODE),
        Sel("Bidang Satu"),
        Sel("Terbit", bentuk="selesai"),
    ),
)
EDISI = tabel(
    "edisi",
    "Edisi",
    *("Edisi", "Keadaan", "Baris"),
    baris=(
        Sel("Daftar Informasi Publik, Edisi 1 Tahun 2026", "/contoh/edisi_satu"),
        Sel("Terbit", bentuk="selesai"),
        Sel("212"),
    ),
)
TUTUP = tabel(
    "dikecualikan",
    "Dikecualikan",
    *("Informasi", "Dasar", "Berakhir"),
    baris=(
        Sel("Berita acara pemeriksaan contoh", "/contoh/dikecualikan_satu"),
        Sel("Pasal 17 huruf a"),
        Sel("1 Januari 2027", bentuk="lewat"),
    ),
)
RINGKAS = Ruas("ringkasan", "Ringkasan untuk umum", jenis="panjang", batas=1_000)
BENAR = form("benar", "Benar", Ruas("dilihat", "Yang dilihat", "3", "tersembunyi"))
KEMBALI = form("kembali", "Kembalikan", ALASAN)


def _here(**more: Any) -> dict[str, Any]:
    return {**at("daftar"), "jejak": JEJAK, **more}


INFORMASI: Pages = {
    "informasi": (
        "informasi/daftar.html",
        _here(
            daftar=DAFTAR,
            halaman=None,
            saring=SARING,
            tersaring=False,
            alamat="/contoh/informasi",
            utama=Tautan("Usulkan informasi", "/contoh/informasi_tulis"),
            lain=(Tautan("Impor daftar", "/contoh/informasi_masuk"),),
            kosong=Kosong("Belum ada informasi", "Usulkan yang pertama."),
        ),
    ),
    "informasi_satu": (
        "informasi/satu.html",
        _here(
            judul=NAMA,
            kode=KODE,
            keadaan=("menunggu", "Usulan"),
            tertutup=False,
            diajukan=True,
            sifat=SIFAT,
            unsur=[("Ringkasan", NAMA, []), ("Retensi arsip", "", ["Retensi belum ditulis."])],
            kurang=1,
            tautan=[Tautan("Tulis barisnya", "/contoh/informasi_tulis"), Tautan("File", "/bagian")],
            kirim=[("/kirim/ajukan", "Ajukan lagi")],
            pastikan=[],
            salah=None,
            peristiwa=PERISTIWA,
        ),
    ),
    "informasi_tulis": (
        "informasi/tulis.html",
        _here(judul="Usulkan informasi", kata="", formulir=form("usul", "Usulkan", RINGKAS)),
    ),
    "informasi_masuk": (
        "informasi/masuk.html",
        _here(
            formulir=form("masuk", "Baca daftar", Ruas("file", "Daftar Excel", jenis="file")),
            daftar=DAFTAR,
            kosong=Kosong("Belum ada daftar", "Daftar yang masuk tampil di sini."),
        ),
    ),
    "informasi_masuk_satu": (
        "informasi/masuk_satu.html",
        _here(
            d=MASUK,
            alamat="/kirim/daftar",
            berjalan=False,
            galat="",
            versi=1,
            terima=3,
            ragu=1,
            dik=True,
            formulir=form("kolom", "Pakai kolom ini", Ruas("kolom", "Kolom ringkasan")),
            kembali="/bagian",
            asal="/contoh/kiriman",
            buang=True,
        ),
    ),
    "verifikasi": (
        "informasi/verifikasi.html",
        _here(
            saring=SARING,
            alamat="/kirim/verifikasi",
            tersaring=False,
            unit="",
            sesudah="",
            banyak="1",
            baris=(BARIS,),
            mulai="/contoh/verifikasi_satu",
            lanjut="",
            salah=(),
            hasil=("1 baris diverifikasi.",),
            perlu_alasan=True,
            kosong=Kosong("Tidak ada yang menunggu", "Semua sudah diverifikasi."),
        ),
    ),
    "verifikasi_satu": (
        "informasi/verifikasi_satu.html",
        _here(b=BARIS, benar=BENAR, kembali=KEMBALI, salah=None, lewati="/bagian", sisa="3"),
    ),
}
EDISI_PAGES: Pages = {
    "edisi": (
        "edisi/daftar.html",
        _here(
            daftar=EDISI,
            halaman=None,
            alamat=Tautan("Alamat yang diumumkan", "/bagian"),
            baru=Tautan("Susun edisi", "/contoh/edisi_baru"),
            setelan=Tautan("Setelan", "/contoh/edisi_setelan"),
            kosong=Kosong("Belum ada edisi", "Susun rancangannya di berkas penetapan."),
        ),
    ),
    "edisi_satu": (
        "edisi/satu.html",
        _here(
            judul="Daftar Informasi Publik, Edisi 1 Tahun 2026",
            banyak=212,
            sifat=[Sel("Terbit", bentuk="selesai", catatan="Keadaan")],
            tertinggal=2,
            kurang=None,
            kata_beda="14 ditambahkan, 9 diubah, 3 dihapus",
            beda=EDISI,
            terperinci=1,
            baris=DAFTAR,
            halaman=None,
            mulai_naskah=None,
            perbarui="/kirim/perbarui",
            batal=None,
            formulir=None,
            tarik=form("tarik", "Tarik edisi", ALASAN),
            menunggu_lain=False,
            tertahan=Tertahan("", (), 4),
            tertahan_tabel=None,
            surat="/bagian",
        ),
    ),
    "edisi_baru": (
        "edisi/baru.html",
        _here(judul="Susun edisi", formulir=form("edisi", "Susun", Ruas("berkas", "Berkas"))),
    ),
    "edisi_setelan": (
        "edisi/setelan.html",
        _here(formulir=[form("setelan", "Simpan setelan", Ruas("lain", "Penerbit lain"))]),
    ),
}
DIKECUALIKAN: Pages = {
    "dikecualikan": (
        "dikecualikan/daftar.html",
        _here(
            daftar=TUTUP,
            halaman=None,
            saring=SARING,
            tersaring=False,
            alamat="/contoh/dikecualikan",
            usul="/contoh/dikecualikan_usul",
            mendesak=1,
            menunggu=[Tautan("Berita acara contoh", "/contoh/dikecualikan_satu")],
            belum=[Tautan("Butir contoh", "/contoh/dikecualikan_terap")],
            berakhir=(
                tabel(
                    "berakhir",
                    "Berakhir tahun ini",
                    *("Bulan", "Banyaknya"),
                    baris=(Sel("Desember 2026"), Sel("1")),
                ),
                BAGIAN[0].gambar,
            ),
            kosong=Kosong("Belum ada", "Yang dikecualikan tampil di sini."),
        ),
    ),
    "dikecualikan_satu": (
        "dikecualikan/satu.html",
        _here(
            judul="Berita acara pemeriksaan contoh",
            keadaan=("dikecualikan", "Dikecualikan"),
            tahap=("lewat", "Harus diputus"),
            sifat=[*SIFAT, ("Dasar", "Pasal 17 huruf a")],
            tindak=[
                Tindak(
                    "panjang",
                    "Perpanjang",
                    "Lewat uji lagi.",
                    form("p", "Uji lagi", replace(ALASAN, kunci="alasan-uji")),
                )
            ],
            keliru=False,
            jawab=[
                (
                    "jawab-1",
                    "Contoh Satu",
                    "Peristiwanya sudah selesai.",
                    (form("setuju", "Setujui", RINGKAS), form("tolak", "Tidak setuju", ALASAN)),
                )
            ],
            pengujian=TUTUP,
            pembukaan=None,
            peristiwa=PERISTIWA,
        ),
    ),
    "dikecualikan_terap": (
        "dikecualikan/terap.html",
        _here(
            judul="Butir contoh",
            sifat=SIFAT,
            kurang=["Berita acaranya belum ditandatangani."],
            formulir=form("terap", "Masukkan ke DIK", RINGKAS),
        ),
    ),
    "dikecualikan_usul": (
        "dikecualikan/usul.html",
        _here(formulir=form("usul", "Usulkan", RINGKAS, ALASAN)),
    ),
}
PAGES: Pages = INFORMASI | EDISI_PAGES | DIKECUALIKAN
