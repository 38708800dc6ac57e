"""Whether somebody wrote at a place of a print, as its scan shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from PIL import Image, ImageChops, ImageFilter

from service.boxed import pdf_buka, qr, rupa
from service.boxed.gagal import Berhenti
from service.boxed.goresan import has_strokes
from service.boxed.letak_cetak import Affin, Kotak, by_code, found, laid, side
from service.boxed.pisah import opened
from service.boxed.qr import Terletak
from service.domain.pindai_tinta import ADA, RAGU, TIADA

INCI_KODE = 0.5  # how wide our code is printed
CETAK = 200  # dpi of the print, where its code is read
LIHAT = 100  # and where ink is looked for
SEKITAR = (220, 170)  # pixels around a place by which it is found again: 56 and 43 mm
NODA = 12  # pixels over which paper is as light as it is
TIPIS = 40  # darker than the paper around it by so much is ink
SELIP = 4  # pixels by which print and scan may lie apart: 1 mm
PAS = 0.85  # of the print around a place that must be found on the scan
SEDIKIT = 150  # dark pixels of print; by fewer nothing is found again

Tempat = tuple[int, int, float, float, float, float]  # order, page (from 1), box in points


def ink(
    page: Image.Image, code: Terletak, cetakan: BinaryIO, tempat: Sequence[Tempat]
) -> list[tuple[int, str]]:
    """For each place on this page, whether something stands there that was not printed."""
    n = int(code.teks.rpartition(".")[2])
    here = [one for one in tempat if one[1] == n]
    drawn = _print(cetakan, n) if here else None
    own = drawn and next((one for one in qr.placed(drawn)[0] if one.teks == code.teks), None)
    if not drawn or not own:
        return [(one[0], RAGU) for one in here]
    half, much = CETAK // LIHAT, max(1, round(side(code) / INCI_KODE / LIHAT))
    start = by_code(own, code).scaled(half, much)
    printed, seen = dark(drawn.reduce(half)), dark(page.reduce(much))
    return [(one[0], _at(printed, seen, start, _box(one, printed.height))) for one in here]


def _print(cetakan: BinaryIO, n: int) -> Image.Image | None:
    try:
        paper = opened(cetakan)
        with pdf_buka.page(paper, n - 1) as one:
            if one is None:
                return None
            width, _ = one.get_size()
            return rupa.drawn(one, rupa.scale(one, round(width * CETAK / 72)), grey=True)
    except (Berhenti, pdf_buka.TidakTerbuka):
        return None


def _box(one: Tempat, high: int) -> Kotak:
    """In pixels from above."""
    _, _, left, bottom, right, top = one
    much = LIHAT / 72
    return (
        round(left * much),
        round(high - top * much),
        round(right * much),
        round(high - bottom * much),
    )


def dark(grey: Image.Image) -> Image.Image:
    """White where ink is, black where paper is, however the light falls on it."""
    light = grey.reduce(NODA // 3).filter(ImageFilter.MaxFilter(3)).filter(ImageFilter.MaxFilter(3))
    paper = light.filter(ImageFilter.GaussianBlur(2)).resize(grey.size, Image.Resampling.BILINEAR)
    return ImageChops.subtract(paper, grey)


def _at(printed: Image.Image, seen: Image.Image, start: Affin, box: Kotak) -> str:
    wide, high = SEKITAR
    near = (
        max(0, box[0] - wide),
        max(0, box[1] - high),
        min(printed.width, box[2] + wide),
        min(printed.height, box[3] + high),
    )
    part = printed.crop(near)
    place = (box[0] - near[0], box[1] - near[1], box[2] - near[0], box[3] - near[1])
    at = found(part, seen, start.shifted(near[0], near[1]))
    below = _bare(laid(seen, at, part.size))
    bare = _bare(part)
    if not _fits(bare, below):
        return RAGU
    more = ImageChops.subtract(below, _grown(bare, SELIP))
    return ADA if has_strokes(more.crop(place), LIHAT) else TIADA


def _bare(picture: Image.Image) -> Image.Image:
    return picture.point(lambda value: 255 if value > TIPIS else 0)


def _fits(printed: Image.Image, seen: Image.Image) -> bool:
    """Whether what is printed around a place stands there on the scan."""
    many = _count(printed)
    if many < SEDIKIT:
        return False
    return _count(ImageChops.multiply(printed, _grown(seen, SELIP // 2))) >= PAS * many


def _grown(bare: Image.Image, by: int) -> Image.Image:
    """Thicker on every side."""
    return bare.filter(ImageFilter.BoxBlur(by)).point(lambda value: 255 if value else 0)


def _count(bare: Image.Image) -> int:
    return bare.histogram()[255]
