"""A box for a signature is the same place on the paper, however a service counts."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.esign.letak import (
    Halaman,
    Letak,
    LetakDiLuarHalaman,
    from_pdf,
    from_v1,
    from_v2,
    to_pdf,
    to_v1,
    to_v2,
)

A4 = Halaman(595, 842)
KANAN_BAWAH = Letak(nomor=1, kiri=400, atas=700, lebar=150, tinggi=60)


def test_version_1_is_told_the_lower_left_and_the_upper_right_corner() -> None:
    assert to_v1(KANAN_BAWAH, A4) == (400, 82, 550, 142)


def test_an_install_that_means_sizes_is_told_sizes() -> None:
    assert to_v1(KANAN_BAWAH, A4, ukuran_asli=True) == (400, 82, 150, 60)


def test_version_2_is_told_the_upper_left_corner_and_the_size() -> None:
    assert to_v2(KANAN_BAWAH, A4) == (400, 700, 150, 60)


def test_a_box_in_the_upper_left_corner_touches_the_edges() -> None:
    corner = Letak(1, 0, 0, 100, 50)

    assert to_v1(corner, A4) == (0, 792, 100, 842)
    assert to_v2(corner, A4) == (0, 0, 100, 50)


def test_the_corners_of_a_pdf_may_come_in_any_order() -> None:
    assert from_pdf((400, 82, 550, 142), 1, A4) == KANAN_BAWAH
    assert from_pdf((550, 142, 400, 82), 1, A4) == KANAN_BAWAH
    assert to_pdf(KANAN_BAWAH, A4) == (400, 82, 550, 142)


whole = st.integers(1, 200)


@given(whole, whole, whole, whole, st.booleans())
def test_there_and_back_is_the_same_place(
    kiri: int, atas: int, lebar: int, tinggi: int, ukuran_asli: bool
) -> None:
    one = Letak(3, kiri, atas, lebar, tinggi)

    v1 = to_v1(one, A4, ukuran_asli=ukuran_asli)
    assert from_v1(v1, 3, A4, ukuran_asli=ukuran_asli) == one
    assert from_v2(to_v2(one, A4), 3) == one


@pytest.mark.parametrize(
    "bad",
    [
        Letak(0, 10, 10, 50, 50),
        Letak(1, -1, 10, 50, 50),
        Letak(1, 10, -1, 50, 50),
        Letak(1, 10, 10, 0, 50),
        Letak(1, 10, 10, 50, -5),
        Letak(1, 560, 10, 50, 50),
        Letak(1, 10, 800, 50, 50),
        Letak(1, math.nan, 10, 50, 50),
        Letak(1, 10, 10, math.inf, 50),
    ],
)
def test_a_signature_that_would_not_be_seen_whole_is_refused(bad: Letak) -> None:
    for told in (to_v1, to_v2):
        with pytest.raises(LetakDiLuarHalaman, match="keluar dari halaman"):
            told(bad, A4)
