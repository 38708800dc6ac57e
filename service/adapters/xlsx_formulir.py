"""An empty form as an Excel workbook: heads with notes, lists to choose from, a sheet of help."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from service.ports.papers import Blangko, LajurBlangko, Sel

TERPANJANG = 32_767  # letters that a cell can hold
LEBAR, SEMPIT = 45, 12
CONTOH = 28  # letters of a sample in one line
CATATAN = 400  # letters of a note at a head
FORMAT = {"teks": "@", "tanggal": "dd-mm-yyyy", "angka": "0"}
RUMUS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet might take for a formula
HURUF = "Calibri"
TINGGI_BARIS = 15  # of one line, in points
_TEBAL, _LUNAK = Font(HURUF, 11, bold=True), Font(HURUF, 11, italic=True, color="5A6570")
_KEPALA, _WAJIB = PatternFill("solid", fgColor="EDEFF1"), PatternFill("solid", fgColor="DCEBFA")
_GARIS = Side(style="thin", color="B7BCC1")
_KOTAK = Border(_GARIS, _GARIS, _GARIS, _GARIS)
PETUNJUK = ("Kolom", "Wajib", "Cara mengisi", "Contoh")


class XlsxFormulir:
    """The port Blanks."""

    def write(self, out: Path, blangko: Blangko) -> Path:
        book = Workbook()
        sheet: Any = book.active
        sheet.title = "Isian"
        head = _above(sheet, blangko)
        for n, one in enumerate(blangko.lajur, 1):
            _head(sheet, head, n, one)
        rows = len(blangko.baris) + blangko.kosong
        for at, row in enumerate(blangko.baris, head + 1):
            for n, value in enumerate(row, 1):
                _put(sheet.cell(at, n), value)
        _shape(sheet, blangko, head, rows)
        _lists(book, sheet, blangko, head, rows)
        _help(book, blangko)
        sheet.freeze_panes = sheet.cell(head + 1, 1)
        book.save(out)
        return out


def _above(sheet: Any, one: Blangko) -> int:
    """Title, sentences and the sample; the row of the head."""
    _put(sheet.cell(1, 1), one.judul, font=_TEBAL)
    at = 2
    for line in one.keterangan:
        _put(sheet.cell(at, 1), line, font=_LUNAK)
        at += 1
    for n, lajur in enumerate(one.lajur, 1):
        _put(sheet.cell(at, n), lajur.contoh, font=_LUNAK)
        sheet.cell(at, n).alignment = Alignment(wrap_text=True, vertical="top")
    return at + 1


def _head(sheet: Any, at: int, n: int, one: LajurBlangko) -> None:
    cell = sheet.cell(at, n)
    _put(cell, one.judul, font=_TEBAL)
    cell.fill, cell.border = _WAJIB if one.wajib else _KEPALA, _KOTAK
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    told = "\n".join(_said(one))
    if told:
        cell.comment = Comment(_plain(told)[:CATATAN], "Berkas", height=120, width=280)


def _said(one: LajurBlangko) -> Iterator[str]:
    yield "Wajib diisi." if one.wajib else "Boleh kosong."
    if one.petunjuk:
        yield one.petunjuk
    if one.contoh:
        yield f"Contoh: {one.contoh}"


def _shape(sheet: Any, one: Blangko, head: int, rows: int) -> None:
    """Each cell as what will be typed there: a number of eighteen figures stays a text."""
    lines = (_lines(lajur.contoh, max(len(lajur.judul), CONTOH)) for lajur in one.lajur)
    sheet.row_dimensions[head - 1].height = TINGGI_BARIS * min(6, max(lines, default=1))
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for n, lajur in enumerate(one.lajur, 1):
        longest = max((len(str(row[n - 1] or "")) for row in one.baris[:200]), default=0)
        sample = min(len(lajur.contoh), CONTOH)
        wide = max(len(lajur.judul) + 2, longest + 2, sample + 2, SEMPIT)
        sheet.column_dimensions[get_column_letter(n)].width = min(LEBAR, wide)
        for at in range(head + 1, head + rows + 1):
            cell = sheet.cell(at, n)
            cell.number_format, cell.border = FORMAT[lajur.jenis], _KOTAK
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def _lines(text: str, wide: int) -> int:
    return sum(max(1, -(-len(line) // wide)) for line in text.split("\n"))


def _lists(book: Any, sheet: Any, one: Blangko, head: int, rows: int) -> None:
    """Choices as lists in their cells; they stand on a sheet, so that no comma parts them."""
    chosen = [(n, lajur) for n, lajur in enumerate(one.lajur, 1) if lajur.pilihan]
    if not chosen or not rows:
        return
    other = book.create_sheet("Pilihan")
    for column, (n, lajur) in enumerate(chosen, 1):
        _put(other.cell(1, column), lajur.judul, font=_TEBAL)
        for at, kata in enumerate(lajur.pilihan, 2):
            _put(other.cell(at, column), kata)
        letter, last = get_column_letter(column), len(lajur.pilihan) + 1
        rule = DataValidation(
            "list", formula1=f"Pilihan!${letter}$2:${letter}${last}", allow_blank=not lajur.wajib
        )
        rule.error, rule.errorTitle = "Pilih dari daftar.", _plain(lajur.judul)[:30]
        here = get_column_letter(n)
        rule.add(f"{here}{head + 1}:{here}{head + rows}")
        sheet.add_data_validation(rule)


def _help(book: Any, one: Blangko) -> None:
    sheet = book.create_sheet("Petunjuk")
    for n, kata in enumerate(PETUNJUK, 1):
        _put(sheet.cell(1, n), kata, font=_TEBAL)
        sheet.column_dimensions[get_column_letter(n)].width = (28, 8, 70, 45)[n - 1]
    for at, lajur in enumerate(one.lajur, 2):
        told = " ".join(x for x in (lajur.petunjuk, _choices(lajur)) if x)
        for n, kata in enumerate((lajur.judul, "Ya" * lajur.wajib, told, lajur.contoh), 1):
            cell = sheet.cell(at, n)
            _put(cell, kata)
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def _choices(one: LajurBlangko) -> str:
    return f"Pilihan: {'; '.join(one.pilihan)}." if one.pilihan else ""


def _plain(text: str) -> str:
    return ILLEGAL_CHARACTERS_RE.sub("", text)


def _put(cell: Any, value: Sel, font: Font | None = None) -> None:
    if isinstance(value, str):
        text = _plain(value)[:TERPANJANG]
        if text:
            cell.value, cell.data_type = text, "s"
            cell.quotePrefix = text.startswith(RUMUS)
    elif isinstance(value, date | int | float):
        cell.value = value
    if font:
        cell.font = font
