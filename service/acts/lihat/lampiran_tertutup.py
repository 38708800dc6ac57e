"""Whether a signed decree prints a line that was withheld since."""

from __future__ import annotations

from service.domain.edisi.susun import printed_codes
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import TERBATAS_DILIHAT
from service.domain.informasi.kode import spoken
from service.domain.naskah import DIARSIPKAN, DITANDATANGANI, Naskah
from service.ports import Reading


def names_withheld(reading: Reading, naskah: Naskah) -> bool:
    """Whether its appendix names what only some may see now."""
    if naskah.keadaan not in (DITANDATANGANI, DIARSIPKAN):
        return False
    if not (codes := printed_codes(naskah.isian)):
        return False
    found = reading.find(Informasi, instansi=naskah.instansi, keadaan=sorted(TERBATAS_DILIHAT))
    return any(spoken(piece.kode) in codes for piece in found)


def prints_codes(naskah: Naskah) -> bool:
    """Whether its appendix names lines, any of which may be withheld one day."""
    return bool(printed_codes(naskah.isian))
