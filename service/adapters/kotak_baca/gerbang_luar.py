"""What the box says of hits and of the blackened, believed only as far as its form goes."""

from __future__ import annotations

from typing import Any

from service.domain import bacaan_luar
from service.domain.akibat import ARTI
from service.domain.bacaan_luar import BacaanAneh
from service.domain.gerbang import hitam
from service.domain.gerbang.arti_tembus import JENIS
from service.domain.gerbang.bukti_hitam import BuktiHitam, Huruf
from service.domain.gerbang.hitam import KotakHitam
from service.domain.gerbang.tembus import Tembus, hit

TERBANYAK = 1_000
SALINAN = 100_000  # pages
SEL = 40_000  # letters of one cell
HURUF = 10_000_000_000  # of one file


def hits(raw: bytes) -> tuple[Tembus, ...]:
    """Each hit, made safe once more; one of a kind nobody knows stands as a file not looked at."""
    told = bacaan_luar.parsed(raw)
    try:
        found = tuple(_hit(*one) for one in told[:TERBANYAK])
    except (TypeError, ValueError, KeyError) as odd:
        raise BacaanAneh from odd
    if len(told) > TERBANYAK:
        raise BacaanAneh
    return found


def _hit(jenis: object, tempat: object, potongan: object, banyak: object) -> Tembus:
    kind = bacaan_luar.text(jenis, 60)
    if kind not in JENIS and kind not in ARTI:
        kind = "tak_terperiksa"
    return hit(
        kind,
        bacaan_luar.text(tempat, 400),
        bacaan_luar.text(potongan, 400),
        bacaan_luar.whole(banyak, 100_000_000),
    )


def words(raw: bytes) -> list[tuple[str, str]]:
    """Each place and its words."""
    try:
        return [
            (bacaan_luar.text(place, 400), bacaan_luar.text(told, SEL))
            for place, told in bacaan_luar.parsed(raw)
        ]
    except (TypeError, ValueError) as odd:
        raise BacaanAneh from odd


def boxes(raw: bytes) -> list[KotakHitam]:
    """Each box, within its page."""
    try:
        return [
            hitam.box(
                bacaan_luar.whole(n, SALINAN), float(x), float(y), float(to), float(up), SALINAN
            )
            for n, x, y, to, up in bacaan_luar.parsed(raw)
        ]
    except (TypeError, ValueError, hitam.KotakSalah) as odd:
        raise BacaanAneh from odd


def proof(left: Any, again: Any) -> BuktiHitam:
    """How many pages the copy has, what is left in it, and where it stands elsewhere."""
    try:
        pages, sentences, after = left
        elsewhere, before = again
        return BuktiHitam(
            bacaan_luar.whole(pages, SALINAN),
            tuple(bacaan_luar.text(one, 200) for one in sentences[:100]),
            tuple(bacaan_luar.whole(one, SALINAN) for one in elsewhere[:SALINAN]),
            _letters(*before),
            _letters(*after),
        )
    except (TypeError, ValueError, KeyError) as odd:
        raise BacaanAneh from odd


def _letters(under: Any, every: Any) -> Huruf:
    return Huruf(bacaan_luar.whole(under, HURUF), bacaan_luar.whole(every, HURUF))
