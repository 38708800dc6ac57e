"""Time and place stand in one column of the legal form, and come apart only where it is plain."""

from __future__ import annotations

import pytest

from service.domain.informasi.waktu import TEKS
from service.domain.informasi.waktu_tempat import DUA_BAGIAN, read_waktu_tempat


@pytest.mark.parametrize(
    ("isi", "waktu", "tempat"),
    [
        ("Kota Contoh, 12 Januari 2024", "12 Januari 2024", "Kota Contoh"),
        ("Kota Contoh, Jumat, 12 Januari 2024", "Jumat, 12 Januari 2024", "Kota Contoh"),
        ("2024, Kota Contoh", "2024", "Kota Contoh"),
        ("2024\nKota Contoh", "2024", "Kota Contoh"),
        ("Januari 2024 di Kota Contoh", "Januari 2024", "Kota Contoh"),
        ("2022-2024 / Kota Contoh", "2022-2024", "Kota Contoh"),
        ("Kota Contoh (2024)", "2024", "Kota Contoh"),
        ("Setiap bulan, Bagian Umum", "Setiap bulan", "Bagian Umum"),
        ("Kota Contoh, 2023, 2024", "2023, 2024", "Kota Contoh"),
        ("2024", "2024", ""),
    ],
)
def test_time_and_place_come_out_of_one_cell(isi: str, waktu: str, tempat: str) -> None:
    read, place = read_waktu_tempat(isi)

    assert (read.tertulis, place) == (waktu, tempat)
    assert read.terbaca
    assert read.ragu == ""


@pytest.mark.parametrize("isi", ["Kota Contoh 2024", "Lantai 2, 2024", "Gedung 3, lantai 4"])
def test_where_time_and_place_are_mixed_nothing_is_taken_apart(isi: str) -> None:
    read, place = read_waktu_tempat(isi)

    assert (read.ketelitian, read.tertulis, place) == (TEKS, isi, "")
    assert read.ragu == DUA_BAGIAN
