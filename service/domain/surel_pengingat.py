"""Reminders by mail: where a person gets theirs, and which letters went out on which day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

# Where a letter stands.
DIRENCANAKAN = "direncanakan"
MENGIRIM = "mengirim"  # handed over; the answer of the server is not known yet
TERKIRIM, DITOLAK, TIDAK_PASTI = "terkirim", "ditolak", "tidak_pasti"
TIDAK_PERLU, KEDALUWARSA = "tidak_perlu", "kedaluwarsa"
KEADAAN: dict[str, str] = {
    DIRENCANAKAN: "Menunggu dikirim",
    MENGIRIM: "Sedang dikirim",
    TERKIRIM: "Terkirim",
    DITOLAK: "Ditolak penerima",
    TIDAK_PASTI: "Tidak pasti sampai",
    TIDAK_PERLU: "Tidak perlu lagi",
    KEDALUWARSA: "Tidak terkirim pada harinya",
}
SELESAI = frozenset({TERKIRIM, DITOLAK, TIDAK_PASTI, TIDAK_PERLU, KEDALUWARSA})
BOLEH_ULANG = 2  # so often a letter is handed over whose answer was lost


@dataclass(frozen=True)
class AlamatSurel:
    """Where a person gets mail; the id is the person's."""

    id: str
    instansi: str
    alamat: str = ""
    mati: bool = False  # they want none
    ditolak: bool = False  # their server took none; until they say it anew
    versi: int = 1


@dataclass(frozen=True)
class Edaran:
    """The round of one agency on one day: whoever looks later that day finds it done."""

    id: str  # instansi and day
    instansi: str
    tanggal: date
    dibuat: datetime
    surat: int = 0
    versi: int = 1


@dataclass(frozen=True)
class SuratPengingat:
    """One letter to one person on one day; there is never a second."""

    id: str  # person and day
    orang: str
    instansi: str
    tanggal: date
    alamat: str
    keadaan: str
    dibuat: datetime
    diserahkan: int = 0  # times it was handed to the server with no answer known before
    dikirim: datetime | None = None
    jumlah: int = 0  # reminders in it
    sebab: str = ""
    versi: int = 1


def letter_id(of: str, on: date) -> str:
    """The one name of what a person, or an agency, gets on a day; fit for the queue."""
    return f"{of}_{on:%Y%m%d}"


def handed_over(surat: SuratPengingat, jumlah: int) -> SuratPengingat:
    """Written down before the server is asked, so that a crash in between shows."""
    return replace(
        surat, keadaan=MENGIRIM, diserahkan=surat.diserahkan + 1, jumlah=jumlah, sebab=""
    )


def may_hand_over(surat: SuratPengingat) -> bool:
    """Whether one more try can at worst make a second copy, and never a third."""
    return surat.diserahkan < BOLEH_ULANG


def not_taken(surat: SuratPengingat, sebab: str) -> SuratPengingat:
    """The server surely has nothing of it: it waits as before."""
    return replace(
        surat, keadaan=DIRENCANAKAN, diserahkan=max(0, surat.diserahkan - 1), sebab=sebab
    )


def ended(surat: SuratPengingat, keadaan: str, now: datetime, sebab: str = "") -> SuratPengingat:
    """The letter as it stands for good."""
    at = now if keadaan == TERKIRIM else surat.dikirim
    return replace(surat, keadaan=keadaan, dikirim=at, sebab=sebab)
