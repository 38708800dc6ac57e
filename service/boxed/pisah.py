"""A stack of scanned papers: which pages part it, which are blank, and a part of it as a PDF."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from typing import Any, BinaryIO

import pikepdf
from PIL import Image

from service.boxed import gambar_buka, pdf_buka, qr, rupa
from service.boxed.gagal import RUSAK, Berhenti
from service.domain import pemisah

WAKTU = 4.0  # seconds of processor for one errand; the next goes on where this one ends
DPI = 100  # a code as large as our separators carry is read at this
TEPI = 25  # a part of the width and height, left out: shadows of the scanner's edge
GELAP = 45  # so much darker than its paper is ink; what shines through from behind is less
TINTA = 0.0001  # of the page; some dust is less, a line of words is more
MUTU = 92  # of a page that has to be written anew
POTONG = 1 << 20

Lembar = tuple[str, bool]  # the separator's code or '', and whether the page is blank


def sheets(file: BinaryIO, dari: int) -> list[Lembar]:
    """What the pages from `dari` are, as many as one errand has time for; [] behind the last."""
    until = time.process_time() + WAKTU
    told: list[Lembar] = []
    for page in _pages(file, dari):
        told.append(_seen(page))
        if time.process_time() > until:
            break
    return told


def _seen(page: Image.Image | None) -> Lembar:
    if page is None:
        return "", False
    for code in qr.in_part(page):
        if pemisah.read(code):
            return code, False
    return "", blank(page)


def blank(grey: Image.Image) -> bool:
    """Whether no ink is on a page, apart from its edges."""
    across, down = grey.width // TEPI, grey.height // TEPI
    inner = grey.crop((across, down, grey.width - across, grey.height - down))
    counts = inner.histogram()
    paper = max(range(256), key=counts.__getitem__)
    return sum(counts[: max(0, paper - GELAP)]) <= TINTA * max(1, inner.width * inner.height)


def _pages(file: BinaryIO, dari: int) -> Iterator[Image.Image | None]:
    """Pages, small and grey; None for one that cannot be seen."""
    yield from _of_pdf(file, dari) if is_pdf(file) else _of_picture(file, dari)


def is_pdf(file: BinaryIO) -> bool:
    """Whether its first bytes say so; the file stands at its beginning again."""
    file.seek(0)
    head = file.read(1024)
    file.seek(0)
    return b"%PDF-" in head


def _of_pdf(file: BinaryIO, dari: int) -> Iterator[Image.Image | None]:
    paper = opened(file)
    for n in range(dari - 1, len(paper)):
        with pdf_buka.page(paper, n) as one:
            yield _drawn(one)
    paper.close()


def opened(file: BinaryIO) -> Any:
    """The PDF, mended where it must be; Berhenti where it does not open."""
    try:
        return pdf_buka.somehow(file)
    except pdf_buka.TidakTerbuka as closed:
        raise Berhenti("rusak") from closed


def _drawn(one: Any) -> Image.Image | None:
    if one is None:
        return None
    width, _ = one.get_size()
    try:
        much = rupa.scale(one, max(1, min(rupa.TERLEBAR, round(width * DPI / 72))))
        return rupa.drawn(one, much, grey=True)
    except Berhenti:
        return None


def _of_picture(file: BinaryIO, dari: int) -> Iterator[Image.Image | None]:
    picture = gambar_buka.opened(file)
    for n in range(dari, int(getattr(picture, "n_frames", 1)) + 1):
        try:
            gambar_buka.at(picture, n)
        except Berhenti:
            yield None
            continue
        grey = gambar_buka.plain(picture).convert("L")
        much = max(grey.size) // (DPI * 12)
        yield grey.reduce(much) if much > 1 else grey


def part(file: BinaryIO, dari: int, sampai: int) -> Iterator[bytes]:
    """The pages from `dari` to `sampai` as a PDF of their own."""
    made = _part_of_pdf(file, dari, sampai) if is_pdf(file) else _bound(file, dari, sampai)
    while piece := made.read(POTONG):
        yield piece


def _part_of_pdf(file: BinaryIO, dari: int, sampai: int) -> io.BytesIO:
    """The pages themselves, nothing of them drawn or packed anew."""
    file.seek(0)
    with pikepdf.open(file, suppress_warnings=True) as whole, pikepdf.new() as some:
        if not 1 <= dari <= sampai <= len(whole.pages):
            raise Berhenti("halaman_tidak_ada")
        some.pages.extend(whole.pages[dari - 1 : sampai])
        return _saved(some)


def _bound(file: BinaryIO, dari: int, sampai: int) -> io.BytesIO:
    """Frames of a picture bound as pages; what is black and white stays so, dot by dot."""
    picture = gambar_buka.opened(file)
    with pikepdf.new() as some:
        for n in range(dari, sampai + 1):
            gambar_buka.at(picture, n)
            out, dpi = io.BytesIO(), dpi_of(picture)
            if picture.mode == "1":
                picture.copy().save(out, "PDF", resolution=dpi)
            else:
                gambar_buka.plain(picture).save(out, "PDF", resolution=dpi, quality=MUTU)
            with pikepdf.open(out) as one:
                some.pages.extend(one.pages)
        return _saved(some)


def dpi_of(picture: Image.Image) -> float:
    """How fine a picture is, by its own word where that can be."""
    try:
        dpi = float(picture.info["dpi"][0])
    except RUSAK:
        dpi = 0.0
    return dpi if 50 <= dpi <= 2_400 else max(picture.size) / 11.69


def _saved(paper: pikepdf.Pdf) -> io.BytesIO:
    out = io.BytesIO()
    # The same pages are the same bytes: a stack that is brought twice is known again.
    paper.save(out, deterministic_id=True)
    out.seek(0)
    return out
