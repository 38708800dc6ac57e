"""Looking for what was blackened in the copy: in its words, its pictures, and all that it holds."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

import pikepdf

from service.boxed import pdf_buka, pisah
from service.boxed.gerbang import lembar_hitam, tampak
from service.boxed.gerbang.benda import led_to
from service.boxed.gerbang.halaman import much
from service.boxed.gerbang.hitamkan import KotakDilihat, touch, within

SEBAGIAN = 0.2  # of the place of a word; programs differ on how high letters are
TITIK = 4  # dots for each point of a page, where letters are only counted
GELAP = 40  # levels; a box is as black as this or blacker, everywhere
_BOLEH = {"/Catalog", "/Pages", "/Page", "/XObject", "/Font", "/FontDescriptor", "/Metadata"}
_BOLEH |= {"/OutputIntent"}
_AKAR = {"/Type", "/Pages", "/OutputIntents", "/Metadata"}
_HALAMAN = {"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents"}


def leftovers(file: BinaryIO, kotak: Sequence[KotakDilihat]) -> tuple[int, list[str]]:
    """How many pages the copy has, and what of the blackened could be got out of it."""
    file.seek(0)
    isi = file.read()
    told = list(_structure(isi))
    paper = pdf_buka.opened(isi)
    for n in range(len(paper)):
        boxes = [one[1:] for one in kotak if one[0] == n + 1]
        with pdf_buka.page(paper, n) as one:
            if one is None:
                told.append(f"halaman {n + 1} tidak terbuka")
            elif boxes:
                told += _page(one, boxes, n + 1)
    return len(paper), told


def counted(file: BinaryIO, kotak: Sequence[KotakDilihat]) -> tuple[int, int]:
    """How many letters can be got out of a file: from under the boxes, and in all."""
    file.seek(0)
    if not pisah.is_pdf(file):
        return 0, 0
    under = every = 0
    paper = pisah.opened(file)
    for n in range(len(paper)):
        with pdf_buka.page(paper, n) as one:
            if one is None:
                continue
            width, height = (round(side * TITIK) for side in one.get_size())
            boxes = [x[1:] for x in kotak if x[0] == n + 1]
            for x0, y0, x1, y1 in tampak.letters_at(one, (width, height)):
                at, down = (x0 + x1) / 2 / width, (y0 + y1) / 2 / height
                every += 1
                under += any(a <= at <= c and b <= down <= d for a, b, c, d in boxes)
    return under, every


def _structure(isi: bytes) -> Iterator[str]:
    """Anything but pictures, words and what a page is made of."""
    if isi.count(b"startxref") != 1 or isi.count(b"%%EOF") != 1:
        yield "salinan menyimpan lebih dari satu keadaan"
    with pikepdf.open(io.BytesIO(isi)) as paper:
        if set(paper.Root.keys()) - _AKAR or set(paper.trailer.keys()) & {"/Info", "/Encrypt"}:
            yield "salinan memuat keterangan lain"
        if paper.Root.Metadata.read_bytes() != lembar_hitam.XMP:
            yield "salinan memuat keterangan XMP lain"
        if any(set(page.obj.keys()) - _HALAMAN for page in paper.pages):
            yield "halaman salinan memuat hal lain"
        if any(len(page.obj.Resources.XObject) != 1 for page in paper.pages):
            yield "halaman salinan memuat lebih dari satu gambar"
        held = led_to(paper)
        for one in paper.objects:
            if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
                if one.objgen not in held:
                    yield "salinan memuat sisa yang tidak terpakai"
                if "/Type" in one and str(one.Type) not in _BOLEH:
                    yield "salinan memuat benda lain"


def _page(one: Any, boxes: list[tuple[float, float, float, float]], n: int) -> Iterator[str]:
    page = tampak.look(one, much(one))
    width, height = page.gambar.size
    for x0, y0, x1, y1 in boxes:
        box = (x0 * width, y0 * height, x1 * width, y1 * height)
        if any(within(word.kotak, box) > SEBAGIAN for word in page.kata):
            yield f"ada tulisan di balik kotak di halaman {n}"
        inner = (round(box[0]) + 1, round(box[1]) + 1, round(box[2]) - 1, round(box[3]) - 1)
        thin = inner[0] >= inner[2] or inner[1] >= inner[3]
        if not thin and tampak.extremes(page.gambar, inner)[1] > GELAP:
            yield f"kotak di halaman {n} tidak hitam seluruhnya"


_BERARTI = re.compile(r"[0-9].*[0-9].*[0-9].*[0-9]|@|^[A-Z][^\W\d_]{3,}")
_TEPI = re.compile(r"^\W+|\W+$")


def repeated(file: BinaryIO, kotak: Sequence[KotakDilihat]) -> list[int]:
    """The pages of the file on which a name or number under a box stands outside of them too."""
    under: set[str] = set()
    outside: list[tuple[int, set[str]]] = []
    if not pisah.is_pdf(file):
        return []
    paper = pisah.opened(file)
    for n in range(len(paper)):
        boxes = [one[1:] for one in kotak if one[0] == n + 1]
        with pdf_buka.page(paper, n) as one:
            if one is None:
                continue
            page = tampak.look(one, much(one))
        width, height = page.gambar.size
        dots = [(a * width, b * height, c * width, d * height) for a, b, c, d in boxes]
        seen: set[str] = set()
        for word in page.kata:
            bare = _TEPI.sub("", word.teks)
            if _BERARTI.search(bare):
                hit = any(touch(word.kotak, box) for box in dots)
                (under if hit else seen).add(bare.casefold())
        outside.append((n + 1, seen))
    return [n for n, seen in outside if seen & under]
