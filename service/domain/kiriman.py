"""What came in together, and the files in it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime

DITERIMA = "diterima"
DIKENALI = "dikenali"
MENUNGGU_PETUGAS = "menunggu_petugas"
KARANTINA = "karantina"
DIDAFTAR = "didaftar"

AGENDA = "agenda"  # the book, and how its numbers are written
POLA_AGENDA = "{NOMOR:4}/AGENDA/{TAHUN}"


@dataclass(frozen=True)
class Kiriman:
    """What arrived together through one door."""

    id: str
    instansi: str
    unit: str
    pintu: str  # folder, web
    nama: str
    keadaan: str
    diterima: datetime
    nomor_agenda: str = ""
    alasan: str = ""
    versi: int = 1


@dataclass(frozen=True)
class File:
    """One file of a kiriman, named in the store by its sha256."""

    id: str
    kiriman: str
    nama: str
    sha256: str
    ukuran: int
    mime: str = ""
    versi: int = 1


def shown(nama: str) -> str:
    """A file's name as it can be kept and shown: what cannot be read or seen is spelt out."""
    readable = nama.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(_spelt(letter) for letter in readable)


def _spelt(letter: str) -> str:
    # Cf: marks that turn the direction of reading, so that `exe.docx` looks like a letter.
    if unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return letter.encode("unicode_escape").decode()
    return letter


def identified(kiriman: Kiriman, keadaan: str, alasan: str) -> Kiriman:
    """The kiriman after a look at its files: dikenali, menunggu_petugas or karantina."""
    return replace(kiriman, keadaan=keadaan, alasan=alasan)


def registered(kiriman: Kiriman, nomor: str) -> Kiriman:
    """The kiriman with its agenda number."""
    return replace(kiriman, keadaan=DIDAFTAR, nomor_agenda=nomor)
