"""The boxes that are drawn over what the public may not read, and what proves them."""

from __future__ import annotations

import pytest

from service.domain.gerbang.bukti_hitam import BuktiHitam, MasihTerbaca, proven, warning
from service.domain.gerbang.hitam import TERBANYAK, KotakHitam, KotakSalah, box, boxes


def test_a_box_is_the_same_from_whichever_corner_it_was_drawn() -> None:
    assert box(1, 0.5, 0.4, 0.1, 0.2, 3) == KotakHitam(1, 0.1, 0.2, 0.5, 0.4)


def test_a_box_that_reaches_beyond_the_page_ends_at_its_edge() -> None:
    assert box(1, -1, -2, 0.5, 7, 1) == KotakHitam(1, 0.0, 0.0, 0.5, 1.0)


@pytest.mark.parametrize(
    "told",
    [
        (0, 0.1, 0.1, 0.2, 0.2),
        (4, 0.1, 0.1, 0.2, 0.2),
        (1, 0.1, 0.1, 0.1, 0.2),
        (1, 0.1, 0.1, 0.2, float("nan")),
        (1, 2.0, 0.1, 3.0, 0.2),
    ],
)
def test_a_box_that_covers_nothing_is_refused(told: tuple[int, float, float, float, float]) -> None:
    with pytest.raises(KotakSalah):
        boxes([told], 3)


def test_more_boxes_than_a_person_draws_are_refused() -> None:
    with pytest.raises(KotakSalah, match="kotak"):
        boxes([(1, 0.1, 0.1, 0.2, 0.2)] * (TERBANYAK + 1), 1)


def test_boxes_are_kept_from_the_first_page_on() -> None:
    told = [(2, 0.1, 0.1, 0.2, 0.2), (1, 0.1, 0.1, 0.2, 0.2)]

    assert [one.halaman for one in boxes(told, 2)] == [1, 2]


def test_a_copy_out_of_which_the_blackened_can_be_got_is_not_used() -> None:
    with pytest.raises(MasihTerbaca, match="halaman 2"):
        proven(BuktiHitam(3, ("tulisan di halaman 2 masih ada",)), 3)


def test_a_copy_that_lost_a_page_is_not_used() -> None:
    with pytest.raises(MasihTerbaca, match="seharusnya 3"):
        proven(BuktiHitam(2), 3)


def test_a_blackened_word_that_stands_elsewhere_too_is_told_of() -> None:
    proven(BuktiHitam(3, terulang=(2, 3)), 3)

    assert "halaman 2, 3" in warning(BuktiHitam(3, terulang=(2, 3)))
    assert warning(BuktiHitam(3)) == ""
