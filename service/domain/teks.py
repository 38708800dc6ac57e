"""The words of a file, laid out so that every database finds the same in them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

Akar = Callable[[str], str]  # the stem of a word

# PostgreSQL knows the place of a word only up to here, and of one word no more places than this.
SEBAGIAN = 12_000
SEKATA = 250
TERPANJANG = 40  # letters of one word
SEKITAR = 80  # letters before and after a stroke, in which a number stands
# What came within the same 128 milliseconds is kept apart by 27 bits of chance: hundreds of files
# of one letter have one moment. Whole hours fall between two such spans.
_SEPERDELAPAN, _ACAK = 7, 27
_TERJAUH = (1 << (63 - _ACAK)) - 1  # spans: the year 2248, beyond which no database counts
_KATA = re.compile(r"[^\W_]+")
_BERGARIS = re.compile(r"(?:[^\W_]{1,20} ?[./\-–]{1,2} ?){2,9}[^\W_]{1,20}")
# A NIK has sixteen digits; a mobile number begins with 08 or +628.
_PRIBADI = re.compile(
    r"(?<![\d])(?:\d[ .-]?){15}\d(?!\d)|(?<![\d+])(?:\+62|62|0)[ -]?8(?:[ -]?\d){8,11}(?!\d)"
)
_BUKAN = re.compile(r"[^a-z0-9]")
# Marks before what is no plain word of the text; no Indonesian word begins so.
AKAR, NOMOR, TEMPAT, PINTU, JENIS, KEADAAN, ANGKA, LAIN, SELA, NASKAH = (
    "zq",
    "zn",
    "zs",
    "zp",
    "zj",
    "zk",
    "zd",
    "zw",
    "zx",
    "zy",
)
BATAS_HALAMAN = "\f"  # stands in a text where a page ends
MUSNAH = -1  # in the place of a version: nothing of it is ever to be searched again
TATA = 1  # by which rule a text is laid out; what has an earlier one is read anew


@dataclass(frozen=True)
class Teks:
    """One part of a file or a paper, to be searched; not journaled, for it can be read anew."""

    id: str
    urut: int  # sorts by the moment the kiriman came, or the paper was begun
    file: str  # '' for a paper of our own
    kiriman: str
    isi: str  # the words as they stand in the file
    akar: str  # the same, folded, with stems and marks: what the databases look at
    naskah: str = ""
    halaman: int = 0  # of the file, on which it begins; 0 where nobody knows
    turut: bool = False  # only who has a part in requests may read it
    tertutup: bool = False  # only who may see what the whole agency withholds
    sumber: int = 0  # the versi of the row it was taken from
    tata: int = TATA
    versi: int = 1


@dataclass(frozen=True)
class Bagian:
    """One part of a text, and the page it begins on."""

    isi: str
    halaman: int = 0


@dataclass(frozen=True)
class Judul:
    """What is known of a kiriman or a paper besides what stands in it."""

    instansi: str
    unit: str
    rahasia: bool
    pintu: str
    jenis: str
    nomor: tuple[str, ...]
    kata: tuple[str, ...]
    keadaan: str = ""
    naskah: bool = False


def urut_of(moment: datetime, acak: int = 0) -> int:
    """The number under which something of this moment is sorted."""
    since = moment.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)
    milliseconds = (since.days * 86_400 + since.seconds) * 1000 + since.microseconds // 1000
    span = min(max(0, milliseconds) >> _SEPERDELAPAN, _TERJAUH)
    return (span << _ACAK) | (acak & ((1 << _ACAK) - 1))


@lru_cache(maxsize=50_000)
def lipat(word: str) -> str:
    """A word as it is compared: small, without accents, in letters that all databases know."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(one for one in plain if not unicodedata.combining(one))
    if not plain.isascii():
        return LAIN + plain.encode("utf-8", "replace").hex()[: 2 * TERPANJANG]
    plain = _BUKAN.sub("", plain)[:TERPANJANG]
    # A word that begins with a digit could be taken for a number in one of several spellings.
    return ANGKA + plain if plain[:1].isdigit() else plain


