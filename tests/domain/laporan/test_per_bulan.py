"""How many asked in each month of a year, by the clock of the office."""

from __future__ import annotations

from datetime import UTC, date, datetime

from service.domain.laporan.per_bulan import by_month

AKHIR = date(2026, 3, 31)


def test_each_month_up_to_now_is_told_also_one_in_which_nobody_asked() -> None:
    came = [datetime(2026, 1, 5, tzinfo=UTC), datetime(2026, 3, 5, tzinfo=UTC)]

    assert by_month(came, "WIB", AKHIR) == [("Januari", 1), ("Februari", 0), ("Maret", 1)]


def test_a_request_at_new_year_belongs_to_the_year_of_the_office() -> None:
    night = datetime(2025, 12, 31, 17, 30, tzinfo=UTC)  # 00.30 in Jakarta

    assert by_month([night], "WIB", date(2026, 1, 31)) == [("Januari", 1)]
    assert by_month([], "WIB", AKHIR) == []
