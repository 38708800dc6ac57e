"""Words of a unit's list as they are compared: folded, told apart from dashes and ticks."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Sequence

_BUKAN = re.compile(r"[^a-z0-9]+")
_TANDA = frozenset({"", "-", "--", "---", "–", "—", ".", "..", "...", "…", "n/a", "na", "nihil"})
_CENTANG = frozenset(
    {"√", "✓", "✔", "☑", "■", "●", "v", "x", "vv", "ya", "ada", "y", "1", "benar", "p", "ü"}
)
# What people write for "as above"; a machine must not guess what is meant.
_IDEM = frozenset({'"', "''", "”", "“", "〃", "sda", "s.d.a", "s.d.a.", "idem", "ibid", "sama"})
_AWALAN = re.compile(r"^\s*(?:[IVXLivxl]{1,5}|[A-Za-z]|\d{1,2})\s*[.)]\s+")


def polos(text: str) -> str:
    """Small letters and digits alone, one space between words."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _BUKAN.sub(" ", text.lower()).strip()


def rapat(kode: str) -> str:
    """A code with nothing between its letters and figures, however it was typed."""
    return polos(kode).replace(" ", "")


def tanpa_awalan(text: str) -> str:
    """A heading without the letter or number that counts it."""
    return _AWALAN.sub("", text, count=1)


def hampa(text: str) -> bool:
    """Whether a cell says nothing: empty, or a dash."""
    return text.strip().casefold() in _TANDA


def dicentang(text: str) -> bool:
    """Whether a cell only ticks its column."""
    return text.strip().casefold() in _CENTANG


def seperti_atas(text: str) -> bool:
    """Whether a cell only points to the one above."""
    return text.strip().casefold() in _IDEM


def huruf(n: int) -> str:
    """The letter of a column, counted from 0."""
    found, n = "", n + 1
    while n:
        n, rest = divmod(n - 1, 26)
        found = chr(65 + rest) + found
    return found


def kolom_of(letter: str) -> int:
    """The column of a letter, counted from 0; -1 where it is none."""
    n = 0
    for one in letter.strip().upper():
        if not "A" <= one <= "Z" or n > 20_000:
            return -1
        n = n * 26 + ord(one) - 64
    return n - 1


def counted(sel: Sequence[str]) -> bool:
    """Whether a row only counts the columns: (1), (2), …"""
    told = [one.strip().strip("().") for one in sel if one.strip()]
    if len(told) < 3 or not told[0].isdecimal():
        return False
    numbers = [int(one) for one in told if one.isdecimal() and len(one) < 3]
    if len(numbers) < 3 or numbers[0] > 1 or len(numbers) < len(told) - 1:
        return False
    return all(after - before == 1 for before, after in itertools.pairwise(numbers))
