"""A QR as a drawing inside the page; nothing is loaded for it."""

from __future__ import annotations

from html import escape

import segno


class Lukisan(str):
    """A drawing of ours, which a page takes over as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


def drawn(text: str, judul: str) -> Lukisan:
    """The QR of an address as SVG, without a style of its own; `judul` is what a reader hears."""
    code = segno.make(text, error="m", micro=False)
    svg: str = code.svg_inline(
        scale=4, border=4, dark="#000", light="#fff", svgclass="qr", lineclass=None, omitsize=True
    )
    return Lukisan(svg.replace("<svg ", f'<svg role="img" aria-label="{escape(judul)}" ', 1))
