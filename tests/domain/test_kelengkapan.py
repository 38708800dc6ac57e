"""A book says plainly what is missing, double, loose or out of order."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from service.domain.kelengkapan import examine
from service.domain.nomor import BATAL, EKSTERNAL, Nomor, id_of
from service.domain.sisipan import SisipanPenuh, is_whole, next_suffix, place, suffix

NOW = datetime(2026, 11, 21, tzinfo=UTC)


def row(urut: int, sisipan: str = "", hari: int = 1, **more: str) -> Nomor:
    on = date(2026, 11, hari)
    return Nomor(
        id_of("a/b/2026", urut, sisipan), "a/b/2026", urut, "", NOW, sisipan, tanggal=on, **more
    )


def test_a_whole_book_is_whole_with_its_void_numbers_and_what_was_slipped_in():
    told = examine(1, 3, [row(1), row(2, keadaan=BATAL), row(2, "b"), row(2, "a"), row(3)])

    assert told.utuh
    assert [one.tempat for one in told.baris] == ["1", "2", "2.a", "2.b", "3"]
    assert dict(told.jumlah) == {"Dipakai": 4, "Batal": 1}


def test_everything_that_breaks_the_promise_is_named():
    rows = [row(1, hari=9), row(2, hari=3), row(2, hari=3), row(4, "b"), row(6), row(9, "a")]

    told = examine(1, 6, rows)

    assert not told.utuh
    assert (told.lubang, told.kembar, told.mundur) == ((3, 4, 5), ("2",), ("2", "2", "6"))
    assert told.lepas == ("4.b",)
    assert [one.tempat for one in told.baris if one.nomor is None] == ["3", "4", "5"]


def test_numbers_from_outside_are_told_beside_the_row():
    told = examine(1, 1, [row(1), row(0, sumber=EKSTERNAL)])

    assert told.utuh
    assert len(told.luar) == 1
    assert examine(1, 0, []).utuh


@pytest.mark.parametrize(
    ("n", "kecil", "besar", "angka"),
    [(1, "a", "A", "1"), (26, "z", "Z", "26"), (27, "aa", "AA", "27"), (702, "zz", "ZZ", "702")],
)
def test_suffixes_run_on_behind_z(n, kecil, besar, angka):
    found = [suffix(cara, n) for cara in ("huruf_kecil", "huruf_besar", "angka")]

    assert found == [kecil, besar, angka]
    assert {place(one) for one in found} == {n}


def test_no_suffix_is_left_out_or_given_again():
    assert next_suffix("huruf_kecil", 3, ["a", "c"]) == "d"
    assert next_suffix("huruf_kecil", 3, []) == "a"
    assert not is_whole(["a", "c"])
    assert is_whole(["b", "a"])
    with pytest.raises(SisipanPenuh):
        next_suffix("huruf_kecil", 3, ["zz"])
