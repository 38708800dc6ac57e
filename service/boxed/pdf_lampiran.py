"""Files that a PDF carries inside, and files inside those."""

from __future__ import annotations

from typing import Any

import pypdfium2 as pdfium

from service.boxed.gagal import RUSAK
from service.boxed.lihat import Lihat

TERBANYAK = 50
TERBESAR = 20_000_000  # bytes of one that are looked through
_BERLAPIS = (b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")


def attachments(paper: Any, lihat: Lihat) -> None:
    """Note each by its name, and those that carry others in turn."""
    named = min(TERBANYAK, paper.count_attachments())
    if not named:
        lihat.temukan("pdf_lampiran")  # pinned to a page, under no name of its own
    for n in range(named):
        try:
            one = paper.get_attachment(n)
            nama, held = one.get_name(), bytes(one.get_data())[:TERBESAR]
        except (pdfium.PdfiumError, *RUSAK):
            nama, held = f"lampiran ke-{n + 1}", b""
        lihat.temukan("pdf_lampiran", nama)
        if held.startswith(_BERLAPIS) or (b"%PDF-" in held[:1024] and b"/EmbeddedFile" in held):
            lihat.temukan("pdf_lampiran_berlapis", nama)
