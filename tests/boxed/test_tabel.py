from __future__ import annotations

import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest

from service.boxed import tabel
from service.domain.refusals import Refusal
from tests.office import one_reader
from tests.papers import table


def test_cells_are_read_as_an_officer_sees_them(tmp_path: Path) -> None:
    path = table(
        tmp_path / "dip.xlsx",
        [
            ["No", "Ringkasan", None, "Waktu"],
            [1, " Profil ", None, date(2026, 11, 21)],
            [None, None, None, None],
            [2.0, 2.5, "=1+1", datetime(2026, 1, 2)],
        ],
    )

    assert one_reader().rows(path) == [
        ["No", "Ringkasan", "", "Waktu"],
        ["1", "Profil", "", "21 November 2026"],
        ["2", "2.5", "", "2 Januari 2026"],  # a formula without a stored value is no value
    ]


@pytest.mark.parametrize(
    "held", [b"", b"PK\x03\x04 setengah", b"%PDF-1.7", b"\xd0\xcf\x11\xe0 xls"]
)
def test_what_is_no_workbook_is_refused_with_what_to_do(tmp_path: Path, held: bytes) -> None:
    (tmp_path / "dip.xlsx").write_bytes(held)

    with pytest.raises(Refusal, match=r"Simpan ulang sebagai \.xlsx"):
        one_reader().rows(tmp_path / "dip.xlsx")


def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "dip.xlsx", "w") as packed:
        packed.writestr("xl/workbook.xml", "<workbook")
        packed.writestr("[Content_Types].xml", "<Types/>")

    with pytest.raises(Refusal, match="tidak dapat dibuka sebagai tabel"):
        one_reader().rows(tmp_path / "dip.xlsx")


def test_a_list_beyond_the_limit_is_refused_not_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = table(tmp_path / "dip.xlsx", [[n] for n in range(11)])
    monkeypatch.setattr(tabel, "BATAS_BARIS", 10)

    with path.open("rb") as opened:
        assert "melebihi batas 10 baris" in tabel.rows(opened)


def test_a_workbook_that_unpacks_to_too_much_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = table(tmp_path / "dip.xlsx", [["a"]])
    monkeypatch.setattr(tabel, "BATAS_ISI", 100)

    with path.open("rb") as opened:
        assert "melebihi batas 0 MB isi" in tabel.rows(opened)
