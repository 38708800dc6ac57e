from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from service.adapters.xlsx_tulis import XlsxTulis
from service.ports import Lembar
from service.ports.papers import Diagram
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


def test_bars_stand_below_the_table_and_are_told_apart_without_colour(tmp_path: Path) -> None:
    rows = [("Satu", 3, 1), ("=Dua", 5, 2)]
    bars = Diagram("Banyaknya", "Kali", (2, 3))
    book = written(
        tmp_path, Lembar("a", "Judul", ("Langkah", "Kali", "Kembali"), rows, "Kaki", (bars,))
    )
    [chart] = book.active._charts

    assert [one.val.numRef.f for one in chart.series] == ["'a'!$B$4:$B$5", "'a'!$C$4:$C$5"]
    assert [one.cat.numRef.f for one in chart.series] == ["'a'!$A$4:$A$5"] * 2
    looks = [one.graphicalProperties for one in chart.series]
    assert (looks[0].solidFill.srgbClr, looks[1].pattFill.prst) == ("0B4F8A", "wdUpDiag")
    assert chart.anchor._from.row > 7
    assert book.active["A5"].quotePrefix


def test_a_row_of_many_words_above_bars_is_as_high_as_they_need(tmp_path: Path) -> None:
    bars = Diagram("Banyaknya", "Kali", (2,))
    rows = [("kata " * 40, 1), ("satu", 2)]
    book = written(tmp_path, Lembar("a", "", ("Langkah", "Kali"), rows, diagram=(bars,)))

    assert book.active.row_dimensions[2].height == 15 * 4
    assert book.active.row_dimensions[3].height is None


def test_two_sets_of_bars_stand_beside_each_other(tmp_path: Path) -> None:
    bars = (Diagram("Satu", "Kali", (2,)), Diagram("Dua", "Kali", (2,)))
    kolom = ("Langkah", "Kali")
    first, second = written(
        tmp_path, Lembar("a", "", kolom, [("satu", 1)], diagram=bars)
    ).active._charts

    assert first.anchor._from.row == second.anchor._from.row
    assert second.anchor._from.col > 8
