"""A term is counted day by day, and each day says why it counts or does not."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from service.domain.hitung_hari import HITUNG, LEWAT, TERIMA, TUNDA, Tunda, count
from service.domain.kalender import Kalender, KalenderTertutup
from service.domain.libur import CUTI_BERSAMA, NASIONAL, Libur


def libur(day: date, nama: str, jenis: str = NASIONAL, *, sementara: bool = False) -> Libur:
    return Libur(f"{day}", "contoh", day, nama, jenis, "", sementara)


# Around an Idulfitri on Friday and Saturday, with shared leave on both sides of it.
LEBARAN = (
    libur(date(2026, 3, 18), "Cuti bersama Idulfitri", CUTI_BERSAMA),
    libur(date(2026, 3, 19), "Hari Suci Nyepi"),
    libur(date(2026, 3, 20), "Idulfitri"),
    libur(date(2026, 3, 21), "Idulfitri"),
    libur(date(2026, 3, 23), "Cuti bersama Idulfitri", CUTI_BERSAMA),
    libur(date(2026, 3, 24), "Cuti bersama Idulfitri", CUTI_BERSAMA, sementara=True),
)
WIB = Kalender("WIB", libur=LEBARAN)


def at(month: int, day: int, hour: int = 9, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour - 7, tzinfo=UTC)  # WIB


def test_ten_working_days_over_idulfitri_skip_each_day_with_its_reason() -> None:
    found = count(WIB, at(3, 16), 10)

    assert found.tenggat == date(2026, 4, 6) == WIB.tenggat_hari(at(3, 16), 10)
    assert [(one.tanggal.day, one.sebab) for one in found.dilewati] == [
        (18, "Cuti bersama Idulfitri (cuti bersama)"),
        (19, "Hari Suci Nyepi (libur)"),
        (20, "Idulfitri (libur)"),
        (21, "Idulfitri (libur)"),
        (22, "Minggu"),
        (23, "Cuti bersama Idulfitri (cuti bersama)"),
        (24, "Cuti bersama Idulfitri (cuti bersama, masih sementara)"),
        (28, "Sabtu"),
        (29, "Minggu"),
        (4, "Sabtu"),
        (5, "Minggu"),
    ]
    assert [one.ke for one in found.hari if one.apa == HITUNG] == list(range(1, 11))


def test_where_shared_leave_is_worked_it_counts() -> None:
    at_work = replace(WIB, cuti_bersama_libur=False)

    assert count(at_work, at(3, 16), 10).tenggat == date(2026, 4, 1)


def test_what_came_after_hours_or_on_a_closed_day_says_so() -> None:
    late, closed = count(WIB, at(3, 13, 17), 1), count(WIB, at(3, 21), 1)

    assert late.hari[0].apa == closed.hari[0].apa == TERIMA
    assert "sesudah jam kerja" in late.hari[0].sebab
    assert late.tenggat == date(2026, 3, 17)
    assert "Idulfitri" in closed.hari[0].sebab
    assert closed.hari[0].tanggal == date(2026, 3, 25)
    assert closed.tenggat == date(2026, 3, 26)


def test_a_hold_gives_its_working_days_back() -> None:
    plain = count(WIB, at(4, 6), 10)
    held = count(WIB, at(4, 6), 10, (Tunda(date(2026, 4, 9), date(2026, 4, 14)),))

    assert plain.tenggat == date(2026, 4, 20)
    assert held.tenggat == date(2026, 4, 23)  # Thursday, Friday and Monday stood still
    assert [one.tanggal.day for one in held.hari if one.apa == TUNDA] == [9, 10, 13]


def test_while_the_clock_stands_there_is_no_end() -> None:
    found = count(WIB, at(4, 6), 10, (Tunda(date(2026, 4, 9)),))

    assert found.tenggat is None
    assert [one.ke for one in found.hari if one.apa == HITUNG] == [1, 2]


def test_new_year_and_leap_day_are_days_like_others() -> None:
    eve = Kalender("WIB", libur=(libur(date(2027, 1, 1), "Tahun Baru"),))

    assert count(eve, at(12, 30), 2).tenggat == date(2027, 1, 4)
    assert count(Kalender("WIB"), at(2, 28, year=2028), 1).tenggat == date(2028, 2, 29)


def test_each_zone_has_its_own_day_of_receipt() -> None:
    # 16.30 in Jakarta is 18.30 in Jayapura, and both are Monday.
    moment = datetime(2026, 4, 6, 8, 30, tzinfo=UTC)
    found = {zona: count(Kalender(zona), moment, 10).tenggat for zona in ("WIB", "WITA", "WIT")}

    assert found == {
        "WIB": date(2026, 4, 20),
        "WITA": date(2026, 4, 21),
        "WIT": date(2026, 4, 21),
    }


@pytest.mark.parametrize("seed", range(40))
def test_the_count_agrees_with_the_calendar_whatever_the_days(seed: int) -> None:
    dice = random.Random(seed)
    free = {date(2026, 1, 1) + timedelta(dice.randrange(500)) for _ in range(60)}
    kalender = Kalender(
        dice.choice(["WIB", "WITA", "WIT"]),
        libur=tuple(libur(day, "Libur contoh") for day in sorted(free)),
        hari_terima_dihitung=dice.random() < 0.3,
        lewat_jam_ke_esok=dice.random() < 0.7,
    )
    moment = at(1, 1) + timedelta(minutes=dice.randrange(200 * 24 * 60))
    many = dice.randint(1, 60)
    found = count(kalender, moment, many)

    assert found.tenggat == kalender.tenggat_hari(moment, many)
    counted = [one.tanggal for one in found.hari if one.apa == HITUNG]
    assert len(counted) == many
    assert all(kalender.is_hari_kerja(day) for day in counted)
    assert not any(kalender.is_hari_kerja(one.tanggal) for one in found.hari if one.apa == LEWAT)


def test_a_calendar_without_an_open_day_is_told() -> None:
    closed = Kalender("WIB", jam=((),) * 7)

    with pytest.raises(KalenderTertutup):
        count(closed, at(4, 6), 3)
