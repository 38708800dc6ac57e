"""A paper that came back signed and is not taken as it is: a person says what it is worth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from service.domain.berkas import DIARSIPKAN, DIBATALKAN
from service.domain.naskah import (
    BATAL,
    DIKEMBALIKAN,
    DIKIRIM,
    DISETUJUI,
    DITANDATANGANI,
)
from service.domain.naskah import DIARSIPKAN as NASKAH_DIARSIPKAN
from service.domain.refusals import Refusal

MENUNGGU, DITERIMA, DITOLAK = "menunggu", "diterima", "ditolak"
KATA = {
    MENUNGGU: "Menunggu keputusan",
    DITERIMA: "Diterima seorang petugas",
    DITOLAK: "Ditolak",
}
KEMBALI_NASKAH = "kembali_naskah"  # how a kiriman ends that holds only such files: in no agenda
_BUKAN = {
    DISETUJUI: "belum tercatat terkirim",
    DITANDATANGANI: "sudah ditandatangani",
    NASKAH_DIARSIPKAN: "sudah ditandatangani dan diarsipkan",
    BATAL: "naskahnya sudah dibatalkan",
    DIKEMBALIKAN: "sudah ditarik kembali untuk diperbaiki",
}
_TUTUP = {DIBATALKAN: "berkasnya sudah dibatalkan", DIARSIPKAN: "berkasnya sudah diarsipkan"}
TERPANJANG = 2_000  # letters of a reason
LAGI = "File yang sama pernah ditolak, lalu dikirim lagi. Riwayat naskahnya menyebut alasannya."


def over(naskah: str, berkas: str) -> str:
    """Why a paper is not waited for, by how it and its matter stand; '' where it is."""
    if berkas in _TUTUP:
        return _TUTUP[berkas]
    return "" if naskah == DIKIRIM else _BUKAN.get(naskah, "sedang diperbaiki penyusunnya")


class SudahDiputuskan(Refusal):
    """Somebody else said it first."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "File yang kembali ini sudah diputuskan. Tidak ada yang berubah. Muat ulang halamannya."
        )


class TanpaAlasanKembali(Refusal):
    """Who takes what the rule did not take says why, and so does who refuses."""

    def __init__(self) -> None:
        super().__init__(
            "Tulis alasan keputusan Anda; alasan itu tersimpan bersama file yang kembali. Belum "
            "ada yang berubah."
        )


class TanpaPenandatangan(Refusal):
    """A file is taken for a signed paper without saying whose signature is on it."""

    def __init__(self) -> None:
        super().__init__(
            "Sebut tanda tangan siapa yang ada pada file ini. Bila tidak ada satu pun, tolak "
            "filenya. Belum ada yang berubah."
        )


@dataclass(frozen=True)
class Kembalian:
    """One file that came back for a paper; it is kept byte for byte, whatever is said of it."""

    id: str
    naskah: str
    ajuan: int
    jalan: str  # as the places of the paper: ink, or another program
    file: str  # sha256
    nama: str  # as it was called when it came
    datang: datetime
    temuan: tuple[str, ...] = ()  # what was found, in words
    kiriman: str = ""  # what it came in with, where that was an intake
    keadaan: str = MENUNGGU
    oleh: str = ""
    pada: datetime | None = None
    alasan: str = ""
    versi: int = 1


def asked_again(one: Kembalian, datang: datetime, temuan: tuple[str, ...]) -> Kembalian:
    """The same file once more: what was refused is looked at anew, all else stays as it is."""
    if one.keadaan != DITOLAK:
        return one
    found = tuple(dict.fromkeys((*temuan, LAGI)))
    anew = replace(one, keadaan=MENUNGGU, oleh="", pada=None, alasan="")
    return replace(anew, datang=datang, temuan=found)


def taken(one: Kembalian, siapa: str, now: datetime, alasan: str) -> Kembalian:
    """A person takes it for the signed paper, for a reason of theirs."""
    return _said(one, DITERIMA, siapa, now, alasan)


def refused(one: Kembalian, siapa: str, now: datetime, alasan: str) -> Kembalian:
    """A person finds that it is not the signed paper; the paper goes on waiting."""
    return _said(one, DITOLAK, siapa, now, alasan)


def _said(one: Kembalian, keadaan: str, siapa: str, now: datetime, alasan: str) -> Kembalian:
    if one.keadaan != MENUNGGU:
        raise SudahDiputuskan
    if not alasan.strip():
        raise TanpaAlasanKembali
    return replace(one, keadaan=keadaan, oleh=siapa, pada=now, alasan=alasan.strip())
