"""A unit's list read out of real workbooks: all sheets, merged cells, what a spreadsheet hides."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from service.adapters.kotak_baca.unit_luar import tables
from service.boxed.tabel_unit import BATAS_BARIS, told
from service.domain.daftar_unit import baca
from service.domain.refusals import Refusal
from service.domain.tabel_isian import GALAT, PANJANG, RUMUS, Gabungan, TabelIsian
from tests.domain.daftar_unit.contoh import BERKALA, KEPALA, line, waktu
from tests.office import one_reader


def held(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(bita: bytes) -> list[TabelIsian] | str:
    return tables(b"".join(told(io.BytesIO(bita))))


def changed(bita: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(bita)) as came, zipfile.ZipFile(out, "w") as went:
        for part in came.infolist():
            went.writestr(part.filename, change(part.filename, came.read(part)))
    return out.getvalue()


def test_every_sheet_is_told_with_its_rows_as_the_spreadsheet_counts_them() -> None:
    book = Workbook()
    one = book.active
    one.title = "Data"
    one["A1"], one["C1"] = "No", "Tanggal"
    one["A4"], one["C4"] = 12.0, date(2026, 11, 22)
    one["B5"], one["C5"] = 0.5, datetime(2026, 11, 22, 8, 30)
    one.merge_cells("A4:A6")
    one.merge_cells("B1:C1")
    one.row_dimensions[5].hidden = True
    one.column_dimensions["B"].hidden = True
    other = book.create_sheet("Lama")
    other.sheet_state = "hidden"
    other["A1"] = True

    data, lama = read(held(book))

    assert [(x.nomor, x.sel, x.tersembunyi) for x in data.baris] == [
        (1, ("No",), False),  # what a merged cell covers is not kept
        (4, ("12", "", "22 November 2026"), False),
        (5, ("", "0.5", "2026-11-22 08:30:00"), True),
    ]
    assert data.lajur_tersembunyi == {1}
    assert set(data.gabungan) == {Gabungan(4, 0, 6, 0), Gabungan(1, 1, 1, 2)}
    assert (lama.nama, lama.terlihat, lama.baris[0].sel) == ("Lama", False, ("benar",))


def test_formulas_count_as_their_results_and_without_one_they_are_faults() -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["=1+1", "#REF!", 198604292004121001, "=A1"])
    sheet["B1"].data_type = "e"
    bita = changed(
        held(book),
        lambda nama, part: (
            re.sub(rb"(<f>1\+1</f>)<v\s*/>|(<f>1\+1</f>)<v></v>", rb"<f>1+1</f><v>2</v>", part)
            if nama.endswith("sheet1.xml")
            else part
        ),
    )

    (row,) = read(bita)[0].baris

    assert row.sel[:2] == ("2", "#REF!")
    assert dict(row.cacat) == {1: GALAT, 2: PANJANG, 3: RUMUS}


@pytest.mark.parametrize(
    ("bita", "kata"),
    [
        (b"No,Nama,Unit\n1,Profil,Biro\n", "CSV"),
        (b"\xef\xbb\xbfNo;Nama;Unit\r\n1;Profil;Biro\r\n", "CSV"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Excel lama"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "terkunci sandi",
        ),
        (b"", "tidak dapat dibuka"),
        (b"bukan tabel", "tidak dapat dibuka"),
        (b"PK\x03\x04rusak", "tidak dapat dibuka"),
    ],
)
def test_what_only_bears_the_name_of_a_workbook_is_refused_in_words(bita: bytes, kata: str) -> None:
    found = read(bita)

    assert isinstance(found, str)
    assert kata in found


def test_empty_rows_without_end_are_passed_over() -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Data")
    for row in (KEPALA, BERKALA, line()):
        sheet.append(row)
    empty = b"".join(b'<row r="%d" s="1"/>' % n for n in range(4, 150_001))
    bita = changed(
        held(book),
        lambda nama, part: (
            part.replace(b"</sheetData>", empty + b"</sheetData>")
            if nama.endswith("sheet1.xml")
            else part
        ),
    )

    hasil = baca.read(read(bita), waktu)

    assert [one.baris for one in hasil.diterima] == [3]


def test_more_rows_than_a_list_has_are_refused() -> None:
    rows = b"".join(b"<row><c><v>1</v></c></row>" for _ in range(BATAS_BARIS + 1))
    bita = changed(
        held(Workbook()),
        lambda nama, part: (
            re.sub(
                rb"<sheetData\s*/>|<sheetData></sheetData>", b"<sheetData>" + rows, part
            ).replace(b"<sheetData>" + rows, b"<sheetData>" + rows + b"</sheetData>")
            if nama.endswith("sheet1.xml")
            else part
        ),
    )

    found = read(bita)

    assert isinstance(found, str)
    assert "100.000 baris" in found


@pytest.mark.parametrize(
    "raw",
    [
        b"[1]\n",
        b'{"nama": "a", "terlihat": true}\n[1, false, [2], []]\n',
        b'{"lajur": [], "gabungan": []}\n',
        b"[" * 700_000 + b"\n",
        b"[" * 5_000 + b"\n",
        b"tanpa akhir",
    ],
)
def test_an_answer_that_no_reader_of_ours_gives_is_no_table(raw: bytes) -> None:
    with pytest.raises((ValueError, TypeError, LookupError)):
        tables(raw)


def test_the_list_comes_whole_through_the_closed_room(tmp_path: Path) -> None:
    book = Workbook()
    for row in (KEPALA, BERKALA, line(), line("Laporan", "2", penguasa="")):
        book.active.append(row)
    path = tmp_path / "daftar.xlsx"
    path.write_bytes(held(book))

    hasil = baca.read(one_reader().unit_tables(path), waktu)

    assert (len(hasil.diterima), len(hasil.dikembalikan)) == (1, 1)
    path.write_bytes(b"No,Nama,Unit\n1,Profil,Biro\n")
    with pytest.raises(Refusal, match="CSV"):
        one_reader().unit_tables(path)
