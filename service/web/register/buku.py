"""The four books of an office: their columns, on the screen and on the official sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from service.domain import keberatan as b
from service.domain import kiriman as k
from service.domain import naskah as n
from service.domain import permohonan as p
from service.face.isi import Kolom
from service.face.isi_register import LajurCetak
from service.ports import House
from service.ports.register import SaringRegister, Urutan
from service.web.kata.kiriman import KEADAAN
from service.web.register import baris as register_baris
from service.web.register.baris import Baris, Sekitar

Daftar = Callable[[House, SaringRegister, Urutan], tuple[int, list[Any]]]


@dataclass(frozen=True)
class Buku:
    """One book: where its lines come from and how each is told."""

    kunci: str
    nama: str
    judul: str
    kata: str
    kosong: str
    kolom: tuple[Kolom, ...]
    lajur: tuple[LajurCetak, ...]
    keadaan: Mapping[str, str]
    daftar: Daftar
    baris: Callable[[Any, Sekitar], Baris]
    kiriman: Callable[[Any], str]  # the kiriman a line is about
    agenda: bool = False  # has paper twins, disposisi and files
    rahasia: bool = True  # has a book of its own for what is withheld


def _kolom(*names: str) -> tuple[Kolom, ...]:
    return tuple(Kolom(one.lstrip("#"), angka=one.startswith("#")) for one in names)


def _lajur(*columns: tuple[str, float] | tuple[str, float, str]) -> tuple[LajurCetak, ...]:
    return tuple(LajurCetak(*one) for one in columns)


MASUK = Buku(
    "masuk",
    "Agenda masuk",
    "Agenda Surat Masuk",
    "Semua yang masuk lewat pintu mana pun, menurut waktu terimanya.",
    "Kiriman yang masuk mendapat baris di sini begitu diperiksa.",
    _kolom(
        "No. agenda",
        "Nomor surat",
        "Pengirim",
        "Perihal",
        "Unit dan disposisi",
        "Hard copy",
        "Keadaan",
    ),
    _lajur(
        ("No. agenda", 11),
        ("Tanggal terima", 7),
        ("Nomor", 11, "Surat"),
        ("Tanggal", 7, "Surat"),
        ("Pengirim", 10),
        ("Perihal", 14),
        ("Sifat", 5),
        ("Jenis", 7),
        ("File", 3),
        ("Unit", 8),
        ("Disposisi", 7),
        ("Keterangan", 7),
    ),
    {one: KEADAAN[one].kata for one in KEADAAN if one != k.DIKENALI},
    lambda house, saring, urutan: house.register.masuk(saring, urutan),
    register_baris.masuk,
    lambda one: str(one.id),
    agenda=True,
)
KELUAR = Buku(
    "keluar",
    "Agenda keluar",
    "Agenda Surat Keluar",
    "Semua naskah yang sudah bernomor, menurut tanggal naskahnya.",
    "Naskah mendapat baris di sini begitu disetujui dan diberi nomor.",
    _kolom("Nomor naskah", "Jenis", "Kepada", "Perihal", "Unit", "Keadaan"),
    _lajur(
        ("Nomor naskah", 16),
        ("Tanggal", 10),
        ("Jenis", 12),
        ("Kepada", 18),
        ("Perihal", 26),
        ("Unit", 9),
        ("Keterangan", 9),
    ),
    {one: one.capitalize() for one in (n.DISETUJUI, n.DIKIRIM, n.DITANDATANGANI, n.DIARSIPKAN)},
    lambda house, saring, urutan: house.register.keluar(saring, urutan),
    register_baris.keluar,
    lambda _: "",
)
PERMOHONAN = Buku(
    "permohonan",
    "Register permohonan",
    "Register Permohonan Informasi Publik",
    "Permohonan informasi dengan tenggat jawabannya.",
    "Permohonan dari halaman publik dan yang dicatat petugas mendapat baris di sini.",
    _kolom(
        "No. pendaftaran",
        "Pemohon",
        "Informasi yang diminta",
        "Tujuan",
        "Tenggat",
        "Keputusan",
        "Keadaan",
    ),
    _lajur(
        ("No. pendaftaran", 7.5),
        ("Tanggal", 5),
        ("Nama", 6.5),
        ("Alamat", 6),
        ("Nomor kontak", 6.5),
        ("Pekerja\u00adan", 5),
        ("Informasi yang diminta", 8.5),
        ("Tujuan penggunaan", 7),
        ("Di bawah pengua\u00adsaan", 5.5, "Status informasi"),
        ("Bentuk", 5.5, "Status informasi"),
        ("Jenis permo\u00adhonan", 5.5),
        ("Kepu\u00adtusan", 6.5),
        ("Alasan peno\u00adlakan", 6),
        ("Pembe\u00adritahu\u00adan tertulis", 5, "Hari dan tanggal"),
        ("Pembe\u00adrian infor\u00admasi", 5, "Hari dan tanggal"),
        ("Biaya dan cara bayar", 6),
    ),
    p.KEADAAN,
    lambda house, saring, urutan: house.register.permohonan(saring, urutan),
    register_baris.permohonan,
    lambda one: str(one.kiriman),
    rahasia=False,
)
KEBERATAN = Buku(
    "keberatan",
    "Register keberatan",
    "Register Keberatan",
    "Keberatan atas layanan informasi, dengan tenggat tanggapan Atasan PPID.",
    "Keberatan dari halaman publik dan yang dicatat petugas mendapat baris di sini.",
    _kolom(
        "No. registrasi",
        "No. permohonan",
        "Pemohon",
        "Alasan",
        "Tenggat",
        "Tanggapan",
        "Keadaan",
    ),
    _lajur(
        ("No. registrasi", 8),
        ("Tanggal", 6),
        ("No. pendaftaran permohonan", 8),
        ("Nama", 7, "Identitas pemohon"),
        ("Alamat", 8, "Identitas pemohon"),
        ("Nomor kontak", 7, "Identitas pemohon"),
        ("Pemberi kuasa", 6, "Identitas pemohon"),
        ("Tujuan penggunaan", 8),
        ("Alasan keberatan (Pasal 35 ayat (1))", 11),
        ("Kasus posisi", 10),
        ("Tenggat", 6),
        ("Hari dan tanggal", 6, "Tanggapan Atasan PPID"),
        ("Isi", 9, "Tanggapan Atasan PPID"),
        ("Nama dan jabatan", 6, "Tanggapan Atasan PPID"),
    ),
    b.KEADAAN,
    lambda house, saring, urutan: house.register.keberatan(saring, urutan),
    register_baris.keberatan,
    lambda one: str(one.kiriman),
    rahasia=False,
)
BUKU = {one.kunci: one for one in (MASUK, KELUAR, PERMOHONAN, KEBERATAN)}
