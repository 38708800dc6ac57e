"""Whether a text reads like writing, or like what a scanner made of a smudged page."""

from __future__ import annotations

import re
from collections.abc import Sequence

CUKUP = 8  # fewer words say nothing
SEDIKIT, RUSAK, BAIK = "sedikit", "rusak", "baik"
# The words that no page of Indonesian prose is without.
_KATA_LAZIM = (
    "yang dan di ke dari untuk dengan dalam pada atas oleh atau ini itu adalah akan kepada sesuai "
    "tentang telah dapat tidak serta sebagai kami saya nomor tanggal tahun hal the of and"
)
_LAZIM = frozenset(_KATA_LAZIM.split())
_LAZIM_SEDIKIT = 0.04  # the least share of them in a page
# The largest share of what is no word; a table has codes and marks of its own.
_ANEH_BANYAK, _ANEH_TABEL = 0.04, 0.15
_SAMBUNG = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_ANGKA = re.compile(r"[\w()]*\d[\w.,:/()%°-]*")
_PINGGIR = ".,:;!?()[]{}\"'“”‘’*_/\\…–—-•|<>"
_VOKAL = re.compile(r"[aeiouyAEIOUY]")
_LONJAK = re.compile(r"[a-z][A-Z]")
_DERET = re.compile(r"([^\W\d_])\1{3,}")


def quality(halaman: Sequence[str], *, tabel: bool = False) -> str:
    """`baik`, `rusak` (garbled), or `sedikit` (too few words to judge by)."""
    tokens = " ".join(halaman)[:20_000].split()
    told = [word for one in tokens if (word := one.strip(_PINGGIR))]
    if len([one for one in told if _SAMBUNG.fullmatch(one)]) < CUKUP:
        return SEDIKIT
    odd = sum(_odd(one) for one in told) + _lone(tokens) + _glued(tokens)
    if odd > (_ANEH_TABEL if tabel else _ANEH_BANYAK) * len(told):
        return RUSAK
    if tabel or len(told) < 40:
        return BAIK
    known = sum(one.casefold() in _LAZIM for one in told)
    return BAIK if known >= _LAZIM_SEDIKIT * len(told) else RUSAK


def _odd(word: str) -> bool:
    """Whether nobody would write this."""
    if any(letter == "�" or 0xE000 <= ord(letter) <= 0xF8FF for letter in word):
        return True
    if _ANGKA.fullmatch(word) or "/" in word or "@" in word:
        return False
    if not all(
        one.isdigit() or _SAMBUNG.fullmatch(one) for one in re.split(r"[/&,.:;()’'-]", word) if one
    ):
        return True
    return bool(_LONJAK.search(word) and len(word) < 9) or bool(_DERET.search(word)) or _mute(word)


def _mute(word: str) -> bool:
    """Five letters and more, small, and not one vowel."""
    return len(word) >= 5 and word.islower() and not _VOKAL.search(word)


def _lone(tokens: Sequence[str]) -> int:
    """Marks that stand alone, as the rests of lines and boxes do; a dash or a bullet may."""
    return sum(
        not any(letter.isalnum() for letter in one) and one.strip("-–—•*:.,|_…=") != ""
        for one in tokens
    )


def _glued(tokens: Sequence[str]) -> int:
    """Words with the rest of a line or of a box stuck to them: `[dan`, `|Secara`."""
    return sum(
        len(one) > 1 and (one[0] == "|" or (one[0] in "[{" and one[-1] not in "]}.,;:)"))
        for one in tokens
    )
