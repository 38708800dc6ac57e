"""The hits a reader notes on its way through a file, alike ones in one place counted together."""

from __future__ import annotations

from collections.abc import Iterable

from service.domain.gerbang.pribadi import found
from service.domain.gerbang.tembus import Tembus, hit

TERBANYAK = 300  # places of one file that are told of
SEJENIS = 60  # places of one kind
LAIN = "tempat lain"


class Catat:
    """Hits by kind and place."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, str], str] = {}
        self._many: dict[tuple[str, str], int] = {}
        self._places: dict[str, int] = {}

    def note(self, jenis: str, tempat: str = "", potongan: str = "", banyak: int = 1) -> None:
        """One more of this kind in this place; the first piece of it is kept."""
        key = (jenis, tempat)
        if key not in self._first:
            places = self._places.get(jenis, 0)
            if places >= SEJENIS or len(self._first) >= TERBANYAK:
                key = (jenis, LAIN)
                if key not in self._first:
                    self._first[key], self._many[key] = "", 0
            else:
                self._first[key], self._many[key] = potongan, 0
                self._places[jenis] = places + 1
        self._many[key] += banyak

    def words(self, teks: str, tempat: str) -> None:
        """What is personal in a text that everybody sees there."""
        for one in found(teks):
            self.note(one.jenis, tempat, one.samar)

    @property
    def jenis(self) -> set[str]:
        """The kinds met so far."""
        return {jenis for jenis, _ in self._first}

    def told(self) -> list[Tembus]:
        """All of them, safe to be shown."""
        return [
            hit(jenis, tempat, self._first[jenis, tempat], many)
            for (jenis, tempat), many in self._many.items()
        ]


def ranges(numbers: Iterable[int], word: str, atmost: int = 4) -> str:
    """`halaman 2–4, 7`: numbers as people say them."""
    told: list[list[int]] = []
    for one in sorted(set(numbers)):
        if told and one == told[-1][1] + 1:
            told[-1][1] = one
        else:
            told.append([one, one])
    said = [str(a) if a == b else f"{a}–{b}" for a, b in told[:atmost]]
    return f"{word} {', '.join(said)}{', …' if len(told) > atmost else ''}"
