"""In which form information is there: on paper, as a file, or both."""

from __future__ import annotations

import re

CETAK, ELEKTRONIK = "cetak", "elektronik"
BENTUK: dict[str, str] = {CETAK: "Cetak", ELEKTRONIK: "Elektronik"}
_CETAK = re.compile(r"\b(?:hard ?-?cop(?:y|i)|(?:ter)?cetak|kertas|fisik|buku|print(?:ed)?)\b")
_ELEKTRONIK = re.compile(
    r"\b(?:soft ?-?cop(?:y|i)|soft ?-?file|elektronik|digital|online|daring|website|web|laman|"
    r"situs|pdf|docx?|xlsx?|csv|pptx?|jpe?g|png|mp[34]|video|audio|aplikasi|media sosial|cd|dvd)\b"
    r"|https?://|www\."
)
_KEDUANYA = re.compile(r"\b(?:keduanya|hard(?:copy)? ?(?:dan|&|/) ?soft(?:copy)?)\b")


def read_bentuk(isi: str) -> tuple[str, ...]:
    """The forms that words name, in one order; none where they name none."""
    kata = " ".join(isi.casefold().split())
    if _KEDUANYA.search(kata):
        return (CETAK, ELEKTRONIK)
    named = ((CETAK, _CETAK), (ELEKTRONIK, _ELEKTRONIK))
    return tuple(bentuk for bentuk, pola in named if pola.search(kata))


def told(bentuk: tuple[str, ...], tertulis: str = "") -> str:
    """As it is printed: the unit's own words where there are any."""
    return tertulis or " dan ".join(BENTUK[one] for one in BENTUK if one in bentuk)
