"""The request form as the law has it: its ruas, and what is wrong with what was typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace

from service.face.isi import Formulir, Kelompok, Pilihan, Ruas

# In this order on the page and in the file that is kept.
PEMOHON = (
    Ruas("nama", "Nama lengkap", batas=200, isi_otomatis="name", contoh="Contoh Pemohon"),
    Ruas(
        "nik",
        "NIK",
        batas=16,
        lebar="sedang",
        wajib=False,
        petunjuk="16 angka pada KTP. Untuk badan hukum, sebutkan nomor akta pada rincian.",
    ),
    Ruas("alamat", "Alamat", jenis="panjang", batas=500, isi_otomatis="street-address"),
    Ruas("pekerjaan", "Pekerjaan", batas=100, lebar="sedang"),
    Ruas(
        "telepon",
        "Nomor telepon",
        jenis="telepon",
        batas=30,
        lebar="sedang",
        wajib=False,
        isi_otomatis="tel",
        petunjuk="Isi nomor telepon atau alamat surel, sedikitnya salah satu.",
    ),
    Ruas("surel", "Alamat surel", jenis="surel", batas=200, wajib=False, isi_otomatis="email"),
)
KUASA = (
    Ruas(
        "sebagai",
        "Kedudukan Anda",
        jenis="radio",
        pilihan=(
            Pilihan("sendiri", "Pemohon sendiri"),
            Pilihan("kuasa", "Kuasa orang atau badan hukum lain"),
        ),
    ),
    Ruas(
        "pemberi_kuasa",
        "Nama pemberi kuasa",
        batas=200,
        wajib=False,
        petunjuk="Diisi bila Anda bertindak sebagai kuasa. Bawa surat kuasanya ke petugas.",
    ),
)
ISI = (
    Ruas(
        "rincian",
        "Rincian informasi yang dibutuhkan",
        jenis="panjang",
        batas=5000,
        petunjuk="Sebutkan informasinya, tahunnya, dan unit yang menguasainya bila Anda tahu.",
        contoh="Laporan realisasi anggaran tahun 2025.",
    ),
    Ruas("tujuan", "Tujuan penggunaan informasi", jenis="panjang", batas=2000),
)
CARA = (
    Ruas(
        "memperoleh",
        "Cara memperoleh informasi",
        jenis="radio",
        pilihan=(
            Pilihan("melihat", "Melihat, membaca, mendengarkan, atau mencatat"),
            Pilihan("salinan_cetak", "Mendapatkan salinan cetak"),
            Pilihan("salinan_elektronik", "Mendapatkan salinan elektronik"),
        ),
    ),
    Ruas(
        "mendapatkan",
        "Cara mendapatkan salinan",
        jenis="radio",
        pilihan=(
            Pilihan("ambil", "Mengambil langsung"),
            Pilihan("kurir", "Kurir"),
            Pilihan("pos", "Pos"),
            Pilihan("faksimile", "Faksimile"),
            Pilihan("surel", "Surel"),
        ),
    ),
)
JEBAKAN = "situs"  # a person does not see it and leaves it empty

_SUREL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_KENDALI = {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}
# The marks that turn the direction of writing can make a name read as another.
_ARAH = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


def ruas(*, nik: bool) -> tuple[Ruas, ...]:
    """Every ruas of the form, in order."""
    pemohon = tuple(r for r in PEMOHON if nik or r.nama != "nik")
    return (*pemohon, *KUASA, *ISI, *CARA)


def read(form: Mapping[str, str], *, nik: bool) -> dict[str, str]:
    """What was typed, with line ends and spaces as one writes them."""
    return {r.nama: _tidy(form.get(r.nama, "")) for r in ruas(nik=nik)}


def faults(isian: Mapping[str, str], *, nik: bool) -> dict[str, str]:
    """A sentence for each ruas that must be mended; all at once."""
    found = {r.nama: wrong for r in ruas(nik=nik) if (wrong := _fault(r, isian[r.nama]))}
    if not isian["telepon"] and not isian["surel"]:
        found.setdefault("telepon", "Isi nomor telepon atau alamat surel agar kami dapat menjawab.")
    if isian["surel"] and not _SUREL.fullmatch(isian["surel"]):
        found.setdefault("surel", "Alamat surel ini belum lengkap; tulis seperti nama@contoh.id.")
    if isian["telepon"] and not re.fullmatch(r"\+?[0-9 ().-]{6,30}", isian["telepon"]):
        found.setdefault("telepon", "Nomor telepon hanya memuat angka, spasi, dan tanda + - ( ).")
    if isian.get("nik") and not re.fullmatch(r"[0-9]{16}", isian["nik"]):
        found.setdefault("nik", "NIK terdiri atas 16 angka.")
    if isian["sebagai"] == "kuasa" and not isian["pemberi_kuasa"]:
        found.setdefault("pemberi_kuasa", "Isi nama pemberi kuasa.")
    if isian["mendapatkan"] == "surel" and not isian["surel"]:
        found.setdefault("surel", "Isi alamat surel, karena salinan diminta dikirim lewat surel.")
    return found


def formulir(
    isian: Mapping[str, str], galat: Mapping[str, str], umum: tuple[str, ...], *, nik: bool
) -> Formulir:
    """The form with what was typed in it and what is wrong beside it."""

    def filled(group: tuple[Ruas, ...]) -> tuple[Ruas, ...]:
        shown = (r for r in group if nik or r.nama != "nik")
        return tuple(
            replace(r, nilai=isian.get(r.nama, ""), galat=galat.get(r.nama, "")) for r in shown
        )

    return Formulir(
        alamat="/permohonan",
        tombol="Kirim permohonan",
        kelompok=(
            Kelompok("Pemohon", filled(PEMOHON)),
            Kelompok("Kuasa", filled(KUASA)),
            Kelompok("Informasi yang diminta", filled(ISI)),
            Kelompok("Cara menerima", filled(CARA)),
        ),
        salah=umum,
    )


def _tidy(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _fault(r: Ruas, value: str) -> str:
    label = r.label[0].lower() + r.label[1:] if r.label != "NIK" else r.label
    if r.wajib and not value:
        return f"Pilih {label}." if r.pilihan else f"Isi {label}."
    if r.pilihan and value and value not in {p.nilai for p in r.pilihan}:
        return f"Pilih salah satu jawaban pada {label}."
    if r.batas and len(value) > r.batas:
        return f"Persingkat {label}: {len(value)} huruf, paling banyak {r.batas}."
    spaces = "\n\t" if r.jenis == "panjang" else ""
    if any(_odd(c) and c not in spaces for c in value):
        return f"Ada huruf yang tidak dapat dibaca pada {label}; ketik ulang bagian itu."
    return ""


def _odd(letter: str) -> bool:
    return unicodedata.category(letter) in _KENDALI or letter in _ARAH
