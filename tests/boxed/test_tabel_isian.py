"""A filled table read out of real workbooks: formulas, merged cells, hidden rows, long numbers."""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from service.domain.refusals import Refusal
from service.domain.tabel_isian import GABUNGAN, GALAT, PANJANG, RUMUS, TabelIsian
from tests.office import one_reader


def read(path: Path) -> TabelIsian:
    return one_reader().filled_table(path)


def saved(book: Workbook, folder: Path) -> Path:
    out = folder / "isian.xlsx"
    book.save(out)
    return out


def test_rows_keep_the_numbers_a_spreadsheet_gives_them(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet["A1"], sheet["B1"] = "Nama", "Tanggal"
    sheet["A4"], sheet["B4"] = "Contoh", date(2026, 11, 23)
    sheet["A9"], sheet["B9"] = 12.0, datetime(2026, 11, 23, 8, 30)
    sheet["C9"] = "  "

    found = read(saved(book, tmp_path))

    assert [(one.nomor, one.sel) for one in found.baris] == [
        (1, ("Nama", "Tanggal")),
        (4, ("Contoh", "23 November 2026")),
        (9, ("12", "2026-11-23 08:30:00")),
    ]


def test_what_a_person_cannot_see_or_a_number_cannot_hold_is_marked(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["Nama", "NIP", "Biaya", "Hal", "Rahasia"])
    sheet.append(["Contoh", 198604292004121001, "=1+1", "#REF!", "x"])
    sheet["D2"].data_type = "e"
    sheet["A3"] = "Dua baris"
    sheet.merge_cells("A3:A4")
    sheet["B4"] = "y"
    sheet.append(["Tersembunyi"])
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["E"].hidden = True

    found = read(saved(book, tmp_path))

    odd = {one.nomor: dict(one.cacat) for one in found.baris}
    assert odd == {
        1: {},
        2: {1: PANJANG, 2: RUMUS, 3: GALAT},
        3: {0: GABUNGAN},
        4: {0: GABUNGAN},
        5: {},
    }
    assert [one.nomor for one in found.baris if one.tersembunyi] == [5]
    assert found.lajur_tersembunyi == {4}


def test_a_formula_that_was_worked_out_counts_as_its_result(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"] = "=1+1"
    plain = saved(book, tmp_path)
    out = tmp_path / "dihitung.xlsx"
    with zipfile.ZipFile(plain) as came, zipfile.ZipFile(out, "w") as went:
        for part in came.infolist():
            held = came.read(part)
            if part.filename.endswith("sheet1.xml"):
                held = re.sub(rb"<v\s*/>|<v></v>", b"<v>2</v>", held)
            went.writestr(part, held)

    (row,) = read(out).baris

    assert (row.sel, dict(row.cacat)) == (("2",), {})


def test_the_first_sheet_that_can_be_seen_is_read(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"] = "tersembunyi"
    book.active.sheet_state = "hidden"
    book.create_sheet("Isian")["A1"] = "terlihat"

    assert read(saved(book, tmp_path)).baris[0].sel == ("terlihat",)


@pytest.mark.parametrize("held", [b"", b"bukan tabel", b"PK\x03\x04rusak"])
def test_what_is_no_workbook_is_refused_in_words(tmp_path: Path, held: bytes) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(held)

    with pytest.raises(Refusal, match="tidak dapat dibuka sebagai tabel Excel"):
        read(path)


def test_a_sheet_without_end_is_refused(tmp_path: Path) -> None:
    book = Workbook()
    book.active.cell(row=6_001, column=1, value="x")
    with pytest.raises(Refusal, match="6000 baris"):
        read(saved(book, tmp_path))
    book = Workbook()
    book.active.cell(row=900_000, column=1).number_format = "@"
    book.active["A1"] = "x"
    assert len(read(saved(book, tmp_path)).baris) == 1
