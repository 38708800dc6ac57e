"""Which known titles a title is like: by the rare words they share, then letter by letter."""

from __future__ import annotations

import difflib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

BATAS = 0.82  # below this two titles are two lines
CALON = 3  # that a person chooses from
_LANGKA, _KATA, _DILIHAT = 40, 5, 12  # rows that a word leads to, words asked, titles measured
_BERSAMA = 0.5  # of all words of two titles, what they must share to be measured


@dataclass(frozen=True, slots=True)
class Calon:
    """A known title, folded, and its unit."""

    judul: str
    unit: str


class Mirip:
    """An index of known titles."""

    def __init__(self, known: Sequence[Calon]) -> None:
        self._known = known
        self._by_word = defaultdict[str, list[int]](list)
        self._words = [frozenset(one.judul.split()) for one in known]
        for n, words in enumerate(self._words):
            for word in words:
                self._by_word[word].append(n)

    def near(self, judul: str, unit: str) -> list[tuple[int, float]]:
        """The likest known titles of the same unit, with how like they are."""
        words = frozenset(judul.split())
        figures = _figures(words)
        rare = sorted((one for one in words if one in self._by_word), key=self._many)[:_KATA]
        shared = Counter(
            n for word in rare if self._many(word) <= _LANGKA for n in self._by_word[word]
        )
        found = list[tuple[int, float]]()
        measure = difflib.SequenceMatcher(None, "", judul)
        for n, _ in shared.most_common(_DILIHAT):
            theirs = self._words[n]
            if len(words & theirs) < _BERSAMA * len(words | theirs):
                continue
            known = self._known[n]
            # The report of another year is another line, however like its title is.
            if known.unit != unit or _figures(theirs) != figures:
                continue
            measure.set_seq1(known.judul)
            if measure.quick_ratio() >= BATAS and (sure := measure.ratio()) >= BATAS:
                found.append((n, round(sure, 2)))
        return sorted(found, key=lambda one: (-one[1], one[0]))[:CALON]

    def _many(self, word: str) -> int:
        return len(self._by_word[word])


def _figures(words: frozenset[str]) -> frozenset[str]:
    return frozenset(one for one in words if one.isdigit())
