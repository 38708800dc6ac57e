"""What a step really took, waiting and touch apart, beside what the SOP allows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from service.domain.kalender import Kalender
from service.domain.sop.jejak import Jejak, Lama, lama, norma_menit
from service.domain.sop.waktu import read_waktu

WIB = Kalender("WIB")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour - 7, minute, tzinfo=UTC)


ONE = Jejak("j1", "b1", 1, "kajian", "", at(23, 9), at(23, 13, 30), at(24, 8), "contoh")


def test_waiting_and_touch_are_counted_in_office_time_and_apart() -> None:
    # Monday 9.00 to 13.30 with an hour for lunch; then to Tuesday 8.00, half an hour of it.
    assert lama(ONE, WIB, at(25, 9)) == Lama(210, 150 + 30)


def test_what_nobody_took_in_hand_only_waited() -> None:
    assert lama(replace(ONE, diambil=None), WIB, at(25, 9)) == Lama(210 + 150 + 30, 0)


def test_what_is_not_over_is_counted_until_now() -> None:
    still = replace(ONE, keluar=None)

    assert lama(still, WIB, at(23, 14, 30)) == Lama(210, 60)
    assert lama(replace(still, diambil=None), WIB, at(23, 10)) == Lama(60, 0)


def test_the_norm_is_known_in_the_same_measure() -> None:
    assert norma_menit(read_waktu("1 jam"), WIB, at(23, 9)) == 60
    assert norma_menit(read_waktu("1 hari"), WIB, at(23, 9)) == 450
    assert norma_menit(read_waktu("2 hari"), WIB, at(20, 9)) == 900
    for none in ("", "1 bulan", "setiap saat"):
        assert norma_menit(read_waktu(none), WIB, at(23, 9)) is None
