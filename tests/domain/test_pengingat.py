"""Reminders come on open days, the later takes the place of the earlier, and someone is told."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis.strategies import dates, integers, sets

from service.domain.akhir_pengecualian import DIPUTUS, decide_by, reminded
from service.domain.kalender import Kalender
from service.domain.libur import NASIONAL, Libur
from service.domain.pengingat import (
    AKAN,
    LEWAT,
    NAIK,
    TERBUKA,
    above,
    below,
    due,
    last_gone_up,
    schedule,
    standing,
)
from service.domain.sop.tampak import Hari, Jam, days, tampak

NATAL = Libur("n", "contoh", date(2026, 12, 25), "Natal", NASIONAL)
WIB = Kalender("WIB", libur=(NATAL,))


def test_reminders_fall_on_working_days_around_the_end_of_a_term() -> None:
    found = schedule(WIB, date(2026, 12, 1), date(2026, 12, 28))

    assert [(one.jenis, one.tanggal.isoformat()) for one in found] == [
        ("akan", "2026-12-18"),
        ("besok", "2026-12-24"),
        ("hari_ini", "2026-12-28"),
        ("lewat", "2026-12-29"),
        ("naik", "2026-12-31"),
    ]
    assert all(WIB.is_hari_kerja(one.tanggal) for one in found)


def test_a_short_term_has_no_reminder_from_before_it_began() -> None:
    found = schedule(WIB, date(2026, 12, 24), date(2026, 12, 28))

    assert [one.jenis for one in found] == ["besok", "hari_ini", "lewat", "naik"]


def test_the_latest_reminder_takes_the_place_of_those_before() -> None:
    found = schedule(WIB, date(2026, 12, 1), date(2026, 12, 28))

    assert due(found, date(2026, 12, 17)) is None
    for day, jenis in ((18, "akan"), (23, "akan"), (27, "besok"), (28, "hari_ini"), (31, "naik")):
        one = due(found, date(2026, 12, day))
        assert one
        assert one.jenis == jenis


def test_who_does_not_act_is_told_of_to_the_next_in_line() -> None:
    assert above("unit") == "ppid_pelaksana"
    assert above("ppid_pelaksana") == "ppid"
    assert above("atasan_ppid") == above("entah") == ""


HARI = Hari(date(2026, 12, 23), date(2026, 12, 28))


@pytest.mark.parametrize(
    ("jam", "stands"),
    [
        (Jam(None, tersentuh=False), "baru"),
        (Jam(date(2027, 1, 4), tersentuh=False), "baru"),
        (Jam(date(2027, 1, 4)), "berjalan"),
        (Jam(None), "berjalan"),
        (Jam(date(2026, 12, 28)), "segera"),
        (Jam(date(2026, 12, 23), tersentuh=False), "segera"),
        (Jam(date(2026, 12, 22)), "lewat"),
        (Jam(date(2026, 12, 22), ditunda=True), "ditunda"),
        (Jam(date(2026, 12, 22), ditunda=True, selesai=True), "selesai"),
    ],
)
def test_how_a_matter_stands_follows_from_its_days(jam: Jam, stands: str) -> None:
    assert tampak(jam, HARI) == stands


def test_soon_is_counted_in_working_days() -> None:
    assert days(WIB, date(2026, 12, 23)).segera == date(2026, 12, 28)


@given(
    tenggat=dates(date(2026, 1, 1), date(2027, 12, 31)),
    mulai=integers(0, 60),
    today=integers(-70, 30),
    closed=sets(dates(date(2025, 12, 1), date(2028, 1, 31)), max_size=40),
)
def test_what_stands_today_agrees_with_the_days_and_goes_up_with_the_lists(
    tenggat: date, mulai: int, today: int, closed: set[date]
) -> None:
    libur = tuple(Libur(str(n), "contoh", on, "Libur", NASIONAL) for n, on in enumerate(closed))
    days = WIB.with_libur(libur)
    begun, now = tenggat - timedelta(days=mulai), tenggat + timedelta(days=today)

    jenis = standing(days, begun, tenggat, now)

    assert (jenis in (LEWAT, NAIK)) == (now > tenggat)
    assert (jenis == NAIK) == (tenggat <= last_gone_up(days, now))
    if days.is_hari_kerja(now) and now >= begun and days.is_hari_kerja(tenggat):
        found = due(schedule(days, begun, tenggat), now)
        assert jenis == (found.jenis if found else "")


def test_those_below_are_those_whose_silence_is_told() -> None:
    assert below({"ppid"}) == {
        "ppid_pelaksana",
        "tim_sekretariat",
        "tim_pertimbangan",
        "pengelola_arsip",
    }
    assert below({"ppid", "tim_sekretariat"}) >= {"petugas"}
    assert "tim_sekretariat" not in below({"ppid", "tim_sekretariat"})
    assert below({"atasan_ppid"}) == {"ppid"}
    assert below({"petugas"}) == below(()) == frozenset()


def test_an_exclusion_has_a_first_word_another_that_stays_and_an_end() -> None:
    end, begun = date(2026, 12, 28), date(2026, 6, 1)
    batas = decide_by(DIPUTUS, WIB, end, begun)
    assert batas == WIB.hari_kerja_before(end, 30) == date(2026, 11, 13)
    first, stays = WIB.hari_kerja_before(end, 90), WIB.hari_kerja_before(end, 45)
    days = (first - timedelta(days=1), first, stays - timedelta(days=1), stays, end)
    assert [reminded(WIB, batas, end, day) for day in days] == ["", AKAN, "", AKAN, NAIK]
    after = [reminded(WIB, batas, end, WIB.hari_kerja_after(end, n)) for n in (1, 5, 6)]
    assert after == [TERBUKA, TERBUKA, ""]
