"""Prints of ours, signed in ink and scanned: plainly samples, drawn on the spot."""

from __future__ import annotations

import io
import math
import random
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from tests import pindaian

Kotak = tuple[int, int, int, int]  # left, bottom, right, top, in points
GELAP = 40  # of the ink


def sheets(pdf: Path, dpi: int = 300) -> list[Image.Image]:
    """The pages as the printer lays them down."""
    with pypdfium2.PdfDocument(pdf) as paper:
        return [one.render(scale=dpi / 72, grayscale=True).to_pil().copy() for one in paper]


def signed(sheet: Image.Image, kotak: Kotak, dpi: int = 300, benih: int = 1) -> Image.Image:
    """The sheet with a signature over that place: loops of a pen, a little beyond its edges."""
    chance, inked = random.Random(benih), sheet.copy()
    left, top = kotak[0] * dpi / 72, inked.height - kotak[3] * dpi / 72
    high = max(kotak[3] - kotak[1], 20) * dpi / 72
    wide = 1.6 * high
    turns, lean = chance.uniform(3, 5), chance.uniform(0.2, 0.5)
    points = []
    for n in range(240):
        at = n / 239
        angle = 2 * math.pi * turns * at
        x = left + wide * (at + 0.08 * math.sin(angle))
        y = top + high * (0.5 + lean * math.cos(angle) * (1 - 0.6 * at))
        points.append((x, y))
    pen = ImageDraw.Draw(inked)
    pen.line(points, fill=GELAP, width=max(1, round(0.5 * dpi / 25.4)), joint="curve")
    return inked


def turned(sheet: Image.Image, degrees: float) -> Image.Image:
    """As it lay on the glass."""
    return sheet.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def photographed(sheet: Image.Image, slant: float = 0.04, dim: int = 70) -> Image.Image:
    """As a telephone sees it: from one side, on a dark table, in uneven light."""
    wide, high = sheet.size
    rim = wide // 14
    table = Image.new("L", (wide + 2 * rim, high + 2 * rim), 90)
    table.paste(sheet, (rim, rim))
    across, down = slant * table.width, slant * table.height
    corners = (
        (-across, -down),
        (table.width, 0),
        (table.width + across, table.height + down / 2),
        (0.0, float(table.height)),
    )
    seen = table.transform(
        table.size,
        Image.Transform.QUAD,
        tuple(value for at in (corners[0], corners[3], corners[2], corners[1]) for value in at),
        Image.Resampling.BICUBIC,
        fillcolor=90,
    )
    light = Image.linear_gradient("L").resize(seen.size).point(lambda one: one * dim // 255)
    return ImageChops.subtract(seen, light)


def worn(sheet: Image.Image, blur: float = 0.8, benih: int = 4) -> Image.Image:
    """As an old scanner gives it: soft, grey, speckled."""
    return pindaian.noisy(sheet.filter(ImageFilter.GaussianBlur(blur)), 3_000, benih)


def folded(sheet: Image.Image, kotak: Kotak, dpi: int = 300) -> Image.Image:
    """With the shadow of a fold, a streak and some dust across a place, and no ink on it."""
    seen, pen_at = sheet.copy(), kotak
    pen = ImageDraw.Draw(seen)
    middle = seen.height - (pen_at[1] + pen_at[3]) / 2 * dpi / 72
    x = (pen_at[0] + pen_at[2]) / 2 * dpi / 72
    pen.line([(0, middle - 30), (seen.width, middle + 30)], fill=120, width=4)
    pen.line([(x, 0), (x, seen.height)], fill=150, width=2)
    for n in range(12):
        at = x + 9 * n, middle + (n * 37) % 60 - 30
        pen.ellipse((at[0], at[1], at[0] + 5, at[1] + 5), fill=60)
    return seen


def jpeg(sheet: Image.Image, quality: int = 70) -> Image.Image:
    """Packed as scanners pack it."""
    out = io.BytesIO()
    sheet.convert("RGB").save(out, "JPEG", quality=quality)
    return Image.open(out).convert("L")


def saved(sheets_: Sequence[Image.Image], path: Path, dpi: int = 300) -> Path:
    """All pages as one file: .pdf, .tif, .jpg or .png."""
    if path.suffix == ".pdf":
        path.write_bytes(pindaian.pdf(*sheets_, dpi=dpi))
    elif path.suffix == ".tif":
        path.write_bytes(pindaian.tiff(*sheets_, dpi=(dpi, dpi)))
    else:
        (one,) = sheets_
        jenis = "JPEG" if path.suffix == ".jpg" else "PNG"
        path.write_bytes(pindaian.saved(one, jenis, dpi=(dpi, dpi)))
    return path
