"""Everything kept is looked at once more, and what was found is told until it is whole again."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta

import pytest

from service.domain.catatan import Kepala
from service.domain.keutuhan import (
    BAGIAN,
    HARIAN,
    PENUH,
    KepalaTidakTerbaca,
    Keutuhan,
    due,
    printed,
    read,
    read_printed,
    share,
    standing,
    told,
)

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)


def test_every_file_comes_up_once_in_four_weeks() -> None:
    names = [hashlib.sha256(str(n).encode()).hexdigest() for n in range(500)]
    days = [share(names, date(2026, 11, 1) + timedelta(days=n)) for n in range(BAGIAN)]

    assert sorted(one for day in days for one in day) == sorted(names)
    assert max(len(day) for day in days) < 40
    assert share(names, date(2026, 11, 29)) == days[0]


@pytest.mark.parametrize(
    ("penuh", "asked"),
    [
        (None, PENUH),
        (date(2026, 10, 31), PENUH),
        (date(2025, 11, 5), PENUH),
        (date(2026, 11, 1), HARIAN),
    ],
)
def test_all_of_it_is_looked_at_once_in_each_month(penuh: date | None, asked: str) -> None:
    assert due(date(2026, 11, 23), penuh) == asked


def test_what_was_found_is_kept_and_read_again() -> None:
    looked = told(Keutuhan(PENUH, 1_000, 40, 3), [f"kiriman {n}" for n in range(30)], ["b", "a"])

    again = read(PENUH, looked.kept())

    assert again == looked
    assert (looked.banyak, len(looked.temuan), looked.rusak) == (30, 20, ("a", "b"))
    assert read(PENUH, {}) is None
    assert read(PENUH, {**looked.kept(), "file": "banyak"}) is None


def test_the_status_says_when_how_much_and_whether_all_is_whole() -> None:
    whole = Keutuhan(PENUH, 1_000, 4_200, 3)
    dibuka = NOW - timedelta(days=90)

    baik, kata = standing(PENUH, NOW, whole, dibuka, NOW)
    assert baik is True
    assert kata == (
        "23 November 2026: 1.000 file, 4.200 baris dan catatan jurnal, "
        "3 naskah bertanda tangan, semua utuh."
    )
    assert standing(PENUH, NOW - timedelta(days=36), whole, dibuka, NOW)[0] is False
    assert standing(HARIAN, NOW - timedelta(days=4), Keutuhan(HARIAN, 9), dibuka, NOW)[0] is False
    torn = told(whole, ["kiriman a: File b rusak"], ["b"])
    assert "1 tidak lagi utuh" in standing(PENUH, NOW, torn, dibuka, NOW)[1]
    assert standing(PENUH, None, None, dibuka, NOW)[0] is False
    assert standing(PENUH, None, None, NOW, NOW)[0] is None


def test_a_printed_head_is_read_as_a_person_types_it() -> None:
    head = Kepala("kemensetneg", 1234, hashlib.sha256(b"x").hexdigest())

    assert printed(head) == f"1234:{head.rantai[:32]}"
    for typed in (
        f"kemensetneg {printed(head)}",
        f" kemensetneg  1234 : {head.rantai[:16]} {head.rantai[16:32].upper()} ",
    ):
        assert read_printed(typed) == Kepala("kemensetneg", 1234, head.rantai[:32])


@pytest.mark.parametrize(
    "typed", ["", "kemensetneg", "kemensetneg 12", "kemensetneg 12:abc", "1234:" + "a" * 32]
    + [f"kemensetneg {n}:{'a' * 32}" for n in ("-1", "²", "satu", "1" * 20)]
    + [f"kemensetneg 1:{'g' * 32}", f"kemensetneg 1:{'a' * 65}"],
)  # fmt: skip
def test_what_is_no_printed_head_is_refused(typed: str) -> None:
    with pytest.raises(KepalaTidakTerbaca):
        read_printed(typed)
