"""The time of making is read as precisely as it was written, and never guessed."""

from __future__ import annotations

import random
import string
import time
from datetime import date, datetime

import pytest

from service.domain.informasi.waktu import (
    BERULANG,
    KETELITIAN,
    RENTANG,
    TANGGAL,
    TEKS,
    TIADA,
    by_time,
)
from service.domain.informasi.waktu_baca import read_waktu
from service.domain.informasi.waktu_tempat import read_waktu_tempat
from service.domain.tanggal import BULAN, hari_tanggal


@pytest.mark.parametrize(
    ("ditulis", "ketelitian", "mulai", "akhir"),
    [
        ("2024", "tahun", "2024-01-01", "2024-12-31"),
        ("Tahun 2024", "tahun", "2024-01-01", "2024-12-31"),
        ("TA 2024", "tahun", "2024-01-01", "2024-12-31"),
        ("T.A. 2023", "tahun", "2023-01-01", "2023-12-31"),
        ("Tahun Anggaran 2024.", "tahun", "2024-01-01", "2024-12-31"),
        ("2024.0", "tahun", "2024-01-01", "2024-12-31"),
        ("1927", "tahun", "1927-01-01", "1927-12-31"),
        ("Semester I 2025", "semester", "2025-01-01", "2025-06-30"),
        ("semester 2 Tahun 2024", "semester", "2024-07-01", "2024-12-31"),
        ("Smt II/2024", "semester", "2024-07-01", "2024-12-31"),
        ("2025 semester pertama", "semester", "2025-01-01", "2025-06-30"),
        ("Caturwulan III 2024", "caturwulan", "2024-09-01", "2024-12-31"),
        ("TW III 2024", "triwulan", "2024-07-01", "2024-09-30"),
        ("TW-IV 2024", "triwulan", "2024-10-01", "2024-12-31"),
        ("Triwulan ke-2 Tahun 2024", "triwulan", "2024-04-01", "2024-06-30"),
        ("triwulan ketiga tahun 2024", "triwulan", "2024-07-01", "2024-09-30"),
        ("Q1 2024", "triwulan", "2024-01-01", "2024-03-31"),
        ("Januari 2024", "bulan", "2024-01-01", "2024-01-31"),
        ("FEBRUARI 2024", "bulan", "2024-02-01", "2024-02-29"),
        ("Nopember 2023", "bulan", "2023-11-01", "2023-11-30"),
        ("bulan Mei tahun 2024", "bulan", "2024-05-01", "2024-05-31"),
        ("Jan-2024", "bulan", "2024-01-01", "2024-01-31"),
        ("05/2024", "bulan", "2024-05-01", "2024-05-31"),
        ("2024-05", "bulan", "2024-05-01", "2024-05-31"),
        ("21 November 2026", "tanggal", "2026-11-21", "2026-11-21"),
        ("Sabtu, 21 November 2026", "tanggal", "2026-11-21", "2026-11-21"),
        ("21/11/2026", "tanggal", "2026-11-21", "2026-11-21"),
        ("05/06/2024", "tanggal", "2024-06-05", "2024-06-05"),
        ("21-11-2026", "tanggal", "2026-11-21", "2026-11-21"),
        ("12.11.2026", "tanggal", "2026-11-12", "2026-11-12"),
        ("12-XI-2026", "tanggal", "2026-11-12", "2026-11-12"),
        ("2024-01-05", "tanggal", "2024-01-05", "2024-01-05"),
        ("2024-01-05 00:00:00", "tanggal", "2024-01-05", "2024-01-05"),
        ("per 31 Desember 2024", "tanggal", "2024-12-31", "2024-12-31"),
        ("2022-2024", "rentang", "2022-01-01", "2024-12-31"),
        ("2022 – 2024", "rentang", "2022-01-01", "2024-12-31"),
        ("2022 s.d. 2024", "rentang", "2022-01-01", "2024-12-31"),
        ("2022 s/d 2024", "rentang", "2022-01-01", "2024-12-31"),
        ("2022s.d.2024", "rentang", "2022-01-01", "2024-12-31"),
        ("Tahun 2022 sampai dengan Tahun 2024", "rentang", "2022-01-01", "2024-12-31"),
        ("2022, 2023 dan 2024", "rentang", "2022-01-01", "2024-12-31"),
        ("2024/2025", "rentang", "2024-01-01", "2025-12-31"),
        ("1 s.d. 5 Mei 2024", "rentang", "2024-05-01", "2024-05-05"),
        ("28 Februari - 3 Maret 2024", "rentang", "2024-02-28", "2024-03-03"),
        ("Januari - Maret 2024", "rentang", "2024-01-01", "2024-03-31"),
        ("Desember 2023 - Februari 2024", "rentang", "2023-12-01", "2024-02-29"),
        ("TW I - TW III 2024", "rentang", "2024-01-01", "2024-09-30"),
        ("01/01/2024-31/12/2024", "rentang", "2024-01-01", "2024-12-31"),
    ],
)
def test_a_time_is_read_to_its_own_precision(
    ditulis: str, ketelitian: str, mulai: str, akhir: str
) -> None:
    read = read_waktu(ditulis)

    assert (read.ketelitian, str(read.mulai), str(read.akhir)) == (ketelitian, mulai, akhir)
    assert read.tertulis == ditulis
    assert read.urut == read.mulai
    assert read.ragu == ""


