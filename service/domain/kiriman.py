"""What came in together, and the files in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

DITERIMA = "diterima"
DIKENALI = "dikenali"
MENUNGGU_PETUGAS = "menunggu_petugas"
KARANTINA = "karantina"
DIDAFTAR = "didaftar"


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


def identified(kiriman: Kiriman, known: bool, why: str) -> Kiriman:
    """The kiriman after a look at its files."""
    keadaan = DIKENALI if known else MENUNGGU_PETUGAS
    return replace(kiriman, keadaan=keadaan, alasan="" if known else why)


def registered(kiriman: Kiriman, nomor: str) -> Kiriman:
    """The kiriman with its agenda number."""
    return replace(kiriman, keadaan=DIDAFTAR, nomor_agenda=nomor)
