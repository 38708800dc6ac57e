"""A paper that came earlier counts from the day it came; one from tomorrow did not come."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from service.domain.kalender import Kalender
from service.domain.saat_terima import LAMA, TanggalTerimaSalah, received

SEKARANG = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)  # in Jayapura it is the 24th
WIT = Kalender(zona="WIT")
HARI_INI = date(2026, 11, 24)


def test_what_is_written_down_on_its_day_came_at_that_moment():
    assert received(WIT, SEKARANG, None) == SEKARANG
    assert received(WIT, SEKARANG, HARI_INI) == SEKARANG
    before = SEKARANG - timedelta(days=3)
    assert received(WIT, SEKARANG, None, before) == before


def test_what_came_on_an_earlier_day_came_in_the_morning_of_that_unit():
    assert received(WIT, SEKARANG, date(2026, 11, 20)) == datetime(2026, 11, 20, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (HARI_INI + timedelta(days=1), "sesudah hari ini"),
        (date.max, "sesudah hari ini"),
        (HARI_INI - timedelta(days=LAMA + 1), "lebih dari setahun"),
        (date.min, "lebih dari setahun"),
    ],
)
def test_a_day_on_which_it_cannot_have_come_is_refused(day, why):
    with pytest.raises(TanggalTerimaSalah, match=why):
        received(WIT, SEKARANG, day)
