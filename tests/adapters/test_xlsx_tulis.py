from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from service.adapters.xlsx_tulis import XlsxTulis
from service.ports import Lembar
from tests.office import one_reader


def written(tmp_path: Path, *lembar: Lembar):
    return load_workbook(XlsxTulis().write(tmp_path / "buku.xlsx", lembar))


def test_a_list_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    isi = Lembar(
        "Buku agenda",
        "BERITA ACARA\nTahun 2026",
        ("Nomor", "Tanggal", "Perihal"),
        [(1, date(2026, 11, 21), "Usulan"), (2, None, "Undangan\nrapat")],
        "Mengetahui",
    )

    XlsxTulis().write(tmp_path / "buku.xlsx", [isi])

    assert one_reader().rows(tmp_path / "buku.xlsx") == [
        ["BERITA ACARA"],
        ["Tahun 2026"],
        ["Nomor", "Tanggal", "Perihal"],
        ["1", "21 November 2026", "Usulan"],
        ["2", "", "Undangan\nrapat"],
        ["Mengetahui"],
    ]


@pytest.mark.parametrize(
    "text", ["=1+1", "+62812", "-5", "@SUM(A1)", '=HYPERLINK("x")', "=cmd|' /C"]
)
def test_words_that_look_like_a_formula_stay_words(tmp_path: Path, text: str) -> None:
    sheet = written(tmp_path, Lembar("a", text, (text,), [(text,)], text)).active

    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert [cell.value for cell in cells] == [text] * 4
    assert {(cell.data_type, cell.quotePrefix) for cell in cells} == {("s", True)}


def test_what_a_sheet_cannot_hold_is_left_out_and_the_rest_is_kept(tmp_path: Path) -> None:
    sheet = written(tmp_path, Lembar("a", "", ("x",), [("a\x00b\x1b[1m",), ("z" * 40_000,)])).active

    assert sheet["A2"].value == "ab[1m"
    assert len(sheet["A3"].value) == 32_767


def test_every_sheet_has_a_name_of_its_own_that_excel_takes(tmp_path: Path) -> None:
    empty = ("", ("x",), ())
    book = written(tmp_path, *(Lembar(nama, *empty) for nama in ("a/b:c", "A-B-C", "", "n" * 60)))

    assert book.sheetnames == ["a-b-c", "A-B-C 2", "Lembar", "n" * 31]


def test_moments_are_moments_and_the_head_stays_in_view(tmp_path: Path) -> None:
    when = datetime(2026, 11, 21, 8, 5)
    sheet = written(tmp_path, Lembar("a", "Judul", ("Waktu",), [(when,)])).active

    assert sheet["A4"].value == when
    assert sheet.freeze_panes == "A4"
