"""A list that goes back to its unit, as a workbook: faults marked, told and counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from service.domain.daftar_unit.hasil import BERAT, RINGAN
from service.domain.daftar_unit.kembali import KOLOM_SALAH, LEMBAR_SALAH, BukuKembali, SelKembali

TERPANJANG = 32_767  # letters that a cell can hold
RUMUS = ("=", "+", "-", "@", "\t", "\r", "\n")  # what a spreadsheet might take for a formula
CATATAN_TERBANYAK = 5_000  # comments; with more of them a workbook opens slowly or not at all
CATATAN = 800  # letters of a comment
SALAH_TERBANYAK = 200_000  # lines of the list of faults
LEBAR, SEMPIT = 45, 8
DILIHAT = 200  # rows that decide how wide a column is
TERLARANG = str.maketrans(dict.fromkeys("[]:*?/\\", "-"))
_TEBAL = Font(bold=True)
_KEPALA = PatternFill("solid", fgColor="EDEFF1")
_WARNA = {
    BERAT: PatternFill("solid", fgColor="F8CFC9"),
    RINGAN: PatternFill("solid", fgColor="FFF1C2"),
}
_GARIS, _TEGAS = Side(style="thin", color="B7BCC1"), Side(style="medium", color="8A1C0E")
_KOTAK = Border(_GARIS, _GARIS, _GARIS, _GARIS)
# A colour alone says nothing to who cannot tell it, nor on paper.
_TEPI = {BERAT: Border(_TEGAS, _TEGAS, _TEGAS, _TEGAS), RINGAN: _KOTAK}
_BUNGKUS = Alignment(wrap_text=True, vertical="top")
_LEBAR_SALAH = (6, 12, 12, 30, 40, 70, 18)


class XlsxKembali:
    """The port Returns."""

    def write(self, out: Path, buku: BukuKembali) -> Path:
        book = Workbook(write_only=True)
        _rows(book, buku)
        _faults(book, buku)
        book.save(out)
        return out


def _rows(book: Any, buku: BukuKembali) -> None:
    sheet = book.create_sheet(_name(buku.lembar))
    many = max((len(one) for one in buku.kepala), default=1)
    for n in range(many):
        letter = get_column_letter(n + 1)
        sheet.column_dimensions[letter].width = _wide(buku, n, last=n == many - 1)
    sheet.freeze_panes = f"A{len(buku.kepala) + 1}"
    _landscape(sheet)
    for row in buku.kepala:
        sheet.append([_cell(sheet, text, font=_TEBAL, fill=_KEPALA, border=_KOTAK) for text in row])
    left = CATATAN_TERBANYAK
    for cells in buku.baris:
        marked = []
        for one in cells:
            cell = _marked(sheet, one)
            if one.catatan and left > 0:
                cell.comment = Comment(_plain(one.catatan)[:CATATAN], "Berkas", 110, 300)
                left -= 1
            marked.append(cell)
        sheet.append(marked)


def _faults(book: Any, buku: BukuKembali) -> None:
    sheet = book.create_sheet(LEMBAR_SALAH)
    for n, width in enumerate(_LEBAR_SALAH, 1):
        sheet.column_dimensions[get_column_letter(n)].width = width
    told = list(buku.jumlah)
    marks = sum(1 for row in buku.baris for one in row if one.catatan)
    if marks > CATATAN_TERBANYAK:
        told.append(
            f"Komentar hanya dipasang pada {CATATAN_TERBANYAK} sel pertama; selebihnya berwarna, "
            "dan sebabnya ada di kolom terakhir dan di lembar ini."
        )
    if len(buku.salah) > SALAH_TERBANYAK:
        told.append(f"Lembar ini memuat {SALAH_TERBANYAK} hal pertama.")
    sheet.freeze_panes = f"A{len(told) + 3}"
    _landscape(sheet)
    for line in told:
        sheet.append([_cell(sheet, line, font=_TEBAL, wrap=False)])
    sheet.append([])
    sheet.append(_line(sheet, KOLOM_SALAH, font=_TEBAL, fill=_KEPALA))
    for row in buku.salah[:SALAH_TERBANYAK]:
        sheet.append(_line(sheet, row))


def _landscape(sheet: Any) -> None:
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _line(sheet: Any, row: Iterable[str], **style: Any) -> list[Any]:
    return [_cell(sheet, text, border=_KOTAK, **style) for text in row]


def _marked(sheet: Any, one: SelKembali) -> Any:
    if not one.bobot:
        return _cell(sheet, one.teks, border=_KOTAK)
    return _cell(sheet, one.teks, fill=_WARNA[one.bobot], border=_TEPI[one.bobot])


def _cell(sheet: Any, text: str, *, wrap: bool = True, **style: Any) -> Any:
    """A cell that holds words and never a formula, whatever they begin with."""
    cell: Any = WriteOnlyCell(sheet)
    for name, one in style.items():
        setattr(cell, name, one)
    if wrap:
        cell.alignment = _BUNGKUS
    if plain := _plain(text)[:TERPANJANG]:
        cell.value, cell.data_type = plain, "s"
        if plain.startswith(RUMUS):
            cell.quotePrefix = True  # also after somebody has typed in it
    return cell


def _plain(text: str) -> str:
    return ILLEGAL_CHARACTERS_RE.sub("", text)


def _name(nama: str) -> str:
    """A name that a sheet may have, and the list of faults has not."""
    plain = _plain(nama).translate(TERLARANG).strip(" '")[:31] or "Daftar"
    return plain if plain.lower() != LEMBAR_SALAH.lower() else "Daftar"


def _wide(buku: BukuKembali, n: int, *, last: bool) -> int:
    if last:
        return LEBAR
    words = [row[n] for row in buku.kepala if n < len(row)]
    longest = max((_longest(one) // 2 for one in words), default=SEMPIT)
    seen: Sequence[Sequence[SelKembali]] = buku.baris[:DILIHAT]
    held = max((_longest(row[n].teks) for row in seen if n < len(row)), default=SEMPIT)
    return max(SEMPIT, min(LEBAR, max(longest, held) + 2))


def _longest(text: str) -> int:
    return max((len(line) for line in text.split("\n")), default=0)
