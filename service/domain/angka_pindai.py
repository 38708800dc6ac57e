"""Months in Roman numerals, as a machine that reads letters mistakes them: X1 for XI."""

from __future__ import annotations

import re

BULAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
# Before a year, in a letter's number; at least one letter must be plainly Roman.
_BULAN = re.compile(r"(?<=[/.-])(?=[1l|]*[IVX])([IVX1l|]{1,4})(?=\s?[/.-]\s?(?:19|20)\d\d\b)")
_TAMPAK = str.maketrans("1l|", "III")


def mended(teks: str) -> str:
    """The text with such months as they were written; what is no month stays as it was read."""
    return _BULAN.sub(lambda found: _month(found[1]), teks)


def _month(read: str) -> str:
    meant = read.translate(_TAMPAK)
    return meant if meant in BULAN else read
