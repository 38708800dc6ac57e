"""Tables into Excel workbooks: a row at a time, and never a formula."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from service.ports.papers import Lembar, Sel

TERPANJANG = 32_767  # letters that a cell can hold
LEBAR, SEMPIT = 60, 6  # in letters
DILIHAT = 200  # rows that decide how wide a column is
RUMUS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet might take for a formula
TANGGAL, WAKTU = "[$-421]d mmmm yyyy", "[$-421]d mmmm yyyy hh.mm"
_SHEET = re.compile(r"[\[\]:*?/\\]")
_TEBAL, _KEPALA = Font(bold=True), PatternFill("solid", fgColor="EDEFF1")
_GARIS = Side(style="thin", color="B7BCC1")
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
    above = [line for line in one.judul.split("\n") if line]
    baris = iter(one.baris)
    first = list(itertools.islice(baris, DILIHAT))
    for n, width in enumerate(_widths(one.kolom, first), 1):
        sheet.column_dimensions[get_column_letter(n)].width = width
    head = len(above) + 2 if above else 1
    sheet.freeze_panes = f"A{head + 1}"
    sheet.print_title_rows = f"{head}:{head}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    for line in above:
        sheet.append([_cell(sheet, line, font=_TEBAL)])
    if above:
        sheet.append([])
    sheet.append([_cell(sheet, one, font=_TEBAL, fill=_KEPALA, border=_KOTAK) for one in one.kolom])
    for row in itertools.chain(first, baris):
        sheet.append([_cell(sheet, value, border=_KOTAK) for value in row])
    for line in ("", *one.kaki.split("\n")) if one.kaki else ():
        sheet.append([_cell(sheet, line)])


def _cell(sheet: Any, value: Sel, **style: Any) -> Any:
    cell: Any = WriteOnlyCell(sheet)
    for name, one in style.items():
        setattr(cell, name, one)
    if isinstance(value, str):
        text = ILLEGAL_CHARACTERS_RE.sub("", value)[:TERPANJANG]
        cell.value, cell.data_type = text, "s"
        if text.startswith(RUMUS):
            cell.quotePrefix = True  # also after somebody has typed in it
        if border := style.get("border"):
            cell.border, cell.alignment = border, Alignment(wrap_text=True, vertical="top")
    elif isinstance(value, datetime):
        cell.value, cell.number_format = value.replace(tzinfo=None), WAKTU
    else:
        cell.value = value
        if isinstance(value, date):
            cell.number_format = TANGGAL
    return cell


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
