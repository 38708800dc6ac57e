"""What is too large for a question is cut by its pages, never made smaller."""

from __future__ import annotations

from service.domain.monev.potong import Rentang, first_cuts, halves


def test_a_file_is_cut_into_as_few_even_parts_as_may_fit() -> None:
    assert first_cuts(5_000_000, 10) == [Rentang(1, 3), Rentang(4, 6), Rentang(7, 10)]
    assert first_cuts(2_000_000, 10) == [Rentang(1, 10)]


def test_there_are_never_more_parts_than_pages() -> None:
    assert first_cuts(50_000_000, 2) == [Rentang(1, 1), Rentang(2, 2)]
    assert first_cuts(50_000_000, 0) == []


def test_a_part_that_is_still_too_large_is_halved_down_to_a_page() -> None:
    assert halves(Rentang(4, 8)) == (Rentang(4, 6), Rentang(7, 8))
    assert halves(Rentang(4, 4)) is None
    assert Rentang(4, 4).kata == "halaman 4"
    assert Rentang(4, 6).kata == "halaman 4 sampai 6"
