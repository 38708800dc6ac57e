"""A QR as a drawing inside the page; nothing is loaded for it."""

from __future__ import annotations

from html import escape

import segno


def drawn(text: str, judul: str) -> str:
    """The QR of an address as SVG, without a style of its own; `judul` is what a reader hears."""
    code = segno.make(text, error="m", micro=False)
    svg: str = code.svg_inline(
        scale=4, border=4, dark="#000", light="#fff", svgclass="qr", lineclass=None, omitsize=True
    )
    return svg.replace("<svg ", f'<svg role="img" aria-label="{escape(judul)}" ', 1)
