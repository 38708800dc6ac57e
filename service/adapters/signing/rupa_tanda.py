"""What is seen of a signature: a QR drawn as boxes, so that the paper stays an archive's."""

from __future__ import annotations

import segno
from pyhanko.pdf_utils.content import RawContent
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.stamp import StaticStampStyle


def style(alamat: str) -> StaticStampStyle:
    """The QR of an address, filling its place; without one the place stays empty."""
    rows = _rows(alamat) if alamat else []
    side = max(1, len(rows))
    drawn = [
        f"{x} {side - 1 - y} 1 1 re"
        for y, row in enumerate(rows)
        for x, dark in enumerate(row)
        if dark
    ]
    drawing = "\n".join(("q 0 g", *drawn, "f Q")) if drawn else "q Q"
    content = RawContent(drawing.encode(), box=BoxConstraints(side, side))
    return StaticStampStyle(background=content, background_opacity=1.0, border_width=0)


def _rows(alamat: str) -> list[list[bool]]:
    code = segno.make(alamat, error="m", micro=False)
    return [[bool(one) for one in row] for row in code.matrix_iter(border=2)]
