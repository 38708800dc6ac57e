"""The appendix of a decree is exactly the lines of its edition, in one order, under their bars."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from service.domain.edisi.susun import appendix, drawn_up, joined, ordered
from service.domain.informasi.baris import dip_row, in_order
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import (
    DICABUT,
    DIMUTAKHIRKAN,
    DITETAPKAN,
    KEADAAN,
    TERBIT,
    TERVERIFIKASI,
)
from service.domain.informasi.kode import from_bits, spoken
from service.domain.informasi.sumbu import BILAH
from tests.domain.informasi.contoh import UTUH

HARI = date(2026, 11, 23)


def piece(n: int, kategori: str = "berkala", keadaan: str = TERVERIFIKASI) -> Informasi:
    words = replace(UTUH.unsur, ringkasan=f"Laporan contoh yang ke-{n:02d}")
    kode = from_bits(f"contoh baris {n:03d}".encode())
    return replace(UTUH, id=f"p{n}", kode=kode, keadaan=keadaan, kategori=kategori, unsur=words)


PIECES = [
    piece(3, "setiap_saat"),
    piece(1, "serta_merta", TERBIT),
    piece(2),
    piece(4, "berkala", DITETAPKAN),
]


def test_lines_stand_in_the_order_of_the_law_and_of_their_pieces() -> None:
    rows = drawn_up(PIECES, {}, HARI).baris
    assert [row["kode"] for row in rows] == [spoken(one.kode) for one in in_order(PIECES)]
    assert ordered(reversed(rows)) == list(rows)


def test_the_appendix_is_exactly_those_lines_numbered_through_under_their_bars() -> None:
    rows = drawn_up(PIECES, {}, HARI).baris
    bars = appendix(rows)
    assert [one["kategori"] for one in bars] == list(BILAH.values())
    printed = [row for one in bars for row in one["baris"]]
    assert [row["no"] for row in printed] == [1, 2, 3, 4]
    for row, line in zip(rows, printed, strict=True):
        assert {name: row.get(name, "") for name in line if name != "no"} == {
            name: said for name, said in line.items() if name != "no"
        }


def test_what_is_renewed_keeps_its_line_of_the_last_edition() -> None:
    before = dip_row(piece(2, keadaan=TERBIT))
    words = replace(UTUH.unsur, ringkasan="Kata baru yang belum diverifikasi")
    one = replace(piece(2, keadaan=DIMUTAKHIRKAN), unsur=words)
    assert drawn_up([one], {before["kode"]: before}, HARI).baris == (before,)
    assert drawn_up([one], {}, HARI).baris == ()


def test_only_what_is_verified_decreed_or_public_has_a_line() -> None:
    for keadaan in KEADAAN:
        rows = drawn_up([piece(1, keadaan=keadaan)], {}, HARI).baris
        assert bool(rows) == (keadaan in (TERVERIFIKASI, DITETAPKAN, TERBIT)), keadaan


def test_a_weak_line_is_told_under_the_number_that_it_is_printed_with() -> None:
    weak = replace(piece(9), unsur=replace(UTUH.unsur, ringkasan="Arsip"))
    found = drawn_up([weak, piece(1, "setiap_saat")], {}, HARI)
    assert [(one.no, one.kode) for one in found.kurang] == [(1, weak.kode)]


def test_what_a_test_opened_is_put_into_the_list_before_and_all_else_stays() -> None:
    before = [dip_row(one) for one in (piece(1), piece(2))]
    fresh = dip_row(replace(piece(2), unsur=replace(UTUH.unsur, ringkasan="Setelah diuji")))
    more = dip_row(piece(5, "serta_merta"))
    rows = joined(before, [fresh, more])
    assert sorted(row["kode"] for row in rows) == sorted({row["kode"] for row in (*before, more)})
    assert [row for row in rows if row["kode"] == fresh["kode"]] == [fresh]


def test_what_was_withdrawn_has_no_line() -> None:
    assert drawn_up([piece(1, keadaan=DICABUT)], {}, HARI).baris == ()
