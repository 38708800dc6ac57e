"""Tables out of Excel workbooks, as text, inside limits."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from service.domain.refusals import Refusal
from service.domain.tanggal import panjang

BATAS_BARIS = 20_000
BATAS_LAJUR = 60
BATAS_ISI = 200_000_000  # bytes, unpacked
BROKEN = (KeyError, ValueError, OSError, EOFError, SyntaxError, TypeError, AttributeError)


class TabelTerlaluBesar(Refusal):
    """The workbook is larger than a list of an office can be."""

    def __init__(self, batas: str) -> None:
        super().__init__(
            f"Tabel ini melebihi batas {batas}. Bagi menjadi beberapa file, lalu kirim ulang."
        )


class BukanTabel(Refusal):
    """The file does not open as a workbook."""

    def __init__(self) -> None:
        super().__init__(
            "File ini tidak dapat dibuka sebagai tabel Excel (.xlsx); mungkin rusak, terkunci "
            "sandi, atau berformat lain. Simpan ulang sebagai .xlsx tanpa sandi."
        )


class Xlsx:
    """The port Sheets: read-only, values instead of formulas."""

    def rows(self, path: Path) -> list[list[str]]:
        _weigh(path)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # what openpyxl leaves out, we do not read
                return list(_rows(path))
        except (*BROKEN, InvalidFileException, zipfile.BadZipFile) as broken:
            raise BukanTabel from broken


def _weigh(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as packed:
            weight = sum(member.file_size for member in packed.infolist())
    except (zipfile.BadZipFile, OSError) as broken:
        raise BukanTabel from broken
    if weight > BATAS_ISI:
        raise TabelTerlaluBesar(f"{BATAS_ISI // 1_000_000} MB isi")


def _rows(path: Path) -> Iterator[list[str]]:
    workbook = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    try:
        sheet = workbook.worksheets[0]
        for row in sheet.iter_rows(values_only=True, max_row=BATAS_BARIS + 1, max_col=BATAS_LAJUR):
            cells = [_text(value) for value in row]
            while cells and not cells[-1]:
                cells.pop()
            if cells:
                yield cells
        # Asked after the walk: a sheet's own word on its size is often wrong.
        if (sheet.max_row or 0) > BATAS_BARIS:
            raise TabelTerlaluBesar(f"{BATAS_BARIS} baris")
    finally:
        workbook.close()


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime) and value.time() == time():
        return panjang(value.date())
    if isinstance(value, date) and not isinstance(value, datetime):
        return panjang(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