def kata(text: str) -> Iterator[str]:
    """The words of a text, folded, in order."""
    for found in _KATA.finditer(text):
        if word := lipat(found[0]):
            yield word


def rapat(text: str) -> str:
    """A letter's number with nothing between its letters and digits."""
    return _BUKAN.sub("", unicodedata.normalize("NFKD", text.casefold()))[: 2 * TERPANJANG]


def tanda_nomor(text: str) -> str:
    """The mark by which a letter's number is found, however spaced; '' where it has no digit."""
    plain = rapat(text)
    return NOMOR + plain if any(one.isdigit() for one in plain) else ""


def tanda(jenis: str, *parts: str) -> str:
    """A mark for something that is no word: a place, a door, a kind."""
    return jenis + hashlib.sha256("/".join(parts).encode()).hexdigest()[:12]


def tanda_tempat(instansi: str, unit: str, *, rahasia: bool) -> str:
    """The mark of where a matter lies, and on which side."""
    return tanda(TEMPAT, instansi, unit) + "01"[rahasia]


def masked(text: str) -> str:
    """A text without the numbers by which people are known: nobody finds anybody by them."""
    return _PRIBADI.sub("•", text)


def parts(text: str) -> list[str]:
    """A text cut where a database could no longer tell the places of its words."""
    cut, begun, many, places = [], 0, 0, Counter[str]()
    for found in _KATA.finditer(text):
        word = found[0].casefold()
        if many >= SEBAGIAN or places[word] >= SEKATA:
            cut.append(text[begun : found.start()])
            begun, many = found.start(), 0
            places.clear()
        places[word] += 1
        many += 1
    return [*cut, text[begun:]]


def paged(pages: Sequence[str], *, known: bool) -> list[Bagian]:
    """The parts of a text that came page by page; `known`: these are the pages one can open."""
    cut, page = [], 1
    for isi in parts(BATAS_HALAMAN.join(pages)):
        cut.append(Bagian(isi, page if known else 0))
        page += isi.count(BATAS_HALAMAN)
    return cut


def laid_out(judul: Judul, isi: str, akar: Akar) -> str:
    """What the databases look at: words in their order, then stems and marks."""
    said = (*map(masked, judul.kata), isi)
    lines = [line for one in said if (line := list(kata(one)))]
    stems = {akar(word) for word in {word for line in lines for word in line} if word.isalpha()}
    marks = {
        *_places(judul),
        *(found for one in judul.nomor if (found := tanda_nomor(one))),
        *_numbers("\n".join(said)),
        *(AKAR + stem for stem in stems if stem),
    }
    # A phrase never runs on from one line into the next.
    return f" {SELA} ".join(" ".join(line) for line in [*lines, sorted(marks)])


def _places(judul: Judul) -> set[str]:
    """The marks by which the index is narrowed. Of a paper only its agency and its kind stand
    here: where its matter lies, and on which side, is asked of the matter itself."""
    if judul.naskah:
        return {tanda(NASKAH, judul.instansi), tanda(NASKAH, judul.instansi, judul.jenis)}
    return {
        tanda(PINTU, judul.pintu),
        tanda(JENIS, judul.jenis),
        tanda(KEADAAN, judul.keadaan),
        *(tanda_tempat(judul.instansi, unit, rahasia=judul.rahasia) for unit in {"", judul.unit}),
    }


def _numbers(text: str) -> Iterator[str]:
    """The marks of what looks like a letter's number, looked for only around strokes."""
    seen, at = 0, text.find("/")
    while at != -1:
        for found in _BERGARIS.finditer(text, max(seen, at - SEKITAR), at + SEKITAR):
            seen = found.end()
            if "/" in found[0] and (mark := tanda_nomor(found[0])):
                yield mark
        seen = max(seen, at + 1)
        at = text.find("/", seen)
