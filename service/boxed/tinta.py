"""The pages of a scan held against the print that went out: codes, fineness, and ink."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from PIL import Image, ImageStat

from service.boxed import gambar_buka, pdf_buka, qr, rupa
from service.boxed.gagal import Berhenti
from service.boxed.letak_cetak import side
from service.boxed.pindaian import scanned_at
from service.boxed.pisah import blank, is_pdf, opened
from service.boxed.qr import KITA
from service.boxed.tinta_tempat import INCI_KODE, Tempat, ink

WAKTU = 6.0  # seconds of processor for one errand; the next goes on where this one ends
TERHALUS = 220  # dpi at which a scan is looked at; finer costs time and shows no more
TERPANJANG = 3_600  # pixels of the longer side of a photograph
HITAM = 50  # of 255; a page as dark as this is none


def pages(
    file: BinaryIO, cetakan: BinaryIO, dari: int, tempat: Sequence[Tempat]
) -> list[dict[str, Any]]:
    """What the pages from `dari` are, as many as one errand has time for; [] behind the last."""
    until = time.process_time() + WAKTU
    told = []
    for page in _pages(file, dari):
        told.append(_seen(page, cetakan, tempat))
        if time.process_time() > until:
            break
    return told


def _pages(file: BinaryIO, dari: int) -> Iterator[Image.Image | None]:
    yield from _of_pdf(file, dari) if is_pdf(file) else _of_picture(file, dari)


def _of_pdf(file: BinaryIO, dari: int) -> Iterator[Image.Image | None]:
    paper = opened(file)
    for n in range(dari - 1, len(paper)):
        with pdf_buka.page(paper, n) as one:
            yield _drawn(one)
    paper.close()


def _drawn(one: Any) -> Image.Image | None:
    if one is None:
        return None
    try:
        width, _ = one.get_size()
        dpi = min(scanned_at(one), TERHALUS)
        wide = max(1, min(rupa.TERLEBAR, round(width * dpi / 72)))
        return rupa.drawn(one, rupa.scale(one, wide), grey=True)
    except Berhenti:
        return None


def _of_picture(file: BinaryIO, dari: int) -> Iterator[Image.Image | None]:
    picture = gambar_buka.opened(file)
    many = int(getattr(picture, "n_frames", 1)) if picture.format == "TIFF" else 1
    for n in range(dari, many + 1):
        try:
            grey = gambar_buka.frame(file, n).convert("L")
        except Berhenti:
            yield None
            continue
        if max(grey.size) > TERPANJANG:
            grey.thumbnail((TERPANJANG, TERPANJANG), Image.Resampling.BICUBIC, reducing_gap=2.0)
        yield grey


def _seen(page: Image.Image | None, cetakan: BinaryIO, tempat: Sequence[Tempat]) -> dict[str, Any]:
    if page is None:
        return {"kode": [], "kabur": False, "dpi": 0, "kosong": False, "gelap": True, "tinta": []}
    codes, dim = qr.placed(page)
    ours = [one for one in codes if KITA.search(one.teks)]
    return {
        "kode": [one.teks for one in codes],
        "kabur": dim,
        "dpi": round(min(map(side, ours)) / INCI_KODE) if ours else 0,
        "kosong": not codes and not dim and blank(page),
        "gelap": not codes and ImageStat.Stat(page.reduce(8)).mean[0] < HITAM,
        "tinta": ink(page, ours[0], cetakan, tempat) if len(ours) == 1 else [],
    }
