"""A letter of refusal fits the items of its matter: none is open, and none is left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from service.domain.butir import Butir
from service.domain.jangka import TANGGAL, Jangka
from service.domain.penolakan import left_out, open_one, unmatched
from service.domain.uji import DIKECUALIKAN, DITUTUP, SEBAGIAN, TERBUKA, LembarUji

HARI = date(2026, 11, 23)


def item(judul: str, hasil: str = DIKECUALIKAN, **uji: object) -> Butir:
    return Butir(judul, "b", 1, judul, hasil=hasil, uji=LembarUji(**uji))  # type: ignore[arg-type]


def test_what_is_open_or_partly_so_is_found_and_what_was_taken_out_is_not() -> None:
    every = [item("A"), item("B", SEBAGIAN), item("C", TERBUKA)]

    assert open_one(every[:1], HARI) is None
    assert open_one(every, HARI) == every[1]
    assert open_one([replace(one, dicabut=True) for one in every], HARI) is None
    assert open_one([item("D", "", kesimpulan=TERBUKA)], HARI)


def test_an_exclusion_that_has_ended_is_open_by_law_from_the_next_day() -> None:
    one = item("A", jangka=Jangka(TANGGAL, tanggal="2026-11-22"))

    assert open_one([one], HARI) == one
    assert open_one([one], date(2026, 11, 22)) is None


def test_what_has_no_row_is_named_and_a_row_in_other_words_counts() -> None:
    every = [item("A"), item("B", SEBAGIAN), item("C", TERBUKA)]

    assert left_out(every, DITUTUP, ["a"]) == ["B"]
    assert left_out(every, DITUTUP, ["a", "Sebutan yang tidak membuka isinya"]) == []
    assert left_out(every, {DIKECUALIKAN}, ["Lain"]) == []
    assert left_out(every, DITUTUP, []) == ["A", "B"]


def test_two_of_one_name_need_two_rows() -> None:
    assert unmatched(["A", "A", "B"], [" a ", "B"]) == ["A"]
