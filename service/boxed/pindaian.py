"""A scanned page made ready for reading: 300 dpi, grey, its lines level."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import Any, BinaryIO

from PIL import Image, ImageOps

from service.boxed import gambar_buka, rupa
from service.boxed.gagal import Berhenti

DPI = 300
A4 = (2_480, 3_508)  # pixels
TERBANYAK = 40_000_000
WAJAR = (100, 1_200)  # dpi that a scanner may truly have had
LEBAR_UKUR = 500  # pixels: as large as the angle needs
MIRING = 4.0  # degrees, either way; more is no slip of the paper
LANGKAH = (1.0, 0.25)
LURUS = 0.3  # degrees that no reader minds


def ready(file: BinaryIO, halaman: int) -> bytes:
    """The page as PGM, upright as far as its file says; Berhenti where there is none."""
    head = file.read(1024)
    file.seek(0)
    grey = (_of_pdf if b"%PDF-" in head else _of_picture)(file, halaman)
    out = io.BytesIO()
    level(grey).save(out, "PPM")
    return out.getvalue()


def _of_pdf(file: BinaryIO, halaman: int) -> Image.Image:
    with rupa.page_of(file, halaman) as one:
        width, _ = one.get_size()
        much = rupa.scale(one, max(1, min(rupa.TERLEBAR, round(width * DPI / 72))))
        return rupa.drawn(one, much, grey=True)


def _of_picture(file: BinaryIO, halaman: int) -> Image.Image:
    picture = gambar_buka.opened(file)
    said = picture.info.get("dpi")
    grey = gambar_buka.frame(file, halaman).convert("L")
    much = _magnified(grey, said)
    size = round(grey.width * much), round(grey.height * much)
    if size[0] * size[1] > TERBANYAK:
        raise Berhenti("halaman_raksasa")
    return grey if 0.9 < much < 1.1 else grey.resize(size, Image.Resampling.BICUBIC)


def _magnified(grey: Image.Image, said: Any) -> float:
    """How much it must grow to be 300 dpi: by what it says, else as if it were an A4 sheet."""
    try:
        dpi = float(said[0])
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        dpi = 0.0
    inches = max(grey.size) / dpi if dpi > 0 else 0.0
    if WAJAR[0] <= dpi <= WAJAR[1] and 3 < inches < 24:
        return DPI / dpi
    return min(2.0, max(A4) / max(grey.size))


def level(grey: Image.Image) -> Image.Image:
    """The page turned back by the few degrees it lay askew."""
    angle = skew(grey)
    if abs(angle) < LURUS:
        return grey
    return grey.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)


def skew(grey: Image.Image) -> float:
    """By how many degrees it must be turned for its lines to stand level."""
    much = max(1, grey.width // LEBAR_UKUR)
    small = ImageOps.invert(grey.reduce(much)).point(lambda value: 255 if value > 90 else 0)
    best = 0.0
    reach = MIRING
    for step in LANGKAH:
        count = round(reach / step)
        angles = [best + step * n for n in range(-count, count + 1)]
        best = max(angles, key=lambda angle: (_evenness(small, angle), -abs(angle)))
        reach = step
    return best


def _evenness(small: Image.Image, angle: float) -> int:
    """High where rows of ink and rows of paper take turns, as they do in level lines."""
    turned = small.rotate(angle, Image.Resampling.BILINEAR) if angle else small
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return sum((one - next_) ** 2 for one, next_ in pairwise(rows))
