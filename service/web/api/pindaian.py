"""The scan of a paper that goes with what a program records: sent before, laid down with it."""

from __future__ import annotations

from service.acts.lihat.terlihat import kiriman_for
from service.domain.bentuk_json import Rincian, rincian
from service.domain.keberatan import Keberatan
from service.domain.permohonan import Permohonan
from service.web.dasar.auth import hadir, house
from service.web.kiriman import pindaian


def id_unggahan() -> dict[str, Rincian]:
    """The scan among what this program has sent piece by piece."""
    return rincian(kata="Pindaian suratnya: id unggahan yang sudah utuh.", terpanjang=80)


def laid_down(unggahan: str, one: Permohonan | Keberatan, perihal: str) -> str:
    """The id of the scan, kept for good where no more people read it than its matter; '' for none.

    The same for the same unggahan.
    """
    if not unggahan:
        return ""
    with house().ledger.read() as reading:
        rahasia = kiriman_for(reading, hadir(), one.kiriman).rahasia
    tanda, place = f"pindaian:{unggahan}", (one.instansi, one.unit)
    return pindaian.sent(tanda, *place, perihal, unggahan, rahasia=rahasia)
