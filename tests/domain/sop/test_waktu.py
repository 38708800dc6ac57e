"""The time column, as offices word it, and when a step is due by it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from service.domain.kalender import Kalender
from service.domain.libur import CUTI_BERSAMA, NASIONAL, Libur
from service.domain.sop.waktu import Waktu, jatuh_tempo, read_waktu

WIB = Kalender("WIB")


@pytest.mark.parametrize(
    ("kata", "jumlah", "satuan", "jenis"),
    [
        ("10 menit", 10, "menit", "norma"),
        ("120 Menit", 120, "menit", "norma"),
        ("1 jam", 60, "menit", "norma"),
        ("1,5 jam", 90, "menit", "norma"),
        ("½ jam", 30, "menit", "norma"),
        ("15 (lima belas) menit", 15, "menit", "norma"),
        ("5-10 menit", 10, "menit", "norma"),
        ("1 s.d. 2 hari", 2, "hari", "norma"),
        ("1 hari", 1, "hari", "norma"),
        ("Maks. 3 hari kerja", 3, "hari", "norma"),
        ("paling lambat 2 hari", 2, "hari", "norma"),
        ("2 x 24 jam", 2, "hari", "norma"),
        ("1 minggu", 5, "hari", "norma"),
        ("1 bulan", 1, "bulan", "ulang"),
        ("6 bulan", 6, "bulan", "ulang"),
        ("setiap 1 tahun", 12, "bulan", "ulang"),
        ("", 0, "", ""),
        ("sesuai kebutuhan", 0, "", "kata"),
        ("0 hari", 0, "", "kata"),
        ("9999999 hari", 0, "", "kata"),
        ("1,3 hari", 0, "", "kata"),
    ],
)
def test_the_column_is_read_as_offices_word_it(
    kata: str, jumlah: int, satuan: str, jenis: str
) -> None:
    found = read_waktu(kata)

    assert (found.jumlah, found.satuan, found.jenis) == (jumlah, satuan, jenis)
    assert found.kata == " ".join(kata.split())


def test_a_kind_of_information_is_no_time() -> None:
    found = read_waktu("Secara berkala, serta merta dan setiap saat")

    assert (found.jenis, found.jumlah) == ("kategori", 0)
    assert found.kategori == ("berkala", "serta_merta", "setiap_saat")


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour - 7, minute, tzinfo=UTC)  # WIB


def test_minutes_run_only_while_the_office_is_open() -> None:
    # Friday 20 November 2026, 16.20: ten minutes are left of the day.
    assert jatuh_tempo(read_waktu("30 menit"), WIB, at(20, 16, 20)) == at(23, 7, 50)
    assert jatuh_tempo(read_waktu("1 jam"), WIB, at(19, 11, 30)) == at(19, 13, 30)


def test_a_day_is_due_when_the_office_closes_on_the_next_working_day() -> None:
    assert jatuh_tempo(read_waktu("1 hari"), WIB, at(19, 9)) == at(20, 16, 30)
    assert jatuh_tempo(read_waktu("1 hari"), WIB, at(20, 9)) == at(23, 16)


def test_holidays_and_shared_leave_are_no_working_days() -> None:
    closed = (
        Libur("a", "x", date(2026, 12, 25), "Natal", NASIONAL, "", sementara=False),
        Libur("b", "x", date(2026, 12, 24), "Cuti bersama", CUTI_BERSAMA, "", sementara=False),
    )
    due = jatuh_tempo(read_waktu("1 hari"), WIB.with_libur(closed), at(23, 9, month=12))

    assert due == at(28, 16, month=12)


def test_a_period_ends_on_its_last_working_day() -> None:
    assert jatuh_tempo(read_waktu("1 bulan"), WIB, at(2, 9)) == at(1, 16, month=12)
    # Begun on Monday 1 June, it would end on Monday 30 November.
    assert jatuh_tempo(read_waktu("6 bulan"), WIB, at(1, 9, month=6)) == at(30, 16)


def test_where_the_column_sets_no_time_nothing_is_due() -> None:
    for kata in ("", "sesuai kebutuhan", "setiap saat"):
        assert jatuh_tempo(read_waktu(kata), WIB, at(20, 9)) is None


def test_touch_time_adds_up_apart_from_days() -> None:
    column = [read_waktu(x) for x in ("10 menit", "120 menit", "1 hari", "60 menit", "", "1 bulan")]

    assert sum(one.menit_sentuh for one in column) == 190
    assert sum(one.hari_sentuh for one in column) == 1
    assert Waktu().menit_sentuh == 0
