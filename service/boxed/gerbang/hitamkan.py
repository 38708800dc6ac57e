"""A new PDF in which nothing is left under the boxes: each page a picture, blackened and then kept.

No object of the file is carried over. The words that go with a picture are those that were seen on
the page, left their trace outside every box, and still stand in the finished picture.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

import pikepdf
import pypdfium2.raw as mentah
from PIL import Image, ImageDraw

from service.boxed import gambar_buka, pdf_buka, pisah, rupa
from service.boxed.gagal import RUSAK, Berhenti
from service.boxed.gerbang import lembar_hitam, tampak

DPI = 200
TEPI = 3  # dots around a box within which no word is kept
TERPOTONG = 0.15  # of the place of a word, within a box
POTONG = 1 << 20

KotakDilihat = tuple[int, float, float, float, float]  # page, and parts of its width and height


def blackened(file: BinaryIO, kotak: Sequence[KotakDilihat]) -> Iterator[bytes]:
    """The new PDF; Berhenti where a page cannot be drawn, for none may be missing."""
    with pikepdf.new() as made:
        many = 0
        for n, (page, points) in enumerate(pages(file), 1):
            many = n
            boxes = _whole_words(
                page, [_dots(one, page.gambar.size) for one in kotak if one[0] == n]
            )
            lembar_hitam.add(made, _painted(page.gambar, boxes), _kept(page, boxes), points)
        if not many or any(not 1 <= one[0] <= many for one in kotak):
            raise Berhenti("halaman_tidak_ada")
        lembar_hitam.finish(made)
        out = io.BytesIO()
        made.save(
            out,
            fix_metadata_version=False,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    out.seek(0)
    while piece := out.read(POTONG):
        yield piece


def pages(file: BinaryIO, dpi: int = DPI) -> Iterator[tuple[tampak.Halaman, tuple[float, float]]]:
    """Each page as it is seen, and its size in points."""
    if not pisah.is_pdf(file):
        yield from _frames(file, dpi)
        return
    paper = pisah.opened(file)
    if len(paper) < _told(file):
        raise Berhenti("halaman_tidak_ada")  # some say that they have fewer pages than they have
    if paper.get_formtype() != mentah.FORMTYPE_NONE:
        paper.init_forms()
    for n in range(len(paper)):
        with pdf_buka.page(paper, n) as one:
            if one is None:
                raise Berhenti("rusak", f"halaman {n + 1}")
            width, height = one.get_size()
            yield tampak.look(one, _much(width, height, dpi), grey=False), (width, height)
    paper.close()


def _told(file: BinaryIO) -> int:
    """How many pages stand in the tree of a PDF; 0 where only another reader opens it."""
    file.seek(0)
    try:
        with pikepdf.open(file, suppress_warnings=True) as paper:
            return len(paper.pages)
    except (pikepdf.PikepdfError, *RUSAK):
        return 0


def _much(width: float, height: float, dpi: int) -> float:
    if not (1 <= width <= rupa.RAKSASA and 1 <= height <= rupa.RAKSASA):
        raise Berhenti("halaman_raksasa")
    return float(min(dpi / 72, math.sqrt(0.98 * rupa.TERBANYAK / (width * height))))


def _frames(file: BinaryIO, most: int) -> Iterator[tuple[tampak.Halaman, tuple[float, float]]]:
    picture = gambar_buka.opened(file)
    frames = int(getattr(picture, "n_frames", 1)) if picture.format == "TIFF" else 1
    for n in range(1, frames + 1):
        gambar_buka.at(picture, n)
        dpi = pisah.dpi_of(picture)
        seen = gambar_buka.plain(picture).convert("RGB")
        much = min(1.0, most / dpi, math.sqrt(rupa.TERBANYAK / (seen.width * seen.height)))
        points = (seen.width * 72 / dpi, seen.height * 72 / dpi)
        if much < 1:
            size = max(1, round(seen.width * much)), max(1, round(seen.height * much))
            seen = seen.resize(size, Image.Resampling.LANCZOS)
        yield tampak.Halaman(seen, []), points


def _dots(one: KotakDilihat, size: tuple[int, int]) -> tampak.Kotak:
    """A box on the picture, never smaller than it was drawn."""
    _, x0, y0, x1, y1 = one
    width, height = size
    return (
        max(0, math.floor(x0 * width)),
        max(0, math.floor(y0 * height)),
        min(width, math.ceil(x1 * width)),
        min(height, math.ceil(y1 * height)),
    )


def _whole_words(page: tampak.Halaman, boxes: list[tampak.Kotak]) -> list[tampak.Kotak]:
    """The boxes, and the place of each word that they cut: half a letter can be read."""
    cut = (
        one.kotak for one in page.kata if any(within(one.kotak, box) > TERPOTONG for box in boxes)
    )
    return [*boxes, *cut]


def _painted(page: Image.Image, boxes: Sequence[tampak.Kotak]) -> Image.Image:
    pen = ImageDraw.Draw(page)
    for left, top, right, bottom in boxes:
        if left < right and top < bottom:  # the place of a hidden word may lie off the page
            pen.rectangle((left, top, right - 1, bottom - 1), fill=(0, 0, 0))
    return page


def _kept(page: tampak.Halaman, boxes: Sequence[tampak.Kotak]) -> list[tampak.Kata]:
    """The words that may go with the picture."""
    grey = page.gambar.convert("L")
    return [
        one
        for one in page.kata
        if not one.sembunyi
        and not any(touch(one.kotak, box, TEPI) for box in boxes)
        and not tampak.solid(grey, one.kotak)
    ]


def touch(word: Any, box: Any, tepi: float = 0) -> bool:
    """Whether a word reaches into a box, or comes near it."""
    return bool(
        word[0] < box[2] + tepi
        and word[2] > box[0] - tepi
        and word[1] < box[3] + tepi
        and word[3] > box[1] - tepi
    )


def within(word: tampak.Kotak, box: tuple[float, ...]) -> float:
    """How much of the place of a word lies in a box."""
    across = min(word[2], box[2]) - max(word[0], box[0])
    down = min(word[3], box[3]) - max(word[1], box[1])
    if across <= 0 or down <= 0:
        return 0.0
    return across * down / ((word[2] - word[0]) * (word[3] - word[1]))
