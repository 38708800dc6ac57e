"""Numbers that went out after the backup are never given again, whoever remembers them."""

from __future__ import annotations

from datetime import date

import pytest

from service.domain.cadangan.keluar import Jawaban, ends, read_told, running, taken
from service.domain.cadangan.tolak import NomorBelumDisebut, NomorTidakSah
from service.domain.nomor import Buku

SK, LAMA, BULAN = "contoh/sk/2026", "contoh/sk/2025", "contoh/undangan/2026-11"
PULIH = {SK: 12, LAMA: 300, BULAN: 4, "contoh/abadi/0": 7}
SEJAK, KINI = date(2026, 11, 20), date(2026, 11, 23)


def told(jawaban: Jawaban, tercatat: dict[str, int] | None = None) -> dict[str, tuple[int, int]]:
    found = taken(PULIH, tercatat or {}, jawaban, SEJAK, KINI)
    return {one.buku.id: (one.keluar, one.sampai) for one in found}


def test_where_nobody_can_tell_the_office_is_asked_for_every_book_that_runs() -> None:
    with pytest.raises(NomorBelumDisebut) as asked:
        taken(PULIH, {}, Jawaban(), SEJAK, KINI)

    assert asked.value.buku == (("contoh/abadi/0", 7), (SK, 12), (BULAN, 4))
    assert f"\n  {SK} 12" in str(asked.value) and "--celah" in str(asked.value)


def test_what_the_clock_noted_beside_the_ledger_is_enough_and_the_last_seconds_are_left_out() -> (
    None
):
    assert told(Jawaban(), {SK: 15, LAMA: 300, BULAN: 4}) == {SK: (15, 35)}


def test_what_is_noted_and_not_further_than_the_backup_tells_nothing() -> None:
    with pytest.raises(NomorBelumDisebut):
        told(Jawaban(), {SK: 12, LAMA: 299})


def test_the_office_says_book_by_book() -> None:
    words = read_told(f"# dari buku agenda\n{SK} 14\n\n{BULAN} 4\ncontoh/abadi/0  9\n")

    assert told(Jawaban(words)) == {"contoh/abadi/0": (9, 9), SK: (14, 14)}
    assert told(Jawaban(words, celah=3))[BULAN] == (4, 7)
    assert told(Jawaban(words), {SK: 20})[SK] == (20, 20)
    with pytest.raises(NomorBelumDisebut) as asked:
        told(Jawaban({SK: 14}))
    assert asked.value.buku == (("contoh/abadi/0", 7), (BULAN, 4))


def test_a_gap_is_left_in_every_book_that_runs_and_none_where_nothing_went_out() -> None:
    assert told(Jawaban(celah=50)) == {
        "contoh/abadi/0": (7, 57),
        SK: (12, 62),
        BULAN: (4, 54),
    }
    assert told(Jawaban(celah=0)) == {}


def test_a_book_that_began_after_the_backup_is_asked_for_too() -> None:
    later = running(PULIH, date(2026, 11, 20), date(2027, 1, 5))

    assert later == [
        "contoh/abadi/0",
        SK,
        "contoh/sk/2027",
        BULAN,
        "contoh/undangan/2026-12",
        "contoh/undangan/2027-01",
    ]


@pytest.mark.parametrize(
    ("jawaban", "kata"),
    [
        (Jawaban(celah=501), "paling banyak 500"),
        (Jawaban(celah=-1), "paling banyak 500"),
        (Jawaban({SK: 11, BULAN: 4, "contoh/abadi/0": 7}), "sudah sampai 12, bukan 11"),
        (Jawaban({SK: 12, BULAN: 4, "contoh/abadi/0": 7, "sk 2026": 4}), "bukan nama buku"),
        (Jawaban({SK: 999_999, BULAN: 4, "contoh/abadi/0": 7}), "melompat dari 12"),
    ],
)
def test_a_last_number_that_cannot_be_is_refused(jawaban: Jawaban, kata: str) -> None:
    with pytest.raises(NomorTidakSah, match=kata):
        told(jawaban)


@pytest.mark.parametrize("line", [f"{SK}", f"{SK} dua", f"{SK} 3 4", f"{SK} -3", f"{SK} ³"])
def test_a_line_that_is_none_is_named(line: str) -> None:
    with pytest.raises(NomorTidakSah, match="bukan nama buku dan nomor"):
        read_told(line)


def test_a_book_ends_with_its_year_or_its_month() -> None:
    assert ends(Buku("contoh", "sk", 2026)) == date(2026, 12, 31)
    assert ends(Buku("contoh", "undangan", 2026, bulan=11)) == date(2026, 11, 30)
    assert ends(Buku("contoh", "abadi", 0)).year == 9999


def test_what_is_kept_back_is_told_in_one_line() -> None:
    [one] = taken({SK: 12}, {}, Jawaban({SK: 14}, celah=1), SEJAK, KINI)

    assert str(one) == (
        f"buku {SK}: nomor 13 sampai 14 sudah keluar sesudah cadangan; nomor 15 dilompati"
    )
