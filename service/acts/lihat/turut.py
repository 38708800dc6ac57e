"""Who has a part in requests, and so may know who asks."""

from __future__ import annotations

from service.domain.keberatan import Keberatan
from service.domain.kiriman import Kiriman
from service.domain.masukan import MasukanPublik
from service.domain.permohonan import Permohonan
from service.domain.wewenang import Act, Hadir
from service.ports import Reading


def opens(reading: Reading, oleh: Hadir, kiriman: Kiriman) -> bool:
    """Whether what came in is no request, or the person has a part in it."""
    if takes_part(oleh, kiriman.instansi, kiriman.unit):
        return True
    return not (kiriman.untuk_register or is_request(reading, kiriman))


def takes_part(oleh: Hadir, instansi: str, unit: str) -> bool:
    """Whether a person has a part in requests there, and so may know who asks."""
    acts = (Act.IDENTIFY, Act.APPROVE, Act.DISPUTE)
    return any(oleh.may(act, instansi, unit) for act in acts)


def is_request(reading: Reading, kiriman: Kiriman) -> bool:
    """Whether it is a request, an objection or a suggestion, and so may say who wrote it."""
    told = {"kiriman": kiriman.id}
    kinds = (Permohonan, Keberatan, MasukanPublik)
    return any(bool(reading.find(kind, **told)) for kind in kinds)
