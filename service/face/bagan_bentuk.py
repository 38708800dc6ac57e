"""Lines, letters and the symbols of a flowchart in SVG; every word escaped."""

from __future__ import annotations

from html import escape

from service.domain.sop.bagan_bentuk import BAHU, BELAH_KETUPAT, KAPSUL, SEGILIMA, Lambang
from service.domain.sop.bagan_huruf import PT

HITAM = "#111"


def rect(x: float, y: float, wide: float, high: float, fill: str, stroke: str) -> str:
    """A box."""
    edge = f' stroke="{stroke}" stroke-width="0.3"' if stroke else ""
    return f'<rect x="{x:g}" y="{y:.2f}" width="{wide:g}" height="{high:.2f}" fill="{fill}"{edge}/>'


def garis(
    x: float, y: float, to_x: float, to_y: float, wide: float = 0.3, *, putus: bool = False
) -> str:
    """A straight line."""
    dash = ' stroke-dasharray="1.6 1"' if putus else ""
    return (
        f'<line x1="{x:g}" y1="{y:.2f}" x2="{to_x:g}" y2="{to_y:.2f}" stroke="{HITAM}" '
        f'stroke-width="{wide:g}"{dash}/>'
    )


def letters(
    x: float,
    y: float,
    words: str,
    pt: float,
    held: str = "start",
    *,
    tebal: bool = False,
    miring: bool = False,
    warna: str = HITAM,
    halo: str = "",
) -> str:
    """Words on a line; `halo` keeps them readable where a line passes."""
    style = ' font-weight="bold"' if tebal else ""
    style += ' font-style="italic"' if miring else ""
    if halo:
        style += f' stroke="{halo}" stroke-width="0.7" paint-order="stroke"'
    return (
        f'<text x="{x:.2f}" y="{y:.2f}" font-size="{pt * PT:.2f}" text-anchor="{held}" '
        f'fill="{warna}"{style}>{escape(words)}</text>'
    )


def outline(one: Lambang, fill: str, stroke: str, wide: float) -> str:
    """One of the symbols; dashed where it is inferred."""
    dash = ' stroke-dasharray="1.6 1"' if one.putus else ""
    look = f'fill="{fill}" stroke="{stroke}" stroke-width="{wide:g}"{dash}'
    left, right = one.x - one.lebar / 2, one.x + one.lebar / 2
    if one.bentuk == BELAH_KETUPAT:
        points = [(one.x, one.atas), (right, one.y), (one.x, one.bawah), (left, one.y)]
    elif one.bentuk == SEGILIMA:
        shoulder = one.atas + one.tinggi * BAHU
        points = [(left, one.atas), (right, one.atas), (right, shoulder), (one.x, one.bawah)]
        points.append((left, shoulder))
    else:
        round_ = f' rx="{one.tinggi / 2:g}"' if one.bentuk == KAPSUL else ""
        return (
            f'<rect x="{left:.2f}" y="{one.atas:.2f}" width="{one.lebar:g}" '
            f'height="{one.tinggi:g}"{round_} {look}/>'
        )
    return f'<polygon points="{" ".join(f"{x:.2f},{y:.2f}" for x, y in points)}" {look}/>'
