"""A search: what was typed, read into words and numbers, and where these stand in a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from service.domain.teks import AKAR, BATAS_HALAMAN, Akar, kata, lipat, tanda_nomor

TERPANJANG = 200  # letters of a search that are read
SUKU = 12  # terms that are read
SEDIKIT = 20  # spellings of what was asked for, looked for one beside the other
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


def narrowed(tanya: Tanya, nomor: str = "", orang: str = "") -> Tanya:
    """The same, where this number and the name of this person stand, too."""
    number, names = tanda_nomor(nomor[:TERPANJANG]), tuple(kata(orang[:TERPANJANG]))[:SUKU]
    more = [Frasa((number,))] if number else [Frasa(tuple(kata(nomor)))] if nomor.strip() else []
    more += [Frasa((one,)) for one in names]
    return replace(tanya, dan=(*tanya.dan, *(Syarat((one,)) for one in more if one.kata)))


def oddities(text: str) -> tuple[str, ...]:
    """What of a search is not taken as it was typed, each in a sentence."""
    plain = unicodedata.normalize("NFC", text)
    told = []
    if len(plain) > TERPANJANG:
        told.append(f"Hanya {TERPANJANG} huruf pertama yang dicari.")
    words = [one for one in _SUKU.finditer(plain[:TERPANJANG]) if next(kata(one[0]), "")]
    if len(words) > SUKU:
        told.append(f"Hanya {SUKU} kata atau frasa pertama yang dicari.")
    if plain[:TERPANJANG].count('"') % 2:
        told.append("Tanda kutip tidak ditutup, jadi frasanya dianggap sampai akhir.")
    if any(one[3] and one[3].endswith("*") and len(one[3].strip("-*")) == 1 for one in words):
        told.append("Awal kata sebelum bintang sedikitnya dua huruf.")
    return tuple(told)


# --- where it stands


@dataclass(frozen=True)
class Potongan:
    """A piece of a text, cut into stretches; every second one is a hit."""

    kata: tuple[str, ...]
    halaman: int = 0  # on which it stands; 0 where nobody knows


def excerpts(isi: str, tanya: Tanya, akar: Akar, halaman: int = 0) -> tuple[Potongan, ...]:
    """The first places of a text where something asked for stands; it begins on `halaman`."""
    shown: list[Potongan] = []
    end = -1
    for start, stop in _places(isi, tanya, akar):
        if start < end:
            continue
        left, right = _edges(isi, start, stop)
        near = list(_places(isi[left:right], tanya, akar))
        before = left > 0 and isi[left - 1] != BATAS_HALAMAN
        after = right < len(isi) and isi[right] != BATAS_HALAMAN
        piece = _cut(isi[left:right], near, before, after)
        page = halaman + isi.count(BATAS_HALAMAN, 0, start) if halaman else 0
        shown.append(replace(piece, halaman=page))
        end = right
        if len(shown) == POTONGAN:
            break
    return tuple(shown)


def marked(text: str, tanya: Tanya, akar: Akar, *, lines: bool = False) -> Potongan:
    """A whole text with its hits, on one line unless its own `lines` stay."""
    return _cut(text, list(_places(text, tanya, akar)), False, False, lines=lines)


def pages(isi: str, halaman: int, tanya: Tanya, akar: Akar) -> list[int]:
    """The pages of a text that begins on `halaman` on which something asked for stands."""
    found, at, page = list[int](), 0, halaman
    for start, _ in _places(isi, tanya, akar):
        page, at = page + isi.count(BATAS_HALAMAN, at, start), start
        if not found or found[-1] != page:
            found.append(page)
    return found


def _edges(isi: str, start: int, stop: int) -> tuple[int, int]:
    """A stretch around a hit, on its page, that begins and ends between two words."""
    left, right = max(0, start - SEKITAR), min(len(isi), stop + SEKITAR)
    top, foot = isi.rfind(BATAS_HALAMAN, left, start), isi.find(BATAS_HALAMAN, stop, right)
    left, right = left if top < 0 else top + 1, right if foot < 0 else foot
    if top < 0 and left and (space := isi.find(" ", left, start)) != -1:
        left = space + 1
    if foot < 0 and right < len(isi) and (space := isi.rfind(" ", stop, right)) != -1:
        right = space
    return left, right


def _cut(
    text: str, places: list[tuple[int, int]], before: bool, after: bool, *, lines: bool = False
) -> Potongan:
    cut, at = [], 0
    for start, stop in places:
        if start >= at:
            cut += [text[at:start], text[start:stop]]
            at = stop
    cut.append(text[at:])
    whole = cut if lines else [re.sub(r"\s+", " ", one) for one in cut]
    whole[0] = ("… " if before else "") + whole[0]
    whole[-1] += " …" if after else ""
    return Potongan(tuple(whole))


def _places(isi: str, tanya: Tanya, akar: Akar) -> Iterator[tuple[int, int]]:
    """Where words stand that were asked for, in order; each word of a text is judged once."""
    stems = {one[len(AKAR) :] for one in _single(tanya) if one.startswith(AKAR)}
    exact = {one for one in _single(tanya) if not one.startswith(AKAR)}
    begins = tuple(f.kata[-1] for s in tanya.dan for f in s.atau if f.awalan)

    def asked(written: str) -> bool:
        word = lipat(written)
        if word in exact or (begins and word.startswith(begins)):
            return True
        return bool(stems) and word.isalpha() and akar(word) in stems

    # Split at blanks first: a text of many pages has few words that differ.
    hits = {one for one in _KATA.findall(" ".join(set(isi.split()))) if asked(one)}
    if not hits:
        return
    if len(hits) > SEDIKIT:
        yield from (found.span() for found in _KATA.finditer(isi) if found[0] in hits)
        return
    longest = sorted(hits, key=len, reverse=True)
    for found in re.compile(rf"(?:{'|'.join(longest)})(?![^\W_])").finditer(isi):
        if not _KATA.fullmatch(isi, max(found.start() - 1, 0), found.start()):
            yield found.span()


def _single(tanya: Tanya) -> set[str]:
    return {word for syarat in tanya.dan for frasa in syarat.atau for word in frasa.kata}
