"""Signatures in a PDF: what each covers, and what came after; not whether they are valid."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from service.boxed.pdf_susunan import susunan

_CAKUPAN = re.compile(rb"/ByteRange\s*\[([^\]]*)\]")
_TTD = re.compile(rb"/Type\s*/(?:Sig|DocTimeStamp)\b(?!\s*/)|/Type\s*/(?:Sig|DocTimeStamp)\s*/")
_HEKSA = re.compile(rb"<[0-9A-Fa-f\s]+>")
# What an honest addition (a time stamp, certificates for later) never brings.
_MENGUBAH = re.compile(
    rb"/Type\s*/Pages?\b|/Contents\s+\d|/Contents\s*\[|/Subtype\b|/Resources\b|/MediaBox\b"
    rb"|/AP\b|/Annots\b|/NeedAppearances\b"
)

Bacaan = Callable[[int], tuple[int, str] | None]
"""Pages and words of the first so many bytes, or None where they do not open."""


def signatures(isi: bytes, kerangka: bytes, read: Bacaan) -> Iterator[tuple[str, str]]:
    """Findings about its signatures, each with where."""
    covers = [
        [int(n) for n in re.findall(rb"-?\d+", one[1])] for one in _CAKUPAN.finditer(kerangka)
    ]
    unsaid = len(_TTD.findall(kerangka)) - len(covers)
    if not covers and unsaid <= 0:
        return
    yield "ttd_ada", f"{max(1, len(covers))} tanda tangan"
    odd = [n for n, one in enumerate(covers, 1) if not _proper(isi, one)]
    if odd or unsaid > 0:
        yield "ttd_ganjil", f"tanda tangan ke-{odd[0]}" if odd else ""
        return
    if b"/XRefStm" in kerangka:
        yield "ttd_hibrida", ""
    ends = sorted({one[2] + one[3] for one in covers})
    if _changed(isi, ends, read):
        yield "ttd_berubah", ""
    elif isi[ends[-1] :].strip(b"\0\r\n\t ") and ends[-1] < len(isi):
        yield "ttd_ditambah", ""


def _proper(isi: bytes, cover: list[int]) -> bool:
    """It begins at the first byte and leaves out nothing but the signature itself."""
    if len(cover) != 4:
        return False
    start, first, again, second = cover
    gap = isi[first:again]
    return (
        start == 0
        and 0 < first < again
        and again + second <= len(isi)
        and _HEKSA.fullmatch(gap) is not None
        and b"%%EOF" in isi[max(0, again + second - 1024) : again + second]
    )


def _changed(isi: bytes, ends: list[int], read: Bacaan) -> bool:
    rest = isi[ends[-1] :]
    if rest.strip(b"\0\r\n\t ") and _MENGUBAH.search(susunan(rest).kerangka):
        return True
    stages = [read(end) for end in [*ends, len(isi)]]
    return any(before != after for before, after in pairwise(stages))
