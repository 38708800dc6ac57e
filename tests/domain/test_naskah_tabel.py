"""What a paper prints can be had as tables, figure by figure."""

from __future__ import annotations

from datetime import date

import pytest

from service.domain.naskah_tabel import has_tables, tables
from tests.pasangan import declared

LAPORAN = ("bulanan", "pengelolaan", "monev", "uji", "tahunan")


@pytest.mark.parametrize("nama", LAPORAN)
def test_every_report_has_its_tables_beside_its_print(nama: str) -> None:
    kind = declared(f"laporan_{nama}")

    found = tables(kind, kind.contoh)

    assert has_tables(kind) and len(found) > 2
    assert all(len(row) == len(one.kolom) for one in found for row in one.baris)
    assert len({one.judul for one in found}) == len(found)


def test_figures_are_figures_and_days_are_days() -> None:
    kind = declared("laporan_tahunan")
    by = {one.judul: one for one in tables(kind, kind.contoh)}

    answers, editions = by["Permohonan yang dijawab"], by["Edisi daftar yang terbit"]
    assert answers.baris[0] == ("Sampai dengan 10 hari kerja", 41, 6, 3)
    assert (answers.gambar, answers.sebutan) == ((2, 3, 4), 1)
    assert editions.baris[0][2] == date(2026, 1, 30)
    assert ("Nomor", "LAP-2/BU/I/2027") in by["Isian"].baris


def test_the_pieces_of_a_test_stand_in_a_table_and_what_is_empty_in_none() -> None:
    kind = declared("laporan_uji")
    whole = kind.contoh

    by = {one.judul: one for one in tables(kind, whole | {"langkah": []})}

    assert [row[5] for row in by["Informasi yang diuji"].baris] == [
        "Dikecualikan",
        "Terbuka sebagian",
        "Terbuka",
    ]
    assert "Langkah yang dilalui" not in by
    assert [one.judul for one in tables(kind, {})] == ["Isian"]
