from __future__ import annotations

import pytest

from service.domain.angka_pindai import mended


@pytest.mark.parametrize(
    ("read", "written"),
    [
        ("Nomor : 1/BU/X1/2026", "Nomor : 1/BU/XI/2026"),
        ("12/DC/V1l/2026", "12/DC/VII/2026"),
        ("005/17.l/1V/2025 dan 6/X|l/2025", "005/17.l/IV/2025 dan 6/XII/2025"),
        ("7-X1-2026", "7-XI-2026"),
    ],
)
def test_a_month_in_a_letters_number_is_written_as_it_was_meant(read: str, written: str) -> None:
    assert mended(read) == written


@pytest.mark.parametrize(
    "read", ["1/1/2026", "11/11/2026", "S/X1/SETDA/2026", "X1 2026", "3/VX1/2026", "a/XIl1I/2026"]
)
def test_what_is_no_month_stays_as_it_was_read(read: str) -> None:
    assert mended(read) == read
