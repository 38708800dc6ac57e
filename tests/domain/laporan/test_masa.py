"""A report is about a month, half a year or a year of the office's own days."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from service.domain.laporan.masa import BULAN, SEMESTER, TAHUN, MasaTidakDikenal, masa_of, read_masa


@pytest.mark.parametrize(
    ("kode", "awal", "akhir", "nama"),
    [
        ("2026-11", date(2026, 11, 1), date(2026, 11, 30), "November 2026"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "Februari 2024"),
        ("2026-s1", date(2026, 1, 1), date(2026, 6, 30), "Januari sampai Juni 2026"),
        ("2026-s2", date(2026, 7, 1), date(2026, 12, 31), "Juli sampai Desember 2026"),
        ("2026", date(2026, 1, 1), date(2026, 12, 31), "tahun 2026"),
    ],
)
def test_a_period_is_read_from_an_address_and_written_back(
    kode: str, awal: date, akhir: date, nama: str
) -> None:
    one = read_masa(kode)

    assert (one.awal, one.akhir, one.kode, one.nama) == (awal, akhir, kode, nama)


@pytest.mark.parametrize("kode", ["", "2026-13", "2026-s3", "0026", "2026-11-01", "20262", "x"])
def test_what_is_no_period_is_refused_in_words(kode: str) -> None:
    with pytest.raises(MasaTidakDikenal, match="2026-s2"):
        read_masa(kode)


def test_periods_follow_one_another_over_new_year() -> None:
    assert read_masa("2026-12").sesudah.kode == "2027-01"
    assert read_masa("2027-s1").sebelum.kode == "2026-s2"
    assert read_masa("2026").sebelum.kode == "2025"


def test_a_day_lies_in_one_period_of_each_length() -> None:
    on = date(2026, 11, 23)

    assert [masa_of(x, on).kode for x in (BULAN, SEMESTER, TAHUN)] == ["2026-11", "2026-s2", "2026"]


def test_a_month_begins_and_ends_by_the_clock_of_the_office() -> None:
    first, last = read_masa("2026-11").momen("WIT")

    assert first == datetime(2026, 10, 31, 15, 0, tzinfo=UTC)
    assert last == datetime(2026, 11, 30, 14, 59, 59, 999_999, tzinfo=UTC)
