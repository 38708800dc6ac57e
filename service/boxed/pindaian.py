"""A scanned page made ready for reading: 300 dpi, grey, its lines level."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import Any, BinaryIO

import pypdfium2 as pdfium
import pypdfium2.raw as mentah
from PIL import Image

from service.boxed import gambar_buka, rupa
from service.boxed.gagal import RUSAK, Berhenti
from service.boxed.pdf_halaman import MENUTUPI

DPI = 300
CUKUP = 180  # dpi that are read as well as they are; growing them only costs time
A4 = (2_480, 3_508)  # pixels at 300 dpi
TERBANYAK = 40_000_000
WAJAR = (100, 1_200)  # dpi that a scanner may truly have had
MIRING = 4  # degrees, either way; more is no slip of the paper
LEBAR_KASAR, LEBAR_HALUS = 250, 500  # pixels: as large as the angle needs
LURUS = 0.5  # degrees that no reader minds


def ready(file: BinaryIO, halaman: int) -> bytes:
    """The page as BMP (which Tesseract reads fastest), upright as far as its file says."""
    head = file.read(1024)
    file.seek(0)
    grey, dpi = (_of_pdf if b"%PDF-" in head else _of_picture)(file, halaman)
    out = io.BytesIO()
    level(grey).save(out, "BMP", dpi=(dpi, dpi))
    return out.getvalue()


def _of_pdf(file: BinaryIO, halaman: int) -> tuple[Image.Image, int]:
    with rupa.page_of(file, halaman) as one:
        width, _ = one.get_size()
        dpi = max(CUKUP, min(DPI, round(scanned_at(one))))
        much = rupa.scale(one, max(1, min(rupa.TERLEBAR, round(width * dpi / 72))))
        return rupa.drawn(one, much, grey=True), dpi


def scanned_at(one: Any) -> float:
    """How finely the largest picture of a page was scanned; DPI where it has none."""
    finest, largest = float(DPI), 0.0
    for picture in one.get_objects(filter=[mentah.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        try:
            left, bottom, right, top = picture.get_bounds()
            across, down = picture.get_px_size()
        except (pdfium.PdfiumError, *RUSAK):
            continue
        area = (right - left) * (top - bottom)
        if area > largest and area > MENUTUPI * one.get_width() * one.get_height():
            largest = area
            finest = 72 * max(across, down) / max(right - left, top - bottom)
    return finest


def _of_picture(file: BinaryIO, halaman: int) -> tuple[Image.Image, int]:
    picture = gambar_buka.opened(file)
    said = picture.info.get("dpi")
    grey = gambar_buka.frame(file, halaman).convert("L")
    dpi = _scanned(grey, said)
    if CUKUP <= dpi <= DPI * 1.1:
        return grey, round(dpi)
    much = min(2.0, DPI / dpi)
    size = round(grey.width * much), round(grey.height * much)
    if size[0] * size[1] > TERBANYAK:
        raise Berhenti("halaman_raksasa")
    return grey.resize(size, Image.Resampling.BICUBIC), round(dpi * much)


def _scanned(grey: Image.Image, said: Any) -> float:
    """At how many dpi it was scanned: what it says, else as if it were an A4 sheet."""
    try:
        dpi = float(said[0])
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        dpi = 0.0
    inches = max(grey.size) / dpi if dpi > 0 else 0.0
    if WAJAR[0] <= dpi <= WAJAR[1] and 3 < inches < 24:
        return dpi
    return DPI * max(grey.size) / max(A4)


def level(grey: Image.Image) -> Image.Image:
    """The page turned back by the few degrees it lay askew."""
    angle = skew(grey)
    if abs(angle) < LURUS:
        return grey
    return grey.rotate(angle, Image.Resampling.BILINEAR, fillcolor=255)


def skew(grey: Image.Image) -> float:
    """By how many degrees it must be turned for its lines to stand level."""
    rough = _ink(grey, LEBAR_KASAR)
    near = _best(rough, [float(n) for n in range(-MIRING, MIRING + 1)])
    return _best(_ink(grey, LEBAR_HALUS), [near + n / 4 for n in range(-3, 4)])


def _ink(grey: Image.Image, lebar: int) -> Image.Image:
    small = grey.reduce(max(1, grey.width // lebar))
    return small.point(lambda value: 255 if value < 165 else 0)


def _best(ink: Image.Image, angles: list[float]) -> float:
    return max(angles, key=lambda angle: (_evenness(ink, angle), -abs(angle)))


def _evenness(ink: Image.Image, angle: float) -> int:
    """High where rows of ink and rows of paper take turns, as they do in level lines."""
    turned = ink.rotate(angle) if angle else ink
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return sum((one - next_) ** 2 for one, next_ in pairwise(rows))
