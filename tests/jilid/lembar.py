"""Papers to be bound, and where words stand on a bound page."""

from __future__ import annotations

import ctypes
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as mentah
from pikepdf import Array, Dictionary, Name
from PIL import Image

from service.adapters.jilid.depan import written
from service.adapters.jilid.huruf import Huruf
from service.boxed.gerbang import lembar_hitam
from service.domain.dossier.lembar import Kata, Lembar

GAMBAR = Image.effect_noise((220, 220), 90).convert("RGB")


def surat(
    out: Path,
    *halaman: str,
    putar: int = 0,
    ukuran: tuple[int, int] = (595, 842),
    gambar: bool = False,
) -> Path:
    """A page for each word, that holds as PDF/A-2b."""
    pages = [Lembar((Kata(60, 400, 12, kata),)) for kata in halaman]
    made = out.with_suffix(".baru")
    made.write_bytes(written(pages, Huruf(), ""))
    with pikepdf.open(made) as whole:
        for page in whole.pages:
            page.obj.MediaBox = Array([0, 0, *ukuran])
            page.obj.Rotate = putar
            if gambar:
                picture = lembar_hitam._picture(whole, GAMBAR)
                page.obj.Resources.XObject = Dictionary(G=picture)
                page.contents_add(whole.make_stream(b"q 90 0 0 90 60 600 cm /G Do Q"))
        del whole.trailer["/Info"]
        lembar_hitam.finish(whole)
        whole.save(out, fix_metadata_version=False, deterministic_id=True)
    made.unlink()
    return out


def rujuk(whole: pikepdf.Pdf, dari: int, ke: int) -> None:
    """A link on one page to another, counted from 0."""
    link = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=Array([60, 390, 200, 420]),
        Border=Array([0, 0, 0]),
        F=4,
        Dest=Array([whole.pages[ke].obj, Name.Fit]),
    )
    whole.pages[dari].obj.Annots = Array([whole.make_indirect(link)])


def tempat(pdf: Path, halaman: int, kata: str) -> tuple[float, float, float, float]:
    """Where words stand on a page as it is seen, as parts of its width and height from the top."""
    with pypdfium2.PdfDocument(pdf) as whole:
        page = whole[halaman - 1]
        text = page.get_textpage()
        start, many = text.search(kata).get_next()
        spots = []
        for n in range(start, start + many):
            left, bottom, right, top = text.get_charbox(n)
            for x, y in ((left, bottom), (right, top)):
                across, down = ctypes.c_int(), ctypes.c_int()
                mentah.FPDF_PageToDevice(page.raw, 0, 0, 1000, 1000, 0, x, y, across, down)
                spots.append((across.value / 1000, down.value / 1000))
        xs, ys = [x for x, _ in spots], [y for _, y in spots]
        return min(xs), min(ys), max(xs), max(ys)
