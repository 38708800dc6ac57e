"""Earlier states that a PDF still holds, and what stood in them."""

from __future__ import annotations

import re
from collections import Counter

from service.boxed import pdf
from service.boxed.gerbang.catat import Catat

_KATA = re.compile(r"\w{2,}")
TERBANYAK = 12  # states that are looked into


def read(isi: bytes, catat: Catat) -> None:
    """A signed file grows by its signatures, and says nothing else for it: that is no hit."""
    ends = list(pdf.revisions(isi))
    if len(ends) < 2:
        return
    signed = b"/ByteRange" in isi
    last = pdf.stage(isi)
    now = Counter(_KATA.findall(last[1])) if last else Counter()
    for n, end in enumerate(ends[:-1][:TERBANYAK], 1):
        before = pdf.stage(isi[:end])
        gone: list[str] = []
        if before is not None:
            gone = list((Counter(_KATA.findall(before[1])) - now).elements())
        fewer = before is not None and last is not None and before[0] > last[0]
        if gone or fewer or not signed:
            said = " ".join(gone) or ("halaman yang dibuang" if fewer else "")
            catat.note("pdf_versi_lama", f"versi {n} dari {len(ends)}", said, max(1, len(gone)))
