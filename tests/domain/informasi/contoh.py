"""A line of the public list, and one that is withheld, of an agency that does not exist."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from service.domain.informasi.dik import BarisDik, read_safe
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.jalan_dik import begin_test, exclude, propose_exclusion
from service.domain.informasi.letak import Letak
from service.domain.informasi.retensi import Retensi
from service.domain.informasi.riwayat import Oleh
from service.domain.informasi.unsur import Pelengkap, Sk, Unsur
from service.domain.informasi.waktu_baca import read_waktu
from service.domain.jangka import Jangka
from service.domain.uji import Bukti, Dasar, LembarUji

HARI = date(2026, 11, 23)
PADA = datetime(2026, 11, 23, 2, 30, tzinfo=UTC)
SK = Sk("naskah-1", "12 TAHUN 2026", date(2026, 11, 20), ditandatangani=True)
SK_LAIN = Sk("naskah-2", "13 TAHUN 2031", date(2031, 11, 18), ditandatangani=True)
PETUGAS = Oleh("Petugas Contoh", PADA)
BERALASAN = Oleh("Petugas Contoh", PADA, alasan="Alasan contoh yang terbaca kemudian")
DENGAN_SK = Oleh("Pimpinan Contoh", PADA, alasan="Sesuai rapat tanggal itu", sk=SK)

UTUH = Informasi(
    id="a" * 26,
    instansi="contoh",
    kode="h7t3re45r",
    unit="umum",
    kategori="berkala",
    keamanan="biasa",
    unsur=Unsur(
        ringkasan="Laporan keuangan contoh yang sudah diaudit",
        penguasa="Bagian Umum Contoh",
        penanggung_jawab="Kepala Bagian Umum Contoh",
        waktu=read_waktu("2024"),
        tempat="Kota Contoh",
        bentuk=("cetak", "elektronik"),
        retensi=Retensi("2 tahun", "3 tahun", "musnah"),
    ),
    pelengkap=Pelengkap(sidik="f" * 64, ukuran=12_000, alamat="https://contoh.go.id/laporan.pdf"),
)
LEMBAR = LembarUji(
    dokumen="Laporan audit contoh",
    unit="umum",
    bagian="halaman 3 sampai 5",
    uraian="Nama saksi dalam pemeriksaan yang berjalan",
    dasar=(Dasar("a"),),
    dibuka="Saksi dapat dipengaruhi sebelum diperiksa",
    ditutup="Pemeriksaan berjalan tanpa gangguan",
    kepatutan="Kepentingan umum terlindungi dengan menunda",
    pemicu="prakarsa",
    kesimpulan="dikecualikan",
    jangka=Jangka("tahun", 5),
)
TERBUKTI = Bukti(berita_acara=True, sk=True, disetujui=True)
BARIS = read_safe(
    BarisDik(
        "Keterangan dalam laporan audit contoh",
        LEMBAR.dasar,
        LEMBAR.dibuka,
        LEMBAR.ditutup,
        LEMBAR.jangka,
    ),
    "Pembaca Contoh",
)
LETAK = Letak("Laporan audit contoh", "e" * 64, "lampiran 2", ((3, 5),))


def in_test() -> Informasi:
    """What stands before the decree that withholds it."""
    proposed = propose_exclusion(replace(UTUH, pelengkap=Pelengkap()), BERALASAN, LETAK).informasi
    return begin_test(proposed, PETUGAS).informasi


def excluded() -> Informasi:
    """What is withheld for five years from 20 November 2026."""
    return exclude(in_test(), BARIS, LEMBAR, TERBUKTI, DENGAN_SK, HARI).informasi
