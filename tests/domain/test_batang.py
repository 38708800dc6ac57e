"""Bars of a report say what its table says."""

from __future__ import annotations

from typing import Any

from service.domain.batang import Batang, batang, lajur

ROWS: list[dict[str, Any]] = [
    {"unit": "Biro Umum", "kategori": "Berkala", "tersedia": 18, "belum": 2},
    {"unit": "Biro Hukum", "kategori": "Setiap saat", "tersedia": 11, "belum": 4},
    {"unit": "Biro Umum", "kategori": "Setiap saat", "tersedia": 30, "belum": 0},
]


def test_a_unit_is_one_lane_however_many_rows_it_has() -> None:
    umum, hukum = lajur(ROWS, "unit", "tersedia", "belum")

    assert umum == {"nama": "Biro Umum", "nilai": [48, 2], "jumlah": 50, "skala": 50}
    assert hukum == {"nama": "Biro Hukum", "nilai": [11, 4], "jumlah": 15, "skala": 50}


def test_rows_without_a_number_are_counted() -> None:
    assert [(x["nama"], x["nilai"]) for x in lajur(ROWS, "kategori")] == [
        ("Berkala", [1]),
        ("Setiap saat", [2]),
    ]


def test_numbers_that_stand_alone_make_lanes_too() -> None:
    given, refused = lajur([["Dikabulkan", 6], ["Ditolak", 0]], 0, 1)

    assert batang(given, "permohonan") == Batang((1_000,), "Dikabulkan: permohonan 6")
    assert batang(refused, "permohonan") == Batang((0,), "Ditolak: permohonan 0")


def test_every_bar_is_drawn_on_the_scale_of_the_longest_and_heard_in_words() -> None:
    _, hukum = lajur(ROWS, "unit", "tersedia", "belum")

    assert batang(hukum, "tersedia", "belum tersedia") == Batang(
        (220, 80), "Biro Hukum: tersedia 11, belum tersedia 4"
    )


def test_one_among_many_thousands_is_still_seen() -> None:
    lanes = lajur([["Banyak", 90_000], ["Satu", 1]], 0, 1)

    assert batang(lanes[1]) == Batang((1,), "Satu: 1")


def test_what_is_no_number_is_nothing_in_a_bar() -> None:
    rows: list[Any] = [["Kosong", ""], ["Benar", True], ["Utang", -3], "bukan baris", {}]

    assert {x["jumlah"] for x in lajur(rows, 0, 1)} == {0}
    assert lajur("bukan tabel", "unit") == "bukan tabel"
    assert lajur([], "unit") == []
