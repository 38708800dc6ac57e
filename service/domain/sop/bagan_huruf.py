"""How wide words are in print, and where they break, without any program that prints."""

from __future__ import annotations

import unicodedata

PT = 0.3528  # one point in millimetres
# Thousandths of the letter height, from space to tilde, as in Arial and Liberation Sans.
_LEBAR = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 "
    "556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 "
    "722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 "
    "556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 "
    "260 334 584"
)
_HURUF = tuple(int(one) for one in _LEBAR.split())
_LAIN, _LUAS, _TEBAL = 600, 1000, 1.08


def panjang(kata: str, pt: float, *, tebal: bool = False) -> float:
    """The width of a word in millimetres; never less than it takes in print."""
    whole = sum(_satu(one) for one in kata)
    return whole * pt * PT / 1000 * (_TEBAL if tebal else 1)


def _satu(huruf: str) -> int:
    place = ord(huruf) - 32
    if 0 <= place < len(_HURUF):
        return _HURUF[place]
    return _LUAS if unicodedata.east_asian_width(huruf) in "WF" else _LAIN


def pecah(kata: str, lebar: float, pt: float, *, tebal: bool = False) -> tuple[str, ...]:
    """The lines of a text within a width; a word too long for a line is broken, never lost."""
    found, line = list[str](), ""
    for word in kata.split():
        trial = f"{line} {word}".strip()
        if line and panjang(trial, pt, tebal=tebal) > lebar:
            found.append(line)
            trial = word
        while len(trial) > 1 and panjang(trial, pt, tebal=tebal) > lebar:
            cut = _potong(trial, lebar, pt, tebal)
            found.append(trial[:cut])
            trial = trial[cut:]
        line = trial
    return (*found, line) if line else tuple(found)


def _potong(word: str, lebar: float, pt: float, tebal: bool) -> int:
    cut = len(word) - 1
    while cut > 1 and panjang(word[:cut], pt, tebal=tebal) > lebar:
        cut -= 1
    return cut


def tinggi(lines: int, pt: float) -> float:
    """The height of so many lines in millimetres."""
    return lines * pt * 1.17 * PT
