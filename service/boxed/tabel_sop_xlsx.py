"""The sheets of an Excel file as tables: merged cells as spans, drawn shapes in their cells."""

from __future__ import annotations

import itertools
import warnings
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, BinaryIO

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from service.boxed import tabel_sop_bentuk
from service.boxed.paket import Paket
from service.boxed.tabel import text
from service.boxed.xlsx import STRICT, S
from service.domain.sop.impor_bentuk import Sel, Tabel

_XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_R_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
TERBANYAK, TERLEBAR = 2_000, 60  # rows and columns of one sheet; an SOP has far fewer
Tempat = tuple[int, int]


def read(paket: Paket, utama: str, file: BinaryIO) -> list[str | Tabel]:
    """Every sheet that is shown, in the order of the workbook."""
    file.seek(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl leaves out, we do not read
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
    parts = _parts(paket, utama)
    found: list[str | Tabel] = []
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            part = parts.get(sheet.title, "")
            found += _sheet(sheet, _spans(paket, part), _shapes(paket, part))
    return found


def _parts(paket: Paket, utama: str) -> dict[str, str]:
    """The part of each sheet, by its name."""
    root = paket.bagian.xml(utama)
    s = STRICT if str(root.tag).startswith(STRICT) else S
    known = {one.id: one.sasaran for one in paket.kaitan(utama) if not one.luar}
    return {
        one.get("name", ""): known.get(one.get(f"{{{_R}}}id") or one.get(f"{{{_R_STRICT}}}id"), "")
        for one in root.iter(f"{s}sheet")
    }


def _spans(paket: Paket, part: str) -> dict[Tempat, tuple[int, int]]:
    """Merged cells by their first one: how many columns and rows each covers."""
    found = dict[Tempat, tuple[int, int]]()
    if not paket.bagian.has(part):
        return found
    root = paket.bagian.xml(part)
    for one in itertools.islice(root.iter("{*}mergeCell"), TERBANYAK):
        left, top, right, low = range_boundaries(one.get("ref", ""))
        if left and top and right and low:
            found[top, left] = (
                min(right, TERLEBAR) - left + 1,
                min(low, TERBANYAK) - top + 1,
            )
    return found


def _sheet(
    sheet: Any, spans: dict[Tempat, tuple[int, int]], shapes: dict[Tempat, list[str]]
) -> Iterator[str | Tabel]:
    """One sheet, as paragraphs and tables."""
    covered = {
        (row, col)
        for (top, left), (wide, high) in spans.items()
        for row in range(top, min(top + high, TERBANYAK + 1))
        for col in range(left, min(left + wide, TERLEBAR + 1))
        if (row, col) != (top, left)
    }
    held = [
        [text(value) for value in row]
        for row in sheet.iter_rows(values_only=True, max_row=TERBANYAK, max_col=TERLEBAR)
    ]
    last = min(max(len(held), max((row for row, _ in shapes), default=0)), TERBANYAK)
    ends = (at for row in held for at, words in enumerate(row, 1) if words)
    widest = min(max([*ends, *(col for _, col in shapes)], default=0), TERLEBAR)
    rows = []
    for n in range(1, last + 1):
        cells = []
        for at in range(1, widest + 1):
            if (n, at) in covered:
                continue
            marks = shapes.get((n, at), [])
            said = held[n - 1][at - 1] if n <= len(held) and at <= len(held[n - 1]) else ""
            words = f"{said} {' '.join(marks)}".strip()
            wide, high = spans.get((n, at), (1, 1))
            cells.append(Sel(words, wide, high, lambang=bool(marks)))
        rows.append(tuple(cells))
    yield from _parted(rows)


def _parted(rows: list[tuple[Sel, ...]]) -> Iterator[str | Tabel]:
    """A sheet parted at its empty rows; a row of one cell above a table is a paragraph."""
    held: list[tuple[Sel, ...]] = []
    reach = 0  # rows that a cell above still covers
    for row in rows:
        told = [one for one in row if one.isi.strip()]
        if not told and not reach and held:
            yield Tabel(tuple(held))
            held = []
        if len(told) <= 1 and not held and not any(one.tinggi > 1 for one in told):
            yield from (one.isi for one in told)
            continue
        reach = max([reach - 1, 0, *(one.tinggi - 1 for one in told)])
        held.append(row)
    if held:
        yield Tabel(tuple(held))


def _shapes(paket: Paket, sheet: str) -> dict[Tempat, list[str]]:
    """What is drawn on a sheet, by the cell in which the middle of each shape stands."""
    found = defaultdict[Tempat, list[str]](list)
    part = paket.part(sheet, "drawing") if sheet else ""
    if not part:
        return found
    root = paket.bagian.xml(part)
    for anchor in root.iter(f"{_XDR}twoCellAnchor", f"{_XDR}oneCellAnchor"):
        start, end = anchor.find(f"{_XDR}from"), anchor.find(f"{_XDR}to")
        if start is None:
            continue
        row, col = _place(start)
        if end is not None:
            below, across = _place(end)
            row, col = (row + below) // 2, (col + across) // 2
        for shape in anchor.iter(f"{_XDR}sp"):
            form = next(shape.iter(f"{_A}prstGeom"), None)
            kind = form.get("prst", "") if form is not None else "custom"
            words = "".join(one.text or "" for one in shape.iter(f"{_A}t"))
            if mark := tabel_sop_bentuk.mark(kind, words):
                found[row, col].append(mark)
    return found


def _place(anchor: Any) -> Tempat:
    """Row and column of a corner, from 1."""
    row, col = (anchor.findtext(f"{_XDR}{one}", "0") for one in ("row", "col"))
    return int(row) + 1, int(col) + 1
