"""How an Indonesian letter writes dates, hours, numbers and a NIP."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.tanggal import (
    BULAN,
    hari_tanggal,
    nip_berkelompok,
    nip_faults,
    panjang,
    pukul,
    read_tanggal,
    terbilang,
)


def test_a_letter_names_the_weekday_and_the_month():
    assert hari_tanggal(date(2026, 11, 21)) == "Sabtu, 21 November 2026"
    assert panjang(date(2024, 2, 29)) == "29 Februari 2024"
    assert hari_tanggal(date(2026, 8, 17), tahun=False) == "Senin, 17 Agustus"


def test_one_moment_is_three_hours_apart_on_the_three_clocks():
    moment = datetime(2026, 11, 21, 7, 5, tzinfo=UTC)

    assert pukul(moment, "WIB") == "14.05 WIB"
    assert pukul(moment, "WITA") == "15.05 WITA"
    assert pukul(moment, "WIT") == "16.05 WIT"


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (17, "tujuh belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (31, "tiga puluh satu"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (200, "dua ratus"),
        (1000, "seribu"),
        (1001, "seribu satu"),
        (1100, "seribu seratus"),
        (1945, "seribu sembilan ratus empat puluh lima"),
        (2026, "dua ribu dua puluh enam"),
        (11_000, "sebelas ribu"),
        (100_000, "seratus ribu"),
        (10**6, "satu juta"),
        (10**9, "satu miliar"),
        (10**12 + 1, "satu triliun satu"),
    ],
)
def test_a_berita_acara_says_numbers_in_words(n, words):
    assert terbilang(n) == words


def test_a_number_that_has_no_words_is_not_guessed():
    with pytest.raises(ValueError, match="-1"):
        terbilang(-1)


@given(st.integers(0, 10**15 - 1), st.integers(0, 10**15 - 1))
def test_two_numbers_never_sound_alike(a, b):
    assert (terbilang(a) == terbilang(b)) == (a == b)


@given(st.dates(date(1945, 8, 17), date(2999, 12, 31)))
def test_every_date_that_is_written_is_read_back(on):
    assert read_tanggal(hari_tanggal(on)) == on
    assert read_tanggal(panjang(on)) == on
    assert read_tanggal(f"{on:%d-%m-%Y}") == on


def test_old_spellings_of_months_are_understood():
    assert read_tanggal("10 Nopember 2021") == date(2021, 11, 10)
    assert read_tanggal("Jum'at, 3 Pebruari 2023") == date(2023, 2, 3)
    assert read_tanggal("3 Agt 2023") == date(2023, 8, 3)


@pytest.mark.parametrize("text", ["31 Februari 2026", "1 Mai 2026", "Agustus 2023", "1/2-2026", ""])
def test_what_is_no_date_is_not_guessed(text):
    assert read_tanggal(text) is None


def test_weekdays_follow_each_other_through_a_whole_year():
    days = [date(2028, 1, 1) + timedelta(days=n) for n in range(366)]

    assert len({hari_tanggal(day) for day in days}) == 366
    assert {panjang(day).split()[1] for day in days} == set(BULAN)


def test_a_nip_is_printed_in_four_groups():
    assert nip_berkelompok("198604292004121001") == "19860429 200412 1 001"
    assert nip_berkelompok("19860429 200412 1 001") == "19860429 200412 1 001"
    assert nip_berkelompok("NRP 123") == "NRP 123"


@pytest.mark.parametrize(
    ("nip", "why"),
    [
        ("19860429 200412 1 001", ""),
        ("19860429 202321 1 001", ""),
        ("19860429 200412 1 01", "18 angka"),
        ("19861329 200412 1 001", "tanggal lahir"),
        ("19860429 200413 1 001", "bulan pengangkatan"),
        ("19860429 200412 3 001", "pria"),
    ],
)
def test_a_nip_that_cannot_be_one_is_noticed(nip, why):
    assert why in nip_faults(nip)
    assert bool(why) == bool(nip_faults(nip))
