"""Numbers as letters write them: thousands, rupiah, Roman; and such writing read back."""

from __future__ import annotations

import re

_ROMAWI = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
ROMAWI_TERBESAR = 3999
# 1500000, 1.500.000, Rp 1.500.000,00; a point stands between thousands, never before cents.
_BILANGAN = re.compile(r"(?:Rp\.?\s*)?(\d{1,16}|\d{1,3}(?:\.\d{3}){1,5})(?:,(?:0{1,2}|-))?", re.I)


def ribuan(n: int) -> str:
    """`1.500.000`."""
    return f"{n:,}".replace(",", ".")


def rupiah(n: int) -> str:
    """`Rp1.500.000,00`; a debt is written `-Rp1.500.000,00`."""
    return f"{'-' if n < 0 else ''}Rp{ribuan(abs(n))},00"


def persen(bagian: int, dari: int) -> str:
    """`66,7%`, the nearest tenth; `100%` is said of all alone, and `0%` of nothing alone."""
    if dari < 1:
        return "-"
    tenths = (bagian * 2_000 + dari) // (2 * dari)
    if 0 < bagian < dari:
        tenths = min(max(tenths, 1), 999)
    elif bagian > dari:
        tenths = max(tenths, 1_001)
    utuh, sisa = divmod(tenths, 10)
    return f"{ribuan(utuh)},{sisa}%" if sisa else f"{ribuan(utuh)}%"


def romawi(n: int) -> str:
    """`XI`; from 1 to 3999, in digits beyond."""
    if not 1 <= n <= ROMAWI_TERBESAR:
        return str(n)
    written = ""
    for size, letters in _ROMAWI:
        many, n = divmod(n, size)
        written += letters * many
    return written


def read_bilangan(text: str) -> int | None:
    """The whole number that a person wrote (`1.500.000`, `Rp1.500.000,00`), or None."""
    found = _BILANGAN.fullmatch(text.strip())
    # Digits of other scripts are numbers to Python and to no office.
    return int(found[1].replace(".", "")) if found and text.isascii() else None
