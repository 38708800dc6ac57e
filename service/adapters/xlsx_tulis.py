"""Tables into Excel workbooks: a row at a time, and never a formula."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.chart import BarChart, Reference
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from service.ports.papers import Diagram, Lembar, Sel

TERPANJANG = 32_767  # letters that a cell can hold
LEBAR, SEMPIT = 60, 6  # in letters
TINGGI_BARIS = 15  # of one line, in points
DILIHAT = 200  # rows that decide how wide a column is
RUMUS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet might take for a formula
FORMAT = {"tanggal": "[$-421]d mmmm yyyy", "waktu": "[$-421]d mmmm yyyy hh.mm"}
_SHEET = re.compile(r"[\[\]:*?/\\]")
_TEBAL, _KEPALA = Font(bold=True), PatternFill("solid", fgColor="EDEFF1")
_GARIS = Side(style="thin", color="B7BCC1")
# Bars that are told apart in black and white, too: a colour, and a pattern in it.
_CORAK: tuple[tuple[str, Literal["", "ltUpDiag", "wdUpDiag", "pct25"]], ...] = (
    ("0B4F8A", ""),
    ("FFFFFF", "wdUpDiag"),
    ("C4CAD0", ""),
    ("DCEBFA", "pct25"),
    ("FFFFFF", "ltUpDiag"),
)
_HITAM = "16202A"
DIAGRAM_CM = (20.0, 7.5)
HURUF_CM, KOLOM_CM = 0.2, 1.7  # of a letter, and of a column that has no width of its own
_KOTAK = Border(_GARIS, _GARIS, _GARIS, _GARIS)


class XlsxTulis:
    """The port Workbooks."""

    def write(self, out: Path, lembar: Sequence[Lembar]) -> Path:
        book = Workbook(write_only=True)
        names: set[str] = set()
        for one in lembar:
            _sheet(book, _name(one.nama, names), one)
        book.save(out)
        return out


def _sheet(book: Any, nama: str, one: Lembar) -> None:
    sheet = book.create_sheet(nama)
    cell = _Tulis(sheet).cell
    above = [line for line in one.judul.split("\n") if line]
    baris = iter(one.baris)
    first = list(itertools.islice(baris, DILIHAT))
    widths = list(_widths(one.kolom, first))
    for n, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(n)].width = width
    head = len(above) + 2 if above else 1
    sheet.freeze_panes = f"A{head + 1}"
    sheet.print_title_rows = f"{head}:{head}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    for line in above:
        sheet.append([cell(line, font=_TEBAL)])
    if above:
        sheet.append([])
    sheet.append([cell(one, font=_TEBAL, fill=_KEPALA, border=_KOTAK) for one in one.kolom])
    last = head
    for row in itertools.chain(first, baris):
        last += 1
        if one.diagram and (many := _lines(row, widths)) > 1:
            # LibreOffice makes rows no higher by itself on a sheet that carries a picture.
            sheet.row_dimensions[last].height = TINGGI_BARIS * many
        sheet.append([cell(value, border=_KOTAK) for value in row])
    for line in ("", *one.kaki.split("\n")) if one.kaki else ():
        sheet.append([cell(line)])
    below = last + 3 + (1 + len(one.kaki.split("\n")) if one.kaki else 0)
    for n, diagram in enumerate(one.diagram):
        column = get_column_letter(_column_at(widths, n * (DIAGRAM_CM[0] + 0.5)))
        sheet.add_chart(_chart(sheet, diagram, head, last), f"{column}{below}")


def _column_at(widths: Sequence[int], cm: float) -> int:
    """The first column that begins no nearer to the left edge."""
    column, at = 1, 0.0
    while at < cm:
        at += widths[column - 1] * HURUF_CM if column <= len(widths) else KOLOM_CM
        column += 1
    return column


def _lines(row: Sequence[Sel], widths: Sequence[int]) -> int:
    """How many lines the longest cell of a row takes."""
    cells = zip(row, widths, strict=False)
    return max((math.ceil(_length(one) / (0.95 * width)) for one, width in cells), default=1)


def _chart(sheet: Any, one: Diagram, head: int, last: int) -> Any:
    """Bars over the rows of the table."""
    chart: Any = BarChart()
    chart.title, chart.y_axis.title = one.judul, one.satuan
    chart.width, chart.height = DIAGRAM_CM
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.legend.position = "b"
    for n in one.seri:
        chart.add_data(Reference(sheet, n, head, n, last), titles_from_data=True)
    chart.set_categories(Reference(sheet, one.kategori, head + 1, one.kategori, last))
    for series, (colour, pattern) in zip(chart.series, itertools.cycle(_CORAK), strict=False):
        look: Any = GraphicalProperties(solidFill=None if pattern else colour)
        if pattern:
            ink, ground = _ink(_HITAM), _ink(colour)
            look.pattFill = PatternFillProperties(pattern, fgClr=ink, bgClr=ground)
        look.line.solidFill = _HITAM
        series.graphicalProperties = look
    return chart


def _ink(colour: str) -> Any:
    found: Any = ColorChoice()
    found.srgbClr = colour
    return found


class _Tulis:
    """Cells of one sheet. A look is worked out once and shared: openpyxl takes long over each."""

    def __init__(self, sheet: Any) -> None:
        self._sheet, self._looks = sheet, dict[tuple[str, ...], Any]()

    def cell(self, value: Sel, **style: Any) -> Any:
        """A value in a look; the same names of a look mean the same look within a sheet."""
        cell: Any = WriteOnlyCell(self._sheet)
        if isinstance(value, str):
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:TERPANJANG]
            cell.data_type = "s"
        elif isinstance(value, datetime):
            cell.value = value.replace(tzinfo=None)
        else:
            cell.value = value
        look = (_kind(value), *style)
        if look not in self._looks:
            _dress(cell, look[0], style)
            self._looks[look] = cell._style
        cell._style = self._looks[look]
        return cell


def _kind(value: Sel) -> str:
    if isinstance(value, str):
        return "rumus" if ILLEGAL_CHARACTERS_RE.sub("", value).startswith(RUMUS) else "teks"
    if isinstance(value, datetime):
        return "waktu"
    return "tanggal" if isinstance(value, date) else "angka"


def _dress(cell: Any, kind: str, style: dict[str, Any]) -> None:
    for name, one in style.items():
        setattr(cell, name, one)
    if kind == "rumus":
        cell.quotePrefix = True  # also after somebody has typed in it
    if kind in ("rumus", "teks") and "border" in style:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    if kind in ("tanggal", "angka") and "border" in style:
        cell.alignment = Alignment(vertical="top")
    if kind in FORMAT:
        cell.number_format = FORMAT[kind]


def _name(nama: str, names: set[str]) -> str:
    """A name that a sheet may have, and no other sheet has."""
    plain = _SHEET.sub("-", ILLEGAL_CHARACTERS_RE.sub("", nama)).strip(" '") or "Lembar"
    tries = (plain[:31], *(f"{plain[:27]} {n}" for n in range(2, 999)))
    found = next(one for one in tries if one.lower() not in names)
    names.add(found.lower())
    return found


def _widths(kolom: Sequence[str], baris: Iterable[Sequence[Sel]]) -> Iterator[int]:
    longest = [len(one) for one in kolom]
    for row in baris:
        for n, value in enumerate(row[: len(longest)]):
            longest[n] = max(longest[n], _length(value))
    return (max(SEMPIT, min(LEBAR, one + 2)) for one in longest)


def _length(value: Sel) -> int:
    if isinstance(value, datetime):
        return 24
    if isinstance(value, date):
        return 17
    return max((len(line) for line in str(value or "").split("\n")), default=0)
