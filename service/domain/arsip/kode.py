"""The code of the klasifikasi arsip: its form, what stands above it, and its order."""

from __future__ import annotations

import re
from collections.abc import Iterator

TERPANJANG = 60
_KODE = re.compile(r"[A-Z0-9]{1,10}(?:[./-][A-Z0-9]{1,10}){0,7}")
_PEMISAH = re.compile(r"[./-]")
_BAGIAN = re.compile(r"(\d+)")

BENTUK = (
    "Kode klasifikasi hanya memuat huruf, angka, dan pemisah titik, misalnya 400.9.6 atau HM.01.02."
)


def clean(text: str) -> str:
    """A code as it is compared: capitals, no blanks, no point behind it."""
    return "".join(text.split()).upper().rstrip(".")


def is_kode(text: str) -> bool:
    """Whether a clean text has the form of a code."""
    return len(text) <= TERPANJANG and _KODE.fullmatch(text) is not None


def above(kode: str) -> Iterator[str]:
    """The codes above one, the nearest first: HM.01.02 lies under HM.01, that under HM."""
    while cuts := [found.start() for found in _PEMISAH.finditer(kode)]:
        kode = kode[: cuts[-1]]
        yield kode


def order(kode: str) -> tuple[tuple[int, int, str], ...]:
    """By which codes are listed: figures as numbers, so that 400.10 comes after 400.9."""
    parts = (part for part in _BAGIAN.split(kode) if part)
    return tuple((0, int(one), "") if one.isdecimal() else (1, 0, one) for one in parts)
