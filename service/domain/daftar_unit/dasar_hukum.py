"""The legal ground of an exclusion as a unit writes it: which law, which letter of Pasal 17."""

from __future__ import annotations

import re
from functools import lru_cache

_UU = re.compile(r"\b(?:uu|undang\s*-?\s*undang)\b", re.IGNORECASE)
_KIP = re.compile(
    r"(?:\b(?:uu|undang\s*-?\s*undang)\b[\s,]*(?:republik indonesia|ri)?[\s,]*"
    r"(?:(?:nomor|no\.?)?\s*14\s*(?:tahun|/|th\.?)\s*2008|(?:tentang\s+)?(?:kip|keterbukaan "
    r"informasi publik)))",
    re.IGNORECASE,
)
_PASAL_17 = re.compile(
    r"pasal\s*17(?:\s*ayat\s*\(?\d\)?)?[\s,]*(?:hurup|huruf|hrf\.?)?\s*\(?([a-j])\b", re.IGNORECASE
)


_SAMBUNG = re.compile(r"^(?:(?:jo\.?|juncto|dan|serta)\b\.?|[\s,;.&/-])+", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def faults(text: str) -> tuple[tuple[str, bool], ...]:
    """What is wrong with a ground, and whether the row goes back for it."""
    if not _UU.search(text):
        return (
            (
                "Dasar hukum harus menyebut undang-undangnya, misalnya Pasal 17 huruf h "
                "Undang-Undang Nomor 14 Tahun 2008.",
                True,
            ),
        )
    letters = letters_of(text)
    if not letters:
        return (("Dasar hukum belum menyebut huruf Pasal 17 (a sampai j).", False),)
    if "j" in letters and not _UU.search(_KIP.sub(" ", text)):
        return (
            (
                "Huruf j menunjuk undang-undang lain; sebut undang-undang yang melarang "
                "informasi ini diungkapkan.",
                True,
            ),
        )
    return ()


def letters_of(text: str) -> frozenset[str]:
    """The letters of Pasal 17 that it names."""
    return frozenset(one.lower() for one in _PASAL_17.findall(text))


def other_law(text: str) -> str:
    """What a ground cites besides Pasal 17 and its own law."""
    left = _KIP.sub(" ", _PASAL_17.sub(" ", text))
    return _SAMBUNG.sub("", " ".join(left.split())).strip(" ,;.")


SELAMANYA = re.compile(r"\b(?:selamanya|permanen|selama-lamanya|tanpa batas)\b", re.IGNORECASE)


def term_fault(jangka: str, dasar: str) -> str:
    """Why an exclusion cannot last as long as it says; '' where it can, or nobody can tell."""
    letters = letters_of(dasar)
    if SELAMANYA.search(jangka) and letters and not letters & {"g", "h"}:
        return (
            "Hanya huruf g dan h yang tanpa batas waktu. Tulis berapa tahun, sampai tanggal "
            "berapa, atau sampai peristiwa apa."
        )
    return ""
