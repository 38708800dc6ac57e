"""A file that lay among what came back signed and that nobody can place: a person says what it
is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from service.domain.refusals import Refusal

MENUNGGU, DIPASANGKAN, DISISIHKAN = "menunggu", "dipasangkan", "disisihkan"
KATA = {
    MENUNGGU: "Menunggu keputusan",
    DIPASANGKAN: "Dipasangkan dengan naskah",
    DISISIHKAN: "Bukan naskah kita",
}
TAK_DIKENAL = (
    "Bukan naskah dari Berkas menurut isi maupun kode QR-nya, atau kodenya menyebut lebih dari "
    "satu naskah."
)
TAK_UTUH = "Bukan PDF yang utuh, jadi tidak dapat dibaca."
LAGI = "File yang sama pernah diputuskan, lalu diletakkan lagi."


class SudahDiurus(Refusal):
    """Somebody else said it first."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "File ini sudah diputuskan orang lain. Tidak ada yang berubah. Muat ulang halamannya."
        )


class TanpaAlasanSesat(Refusal):
    """Who says what a file is says why."""

    def __init__(self) -> None:
        super().__init__(
            "Tulis bagaimana Anda memastikannya; alasan itu tersimpan bersama filenya. Belum ada "
            "yang berubah."
        )


class TanpaNaskah(Refusal):
    """A file is to be a paper, and it is not said which."""

    def __init__(self) -> None:
        super().__init__(
            "Pilih naskahnya dari daftar naskah yang sedang menunggu tanda tangan. Belum ada yang "
            "berubah."
        )


@dataclass(frozen=True)
class FileSesat:
    """One such file; it is kept byte for byte, whatever is said of it."""

    id: str
    file: str  # sha256
    nama: str  # as it was called when it came
    datang: datetime
    sebab: str  # why nobody could place it
    keadaan: str = MENUNGGU
    naskah: str = ""  # the paper that a person says it is
    oleh: str = ""
    pada: datetime | None = None
    alasan: str = ""
    versi: int = 1


def laid_again(one: FileSesat, nama: str, now: datetime) -> FileSesat:
    """The same bytes once more: what was decided is asked anew, all else stays as it is."""
    if one.keadaan == MENUNGGU:
        return one
    anew = replace(one, keadaan=MENUNGGU, naskah="", oleh="", pada=None, alasan="")
    return replace(anew, nama=nama, datang=now, sebab=LAGI)


def placed(one: FileSesat, naskah: str, siapa: str, now: datetime, alasan: str) -> FileSesat:
    """A person says which paper it is."""
    if not naskah:
        raise TanpaNaskah
    return replace(_said(one, DIPASANGKAN, siapa, now, alasan), naskah=naskah)


def put_aside(one: FileSesat, siapa: str, now: datetime, alasan: str) -> FileSesat:
    """A person says that it is none of ours."""
    return _said(one, DISISIHKAN, siapa, now, alasan)


def _said(one: FileSesat, keadaan: str, siapa: str, now: datetime, alasan: str) -> FileSesat:
    if one.keadaan != MENUNGGU:
        raise SudahDiurus
    if not alasan.strip():
        raise TanpaAlasanSesat
    return replace(one, keadaan=keadaan, oleh=siapa, pada=now, alasan=alasan.strip())
