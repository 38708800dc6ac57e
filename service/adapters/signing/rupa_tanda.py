"""What is seen of a signature: a QR and two lines of words, drawn as outlines, so that the paper
stays an archive's."""

from __future__ import annotations

from collections.abc import Iterator

import segno
from pyhanko.pdf_utils.content import RawContent
from pyhanko.pdf_utils.layout import (
    AxisAlignment,
    BoxConstraints,
    Margins,
    SimpleBoxLayoutRule,
)
from pyhanko.stamp import StaticStampStyle

from service.huruf_garis import words

KATA = ("Ditandatangani", "secara elektronik")
HURUF, BARIS = 7.0, 8.6  # points, and from one line to the next
LEBAR = 56.0  # of the longer line
SELA = 5.0
PENUH = SimpleBoxLayoutRule(AxisAlignment.ALIGN_MID, AxisAlignment.ALIGN_MID, Margins.uniform(0))


def style(alamat: str, lebar: float, tinggi: float) -> StaticStampStyle:
    """The QR of an address, with words beside it where its place has room for them."""
    drawn = [*_code(alamat, min(lebar, tinggi)), *_told(alamat, lebar, tinggi)]
    drawing = "\n".join(("q 0 g", *drawn, "Q"))
    content = RawContent(drawing.encode(), box=BoxConstraints(max(1, lebar), max(1, tinggi)))
    return StaticStampStyle(
        background=content, background_layout=PENUH, background_opacity=1.0, border_width=0
    )


def _code(alamat: str, sisi: float) -> Iterator[str]:
    if not alamat:
        return
    rows = _rows(alamat)
    yield f"q {sisi / len(rows):.5f} 0 0 {sisi / len(rows):.5f} 0 0 cm"
    for up, row in enumerate(reversed(rows)):
        yield from (f"{x} {up} 1 1 re" for x, dark in enumerate(row) if dark)
    yield "f Q"


def _told(alamat: str, lebar: float, tinggi: float) -> Iterator[str]:
    left = tinggi + SELA if alamat else 0.0
    if lebar - left < LEBAR:
        return
    first = tinggi / 2 + (BARIS - HURUF) / 2 + 1
    for n, line in enumerate(KATA):
        yield from words(line, left, first - n * BARIS, HURUF)


def _rows(alamat: str) -> list[list[bool]]:
    code = segno.make(alamat, error="m", micro=False)
    return [[bool(one) for one in row] for row in code.matrix_iter(border=2)]
