"""The codes on a page: ours, `…/v/<token>/<versi>.<n>`, before any other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import zxingcpp
from PIL import Image

from service.boxed.lihat import Lihat
from service.domain import pemisah

DPI = 200
KITA = re.compile(r"/v/[A-Za-z0-9_-]{4,64}/\d{1,6}\.\d{1,6}$")
PANJANG = 300  # letters of a code
SUDUT = 0.36  # of the width and the height: a corner that is looked at first
Titik = tuple[float, float]
_QR = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])


def codes(picture: Image.Image) -> tuple[list[str], bool]:
    """What the codes of a page say; corners first. And whether one was seen but not read."""
    grey = picture if picture.mode == "L" else picture.convert("L")
    found: list[str] = []
    for corner in _corners(grey):
        found += _read(corner)[0]
    if found:
        return list(dict.fromkeys(found)), False
    found, dim = _read(grey, errors=True)
    if not found and dim:
        # A smudge of a scanner is as thin as one pixel; half the size is often the clearer one.
        found, _ = _read(grey.reduce(2))
    return list(dict.fromkeys(found)), dim and not found


@dataclass(frozen=True)
class Terletak:
    """A code and its corners on a picture, in pixels: as it is read from its upper left, around."""

    teks: str
    sudut: tuple[Titik, Titik, Titik, Titik]


def placed(grey: Image.Image) -> tuple[list[Terletak], bool]:
    """Every code of a page with its place, each once; and whether one was seen but not read."""
    found, dim = _placed(grey, errors=True)
    if not found:
        for much in (2, 3):  # what is blurred or speckled is often the clearer for being small
            small, _ = _placed(grey.reduce(much))
            found += [_grown(one, much) for one in small]
            if found:
                break
    return list({one.teks: one for one in found}.values()), dim and not found


def _placed(grey: Image.Image, *, errors: bool = False) -> tuple[list[Terletak], bool]:
    seen = zxingcpp.read_barcodes(grey, formats=_QR, return_errors=errors)
    found = [
        Terletak(one.text[:PANJANG], _corners_of(one.position))
        for one in seen
        if one.valid and one.text
    ]
    return found, any(not one.valid for one in seen)


def _corners_of(position: Any) -> tuple[Titik, Titik, Titik, Titik]:
    top_left, top_right = position.top_left, position.top_right
    bottom_right, bottom_left = position.bottom_right, position.bottom_left
    return (
        (top_left.x, top_left.y),
        (top_right.x, top_right.y),
        (bottom_right.x, bottom_right.y),
        (bottom_left.x, bottom_left.y),
    )


def _grown(one: Terletak, much: int) -> Terletak:
    a, b, c, d = ((x * much, y * much) for x, y in one.sudut)
    return Terletak(one.teks, (a, b, c, d))


def in_part(part: Image.Image) -> list[str]:
    """What the codes in a small part of a page say."""
    return _read(part)[0]


def told(lihat: Lihat, halaman: int, found: Iterable[str], *, dim: bool = False) -> None:
    """Note the code of a page: a separator's, else our own, before any other; two of ours are
    for a person."""
    said = list(dict.fromkeys(found))
    if parting := [one for one in said if pemisah.read(one)]:
        lihat.tanda.append(parting[0])
        return
    ours = [one for one in said if KITA.search(one)]
    if len(ours) > 1:
        lihat.temukan("qr_ganda", f"halaman {halaman}")
    if dim and not said:
        lihat.temukan("qr_tak_terbaca", f"halaman {halaman}")
    lihat.tanda.append((ours or said or [""])[0])


def _corners(grey: Image.Image) -> Iterator[Image.Image]:
    across, down = int(grey.width * SUDUT), int(grey.height * SUDUT)
    if min(across, down) < 40:
        return
    for left in (grey.width - across, 0):
        for top in (grey.height - down, 0):
            yield grey.crop((left, top, left + across, top + down))


def _read(grey: Image.Image, *, errors: bool = False) -> tuple[list[str], bool]:
    seen = zxingcpp.read_barcodes(grey, formats=_QR, return_errors=errors)
    said = [one.text[:PANJANG] for one in seen if one.valid and one.text]
    return said, any(not one.valid for one in seen)
