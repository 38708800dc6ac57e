"""Why somebody did what asks for a reason; a content, so it stands in a row of its own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Alasan:
    """The words of one person about one act; the journal names the row and never quotes it."""

    id: str
    instansi: str
    tentang: str  # id of what the act was about
    kata: str
    versi: int = 1
