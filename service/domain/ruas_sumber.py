"""Where a ruas of asal `berkas` takes its value from, by the words that its pair writes."""

from __future__ import annotations

import difflib
import re

from service.domain import ruas as r
from service.domain.arsip.usul_isian import SUMBER_DAFTAR
from service.domain.rekap_permohonan import NASIB

_KATA = (r.TEKS, r.PARAGRAF)
_BARIS = (*_KATA, r.DAFTAR, r.DAFTAR_TEKS)
_PILIHAN = (*_KATA, r.PILIHAN)
_TABEL = (r.DAFTAR, r.DAFTAR_TEKS)
_HARI = (r.TANGGAL,)
_TABEL_LAPORAN = (
    *("ketersediaan", "verifikasi", "waktu"),
    *("jawaban", "alasan_tolak", "keberatan", "sengketa", "belum_masuk"),
    *("edisi", "hasil_uji", "permohonan_bulan"),
)
_ANGKA_LAPORAN = ("ditambah", "diubah", "dikeluarkan", "pengujian")
# Each source, and the kinds of ruas that can take what stands there.
SUMBER: dict[str, tuple[str, ...]] = {
    "berkas.judul": _KATA,
    "berkas.dibuka": _HARI,
    "berkas.ditutup": _HARI,
    "berkas.isi": (r.DAFTAR,),
    "serah_terima": (r.DAFTAR,),
    "fisik": (r.DAFTAR,),
    "buku": (r.DAFTAR,),
    "buku.catatan": (r.DAFTAR,),
    "buku.masa": _KATA,
    "berkas.masa": _KATA,
    "berkas.langkah": _TABEL,
    **{f"register.{nasib}": (r.BILANGAN,) for nasib in (*NASIB, "keberatan", "sengketa")},
    **{f"laporan.{nama}": (r.BILANGAN,) for nama in _ANGKA_LAPORAN},
    **{f"laporan.{nama}": (r.DAFTAR,) for nama in _TABEL_LAPORAN},
    "laporan.tanggal_sajian": _HARI,
    "laporan.waktu_rata": _KATA,
    "laporan.tahun": _KATA,
    "laporan.kepala_jurnal": _KATA,
    "permohonan.nomor": _KATA,
    "permohonan.tanggal": _HARI,
    "permohonan.pemohon": _KATA,
    "permohonan.alamat": _KATA,
    "permohonan.rincian": _KATA,
    "permohonan.tujuan": _KATA,
    "permohonan.pekerjaan": _KATA,
    "permohonan.kontak": _KATA,
    "permohonan.kuasa": _KATA,
    "permohonan.memperoleh": _PILIHAN,
    "permohonan.mendapatkan": _PILIHAN,
    "permohonan.jalan": _PILIHAN,
    "permohonan.diterima": _HARI,
    "permohonan.jam": _KATA,
    "permohonan.tenggat": _HARI,
    "permohonan.dijawab": _HARI,
    "permohonan.alasan": _KATA,
    "permohonan.informasi": _TABEL,
    "permohonan.ditolak": _TABEL,
    "permohonan.ditutup": _TABEL,
    "perpanjangan.alasan": _PILIHAN,
    "perpanjangan.uraian": _KATA,
    "perpanjangan.hari": (r.BILANGAN,),
    "perpanjangan.dari": _HARI,
    "perpanjangan.sampai": _HARI,
    "keberatan.nomor": _KATA,
    "keberatan.tanggal": _HARI,
    "keberatan.pemohon": _KATA,
    "keberatan.alamat": _KATA,
    "keberatan.pekerjaan": _KATA,
    "keberatan.kontak": _KATA,
    "keberatan.kuasa": _KATA,
    "keberatan.permohonan": _KATA,
    "keberatan.tujuan": _KATA,
    "keberatan.kasus_posisi": _KATA,
    "keberatan.alasan": _BARIS,
    "keberatan.diterima": _HARI,
    "keberatan.tenggat": _HARI,
    "keberatan.putusan": _PILIHAN,
    "keberatan.tanggapan": _KATA,
    "surat.pengirim": _KATA,
    "surat.nomor": _KATA,
    "surat.tanggal": _KATA,
    "surat.perihal": _KATA,
    "surat.sifat": _PILIHAN,
    "surat.agenda": _KATA,
    "surat.diterima": _KATA,
    "disposisi.kepada": _TABEL,
    "disposisi.isi": _BARIS,
    "disposisi.sifat": (*_BARIS, r.PILIHAN),
    "disposisi.catatan": (*_KATA, r.DAFTAR_TEKS),
    "disposisi.tanggal": _HARI,
    "disposisi.pejabat": (r.PEJABAT,),
    "rapat.tanggal": _HARI,
    "rapat.jam": _KATA,
    "rapat.tempat": _KATA,
    "rapat.tautan": _KATA,
    "rapat.acara": _BARIS,
    "rapat.peserta": _BARIS,
    "rapat.notula": _BARIS,
    "rapat.simpulan": _BARIS,
    "butir": (r.BUTIR, r.DAFTAR),
    "unit.nama": _KATA,
    **dict.fromkeys(SUMBER_DAFTAR, (r.DAFTAR,)),
    "usul.dasar": (r.DAFTAR_TEKS,),
    "usul.kegiatan": _PILIHAN,
    "usul.persetujuan": _KATA,
    "usul.pertimbangan": _KATA,
    **dict.fromkeys(("arsip.kode", "arsip.tempat", "arsip.aktif", "arsip.inaktif"), _KATA),
    **dict.fromkeys(("arsip.nasib", "arsip.kategori"), _PILIHAN),
}
# Sources of which there are as many as the pack of an instansi has.
_BANYAK: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"bahan\.[a-z0-9_]+\.nomor"), _KATA),
    (re.compile(r"bahan\.[a-z0-9_]+\.tanggal"), (r.TANGGAL,)),
    (re.compile(r"tenggat\.[a-z0-9_]+"), _KATA),
    (re.compile(r"instansi\.[a-z0-9_]+"), (*_KATA, r.KOP, r.PEJABAT)),
)
CONTOH_BANYAK = ("bahan.<id>.nomor", "bahan.<id>.tanggal", "tenggat.<id>", "instansi.<kunci>")


def sumber_fault(isi: str, jenis: str) -> str:
    """Why a ruas of that jenis cannot take its value there, as a sentence; '' where it can."""
    fits = SUMBER.get(isi) or next((kinds for one, kinds in _BANYAK if one.fullmatch(isi)), ())
    if not fits:
        close = difflib.get_close_matches(isi, SUMBER, n=1)
        guess = f"; mungkin maksud Anda '{close[0]}'" if close else ""
        known = ", ".join((*SUMBER, *CONTOH_BANYAK))
        return f"Sumber '{isi}' tidak dikenal{guess}. Pilihan: {known}."
    if jenis not in fits:
        return f"Sumber '{isi}' hanya cocok untuk ruas berjenis {', '.join(fits)}."
    return ""
