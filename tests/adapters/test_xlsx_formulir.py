"""An empty form: heads with notes, lists, cells that keep what is typed, nothing that runs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from service.adapters.xlsx_formulir import XlsxFormulir
from service.ports.papers import Blangko, LajurBlangko
from tests.office import one_reader

NIP = LajurBlangko("NIP", "Delapan belas angka.", "198604292004121001", wajib=True)
SIFAT = LajurBlangko("Sifat", contoh="Biasa", pilihan=("Biasa", "Segera, hari ini"))
HARI = LajurBlangko("Hari", contoh="2026-11-23", jenis="tanggal")


def written(folder: Path, *rows: tuple[object, ...]) -> Path:
    blank = Blangko("Contoh", ("Satu baris satu naskah.",), (NIP, SIFAT, HARI), rows, 5)  # type: ignore[arg-type]
    return XlsxFormulir().write(folder / "blangko.xlsx", blank)


def test_each_column_is_ready_for_what_is_typed_there(tmp_path: Path) -> None:
    sheet = load_workbook(written(tmp_path))["Isian"]
    head = next(row for row in sheet.iter_rows() if row[0].value == "NIP")
    below = [sheet.cell(head[0].row + 5, n).number_format for n in (1, 2, 3)]

    assert [x.value for x in head] == ["NIP", "Sifat", "Hari"]
    assert below == ["@", "@", "dd-mm-yyyy"]
    assert "Wajib diisi.\nDelapan belas angka.\nContoh: 1986" in head[0].comment.text
    assert "Boleh kosong." in head[1].comment.text
    (rule,) = sheet.data_validations.dataValidation
    assert (rule.type, rule.formula1) == ("list", "Pilihan!$A$2:$A$3")
    assert str(rule.sqref) == f"B{head[0].row + 1}:B{head[0].row + 5}"


def test_a_sheet_says_how_each_column_is_filled_in(tmp_path: Path) -> None:
    book = load_workbook(written(tmp_path))

    assert book.sheetnames == ["Isian", "Pilihan", "Petunjuk"]
    told = [tuple(x or "" for x in row) for row in book["Petunjuk"].iter_rows(values_only=True)]
    assert told[1] == ("NIP", "Ya", "Delapan belas angka.", "198604292004121001")
    assert told[2] == ("Sifat", "", "Pilihan: Biasa; Segera, hari ini.", "Biasa")


def test_what_is_filled_in_already_comes_back_letter_for_letter(tmp_path: Path) -> None:
    rows = (("007", "Biasa", date(2026, 11, 23)), ("=1+1", "@x", None), ("a\x0bb", "", None))

    found = one_reader().filled_table(written(tmp_path, *rows)).baris

    assert [one.sel for one in found][-3:] == [
        ("007", "Biasa", "23 November 2026"),
        ("=1+1", "@x"),
        ("ab",),
    ]
    assert all(not one.cacat for one in found)
