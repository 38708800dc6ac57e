"""What a form of the public must hold; the page asks it, and the hallway asks it once more."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from service.domain.keberatan import ALASAN

SENDIRI, KUASA = "sendiri", "kuasa"


@dataclass(frozen=True)
class Aturan:
    """One field: its label, how much it takes, and whether it must be there."""

    nama: str
    label: str
    batas: int
    wajib: bool = True
    baris: bool = False  # may have several lines
    pilihan: Mapping[str, str] = field(default_factory=dict)


PEMOHON = (
    Aturan("nama", "Nama lengkap", 200),
    Aturan("nik", "NIK", 16, wajib=False),
    Aturan("alamat", "Alamat", 500, baris=True),
    Aturan("pekerjaan", "Pekerjaan", 100),
    Aturan("telepon", "Nomor telepon", 30, wajib=False),
    Aturan("surel", "Alamat surel", 200, wajib=False),
    Aturan(
        "sebagai",
        "Kedudukan Anda",
        20,
        pilihan={SENDIRI: "Pemohon sendiri", KUASA: "Kuasa orang atau badan hukum lain"},
    ),
    Aturan("pemberi_kuasa", "Nama pemberi kuasa", 200, wajib=False),
)
PERMOHONAN = (
    *PEMOHON,
    Aturan("rincian", "Rincian informasi yang dibutuhkan", 5000, baris=True),
    Aturan("tujuan", "Tujuan penggunaan informasi", 2000, baris=True),
    Aturan(
        "memperoleh",
        "Cara memperoleh informasi",
        20,
        pilihan={
            "melihat": "Melihat, membaca, mendengarkan, atau mencatat",
            "salinan_cetak": "Mendapatkan salinan cetak",
            "salinan_elektronik": "Mendapatkan salinan elektronik",
        },
    ),
    Aturan(
        "mendapatkan",
        "Cara mendapatkan salinan",
        20,
        pilihan={
            "ambil": "Mengambil langsung",
            "kurir": "Kurir",
            "pos": "Pos",
            "faksimile": "Faksimile",
            "surel": "Surel",
        },
    ),
)
KEBERATAN = (
    Aturan("kode_permohonan", "Kode pelacakan permohonan", 40, wajib=False),
    Aturan("nomor_permohonan", "Nomor pendaftaran permohonan", 120, wajib=False),
    *PEMOHON,
    Aturan("alasan", "Alasan keberatan", 40),
    Aturan("tujuan", "Tujuan penggunaan informasi", 2000, baris=True),
    Aturan("kasus_posisi", "Kasus posisi", 5000, baris=True),
)
# A suggestion asks for nothing about who makes it.
MASUKAN = (
    Aturan("tentang", "Informasi yang dimaksud", 300),
    Aturan("isi", "Masukan Anda", 5000, baris=True),
    Aturan("nama", "Nama", 200, wajib=False),
    Aturan("kontak", "Telepon atau surel", 200, wajib=False),
)

_SUREL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_TELEPON = re.compile(r"\+?[0-9 ().-]{6,30}")
_NIK = re.compile(r"[0-9]{16}")
_KENDALI = {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}
# The marks that turn the direction of writing can make a name read as another.
_ARAH = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


def tidy(text: str) -> str:
    """What was typed, with line ends and spaces as one writes them."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def grounds(text: str) -> tuple[str, ...]:
    """The letters of the grounds given, in their order."""
    return tuple(sorted(set(text.split())))


def faults(
    aturan: Iterable[Aturan], isian: Mapping[str, str], *, publik: bool = True
) -> dict[str, str]:
    """A sentence for each field that must be mended; all at once.

    The form of the `publik` asks for a telephone or an e-mail address besides; who came to the
    desk or wrote a letter is answered at the address on it.
    """
    found = {one.nama: wrong for one in aturan if (wrong := _fault(one, isian.get(one.nama, "")))}
    if publik and not isian.get("telepon") and not isian.get("surel"):
        found.setdefault("telepon", "Isi nomor telepon atau alamat surel agar kami dapat menjawab.")
    for nama, wrong in _together(isian):
        found.setdefault(nama, wrong)
    return found


def faults_keberatan(isian: Mapping[str, str], *, publik: bool = True) -> dict[str, str]:
    """The same for an objection: its grounds, and the request it is about."""
    found = faults(KEBERATAN, isian, publik=publik)
    given = grounds(isian.get("alasan", ""))
    if given and not set(given) <= ALASAN.keys():
        found.setdefault("alasan", "Pilih alasan keberatan dari daftar.")
    named = isian.get("kode_permohonan") or isian.get("nomor_permohonan")
    if not named and set(given) != {"b"}:
        found.setdefault(
            "nomor_permohonan",
            "Isi kode pelacakan atau nomor pendaftaran permohonan yang Anda maksud. "
            "Keduanya boleh kosong hanya bila alasannya huruf b.",
        )
    return found


def faults_masukan(isian: Mapping[str, str]) -> dict[str, str]:
    """The same for a suggestion, whoever sends it."""
    return faults(MASUKAN, isian, publik=False)


def _together(isian: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    telepon, surel = isian.get("telepon", ""), isian.get("surel", "")
    if surel and not _SUREL.fullmatch(surel):
        yield "surel", "Alamat surel ini belum lengkap; tulis seperti nama@contoh.id."
    if telepon and not _TELEPON.fullmatch(telepon):
        yield "telepon", "Nomor telepon hanya memuat angka, spasi, dan tanda + - ( )."
    if isian.get("nik") and not _NIK.fullmatch(isian["nik"]):
        yield "nik", "NIK terdiri atas 16 angka."
    if isian.get("sebagai") == KUASA and not isian.get("pemberi_kuasa"):
        yield "pemberi_kuasa", "Isi nama pemberi kuasa."
    if isian.get("mendapatkan") == "surel" and not surel:
        yield "surel", "Isi alamat surel, karena salinan diminta dikirim lewat surel."


def _fault(one: Aturan, value: str) -> str:
    label = one.label if one.label.isupper() else one.label[0].lower() + one.label[1:]
    if one.wajib and not value:
        return f"Pilih {label}." if one.pilihan or one.nama == "alasan" else f"Isi {label}."
    if one.pilihan and value and value not in one.pilihan:
        return f"Pilih salah satu jawaban pada {label}."
    if len(value) > one.batas:
        return f"Persingkat {label}: {len(value)} huruf, paling banyak {one.batas}."
    spaces = "\n\t" if one.baris else ""
    if any(_odd(letter) and letter not in spaces for letter in value):
        return f"Ada huruf yang tidak dapat dibaca pada {label}; ketik ulang bagian itu."
    return ""


def _odd(letter: str) -> bool:
    return unicodedata.category(letter) in _KENDALI or letter in _ARAH
