"""A list that goes back: opened as an office opens it, each fault at its cell."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from service.adapters.xlsx_kembali import CATATAN_TERBANYAK, XlsxKembali
from service.domain.daftar_unit import baca
from service.domain.daftar_unit.kembali import LEMBAR_SALAH, BukuKembali, SelKembali, returned
from tests.domain.daftar_unit.contoh import BERKALA, KEPALA, line, sheet, waktu


def written(tmp_path: Path, rows: list[list[str]], *, semua: bool = False) -> Any:
    one = sheet(rows)
    buku = returned(one, baca.read([one], waktu), semua=semua)
    return load_workbook(XlsxKembali().write(tmp_path / "kembali.xlsx", buku))


def cells(page: Any) -> list[list[str]]:
    return [[str(x or "") for x in row] for row in page.iter_rows(values_only=True)]


def test_each_fault_is_marked_at_its_cell_with_a_comment_and_a_colour(tmp_path: Path) -> None:
    rows = [KEPALA, BERKALA, line("Profil"), line("Laporan", "2", penguasa="", bentuk="-")]

    book = written(tmp_path, rows)

    page = book["Data"]
    assert cells(page)[0][:9] == [*KEPALA, "Baris asal", LEMBAR_SALAH]
    assert cells(page)[1][:2] == ["", "Informasi Berkala"]
    assert cells(page)[2][:8] == [*line("Laporan", "2", penguasa="", bentuk="-"), "4"]
    noted = [one.coordinate for row in page.iter_rows() for one in row if one.comment]
    assert noted == ["C3", "F3"]
    assert page["C3"].comment.text.startswith("Pejabat/Unit/Satuan Kerja")
    assert page["C3"].fill.fgColor.rgb != page["B3"].fill.fgColor.rgb


def test_a_sheet_of_its_own_lists_every_fault_and_counts_them(tmp_path: Path) -> None:
    rows = [KEPALA, BERKALA, line("Profil"), line("Laporan", "2", penguasa="", bentuk="-")]

    told = cells(written(tmp_path, rows)[LEMBAR_SALAH])

    assert [row[0] for row in told[:3]] == [
        "2 baris dibaca dari lembar 'Data': 1 diterima, 1 dikembalikan.",
        "2 hal harus diperbaiki, 0 sebaiknya dilihat.",
        "File ini hanya memuat baris yang dikembalikan; yang diterima tidak perlu dikirim lagi.",
    ]
    assert told[5][:5] == ["1", "C3", "C4", KEPALA[2], ""]
    assert told[6][:5] == ["2", "F3", "F4", KEPALA[5], "-"]
    assert told[6][6] == "Harus diperbaiki"


@pytest.mark.parametrize("text", ["=1+1", "+62", "-5 hari", "@SUM(A1)", '=HYPERLINK("http://x")'])
def test_no_word_of_a_unit_becomes_a_formula(tmp_path: Path, text: str) -> None:
    book = written(tmp_path, [KEPALA, BERKALA, line(text, penguasa="")])

    held = [one for page in book for row in page.iter_rows() for one in row if one.value]
    assert text in {one.value for one in held}
    assert {one.data_type for one in held} == {"s"}
    assert all(one.quotePrefix for one in held if one.value.startswith(text[0]))
    with zipfile.ZipFile(tmp_path / "kembali.xlsx") as packed:
        sheets = [packed.read(one) for one in packed.namelist() if "worksheets/sheet" in one]
    assert not any(b"<f>" in one or b"<f " in one for one in sheets)


def test_all_rows_go_back_where_they_are_asked_for(tmp_path: Path) -> None:
    rows = [KEPALA, BERKALA, line("Profil"), line("Laporan", "2", penguasa="")]

    page = written(tmp_path, rows, semua=True)["Data"]

    assert [row[1] for row in cells(page)[1:]] == ["Informasi Berkala", "Profil", "Laporan"]


def test_control_characters_and_odd_names_spoil_no_workbook(tmp_path: Path) -> None:
    cell = SelKembali("a\x00b" + "z" * 40_000, "sebab\x1b", "berat")
    buku = BukuKembali("Yang perlu diperbaiki", (("x",),), [[cell]], [("1",) * 7], ("jumlah",))

    book = load_workbook(XlsxKembali().write(tmp_path / "x.xlsx", buku))

    assert book.sheetnames == ["Daftar", LEMBAR_SALAH]
    assert len(book["Daftar"]["A2"].value) == 32_767
    assert book["Daftar"]["A2"].comment.text == "sebab"


def test_more_faults_than_a_workbook_bears_are_coloured_and_listed(tmp_path: Path) -> None:
    rows = [[SelKembali("x", "sebab", "berat")] for _ in range(CATATAN_TERBANYAK + 3)]
    buku = BukuKembali("Data", (("x",),), rows, [], ())

    book = load_workbook(XlsxKembali().write(tmp_path / "x.xlsx", buku))

    page = book["Data"]
    last = page.cell(CATATAN_TERBANYAK + 4, 1)
    assert sum(1 for row in page.iter_rows() for one in row if one.comment) == CATATAN_TERBANYAK
    assert last.fill.fgColor.rgb.endswith("F8CFC9")
    assert "5000 sel pertama" in book[LEMBAR_SALAH]["A1"].value
