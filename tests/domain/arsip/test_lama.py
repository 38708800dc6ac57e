"""How long a line of the JRA keeps something, as offices write it."""

from __future__ import annotations

from datetime import date

import pytest

from service.domain.arsip.lama import Lama, begins, last_day, read_lama


@pytest.mark.parametrize(
    ("isi", "lama"),
    [
        ("2 tahun", Lama(24)),
        ("2 (dua) tahun", Lama(24)),
        ("2 thn", Lama(24)),
        ("6 bulan", Lama(6)),
        ("1 tahun 6 bulan", Lama(18)),
        ("1 tahun dan 6 bulan", Lama(18)),
        ("2 Tahun setelah berkas selesai", Lama(24)),
        ("2 tahun setelah kegiatan dinyatakan selesai", Lama(24)),
        ("1 tahun setelah kontrak berakhir", Lama(12, "kontrak berakhir")),
        ("5 tahun sejak pegawai pensiun.", Lama(60, "pegawai pensiun")),
        ("-", Lama()),
        ("0", Lama()),
    ],
)
def test_a_length_is_read_as_the_office_writes_it(isi: str, lama: Lama) -> None:
    assert read_lama(isi) == lama
    assert read_lama(lama.kata) == lama


@pytest.mark.parametrize(
    "isi", ["", "dua tahun", "2", "2 minggu", "selamanya", "2 tahun?", "999 th"]
)
def test_what_is_no_length_is_not_guessed(isi: str) -> None:
    assert read_lama(isi) is None


def test_a_bare_number_counts_years_only_under_a_head_that_says_so() -> None:
    assert read_lama("2", tahun=True) == Lama(24)
    assert read_lama("2") is None


def test_a_term_ends_the_day_before_its_date_comes_round_and_is_never_a_day_short() -> None:
    assert last_day(date(2024, 11, 23), 24) == date(2026, 11, 22)
    assert begins(date(2024, 2, 29), 12) == date(2025, 3, 1)
    assert begins(date(2026, 1, 31), 1) == date(2026, 3, 1)
    assert begins(date(2026, 12, 31), 2) == date(2027, 3, 1)
    assert begins(date(2026, 11, 23), 0) == date(2026, 11, 23)
