"""Whether words stand in a text, and exactly which letters of it they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

SELA = r"[\W_]{1,12}"  # what may stand between two words: spaces, a line's end, a dash
MIRIP = 0.8
PANJANG_POLA = 600
_KATA = re.compile(r"\w+")
_BERSARANG = re.compile(r"\([^()]*[+*][^()]*\)\s*[+*{]")


@dataclass(frozen=True)
class Cocok:
    """The letters that matched, and where they begin."""

    kutipan: str
    mulai: int


def found(cara: str, kata: Sequence[str], teks: str) -> Cocok | None:
    """Where a rule's words stand in a text, in its way of matching; None where they do not."""
    if not teks or not kata:
        return None
    if cara == "mirip":
        return _all([_near(one, teks) for one in kata])
    hits = [_at(_compiled(cara, one), teks) for one in kata]
    return _all(hits) if cara == "semua" else next((one for one in hits if one), None)


def wrong_pola(pola: str) -> str:
    """Why a pattern cannot be used, or ''."""
    if len(pola) > PANJANG_POLA:
        return f"terlalu panjang, paling banyak {PANJANG_POLA} huruf"
    if _BERSARANG.search(pola):
        return "pengulangan di dalam pengulangan, misalnya (a+)+, dapat tidak pernah selesai"
    try:
        empty = re.compile(pola).match("") is not None
    except re.error:
        return "susunannya tidak dapat dibaca"
    return "cocok dengan teks kosong, jadi dengan segala surat" if empty else ""


@lru_cache(maxsize=2000)
def _compiled(cara: str, kata: str) -> re.Pattern[str]:
    if cara == "pola":
        return re.compile(kata, re.IGNORECASE | re.MULTILINE)
    words = SELA.join(re.escape(one) for one in _KATA.findall(kata)) or re.escape(kata)
    if cara == "persis":
        return re.compile(rf"^[\W_]*({words})[\W_]*$", re.IGNORECASE | re.MULTILINE)
    return re.compile(rf"(?<![^\W_])({words})(?![^\W_])", re.IGNORECASE)


def _at(pola: re.Pattern[str], teks: str) -> Cocok | None:
    hit = pola.search(teks)
    if hit is None or not hit[0]:
        return None
    part = 1 if pola.groups and hit[1] else 0
    return Cocok(hit[part], hit.start(part))


def _all(hits: Sequence[Cocok | None]) -> Cocok | None:
    kept = [one for one in hits if one]
    if len(kept) < len(hits) or not kept:
        return None
    return Cocok(" … ".join(one.kutipan for one in kept[:4]), min(one.mulai for one in kept))


def _near(kata: str, teks: str) -> Cocok | None:
    """The first run of words that reads like these, a slip of the pen or of the reader allowed."""
    wanted = _words_of(kata)
    stand = _standing(teks)
    first = wanted[0] if wanted else ""
    for n in range(len(stand) - len(wanted) + 1):
        # Most words are not even nearly the first one; what follows need not be looked at.
        if not _alike(first, stand[n][0]):
            continue
        run = stand[n : n + len(wanted)]
        if all(_alike(a, b) for a, (b, _, _) in zip(wanted, run, strict=True)):
            return Cocok(teks[run[0][1] : run[-1][2]], run[0][1])
    return None


@lru_cache(maxsize=2000)
def _words_of(kata: str) -> tuple[str, ...]:
    return tuple(one.casefold() for one in _KATA.findall(kata))


@lru_cache(maxsize=8)
def _standing(teks: str) -> list[tuple[str, int, int]]:
    """The words of a text and where they stand; several rules ask for the same text."""
    return [(one[0].casefold(), one.start(), one.end()) for one in _KATA.finditer(teks)]


@lru_cache(maxsize=20_000)
def _alike(wanted: str, seen: str) -> bool:
    if wanted == seen:
        return True
    if abs(len(wanted) - len(seen)) > 2 or len(wanted) < 4:
        return False
    return SequenceMatcher(None, wanted, seen).ratio() >= MIRIP
