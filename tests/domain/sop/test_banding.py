"""Planned beside real over many passages, in office time, what stood still left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from service.domain.kalender import Kalender
from service.domain.sop.banding import Sebaran, compare, spread
from service.domain.sop.jejak import Lama
from service.domain.sop.lintas import Lintas, Pengukur
from service.domain.sop.waktu import read_waktu

SATU_JAM = read_waktu("1 jam")


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour - 7, minute, tzinfo=UTC)


# Monday, taken at nine, done at ten.
ONE = Lintas("b1", "u1", False, "", "kajian", at(23, 8), at(23, 9), at(23, 10))


def test_a_passage_is_measured_with_its_norm_and_its_month() -> None:
    found = Pengukur(Kalender("WIB")).measured(ONE, SATU_JAM)

    assert (found.lama, found.norma, found.bulan) == (Lama(60, 60), 60, "2026-11")


def test_the_month_is_that_of_the_office_not_of_the_clock_of_the_world() -> None:
    late = datetime(2026, 11, 30, 22, 0, tzinfo=UTC)  # 1 December, 5.00 WIB

    assert (
        Pengukur(Kalender("WIB")).measured(replace(ONE, keluar=late), SATU_JAM).bulan == "2026-12"
    )


def test_what_nobody_took_waited_to_its_end() -> None:
    measured = Pengukur(Kalender("WIB")).measured

    assert measured(replace(ONE, diambil=None), SATU_JAM).lama == Lama(120, 0)
    assert measured(replace(ONE, diambil=at(24, 9)), SATU_JAM).lama == Lama(120, 0)


def test_while_a_matter_was_held_no_time_passed() -> None:
    held = f"{at(23, 8, 30).isoformat()}/{at(23, 9, 15).isoformat()}"
    before = f"{at(20, 8).isoformat()}/{at(20, 16).isoformat()}"
    found = Pengukur(Kalender("WIB")).measured(replace(ONE, jeda=(before, held)), SATU_JAM)

    assert found.lama == Lama(30, 45)


def test_the_middle_and_what_nine_in_ten_stayed_within() -> None:
    assert spread([5]) == Sebaran(5, 5)
    assert spread(range(1, 11)) == Sebaran(6, 9)
    assert spread([10] * 9 + [1000]) == Sebaran(10, 10)
    assert spread([10] * 8 + [1000] * 2) == Sebaran(10, 1000)


def test_rows_are_compared_over_many_matters() -> None:
    measured = Pengukur(Kalender("WIB")).measured
    found = compare(
        [
            measured(ONE, SATU_JAM),
            measured(replace(ONE, berkas="b2", keluar=at(23, 11), kembali=True), SATU_JAM),
            measured(replace(ONE, langkah="rapat"), read_waktu("")),
        ],
        lambda one: one.lintas.langkah,
    )

    kajian, rapat = found["kajian"], found["rapat"]
    assert (kajian.banyak, kajian.berkas, kajian.norma, kajian.terlama) == (2, 2, 60, 180)
    assert (kajian.sentuh, kajian.tunggu) == (Sebaran(90, 120), Sebaran(60, 60))
    assert (kajian.lewat, kajian.kembali) == (1, 1)
    assert (rapat.norma, rapat.lewat, rapat.kembali) == (None, 0, 0)
