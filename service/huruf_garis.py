"""Words as outlines, as PDF draws them: no font is asked for, and none has to be in the file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont, TTLibError

from service.domain.refusals import Unavailable

FONT = Path("/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf")


def words(text: str, x: float, y: float, size: float) -> Iterator[str]:
    """A line of them from a point on, so many points high; filled with the colour in force."""
    upem, drawn = letters()
    scale = size / upem
    yield "q"
    yield f"{scale:.6f} 0 0 {scale:.6f} {x:.3f} {y:.3f} cm"
    for letter in text:
        outline, width = drawn(letter)
        yield from (*outline, "f") if outline else ()
        yield f"1 0 0 1 {width} 0 cm"
    yield "Q"


@cache
def letters() -> tuple[int, Any]:
    """How many units an em has, and how a letter is drawn; a letter it lacks is a space."""
    try:
        font = TTFont(FONT, lazy=True)
    except (OSError, TTLibError) as away:
        raise Unavailable(
            "Huruf Liberation Sans tidak terpasang, jadi naskah belum dapat ditandai. Jalankan "
            "./berkas run sekali lagi.",
            permanent=True,
        ) from away
    glyphs, names = font.getGlyphSet(), font.getBestCmap()

    @cache
    def drawn(letter: str) -> tuple[tuple[str, ...], int]:
        glyph = glyphs[names.get(ord(letter), names[ord(" ")])]
        pen = Pena(glyphs)
        glyph.draw(pen)
        return tuple(pen.parts), int(glyph.width)

    return int(font["head"].unitsPerEm), drawn


class Pena(BasePen):  # type: ignore[misc]
    """Writes an outline down as PDF draws it."""

    def __init__(self, glyphs: Any) -> None:
        super().__init__(glyphs)
        self.parts: list[str] = []

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 (fontTools' own names)
        self.parts.append(f"{pt[0]:g} {pt[1]:g} m")

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self.parts.append(f"{pt[0]:g} {pt[1]:g} l")

    def _curveToOne(self, *points: tuple[float, float]) -> None:  # noqa: N802
        told = " ".join(f"{x:.2f} {y:.2f}" for x, y in points)
        self.parts.append(f"{told} c")

    def _closePath(self) -> None:  # noqa: N802
        self.parts.append("h")
