"""Titles of items out of what somebody typed or pasted: one line each, without its number."""

from __future__ import annotations

import re

TERPANJANG = 300  # letters of one title
_DEPAN = re.compile(r"^(?:\(?\d{1,3}[.)]|[-–—•*·▪])\s+")
_ANGKA = re.compile(r"\(?\d{1,4}[.)]?")


def titles(text: str) -> list[str]:
    """Every line that says something, in its order; the same title counts once."""
    found = dict[str, str]()
    for line in text.splitlines():
        if words := _title(line):
            found.setdefault(words.casefold(), words)
    return list(found.values())


def _title(line: str) -> str:
    """The words of a line; of a row out of a sheet, the first cell that is no number."""
    cells = [" ".join(one.split()) for one in line.split("\t")]
    said = [one for one in cells if one and not (len(cells) > 1 and _ANGKA.fullmatch(one))]
    return _DEPAN.sub("", said[0]).strip() if said else ""


def too_long(found: list[str]) -> list[int]:
    """Which of them are longer than a title may be, counted from one."""
    return [n for n, one in enumerate(found, 1) if len(one) > TERPANJANG]
