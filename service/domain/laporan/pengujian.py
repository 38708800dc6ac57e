"""How many tests of consequence were held, and what they found; no word of what was tested."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from service.domain.berkas import Berkas
from service.domain.butir import Butir
from service.domain.uji import KESIMPULAN


@dataclass(frozen=True)
class Pengujian:
    """Tests that ended in a period; one of them may test several pieces."""

    berkas: int = 0
    hasil: tuple[tuple[str, int], ...] = ()  # what was found, in words, and how often


def held(found: Iterable[tuple[Butir, Berkas]], dari: datetime, sampai: datetime) -> Pengujian:
    """What was tested in matters that were closed between two moments."""
    here = [(x, y) for x, y in found if y.ditutup and dari <= y.ditutup <= sampai]
    many = Counter(item.hasil for item, _ in here if not item.dicabut)
    matters = {one.id for item, one in here if item.hasil in KESIMPULAN and not item.dicabut}
    return Pengujian(
        len(matters), tuple((words, many[x]) for x, words in KESIMPULAN.items() if many[x])
    )
