"""A search: what was typed, read into words and numbers, and where these stand in a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from service.domain.teks import AKAR, Akar, kata, lipat, tanda_nomor

TERPANJANG = 200  # letters of a search that are read
SUKU = 12  # terms that are read
SEKITAR = 130  # letters shown before and after a hit
POTONGAN = 2  # places of one text that are shown
_SUKU = re.compile(r'(-?)"([^"]*)"?|(\S+)')
_GARIS = re.compile(r"(?<=\w)\s*/\s*(?=\w)")
_KATA = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Frasa:
    """Words that stand one after the other; `awalan`: of the last one only the beginning."""

    kata: tuple[str, ...]
    awalan: bool = False


@dataclass(frozen=True)
class Syarat:
    """One thing that must be there, in one of several ways."""

    atau: tuple[Frasa, ...]


@dataclass(frozen=True)
class Tanya:
    """A search as it is understood."""

    dan: tuple[Syarat, ...] = ()
    bukan: tuple[Syarat, ...] = ()
    nomor: str = ""  # the whole of it, where it may be a letter's number

    @property
    def kosong(self) -> bool:
        """Whether nothing is asked for that could be there."""
        return not self.dan


def read(text: str, akar: Akar) -> Tanya:
    """What was typed: words, "phrases", -not, begin*, and letters' numbers."""
    plain = _GARIS.sub("/", unicodedata.normalize("NFC", text[:TERPANJANG]))
    terms = [found for one in _SUKU.finditer(plain) if (found := _term(one, akar))][:SUKU]
    dan = tuple(term for no, term in terms if not no)
    bukan = tuple(term for no, term in terms if no)
    number = tanda_nomor(plain) if "/" in plain and not bukan and '"' not in plain else ""
    return Tanya(dan, bukan, number)


def _term(found: re.Match[str], akar: Akar) -> tuple[bool, Syarat] | None:
    minus, phrase, word = found[1] or "", found[2], found[3] or ""
    if phrase is not None:
        words = tuple(kata(phrase))
        return (bool(minus), Syarat((Frasa(words),))) if words else None
    no = word.startswith("-") and len(word) > 1
    begins = word.endswith("*")
    words = tuple(kata(word))
    if not words:
        return None
    return no, Syarat(_ways(word, words, akar, awalan=begins and len(words[-1]) > 1))


def _ways(word: str, words: tuple[str, ...], akar: Akar, *, awalan: bool) -> tuple[Frasa, ...]:
    if awalan:
        return (Frasa(words, awalan=True),)
    if len(words) == 1:
        stem = akar(words[0]) if words[0].isalpha() else ""
        return (Frasa((AKAR + stem,)),) if stem else (Frasa(words),)
    number = tanda_nomor(word) if "/" in word else ""
    return (Frasa(words), Frasa((number,))) if number else (Frasa(words),)


# --- where it stands


@dataclass(frozen=True)
class Potongan:
    """A piece of a text, cut into stretches; every second one is a hit."""

    kata: tuple[str, ...]


def excerpts(isi: str, tanya: Tanya, akar: Akar) -> tuple[Potongan, ...]:
    """The first places of a text where something asked for stands."""
    shown: list[Potongan] = []
    end = -1
    for start, stop in _places(isi, tanya, akar):
        if start < end:
            continue
        left, right = _edges(isi, start, stop)
        near = list(_places(isi[left:right], tanya, akar))
        shown.append(_cut(isi[left:right], near, left > 0, right < len(isi)))
        end = right
        if len(shown) == POTONGAN:
            break
    return tuple(shown)


def marked(text: str, tanya: Tanya, akar: Akar) -> Potongan:
    """A whole line with its hits."""
    return _cut(text, list(_places(text, tanya, akar)), False, False)


def _edges(isi: str, start: int, stop: int) -> tuple[int, int]:
    """A stretch around a hit that begins and ends between two words."""
    left, right = max(0, start - SEKITAR), min(len(isi), stop + SEKITAR)
    if left and (space := isi.find(" ", left, start)) != -1:
        left = space + 1
    if right < len(isi) and (space := isi.rfind(" ", stop, right)) != -1:
        right = space
    return left, right


def _cut(text: str, places: list[tuple[int, int]], before: bool, after: bool) -> Potongan:
    cut, at = [], 0
    for start, stop in places:
        if start >= at:
            cut += [text[at:start], text[start:stop]]
            at = stop
    cut.append(text[at:])
    whole = [re.sub(r"\s+", " ", one) for one in cut]
    whole[0] = ("… " if before else "") + whole[0]
    whole[-1] += " …" if after else ""
    return Potongan(tuple(whole))


def _places(isi: str, tanya: Tanya, akar: Akar) -> Iterator[tuple[int, int]]:
    """Where words stand that were asked for, in order."""
    stems = {one[len(AKAR) :] for one in _single(tanya) if one.startswith(AKAR)}
    exact = {one for one in _single(tanya) if not one.startswith(AKAR)}
    begins = tuple(f.kata[-1] for s in tanya.dan for f in s.atau if f.awalan)
    for found in _KATA.finditer(isi):
        word = lipat(found[0])
        hit = word in exact or (begins and word.startswith(begins))
        if hit or (stems and word.isalpha() and akar(word) in stems):
            yield found.span()


def _single(tanya: Tanya) -> set[str]:
    return {word for syarat in tanya.dan for frasa in syarat.atau for word in frasa.kata}
