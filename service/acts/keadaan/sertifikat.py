"""What signing leans on here: roots, lists of what was withdrawn, the certificates of people."""

from __future__ import annotations

from service.domain import kepercayaan as k
from service.domain.kunci_ttd import KunciTtd
from service.domain.orang import Orang
from service.domain.refusals import Refusal, Unavailable
from service.ports import House, Keadaan

INDUK, CABUT, ORANG = "Sertifikat induk", "Daftar pencabutan", "Sertifikat penanda tangan"


def certificate_lines(house: House) -> list[Keadaan]:
    """Lines of the status page; what cannot be asked is a bad line, not an end."""
    now = house.clock.now()
    try:
        known = house.verifier.known()
        lines = [
            Keadaan(INDUK, *k.of_roots(known, now)),
            Keadaan(CABUT, *k.of_lists(known, now)),
        ]
    except (Refusal, Unavailable) as wrong:
        lines = [Keadaan(INDUK, False, str(wrong))]
    try:
        with house.ledger.read() as reading:
            here = {one.id for one in reading.find(Orang, aktif=True)}
            keys = [one for one in reading.find(KunciTtd) if one.orang in here]
    except (Refusal, Unavailable) as away:
        return [*lines, Keadaan(ORANG, False, str(away))]
    return [*lines, Keadaan(ORANG, *k.of_people(keys, now))]
