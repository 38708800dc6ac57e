"""A naskah: one official document, from konsep to diarsipkan."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import BinaryIO

from service.domain.refusals import Refusal

KONSEP = "konsep"
DISETUJUI = "disetujui"
DIKIRIM = "dikirim"
DITANDATANGANI = "ditandatangani"
DIARSIPKAN = "diarsipkan"


class BukanSaatnya(Refusal):
    """The act does not fit the state the naskah is in."""

    def __init__(self, keadaan: str, yang_perlu: str) -> None:
        super().__init__(f"Naskah ini {keadaan}; langkah ini hanya untuk naskah {yang_perlu}.")


class BelumDicetak(Refusal):
    """A paper nobody could look at yet."""

    def __init__(self) -> None:
        super().__init__(
            "Pratinjau naskah ini belum jadi, sehingga belum dapat disetujui. Tunggu sebentar lalu "
            "muat ulang; bila tetap begini, lihat halaman Gagal, perlu tindakan."
        )


class BukanKiriman(Refusal):
    """What came back is not the paper that was sent."""

    def __init__(self) -> None:
        super().__init__(
            "File yang kembali tidak berawal dengan naskah yang dikirim, jadi belum diterima. "
            "File itu tetap di folder; periksa apakah tertukar atau diubah, lalu letakkan ulang."
        )


@dataclass(frozen=True)
class Naskah:
    """One paper; `resep` is the sha256 of all it was made from."""

    id: str
    berkas: str
    instansi: str
    jenis: str
    keadaan: str
    dibuat: datetime
    isian: dict[str, object] = field(default_factory=dict)
    penyiap: tuple[str, ...] = ()  # who filled it; they need a second pair of eyes
    nomor: str = ""
    tanggal: date | None = None
    resep: str = ""
    docx: str = ""
    pdf: str = ""
    bertanda_tangan: str = ""
    versi: int = 1


def begins_with(came: BinaryIO, went: BinaryIO) -> bool:
    """Whether what came back begins with every byte that went out."""
    while piece := went.read(1_000_000):
        if came.read(len(piece)) != piece:
            return False
    return True


def _need(naskah: Naskah, keadaan: str) -> None:
    if naskah.keadaan != keadaan:
        raise BukanSaatnya(naskah.keadaan, keadaan)


def approved(naskah: Naskah, nomor: str, tanggal: date) -> Naskah:
    """Number and date are given and the text is frozen."""
    _need(naskah, KONSEP)
    if not naskah.pdf:
        raise BelumDicetak
    return replace(naskah, keadaan=DISETUJUI, nomor=nomor, tanggal=tanggal)


def drafted(naskah: Naskah, resep: str, docx: str, pdf: str) -> Naskah:
    """The paper as just made from `resep`."""
    return replace(naskah, resep=resep, docx=docx, pdf=pdf)


def sent(naskah: Naskah) -> Naskah:
    """The paper lies where the signer takes it from."""
    _need(naskah, DISETUJUI)
    return replace(naskah, keadaan=DIKIRIM)


def signed(naskah: Naskah, sha256: str) -> Naskah:
    """The paper came back signed."""
    _need(naskah, DIKIRIM)
    return replace(naskah, keadaan=DITANDATANGANI, bertanda_tangan=sha256)


def archived(naskah: Naskah) -> Naskah:
    """The paper is bound into the dossier."""
    _need(naskah, DITANDATANGANI)
    return replace(naskah, keadaan=DIARSIPKAN)
