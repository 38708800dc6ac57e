"""A paper that came back: kept first, then looked at, then told of."""

from __future__ import annotations

from typing import BinaryIO

from service.adapters.bsre.bentuk import Ditandatangani
from service.adapters.bsre.galat import lost
from service.adapters.bsre.simpan import Simpanan, fault
from service.disk import Disk
from service.domain.esign.galat import PerluDicek

LEBIH = 16 << 20  # bytes that a signature with all its proofs may add to a paper
_DISK = "Naskah yang kembali dari layanan tanda tangan tidak tersimpan utuh: disk menolak."


def accepted(disk: Disk, sent: BinaryIO, back: Simpanan, id_dokumen: str = "") -> Ditandatangani:
    """The paper with its signature; PerluDicek, with what came back."""
    if not back.lasts():
        raise broken(back, id_dokumen)
    if wrong := fault(disk, sent, back.path):
        raise PerluDicek(wrong, id_dokumen=id_dokumen, kembali=back.path)
    return Ditandatangani(back.path, id_dokumen)


def broken(back: Simpanan, id_dokumen: str = "") -> PerluDicek:
    """What is said where not all of it came, or not all of it could be kept."""
    if back.full:
        return PerluDicek(_DISK, id_dokumen=id_dokumen, kembali=back.kembali)
    return lost(id_dokumen, back.kembali)
