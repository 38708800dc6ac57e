"""Words in the form of a picture, for the place where a page could not be drawn."""

from __future__ import annotations

from html import escape
from textwrap import wrap

from flask import Response

LEBAR, TINGGI = 120, 160  # as small as a picture is shown
_HURUF, _BARIS, _TEPI = 12, 16, 8
_SEBARIS = 17  # letters that fit between the edges, in any font


def said(kata: str, status: int = 200) -> Response:
    """The sentence as SVG: a browser without scripts shows it where the picture would be."""
    lines = wrap(kata, _SEBARIS)
    top = (TINGGI - _BARIS * (len(lines) - 1)) // 2
    told = "".join(
        f'<tspan x="{_TEPI}" y="{top + n * _BARIS}">{escape(line)}</tspan>'
        for n, line in enumerate(lines)
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {LEBAR} {TINGGI}" '
        f'width="{3 * LEBAR}" height="{3 * TINGGI}"><title>{escape(kata)}</title>'
        f'<rect width="{LEBAR}" height="{TINGGI}" fill="#fff"/>'
        f'<text font-family="sans-serif" font-size="{_HURUF}" fill="#333">{told}</text></svg>'
    )
    return Response(svg, status, mimetype="image/svg+xml")
