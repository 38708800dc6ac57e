"""How much of a disk stays free, whatever comes in."""

from __future__ import annotations

import pytest

from service.domain.sisa import Sisa, fits, spare

GB = 1_000_000_000


def test_five_per_cent_stay_free_and_never_less_than_two_gigabytes():
    assert spare(Sisa(0, 1000 * GB)) == 50 * GB
    assert spare(Sisa(0, 10 * GB)) == 2 * GB


@pytest.mark.parametrize(
    ("bebas", "ukuran", "muat"),
    [(50 * GB, 0, True), (50 * GB, 1, False), (52 * GB, 2 * GB, True), (0, 0, False)],
)
def test_a_file_is_taken_only_while_enough_stays_free_after_it(bebas, ukuran, muat):
    assert fits(Sisa(bebas, 1000 * GB), ukuran) is muat