@pytest.mark.parametrize(
    ("ditulis", "tiap"),
    [
        ("setiap triwulan", "triwulan"),
        ("Setiap hari kerja", "hari_kerja"),
        ("Tiap bulan", "bulan"),
        ("per semester", "semester"),
        ("bulanan", "bulan"),
        ("Tahunan", "tahun"),
        ("setiap 6 bulan", "semester"),
        ("setiap 3 (tiga) bulan", "triwulan"),
        ("setiap hari Senin", "minggu"),
        ("harian", "hari"),
        ("setiap akhir tahun", "tahun"),
        ("setiap ada perubahan", ""),
        ("sewaktu-waktu", ""),
        ("Rutin", ""),
    ],
)
def test_what_comes_again_has_a_rhythm_and_no_day(ditulis: str, tiap: str) -> None:
    read = read_waktu(ditulis)

    assert (read.ketelitian, read.urut, read.ragu) == (BERULANG, None, "")
    assert read.tiap == tiap


@pytest.mark.parametrize(
    ("ditulis", "mulai", "akhir"),
    [
        ("Bulanan 2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("Setiap tahun (2020-2024)", date(2020, 1, 1), date(2024, 12, 31)),
        ("Setiap bulan sejak 2020", date(2020, 1, 1), None),
    ],
)
def test_what_comes_again_within_years_sorts_by_the_first(
    ditulis: str, mulai: date, akhir: date | None
) -> None:
    read = read_waktu(ditulis)

    assert (read.ketelitian, read.mulai, read.akhir) == (BERULANG, mulai, akhir)


@pytest.mark.parametrize("ditulis", ["2020 - sekarang", "sejak 2020", "2020 s.d. saat ini"])
def test_what_goes_on_has_no_last_day(ditulis: str) -> None:
    read = read_waktu(ditulis)

    assert (read.ketelitian, read.mulai, read.akhir) == (RENTANG, date(2020, 1, 1), None)


@pytest.mark.parametrize(
    ("ditulis", "sebab"),
    [
        ("05/06/24", "dua angka"),
        ("Jan-24", "empat angka"),
        ("Januari", "Tahunnya belum ditulis"),
        ("31/02/2024", "tidak ada di kalender"),
        ("29 Februari 2023", "tidak ada di kalender"),
        ("04/13/2024", "tidak ada di kalender"),
        ("13/2024", "bulan ke-13"),
        ("2010-12", "bulan atau tahun"),
        ("2024-25", "bulan atau tahun"),
        ("Triwulan V 2024", "Setahun hanya 4 triwulan"),
        ("2024-2022", "mendahului"),
        ("2020, 2022", "tidak berurutan"),
        ("2023/2025", "tidak berurutan"),
        ("sekitar 2010", "kira-kira"),
        ("2010?", "kira-kira"),
        ("awal 2024", "belum jelas"),
        ("s.d. 2024", "belum jelas"),
        ("45292", "kehilangan bentuknya"),
        ("1024", "tidak masuk akal"),
        ("Semester Ganjil 2024/2025", "belum terbaca"),
        ("XI/2026", "belum terbaca"),
        ("2024 M / 1445 H", "belum terbaca"),
        ("menyesuaikan", "belum terbaca"),
        ("setiap tanggal 10", "belum terbaca"),
        ("2024 " * 60, "Terlalu panjang"),
    ],
)
def test_what_is_not_sure_stays_as_it_was_written_with_a_doubt(ditulis: str, sebab: str) -> None:
    read = read_waktu(ditulis)

    assert (read.ketelitian, read.mulai, read.akhir) == (TEKS, None, None)
    assert read.tertulis == ditulis.strip()
    assert sebab in read.ragu


def test_a_weekday_that_disagrees_is_told_and_the_day_stands() -> None:
    read = read_waktu("Senin, 21 November 2026")

    assert (read.ketelitian, read.mulai) == (TANGGAL, date(2026, 11, 21))
    assert "hari Sabtu" in read.ragu


@pytest.mark.parametrize("ditulis", ["", "  ", "-", "—", "n/a", "...", "Tidak ada"])
def test_a_dash_is_no_time(ditulis: str) -> None:
    assert read_waktu(ditulis).ketelitian == TIADA


@pytest.mark.parametrize("isi", [date(2024, 2, 29), datetime(2024, 2, 29, 13, 5)])
def test_a_day_that_comes_as_a_day_is_that_day(isi: date) -> None:
    read = read_waktu(isi)

    assert (read.tertulis, read.ketelitian) == ("29 Februari 2024", TANGGAL)
    assert read.mulai == read.akhir == date(2024, 2, 29)
    assert type(read.mulai) is date


def test_every_day_of_four_years_is_read_in_the_ways_letters_write_it() -> None:
    for n in range(date(2023, 1, 1).toordinal(), date(2027, 1, 1).toordinal(), 3):
        day = date.fromordinal(n)
        for ditulis in (
            hari_tanggal(day),
            f"{day.day} {BULAN[day.month - 1][:3]} {day.year}",
            f"{day:%d/%m/%Y}",
            f"{day:%d-%m-%Y}",
            day.isoformat(),
        ):
            read = read_waktu(ditulis)
            assert (read.ketelitian, read.mulai, read.ragu) == (TANGGAL, day, ""), ditulis


def test_a_time_after_today_is_doubted_and_one_of_this_year_is_not() -> None:
    today = date(2026, 11, 23)

    assert "sesudah hari ini" in read_waktu("2027").doubts(today)
    assert read_waktu("2027").doubts(None) == ""
    assert read_waktu("2026").doubts(today) == ""
    assert read_waktu("setiap bulan").doubts(today) == ""


def test_a_list_sorts_by_time_and_what_says_no_day_comes_last() -> None:
    ditulis = ["setiap bulan", "2024", "Maret 2024", "2020-2024", "entah", "2 Januari 2024"]

    order = sorted((read_waktu(one) for one in ditulis), key=by_time)

    assert [one.tertulis for one in order[:4]] == [
        "2020-2024",
        "2024",
        "2 Januari 2024",
        "Maret 2024",
    ]
    assert {one.tertulis for one in order[4:]} == {"setiap bulan", "entah"}


def test_whatever_stands_in_a_cell_it_is_read_or_doubted_and_kept() -> None:
    chance = random.Random(7)
    parts = [*"0123456789", *string.punctuation, " ", "\n", "\u2013", "\u0663", "\u00b2", "2024"]
    parts += ["Mei", "setiap", "s.d.", "TW", "IV", "semester", "tahun", "per", "sejak", "Senin"]
    for _ in range(20_000):
        isi = "".join(chance.choices(parts, k=chance.randint(0, 12)))
        read, _ = read_waktu_tempat(isi)
        alone = read_waktu(isi)
        assert alone.ketelitian in KETELITIAN
        assert alone.tertulis == " ".join(isi.split())
        assert (alone.ketelitian == TEKS) <= bool(alone.ragu)
        assert alone.mulai is None or alone.akhir is None or alone.mulai <= alone.akhir
        assert read.mulai is None or read.terbaca


def test_a_cell_made_to_be_slow_is_not() -> None:
    begun = time.perf_counter()
    for bad in ("1 - " * 50, "setiap " * 28, "2024," * 40, "/" * 200, " di " * 50, "a" * 200):
        read_waktu_tempat(bad)
    read_waktu_tempat(", " * 5_000)

    assert time.perf_counter() - begun < 2
