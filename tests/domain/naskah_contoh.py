"""A declaration with every kind of ruas, as an office would write it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from service.domain.naskah import KONSEP, Naskah
from service.domain.paper import Pasangan, checked

FILE = "contoh/naskah/undangan.toml"
KEPALA = """nama = "Undangan Rapat Contoh"
bentuk = "korespondensi"
penandatangan = ["ppid", "atasan_ppid"]
paraf = ["tim_sekretariat"]
tanda_tangan = "tabel"

[buku]
seri = "keluar"
pola = "{NOMOR}/{KODE_UNIT}/{BULAN_ROMAWI}/{TAHUN}"
"""
SEMUA = (
    KEPALA
    + """
[[ruas]]
nama = "kop"
label = "Kepala surat"
jenis = "kop"
asal = "instansi"
contoh = { induk = ["KOTA CONTOH"], nama = "DINAS CONTOH", alamat = ["Jalan Contoh 1"] }

[[ruas]]
nama = "nomor"
label = "Nomor"
jenis = "nomor"
asal = "nomor"
contoh = "3/DC/XI/2026"

[[ruas]]
nama = "tanggal"
label = "Tanggal surat"
jenis = "tanggal"
asal = "tanggal"
contoh = 2026-11-21

[[ruas]]
nama = "hal"
label = "Hal"
contoh = "Undangan rapat contoh"
batas = 60
petunjuk = "Singkat, tanpa titik di akhir."

[[ruas]]
nama = "pembuka"
label = "Pembuka"
jenis = "paragraf"
contoh = \"\"\"Alinea pertama contoh.

Alinea kedua contoh.\"\"\"

[[ruas]]
nama = "hari_rapat"
label = "Hari rapat"
jenis = "tanggal"
asal = "berkas"
isi = "rapat.tanggal"
contoh = "23 November 2026"

[[ruas]]
nama = "peserta"
label = "Jumlah peserta"
jenis = "bilangan"
wajib = false
contoh = 12

[[ruas]]
nama = "biaya"
label = "Biaya rapat"
jenis = "rupiah"
contoh = "Rp1.500.000,00"

[[ruas]]
nama = "sifat"
label = "Sifat"
jenis = "pilihan"
pilihan = ["Biasa", "Segera", "Sangat Segera"]
contoh = "Biasa"

[[ruas]]
nama = "mengetahui"
label = "Mengetahui"
jenis = "pejabat"
asal = "instansi"
isi = "atasan_ppid"
contoh = { jabatan = "Sekretaris Contoh", nama = "Dra. Contoh Dua, M.Si." }

[[ruas]]
nama = "acara"
label = "Susunan acara"
jenis = "daftar"

  [[ruas.kolom]]
  nama = "pokok"
  label = "Pokok acara"
  contoh = "Pembukaan"

  [[ruas.kolom]]
  nama = "hari"
  label = "Hari"
  jenis = "tanggal"
  wajib = false

  [[ruas.kolom]]
  nama = "catatan"
  label = "Catatan"
  jenis = "paragraf"
  wajib = false

  [[ruas.contoh]]
  pokok = "Pembukaan"
  hari = 2026-11-23

  [[ruas.contoh]]
  pokok = "Uji konsekuensi"
  catatan = "Lembar uji dibawa."

[[ruas]]
nama = "butir"
label = "Butir yang diuji"
jenis = "butir"
asal = "berkas"
isi = "butir"
contoh = [{ no = 1, judul = "Rencana contoh", dasar = ["Pasal 17 huruf a"] }]

[[ruas]]
nama = "peta"
label = "Peta lokasi"
jenis = "gambar"
wajib = false
lebar = 120

[[ruas]]
nama = "tembusan"
label = "Tembusan"
jenis = "daftar_teks"
wajib = false
contoh = ["Arsip contoh"]
"""
)


def undangan(text: str = SEMUA) -> Pasangan:
    """The declaration, read."""
    return checked("undangan", text, FILE)


def with_ruas(*lines: str) -> str:
    """A declaration with one ruas, in line 10, of these lines."""
    return "\n".join((KEPALA + "[[ruas]]", *lines, ""))


def naskah(isian: dict[str, Any], nomor: str = "", tanggal: date | None = None) -> Naskah:
    """A konsep of that kind."""
    now = datetime(2026, 11, 21, 3, tzinfo=UTC)
    return Naskah(
        *("n", "b", "contoh", "undangan", KONSEP), now, isian, nomor=nomor, tanggal=tanggal
    )
