"""What became of requests: each of them is counted once, and none is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from service.domain import permohonan as p
from service.domain.permohonan import Permohonan

DIKABULKAN, SEBAGIAN, DITOLAK = "dikabulkan", "sebagian", "ditolak"
TIDAK_DIKUASAI, DITUTUP, DIPROSES = "tidak_dikuasai", "ditutup", "diproses"
NASIB = (DIKABULKAN, SEBAGIAN, DITOLAK, TIDAK_DIKUASAI, DITUTUP, DIPROSES)
_DIPUTUS = {p.DIBERIKAN: DIKABULKAN, p.SEBAGIAN: SEBAGIAN, p.TIDAK_DIBERIKAN: DITOLAK}


def became(one: Permohonan) -> str:
    """One of NASIB; what the body does not hold is not refused, and what is open is not decided."""
    if one.keadaan in p.TERBUKA:
        return DIPROSES
    if one.keadaan == p.DIBATALKAN:
        return DITUTUP
    if one.keputusan.dikuasai == "tidak" and one.keputusan.keputusan == p.TIDAK_DIBERIKAN:
        return TIDAK_DIKUASAI
    return _DIPUTUS.get(one.keputusan.keputusan, DIPROSES)


def counted(requests: Iterable[Permohonan]) -> dict[str, int]:
    """How many became what, with a zero where none did."""
    found = Counter(became(one) for one in requests)
    return {nasib: found[nasib] for nasib in NASIB}
