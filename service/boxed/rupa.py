"""A page as a picture: of a PDF by PDFium, of a picture by Pillow."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

import pypdfium2.raw as mentah
from PIL import Image

from service.boxed import gambar_buka, pdf_buka
from service.boxed.gagal import Berhenti

TERBANYAK = 40_000_000  # pixels of a page as it is drawn
TERLEBAR = 4_000
RAKSASA = 14_400.0  # points: 200 inches, more than any paper


def picture(file: BinaryIO, halaman: int, lebar: int) -> bytes:
    """Page `halaman`, `lebar` pixels wide, as PNG; Berhenti where there is no such picture."""
    if not 1 <= lebar <= TERLEBAR:
        raise Berhenti("lebar_tidak_wajar")
    head = file.read(1024)
    file.seek(0)
    made = (_of_pdf if b"%PDF-" in head else _of_picture)(file, halaman, lebar)
    out = io.BytesIO()
    made.save(out, "PNG", compress_level=3)
    return out.getvalue()


def scale(one: Any, lebar: int) -> float:
    """How much a page is magnified to be so wide; Berhenti where that is more than we draw."""
    width, height = one.get_size()
    if not (1 <= width <= RAKSASA and 1 <= height <= RAKSASA):
        raise Berhenti("halaman_raksasa")
    much = lebar / width
    if width * height * much * much > TERBANYAK:
        raise Berhenti("halaman_raksasa")
    return float(much)


def drawn(one: Any, much: float, *, grey: bool = False) -> Image.Image:
    """A page as people see it, with its notes and form fields."""
    bitmap = one.render(scale=much, grayscale=grey, prefer_bgrx=not grey)
    try:
        picture: Image.Image = bitmap.to_pil()
        return picture.copy() if grey else picture.convert("RGB")
    finally:
        bitmap.close()


@contextmanager
def page_of(file: BinaryIO, halaman: int) -> Iterator[Any]:
    """A page of a PDF, however broken; Berhenti where it has none such."""
    try:
        paper = pdf_buka.somehow(file)
    except pdf_buka.TidakTerbuka as closed:
        raise Berhenti("rusak") from closed
    if not 1 <= halaman <= len(paper):
        raise Berhenti("halaman_tidak_ada")
    if paper.get_formtype() != mentah.FORMTYPE_NONE:
        paper.init_forms()
    with pdf_buka.page(paper, halaman - 1) as one:
        if one is None:
            raise Berhenti("halaman_tidak_ada")
        yield one


def _of_pdf(file: BinaryIO, halaman: int, lebar: int) -> Image.Image:
    with page_of(file, halaman) as one:
        return drawn(one, scale(one, lebar))


def _of_picture(file: BinaryIO, halaman: int, lebar: int) -> Image.Image:
    seen = gambar_buka.frame(file, halaman)
    height = max(1, round(seen.height * lebar / seen.width))
    if lebar * height > TERBANYAK:
        raise Berhenti("halaman_raksasa")
    return seen.resize((lebar, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
