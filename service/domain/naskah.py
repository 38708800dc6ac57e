"""A naskah: one official document, from konsep to diarsipkan."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime

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
    nomor: str = ""
    tanggal: date | None = None
    resep: str = ""
    docx: str = ""
    pdf: str = ""
    bertanda_tangan: str = ""
    versi: int = 1


def _need(naskah: Naskah, keadaan: str) -> None:
    if naskah.keadaan != keadaan:
        raise BukanSaatnya(naskah.keadaan, keadaan)


def approved(naskah: Naskah, nomor: str, tanggal: date) -> Naskah:
    """Number and date are given and the text is frozen."""
    _need(naskah, KONSEP)
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
