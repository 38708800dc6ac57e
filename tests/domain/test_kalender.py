"""Working days and office hours, over the weeks that are hard."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.jam_kerja import read_jam, write_jam
from service.domain.kalender import Kalender, KalenderTertutup, Ramadan
from service.domain.libur import CUTI_BERSAMA, NASIONAL, Libur


def closed(day, nama, jenis=NASIONAL, **more):
    return Libur(f"{day}-{jenis}", "contoh", day, nama, jenis, **more)


LIBUR = (
    closed(date(2025, 12, 25), "Natal"),
    closed(date(2025, 12, 26), "Cuti Bersama Natal", CUTI_BERSAMA),
    closed(date(2026, 1, 1), "Tahun Baru Masehi"),
    closed(date(2026, 3, 18), "Cuti Bersama Nyepi", CUTI_BERSAMA),
    closed(date(2026, 3, 19), "Nyepi"),
    closed(date(2026, 3, 20), "Cuti Bersama Idulfitri", CUTI_BERSAMA),
    closed(date(2026, 3, 21), "Idulfitri"),
    closed(date(2026, 3, 22), "Idulfitri"),
    closed(date(2026, 3, 23), "Cuti Bersama Idulfitri", CUTI_BERSAMA),
    closed(date(2026, 3, 24), "Cuti Bersama Idulfitri", CUTI_BERSAMA),
)
KANTOR = Kalender(ramadan=(Ramadan(date(2026, 2, 19), date(2026, 3, 20)),), libur=LIBUR)


def at(*when, zona="WIB"):
    return Kalender(zona=zona).moment(date(*when[:3]), time(*when[3:]))


def test_ten_working_days_pass_over_idulfitri_and_its_cuti_bersama():
    received = at(2026, 3, 16, 9)  # a Monday; 17, 25, 26, 27, 30, 31 March, 1, 2, 3, 6 April

    assert KANTOR.tenggat_hari(received, 10) == date(2026, 4, 6)


def test_where_cuti_bersama_is_worked_the_same_term_ends_earlier():
    working = replace(KANTOR, cuti_bersama_libur=False)

    assert working.tenggat_hari(at(2026, 3, 16, 9), 10) == date(2026, 3, 31)
    assert working.is_hari_kerja(date(2026, 3, 23))
    assert not working.is_hari_kerja(date(2026, 3, 19))


def test_a_term_runs_over_new_year():
    assert KANTOR.tenggat_hari(at(2025, 12, 23, 9), 5) == date(2026, 1, 2)
    assert KANTOR.hari_kerja_before(date(2026, 1, 2), 5) == date(2025, 12, 23)


def test_a_leap_day_is_a_day_of_work():
    assert KANTOR.hari_kerja_after(date(2028, 2, 28), 1) == date(2028, 2, 29)
    assert KANTOR.tenggat_bulan(date(2028, 1, 31), 1) == date(2028, 2, 29)
    assert KANTOR.tenggat_bulan(date(2027, 1, 31), 1) == date(2027, 2, 26)


def test_a_period_of_months_is_due_on_its_last_working_day():
    assert KANTOR.tenggat_bulan(date(2026, 11, 1), 1) == date(2026, 11, 30)
    assert KANTOR.tenggat_bulan(date(2026, 7, 1), 6) == date(2026, 12, 31)
    assert KANTOR.tenggat_bulan(date(2026, 2, 23), 1) == date(2026, 3, 17)
    assert KANTOR.tenggat_bulan(date(2026, 7, 31), 1) == date(2026, 8, 28)
    assert KANTOR.tenggat_bulan(date(2026, 10, 15), 12) == date(2027, 10, 14)


def test_the_day_of_receipt_is_not_counted_unless_the_office_says_so():
    received = at(2026, 11, 16, 9)

    assert KANTOR.tenggat_hari(received, 10) == date(2026, 11, 30)
    assert replace(KANTOR, hari_terima_dihitung=True).tenggat_hari(received, 10) == date(
        2026, 11, 27
    )


def test_what_comes_after_hours_or_on_a_sunday_came_on_the_next_working_day():
    assert KANTOR.hari_terima(at(2026, 11, 20, 16, 30)) == date(2026, 11, 20)
    assert KANTOR.hari_terima(at(2026, 11, 20, 16, 31)) == date(2026, 11, 23)
    assert KANTOR.hari_terima(at(2026, 11, 22, 9)) == date(2026, 11, 23)
    assert KANTOR.hari_terima(at(2026, 11, 20, 5)) == date(2026, 11, 20)


def test_an_office_may_count_late_letters_on_the_day_they_came():
    lenient = replace(KANTOR, lewat_jam_ke_esok=False)

    assert lenient.hari_terima(at(2026, 11, 20, 23)) == date(2026, 11, 20)
    assert lenient.hari_terima(at(2026, 11, 22, 9)) == date(2026, 11, 22)
    assert lenient.tenggat_hari(at(2026, 11, 22, 9), 1) == date(2026, 11, 23)


def test_one_moment_has_two_dates_in_three_zones():
    moment = datetime(2026, 12, 31, 16, 0, tzinfo=UTC)

    assert KANTOR.tanggal(moment) == date(2026, 12, 31)
    assert KANTOR.in_zona("WITA").tanggal(moment) == date(2027, 1, 1)
    assert KANTOR.in_zona("WIT").tanggal(moment) == date(2027, 1, 1)


def test_the_office_in_the_east_closes_first():
    moment = at(2026, 11, 18, 14, 30)

    assert KANTOR.hari_terima(moment) == date(2026, 11, 18)
    assert KANTOR.in_zona("WIT").hari_terima(moment) == date(2026, 11, 19)
    assert KANTOR.in_zona("WITA").hari_terima(moment) == date(2026, 11, 18)


def test_office_minutes_skip_the_break_the_night_and_the_weekend():
    assert KANTOR.tambah_menit(at(2026, 11, 20, 11, 0), 60) == at(2026, 11, 20, 13, 30)
    assert KANTOR.tambah_menit(at(2026, 11, 18, 15, 0), 60) == at(2026, 11, 18, 16, 0)
    assert KANTOR.tambah_menit(at(2026, 11, 20, 16, 0), 120) == at(2026, 11, 23, 9, 0)
    assert KANTOR.tambah_menit(at(2026, 11, 21, 10, 0), 15) == at(2026, 11, 23, 7, 45)
    assert KANTOR.tambah_menit(at(2026, 11, 18, 5, 0), 0) == at(2026, 11, 18, 7, 30)


def test_in_ramadan_the_office_begins_later_and_rests_shorter():
    assert KANTOR.tambah_menit(at(2026, 3, 16, 7, 0), 15) == at(2026, 3, 16, 8, 15)
    assert KANTOR.tambah_menit(at(2026, 3, 16, 11, 30), 60) == at(2026, 3, 16, 13, 0)
    assert KANTOR.hari_terima(at(2026, 3, 16, 15, 30)) == date(2026, 3, 17)


def test_ramadan_hours_hold_from_the_first_day_to_the_last():
    working = replace(KANTOR, cuti_bersama_libur=False)
    opens = [
        working.jam_on(date(2026, *day))[0].mulai for day in ((2, 18), (2, 19), (3, 20), (3, 23))
    ]

    assert opens == [time(7, 30), time(8), time(8), time(7, 30)]


def test_the_hours_add_up_to_the_week_of_the_presidential_regulation():
    week = at(2026, 11, 16, 0), at(2026, 11, 23, 0)
    fasting = at(2026, 3, 2, 0), at(2026, 3, 9, 0)

    assert KANTOR.menit_kerja(*week) == 37 * 60 + 30
    assert KANTOR.menit_kerja(*fasting) == 32 * 60 + 30


def test_a_holiday_decreed_in_mid_year_moves_the_open_terms():
    received = at(2026, 8, 12, 9)
    before = KANTOR.tenggat_hari(received, 5)

    after = KANTOR.with_libur((*LIBUR, closed(date(2026, 8, 18), "Cuti Bersama", CUTI_BERSAMA)))

    assert before == date(2026, 8, 19)
    assert after.tenggat_hari(received, 5) == date(2026, 8, 20)


def test_what_is_left_of_a_term_is_said_in_words():
    today = date(2026, 11, 21)

    assert KANTOR.sisa(today, date(2026, 11, 24)) == "tinggal 2 hari kerja (Selasa, 24 November)"
    assert KANTOR.sisa(today, today) == "jatuh tempo hari ini (Sabtu, 21 November)"
    assert KANTOR.sisa(today, date(2026, 11, 18)) == "lewat 2 hari kerja (sejak Rabu, 18 November)"
    assert KANTOR.sisa(today, date(2026, 11, 22)) == "jatuh tempo pada Minggu, 22 November"
    assert "4 Januari 2027" in KANTOR.sisa(today, date(2027, 1, 4))


def test_a_term_over_provisional_or_missing_holidays_is_said_to_be_unsure():
    loose = KANTOR.with_libur(
        (*LIBUR, closed(date(2027, 3, 10), "Idulfitri (perkiraan)", sementara=True))
    )

    assert KANTOR.ragu(date(2026, 1, 1), date(2026, 12, 31)) == ""
    assert "2027 belum diisi" in KANTOR.ragu(date(2026, 12, 20), date(2027, 1, 8))
    assert "2027 masih sementara" in loose.ragu(date(2027, 3, 1), date(2027, 3, 20))
    assert loose.ragu(date(2027, 4, 1), date(2027, 4, 20)) == ""


def test_an_office_of_six_days_works_on_saturday():
    six = replace(KANTOR, jam=(*KANTOR.jam[:5], read_jam("08.00-12.00"), ()))

    assert six.hari_kerja_after(date(2026, 11, 20), 1) == date(2026, 11, 21)
    assert not KANTOR.is_hari_kerja(date(2026, 11, 21))


def test_a_calendar_that_never_opens_is_refused_instead_of_searched_for_ever():
    shut = replace(KANTOR, jam=((),) * 7)

    with pytest.raises(KalenderTertutup, match="setahun"):
        shut.tenggat_hari(at(2026, 11, 20, 9), 1)
    with pytest.raises(KalenderTertutup):
        shut.tambah_menit(at(2026, 11, 20, 9), 1)


def test_where_two_holidays_share_a_day_the_national_one_names_it():
    both = KANTOR.with_libur(
        (
            closed(date(2026, 5, 1), "Hari Buruh"),
            closed(date(2026, 5, 1), "Cuti Bersama", CUTI_BERSAMA),
        )
    )

    assert both.libur_on(date(2026, 5, 1)).nama == "Hari Buruh"


DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


@given(DAYS, st.integers(1, 120))
def test_counting_and_walking_agree(day, n):
    due = KANTOR.hari_kerja_after(day, n)

    assert KANTOR.is_hari_kerja(due)
    assert KANTOR.count_hari_kerja(day, due) == n


@given(st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)), st.integers(1, 5000))
def test_minutes_added_are_minutes_counted(wall, menit):
    start = wall.replace(microsecond=0, second=0, tzinfo=UTC)
    end = KANTOR.tambah_menit(start, menit)

    assert KANTOR.menit_kerja(start, end) == menit
    assert KANTOR.menit_kerja(start, end - timedelta(minutes=1)) == menit - 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("07.30", "tidak dimengerti"),
        ("16.00-07.30", "selesai sebelum mulai"),
        ("07.30-25.00", "tidak ada pada jam dinding"),
        ("07.30-12.00, 11.00-13.00", "mulai sebelum"),
    ],
)
def test_hours_that_make_no_sense_are_named(text, why):
    with pytest.raises(ValueError, match=why):
        read_jam(text)


def test_hours_are_written_as_they_are_read():
    assert write_jam(read_jam("7:30-12.00,13.00-16.00")) == "07.30-12.00, 13.00-16.00"
