"""Reminders come on open days, the later takes the place of the earlier, and someone is told."""

from __future__ import annotations

from datetime import date

import pytest

from service.domain.kalender import Kalender
from service.domain.libur import NASIONAL, Libur
from service.domain.pengingat import above, due, schedule
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
