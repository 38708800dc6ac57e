"""A table that people filled in, with what a spreadsheet hides: formulas, merged cells, rows."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import Any, BinaryIO

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from service.boxed.arsip import opened
from service.boxed.bagian import Bagian
from service.boxed.gagal import RUSAK, Berhenti
from service.boxed.tabel import BUKAN, MELEBIHI, text
from service.domain.batas import Batas
from service.domain.tabel_isian import GABUNGAN, GALAT, PANJANG, RUMUS

BATAS_BARIS = 6_000
BATAS_LAJUR = 80
BATAS_ISI = 20_000_000  # bytes, unpacked: each cell becomes an object of its own
BATAS_GABUNGAN = 5_000
TEPAT = 10**15  # from here on a spreadsheet no longer keeps every digit

Told = dict[str, Any]


def told(file: BinaryIO) -> Told | str:
    """The first sheet that can be seen; or the sentence that says why there is none."""
    try:
        arsip = opened(file, Batas())
        if sum(one.file_size for one in arsip.members) > BATAS_ISI:
            return MELEBIHI.format(f"{BATAS_ISI // 1_000_000} MB isi")
        Bagian(arsip)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl leaves out, we do not read
            return _told(file)
    except (*RUSAK, Berhenti, InvalidFileException):
        return BUKAN


def _told(file: BinaryIO) -> Told | str:
    sheet = _first(file, data_only=True)
    if sheet.max_row > BATAS_BARIS:
        last = max((n for (n, _), one in sheet._cells.items() if one.value is not None), default=0)
        if last > BATAS_BARIS:
            return MELEBIHI.format(f"{BATAS_BARIS} baris")
    odd = _merged(sheet) | dict.fromkeys(_uncounted(file, sheet), RUMUS)
    return {
        "baris": list(_rows(sheet, odd)),
        "lajur": [n for n in range(BATAS_LAJUR) if _hidden_column(sheet, n + 1)],
    }


def _first(file: BinaryIO, *, data_only: bool) -> Any:
    file.seek(0)
    book = load_workbook(file, data_only=data_only, keep_links=False)
    seen = [one for one in book.worksheets if one.sheet_state == "visible"]
    return (seen or book.worksheets)[0]


def _rows(sheet: Any, odd: dict[tuple[int, int], str]) -> Iterator[list[Any]]:
    most = min(sheet.max_row, BATAS_BARIS)
    for row in sheet.iter_rows(max_row=most, max_col=BATAS_LAJUR):
        cells = [text(one.value) for one in row]
        faults = {n: kode for n, one in enumerate(row) if (kode := _odd(one, odd))}
        while cells and not cells[-1]:
            cells.pop()
        if cells or faults:
            n = row[0].row
            hidden = n in sheet.row_dimensions and bool(sheet.row_dimensions[n].hidden)
            yield [n, hidden, cells, sorted(faults.items())]


def _odd(cell: Any, odd: dict[tuple[int, int], str]) -> str:
    found = odd.get((cell.row, cell.column), "")
    if found:
        return found
    if cell.data_type == "e":
        return GALAT
    value = cell.value
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return PANJANG if number and abs(value) >= TEPAT else ""


def _merged(sheet: Any) -> dict[tuple[int, int], str]:
    """Every cell of a range in which cells were made one."""
    found = dict[tuple[int, int], str]()
    for one in list(sheet.merged_cells.ranges)[:BATAS_GABUNGAN]:
        for row in range(one.min_row, min(one.max_row, BATAS_BARIS, one.min_row + 999) + 1):
            for column in range(one.min_col, min(one.max_col, BATAS_LAJUR) + 1):
                found[row, column] = GABUNGAN
        if len(found) > BATAS_BARIS * BATAS_LAJUR:
            break
    return found


def _uncounted(file: BinaryIO, counted: Any) -> Iterator[tuple[int, int]]:
    """Formulas whose result nobody has worked out and saved."""
    for (row, column), cell in _first(file, data_only=False)._cells.items():
        if cell.data_type == "f" and counted._cells[row, column].value is None:
            yield row, column


def _hidden_column(sheet: Any, n: int) -> bool:
    for one in sheet.column_dimensions.values():
        if one.hidden and (one.min or 0) <= n <= (one.max or 0):
            return True
    return False
