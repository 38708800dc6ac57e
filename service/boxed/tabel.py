"""Tables out of Excel workbooks, as text, inside limits."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import BinaryIO

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from service.boxed.arsip import opened
from service.boxed.bagian import Bagian
from service.boxed.gagal import RUSAK, Berhenti
from service.domain.batas import Batas
from service.domain.tanggal import panjang

BATAS_BARIS = 20_000
BATAS_LAJUR = 60
BATAS_ISI = 200_000_000  # bytes, unpacked
BUKAN = (
    "File ini tidak dapat dibuka sebagai tabel Excel (.xlsx); mungkin rusak, terkunci sandi, "
    "atau berformat lain. Simpan ulang sebagai .xlsx tanpa sandi."
)
MELEBIHI = "Tabel ini melebihi batas {}. Bagi menjadi beberapa file, lalu kirim ulang."


class _TerlaluBanyak(Exception):
    """More rows than a list of an office has."""


def rows(file: BinaryIO) -> list[list[str]] | str:
    """The cells of the first sheet, as text; or the sentence that says why there are none."""
    try:
        arsip = opened(file, Batas())
        if sum(one.file_size for one in arsip.members) > BATAS_ISI:
            return MELEBIHI.format(f"{BATAS_ISI // 1_000_000} MB isi")
        Bagian(arsip)
        file.seek(0)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl leaves out, we do not read
            return list(_rows(file))
    except _TerlaluBanyak:
        return MELEBIHI.format(f"{BATAS_BARIS} baris")
    except (*RUSAK, Berhenti, InvalidFileException):
        return BUKAN


def _rows(file: BinaryIO) -> Iterator[list[str]]:
    workbook = load_workbook(file, read_only=True, data_only=True, keep_links=False)
    sheet = workbook.worksheets[0]
    for row in sheet.iter_rows(values_only=True, max_row=BATAS_BARIS + 1, max_col=BATAS_LAJUR):
        cells = [text(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            yield cells
    # Asked after the walk: a sheet's own word on its size is often wrong.
    if (sheet.max_row or 0) > BATAS_BARIS:
        raise _TerlaluBanyak


def text(value: object) -> str:
    """A cell as an officer sees it."""
    if value is None:
        return ""
    if isinstance(value, datetime) and value.time() == time():
        return panjang(value.date())
    if isinstance(value, date) and not isinstance(value, datetime):
        return panjang(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
