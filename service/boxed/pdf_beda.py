"""Whether another reader sees another text: asked only of PDFs that are put together oddly."""

from __future__ import annotations

import io
import logging
import re
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from service.boxed import pdf_buka
from service.boxed.gagal import RUSAK

TERBESAR = 1_000_000  # bytes; the other reader is slow
HALAMAN = 2
MIRIP = 0.5  # of all words, that both must have
_BENDA = re.compile(rb"(?<![\d.])(\d{1,8}) (\d{1,5}) obj\b")
_LEMBAR = re.compile(rb"/Type\s*/Page\b")
_KATA = re.compile(r"[^\W_]{3,}")
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def odd(isi: bytes, kerangka: bytes, states: int, pages: int) -> bool:
    """Whether readers may disagree on where its parts are."""
    if len(isi) > TERBESAR or b"/Encrypt" in kerangka:
        return False
    signed_twofold = b"/XRefStm" in kerangka and b"/ByteRange" in kerangka
    if states != 1 or signed_twofold or not isi.startswith(b"%PDF-"):
        return True
    if len(_LEMBAR.findall(kerangka)) != pages:
        return True
    named = _BENDA.findall(kerangka)
    return len(named) != len(set(named)) or not _leads(isi)


def _leads(isi: bytes) -> bool:
    """Whether the last line of the file leads to its table."""
    said = re.search(rb"startxref\s+(\d{1,12})", isi[-1100:])
    at = int(said[1]) if said else -1
    return (
        0 <= at < len(isi)
        and re.match(rb"\s*(?:xref|\d+\s+\d+\s+obj)", isi[at : at + 40]) is not None
    )


def differ(isi: bytes, paper: Any) -> bool:
    """Whether pypdf counts other pages, or reads other words on the first ones."""
    try:
        other = PdfReader(io.BytesIO(isi))
        count = len(other.pages)
        theirs = " ".join(other.pages[n].extract_text() for n in range(min(HALAMAN, count)))
    except (PyPdfError, *RUSAK):
        return False  # it reads nothing at all: the file is broken, not double
    ours = []
    for n in range(min(HALAMAN, len(paper))):
        with pdf_buka.page(paper, n) as one:
            ours.append(pdf_buka.words(one) if one else "")
    return count != len(paper) or _unlike(_words(theirs), _words(" ".join(ours)))


def _words(text: str) -> set[str]:
    return set(_KATA.findall(text.casefold()))


def _unlike(some: set[str], others: set[str]) -> bool:
    return len(some & others) < MIRIP * len(some | others)
