"""Dates as letters write them, and which of them is the letter's own."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from service.domain.baca_tanggal import dates, dates_in
from service.domain.halaman_teks import lines
from service.domain.tanggal import BULAN, hari_tanggal, panjang, terbilang
from tests.domain import surat_contoh as contoh


def read(teks: str, diterima: date | None = None) -> list[tuple[str, int]]:
    return [(one.nilai, one.keyakinan) for one in dates(lines((teks,)), diterima)]


@pytest.mark.parametrize(
    "ditulis",
    [
        "21 November 2026",
        "21 Nopember 2026",
        "21 NOPEMBER 2026",
        "21 Nov 2026",
        "21 Nop. 2026",
        "21-11-2026",
        "21/11/2026",
        "21.11.2026",
        "2026-11-21",
        "21-XI-2026",
        "21 XI 2026",
        "21 November  2026",
        "21November 2026",
        "Sabtu, 21 November 2026",
        "Jum'at, 21 November 2026",
        "tanggal dua puluh satu bulan November tahun dua ribu dua puluh enam",
    ],
)
def test_one_day_in_every_way_it_is_written(ditulis: str) -> None:
    assert [one.nilai for one in dates_in(f"({ditulis})")] == ["2026-11-21"]


@pytest.mark.parametrize(
    ("ditulis", "nilai"),
    [
        ("14 Pebruari 2022", "2022-02-14"),
        ("14 Febuari 2022", "2022-02-14"),
        ("1 Agust 2022", "2022-08-01"),
        ("3 Mei 2022", "2022-05-03"),
        ("9 Sept. 2022", "2022-09-09"),
        ("5/9/2022", "2022-09-05"),
    ],
)
def test_months_as_they_are_misspelt_and_cut_short(ditulis: str, nilai: str) -> None:
    assert [one.nilai for one in dates_in(ditulis)] == [nilai]


@pytest.mark.parametrize(
    "ditulis",
    [
        "30 Februari 2026",
        "32/1/2026",
        "12/13/2026",
        "0/1/2026",
        "066/II/2022",
        "12/XIII/2026",
        "4 Bulan 2026",
    ],
)
def test_a_day_that_does_not_exist_is_no_date(ditulis: str) -> None:
    assert dates_in(ditulis) == []


def test_a_month_without_a_day_is_kept_as_a_month() -> None:
    assert read("Kota Contoh, Agustus 2023\nHal : Contoh") == [("2023-08", 72)]
    assert read("DINAS CONTOH\nTAHUN 2023") == [("2023", 35)]


def test_a_month_gives_way_to_any_day() -> None:
    nilai = [one for one, _ in read(contoh.SOP_BERKOLOM)]

    assert nilai == ["2021-11-22", "2023-08-03", "2023-08"]


def test_the_date_behind_the_city_comes_before_the_day_of_the_meeting() -> None:
    assert read(contoh.UNDANGAN) == [("2026-11-05", 95), ("2026-11-13", 28)]


def test_the_date_in_the_column_beside_the_number_is_the_letters_own() -> None:
    assert read(contoh.PERMOHONAN) == [("2026-11-03", 95), ("2026-10-01", 28)]


def test_the_date_of_a_decree_stands_at_its_end() -> None:
    assert read(contoh.SK)[0] == ("2026-11-17", 92)


def test_a_memo_in_columns_has_its_date_behind_the_label() -> None:
    assert read(contoh.NOTA_DINAS) == [("2026-11-21", 93)]


def test_a_day_after_the_arrival_is_hardly_the_letters_own() -> None:
    teks = "Kota Contoh, 30 November 2026"

    assert read(teks, date(2026, 11, 21)) == [("2026-11-30", 25)]
    assert read(teks, date(2026, 11, 30)) == [("2026-11-30", 95)]


def test_a_birthday_and_the_end_of_a_term_are_not_taken() -> None:
    for words in ("lahir di Kota Contoh, 1 Mei 1990", "paling lambat 5 Desember 2026"):
        assert [sure for _, sure in read(f"Pemohon {words}") if sure >= 70] == []


def test_every_day_of_forty_years_is_read_back_in_every_way() -> None:
    dice = random.Random(20261121)
    for _ in range(1_500):
        on = date(1990, 1, 1) + timedelta(days=dice.randrange(365 * 45))
        ways = (
            panjang(on),
            hari_tanggal(on),
            panjang(on).upper(),
            f"{on:%d-%m-%Y}",
            f"{on:%d/%m/%Y}",
            on.isoformat(),
            f"{on.day} {BULAN[on.month - 1][:3]} {on.year}",
            f"tanggal {terbilang(on.day)} bulan {BULAN[on.month - 1]} tahun {terbilang(on.year)}",
        )
        for way in ways:
            assert [one.nilai for one in dates_in(f"x, {way}.")] == [on.isoformat()], way


def test_where_a_date_stands_is_told_exactly() -> None:
    teks = "antara 1 Mei 2026 dan 3-6-2026 saja"

    assert [teks[one.mulai : one.selesai] for one in dates_in(teks)] == ["1 Mei 2026", "3-6-2026"]
