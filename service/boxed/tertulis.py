"""Pages of text, noted within the limits; what is left out is said."""

from __future__ import annotations

from collections.abc import Sequence

from service.boxed.lihat import SEHALAMAN, Lihat


def note(pages: Sequence[str], lihat: Lihat) -> None:
    """Every page, a very long one in pieces; a text that has no pages may be one of them."""
    for page in pages[: lihat.batas.halaman]:
        text = page.strip()
        for at in range(0, max(1, len(text)), SEHALAMAN):
            if not lihat.tulis(text[at : at + SEHALAMAN]):
                lihat.temukan("baca_sebagian")
                return
