"""The codes on a page: ours, `…/v/<token>/<versi>.<n>`, before any other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import zxingcpp
from PIL import Image

from service.boxed.lihat import Lihat
from service.domain import pemisah

DPI = 200
KITA = re.compile(r"/v/[A-Za-z0-9_-]{4,64}/\d{1,6}\.\d{1,6}$")
PANJANG = 300  # letters of a code
SUDUT = 0.36  # of the width and the height: a corner that is looked at first
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
