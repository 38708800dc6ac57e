"""Opening a picture: upright, in plain colours, and never larger than what is safe."""

from __future__ import annotations

from typing import BinaryIO

from PIL import Image, ImageOps
from PIL.Image import DecompressionBombError

from service.boxed.gagal import RUSAK, Berhenti

TERBANYAK = 120_000_000  # pixels of one frame: A2 at 600 dpi; three bytes each fit the box
BINGKAI = 2_000
JENIS = ("JPEG", "PNG", "TIFF", "GIF", "BMP", "WEBP", "MPO")
# Our own limit, by what is said in the head, stands before Pillow's.
Image.MAX_IMAGE_PIXELS = TERBANYAK


def opened(file: BinaryIO) -> Image.Image:
    """The picture, its pixels not yet read; Berhenti where that is not safe."""
    file.seek(0)
    try:
        picture = Image.open(file, formats=JENIS)
    except DecompressionBombError as bomb:
        raise Berhenti("gambar_membengkak") from bomb
    except (*RUSAK, Warning) as broken:
        raise Berhenti("rusak") from broken
    fits(picture)
    return picture


def sound(file: BinaryIO) -> None:
    """Berhenti where the sums inside a picture say that it was changed on its way."""
    picture = opened(file)
    try:
        picture.verify()
    except (*RUSAK, Warning) as broken:
        raise Berhenti("rusak") from broken


def fits(picture: Image.Image) -> None:
    """Berhenti where a frame is larger than what is safe."""
    if picture.width * picture.height > TERBANYAK:
        raise Berhenti("gambar_membengkak", f"{picture.width} x {picture.height}")
    if not picture.width or not picture.height:
        raise Berhenti("rusak")


def frame(file: BinaryIO, n: int) -> Image.Image:
    """The n-th frame (from 1), upright and on white; Berhenti where there is none."""
    picture = opened(file)
    at(picture, n)
    return plain(picture)


def at(picture: Image.Image, n: int) -> None:
    """Turn to the n-th frame; Berhenti where there is none, or where it is not whole."""
    try:
        if n > 1 or getattr(picture, "n_frames", 1) > 1:
            picture.seek(n - 1)
        fits(picture)
        picture.load()
    except DecompressionBombError as bomb:
        raise Berhenti("gambar_membengkak", f"halaman {n}") from bomb
    except EOFError as none:
        raise Berhenti("halaman_tidak_ada") from none
    except (*RUSAK, Warning) as broken:
        raise Berhenti("rusak", f"halaman {n}") from broken


def plain(picture: Image.Image) -> Image.Image:
    """Upright as the camera held it, in grey or colour, what is transparent on white."""
    try:
        upright = ImageOps.exif_transpose(picture)
    except RUSAK:
        upright = picture  # what is said of its turning is broken, the picture is not
    if upright.mode in ("L", "RGB"):
        return upright
    if upright.mode in ("1", "I;16", "I", "F"):
        return _grey(upright)
    if upright.has_transparency_data:
        seen = upright.convert("RGBA")
        white = Image.new("RGB", seen.size, "white")
        white.paste(seen, mask=seen.getchannel("A"))
        return white
    return upright.convert("RGB")


def _grey(picture: Image.Image) -> Image.Image:
    if picture.mode == "1":
        return picture.convert("L")
    low, high = picture.getextrema()
    assert isinstance(low, (int, float)) and isinstance(high, (int, float))
    much = 255 / max(1, high)
    return picture.convert("F").point(lambda value: value * much).convert("L")
