"""Which column a head means, by its words alone: every guess with how sure it is."""

from __future__ import annotations

import difflib
from functools import lru_cache

from service.domain.daftar_unit.kata import polos
from service.domain.daftar_unit.lajur import BAWAH
from service.domain.daftar_unit.lajur_kata import KATA

Calon = tuple[tuple[str, float], ...]  # a column and 0 to 1, the surest first

TERPANJANG = 110  # letters of a head; what is longer is a sentence of the list
MIRIP = 0.82  # from here on two heads are one, misspelt
_SEBAGIAN, _SETANGKAI = 0.88, 0.6


@lru_cache(maxsize=20_000)
def calon(daftar: str, atas: str, bawah: str = "") -> Calon:
    """What a head may mean, by what stands in it and, where it is split, below it."""
    upper, lower = polos(atas), polos(bawah)
    found = dict(_alone(daftar, lower or upper))
    if lower and upper and lower != upper:
        split = {
            below: min(sure, 0.98)
            for ruas, sure in reversed(_alone(daftar, upper))
            if (below := BAWAH.get(ruas, {}).get(lower))
        }
        whole = () if split else _alone(daftar, f"{upper} {lower}")
        for ruas, sure in (*split.items(), *whole):
            found[ruas] = max(found.get(ruas, 0.0), sure)
    return tuple(sorted(found.items(), key=lambda one: (-one[1], one[0])))


@lru_cache(maxsize=20_000)
def _alone(daftar: str, text: str) -> Calon:
    if not text or len(text) > TERPANJANG:
        return ()
    measure = difflib.SequenceMatcher(None, "", text)
    tokens = frozenset(text.split())
    found = dict[str, float]()
    for ruas, words in KATA[daftar].items():
        best = max(_sure(text, tokens, measure, word, bar) for word, bar in words.items())
        if best >= 0.3:
            found[ruas] = round(best, 2)
    return tuple(sorted(found.items(), key=lambda one: (-one[1], one[0])))


def _sure(
    text: str,
    tokens: frozenset[str],
    measure: difflib.SequenceMatcher[str],
    word: str,
    bar: float,
) -> float:
    if word == text:
        return bar
    measure.set_seq1(word)
    if min(measure.real_quick_ratio(), measure.quick_ratio()) >= MIRIP:
        near = measure.ratio()
        if near >= MIRIP and len(text) > 3:
            return bar * near
    own = frozenset(word.split())
    if own < tokens:
        more = len(tokens) - len(own)
        return bar * (_SEBAGIAN if len(own) > 1 else _SETANGKAI) * max(0.5, 1 - 0.04 * (more - 1))
    if len(tokens) > 1 and tokens < own:
        return bar * _SEBAGIAN * min(1.0, len(tokens) / len(own) + 0.3)
    return 0.0
