"""The way of a matter on its page: what lies behind it, and what lies ahead again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from service.domain.sop.bentuk import PER_UNIT, Langkah
from service.domain.sop.jejak import Jejak
from service.domain.sop.tempuh import behind

PAGI = datetime(2026, 11, 23, 2, tzinfo=UTC)
ROWS = tuple(Langkah(name, n, name, ("tim",)) for n, name in enumerate("abcd", 1))


def way(*names: str, kembali: str = "") -> list[Jejak]:
    return [
        Jejak(f"j{n}", "b", n, name, "", PAGI, keluar=PAGI, kembali=name == kembali)
        for n, name in enumerate(names, 1)
    ]


def test_what_was_left_lies_behind_and_where_it_stands_does_not() -> None:
    assert behind(ROWS, [*way("a", "b"), Jejak("j3", "b", 3, "c", "", PAGI)], "c") == {"a", "b"}


def test_a_matter_at_its_end_has_all_behind_that_it_went_through() -> None:
    assert behind(ROWS, way("a", "b", "c", "d"), "") == set("abcd")
    assert behind(ROWS, way("a", "d"), "") == {"a", "d"}


def test_a_matter_that_was_sent_back_has_the_rows_after_it_ahead_again() -> None:
    assert behind(ROWS, way("a", "b", "c", kembali="c"), "a") == set()
    assert behind(ROWS, way("a", "b", "c", kembali="c"), "b") == {"a"}


def test_what_was_called_off_has_behind_what_came_before() -> None:
    assert behind(ROWS, way("a", "b"), "b") == {"a"}


def test_what_the_units_did_is_done_once_all_of_them_are_gathered() -> None:
    rows = tuple(replace(one, untuk=PER_UNIT) if one.id in "ab" else one for one in ROWS)

    assert behind(rows, way("a"), "c") == {"a", "b"}
    assert behind(rows, [], "a") == set()
    # One unit's own part goes row by row.
    assert behind(rows, way("a"), "b", satu_unit=True) == {"a"}
