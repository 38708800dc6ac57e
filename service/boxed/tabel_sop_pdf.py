"""Tables of a PDF by their ruled lines and by where each letter stands; None for a mere scan."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2.raw as mentah

from service.boxed import pdf_buka, tabel_sop_bentuk
from service.boxed.tabel_sop_garis import Bidang, Petak, tables
from service.domain.sop.impor_bentuk import Sel, Tabel

HALAMAN = 60  # pages; an SOP has a few
TIPIS = 2.5  # points; what is thinner is a line
HURUF = 20  # letters of the whole file below which it is a picture
OBJEK = 20_000  # drawn objects of one page that are looked at
LINGKAR = 250  # pieces of one outline; a longer one is a picture
Titik = tuple[float, float]
Huruf = tuple[str, Bidang | None]


def read(isi: bytes) -> list[str | Tabel] | None:
    """Lines and tables page by page, from the top down."""
    paper = pdf_buka.opened(isi)
    try:
        found: list[str | Tabel] = []
        letters = 0
        for n in range(min(len(paper), HALAMAN)):
            with pdf_buka.page(paper, n) as page:
                if page is not None:
                    told = list(_letters(page))
                    letters += sum(1 for one, _ in told if not one.isspace())
                    found += _page(told, list(_outlines(page)))
        return found if letters >= HURUF else None
    finally:
        paper.close()


def _page(told: Sequence[Huruf], outlines: Sequence[list[Titik]]) -> Iterator[str | Tabel]:
    boxes = [(_box(one), one) for one in outlines]
    lines = [box for box, _ in boxes if min(box.lebar, box.tinggi) <= TIPIS]
    held = tables(lines)
    cells = [cell for _, own in held for cell in own]
    free = list(_placed(told, cells))
    for box, points in boxes:
        if min(box.lebar, box.tinggi) > TIPIS:
            _drawn(box, points, cells)
    parts: list[tuple[float, str | Tabel]] = [
        *free,
        *((around.y1, _table(own)) for around, own in held),
    ]
    yield from (part for _, part in sorted(parts, key=lambda one: -one[0]))


def _letters(page: Any) -> Iterator[Huruf]:
    """Every letter with where it stands; blanks that PDFium puts in stand nowhere."""
    told = mentah.FPDFText_LoadPage(page.raw)
    if not told:
        return
    edges = [ctypes.c_double() for _ in range(4)]
    try:
        for n in range(mentah.FPDFText_CountChars(told)):
            code = mentah.FPDFText_GetUnicode(told, n)
            letter = "-" if code in (2, 0xFFFE) else chr(code) if 0 < code < 0x110000 else " "
            placed = mentah.FPDFText_GetCharBox(told, n, *edges)
            left, right, bottom, top = (one.value for one in edges)
            blank = letter.isspace() or not placed or right <= left
            yield letter, None if blank else Bidang(left, bottom, right, top)
    finally:
        mentah.FPDFText_ClosePage(told)


def _outlines(page: Any) -> Iterator[list[Titik]]:
    """Every outline that is drawn on the page, as its corners."""
    for n in range(min(mentah.FPDFPage_CountObjects(page.raw), OBJEK)):
        one = mentah.FPDFPage_GetObject(page.raw, n)
        if mentah.FPDFPageObj_GetType(one) != mentah.FPDF_PAGEOBJ_PATH:
            continue
        matrix = mentah.FS_MATRIX()
        mentah.FPDFPageObj_GetMatrix(one, matrix)
        outline: list[Titik] = []
        for m in range(min(mentah.FPDFPath_CountSegments(one), OBJEK)):
            piece = mentah.FPDFPath_GetPathSegment(one, m)
            x, y = ctypes.c_float(), ctypes.c_float()
            mentah.FPDFPathSegment_GetPoint(piece, x, y)
            if mentah.FPDFPathSegment_GetType(piece) == mentah.FPDF_SEGMENT_MOVETO and outline:
                yield outline
                outline = []
            outline.append(
                (
                    matrix.a * x.value + matrix.c * y.value + matrix.e,
                    matrix.b * x.value + matrix.d * y.value + matrix.f,
                )
            )
        if len(outline) > 1:
            yield outline


def _box(points: Sequence[Titik]) -> Bidang:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Bidang(min(xs), min(ys), max(xs), max(ys))


def _placed(told: Sequence[Huruf], cells: Sequence[Petak]) -> Iterator[tuple[float, str]]:
    """Put each letter into its cell; what stands in none comes back line by line."""
    line, y, last = list[str](), 0.0, None
    for letter, box in told:
        if box is None:
            if isinstance(last, Petak):
                last.isi.append(" ")
            elif line:
                line.append(" ")
            continue
        cell = next((one for one in cells if one.bidang.holds(*box.tengah)), None)
        if cell is not None:
            if cell.y is not None and abs(cell.y - box.y0) > max(4.0, box.tinggi * 0.7):
                cell.isi.append("\n")
            cell.y = box.y0
            cell.isi.append(letter)
        else:
            if line and abs(y - box.y0) > max(4.0, box.tinggi):
                yield y, "".join(line).strip()
                line = []
            if not line:
                y = box.y0
            line.append(letter)
        last = cell
    if line:
        yield y, "".join(line).strip()


def _drawn(box: Bidang, points: Sequence[Titik], cells: Sequence[Petak]) -> None:
    """A shape that stands in a cell is its mark; what fills the cell is only its colour."""
    if box.lebar < 8 or box.tinggi < 5 or len(points) > LINGKAR:
        return
    cell = next((one for one in cells if one.bidang.holds(*box.tengah)), None)
    if cell is None or box.lebar > cell.bidang.lebar * 0.95 or box.tinggi > cell.bidang.tinggi:
        return
    corners = list(dict.fromkeys((round(x), round(y)) for x, y in points))
    slanted = all(a[0] != b[0] and a[1] != b[1] for a, b in itertools.pairwise(corners))
    mark = tabel_sop_bentuk.BELAH if len(corners) == 4 and slanted else tabel_sop_bentuk.KOTAK
    if mark not in cell.tanda:
        cell.tanda.append(mark)


def _table(cells: Sequence[Petak]) -> Tabel:
    rows: dict[int, list[Sel]] = {}
    for cell in cells:
        words = "\n".join(" ".join(one.split()) for one in "".join(cell.isi).split("\n")).strip()
        told = f"{words} {' '.join(cell.tanda)}".strip()
        rows.setdefault(cell.baris, []).append(
            Sel(told, cell.lebar, cell.tinggi, lambang=bool(cell.tanda))
        )
    last = max(rows, default=-1)
    return Tabel(tuple(tuple(rows.get(n, ())) for n in range(last + 1)))
