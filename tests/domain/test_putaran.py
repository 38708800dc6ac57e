"""A round of collection: who owes a list, how far each unit is, and who is late."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from service.domain.putaran import (
    AdaDaftar,
    Bagian,
    Baris,
    BukanGiliranUnit,
    Daftar,
    assigned,
    counted,
    judged,
    last_of_each,
    need_nothing_sent,
)

BARU, TUNTAS = Baris(menunggu=3), Baris()
HARI = date(2026, 11, 20)


def at(day: int, month: int = 11, hour: int = 3) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=UTC)


def part(month: int = 11, **more: object) -> Bagian:
    begun = at(2, month)
    one = Bagian("humas", f"2026-{month:02d}", begun, f"b{month}", sejak=begun)
    return replace(one, **{"jatuh": date(2026, month, 5), **more})  # type: ignore[arg-type]


def sent(day: int, keadaan: str = "selesai", month: int = 11, **more: bool) -> Daftar:
    when = at(day, month)
    return Daftar(f"d{month}-{day}", "humas", keadaan, when, when.date(), **more)


def state(bagian: Bagian, *daftar: Daftar, baris: Baris = TUNTAS) -> str:
    return judged(bagian, daftar, baris, HARI).keadaan


def test_a_unit_is_as_far_as_its_last_list() -> None:
    one = part()
    assert state(one) == "belum"
    assert state(one, sent(3, "dibaca")) == "dikirim"
    assert state(one, sent(3, "ditolak")) == "dikembalikan"
    assert state(one, sent(3, kembali=True)) == "dikembalikan"
    assert state(one, sent(3, kembali=True), sent(4, "memuat")) == "dikirim"
    assert state(one, sent(3), baris=BARU) == "dikirim"
    assert state(one, sent(3), baris=Baris(1, 1)) == "dikembalikan"
    assert state(one, sent(3)) == "diverifikasi"


def test_without_a_workbook_its_matter_says_how_far_it_is() -> None:
    assert state(part(pada_unit=False)) == "dikirim"
    assert state(part(dipulangkan=True)) == "dikembalikan"
    assert state(part(ditutup=at(9))) == "diverifikasi"
    assert state(part(ditutup=at(9), hasil="nihil")) == "nihil"
    assert state(part(ditutup=at(9), hasil="belum")) == "tidak_ditunggu"


def test_what_is_sent_after_the_matter_came_back_is_a_new_try() -> None:
    back = part(dipulangkan=True, sejak=at(6))
    assert state(back, sent(3)) == "dikembalikan"
    assert state(back, sent(7, "dibaca")) == "dikirim"


def test_a_unit_that_thinks_again_after_its_word_is_heard() -> None:
    nothing = part(ditutup=at(9), hasil="nihil")
    assert state(nothing, sent(12, "dibaca")) == "dikirim"


def test_only_who_is_waited_for_is_late() -> None:
    assert judged(part(), (), TUNTAS, HARI).terlambat
    assert judged(part(), (sent(3, "ditolak"),), TUNTAS, HARI).terlambat
    assert not judged(part(), (), TUNTAS, date(2026, 11, 5)).terlambat
    assert not judged(part(), (sent(3, "dibaca"),), TUNTAS, HARI).terlambat
    assert not judged(part(jatuh=None), (), TUNTAS, HARI).terlambat
    assert not judged(part(ditutup=at(9), hasil="belum"), (), TUNTAS, HARI).terlambat


def test_a_late_list_pays_the_oldest_round_and_the_next_one_the_round_after() -> None:
    november, december = part(11), part(12)
    late, next_, more = sent(3, month=12), sent(9, month=12), sent(20, month=12)
    found = assigned([december, november], [more, next_, late])
    assert found[november] == (late,)
    assert found[december] == (next_, more)


def test_a_list_that_was_returned_is_mended_in_its_own_round() -> None:
    november, december = part(11), part(12)
    wrong, mended = sent(4, kembali=True), sent(3, month=12)
    assert assigned([november, december], [wrong, mended])[november] == (wrong, mended)


def test_a_list_of_the_month_counts_also_before_its_round_was_opened() -> None:
    one = replace(part(), dibuka=at(10))
    assert assigned([one], [sent(3), sent(30, month=10)])[one] == (sent(3),)


def test_what_came_after_the_end_of_a_part_is_none_of_it() -> None:
    over, quiet = part(ditutup=at(9)), part(ditutup=at(9), hasil="nihil")
    assert assigned([over], [sent(12)])[over] == ()
    assert assigned([quiet], [sent(12), sent(2, month=12)])[quiet] == (sent(12),)


def test_a_list_thrown_away_without_a_fault_was_sent_by_mistake() -> None:
    one, wrong, slip = part(), sent(3, "dibuang", kembali=True), sent(4, "dibuang")
    found = assigned([one], [wrong, slip])[one]
    assert found == (wrong,)
    assert state(one, *found) == "dikembalikan"


def test_nothing_new_is_said_before_anything_is_sent() -> None:
    need_nothing_sent(judged(part(), (), TUNTAS, HARI))
    with pytest.raises(AdaDaftar):
        need_nothing_sent(judged(part(), (sent(3),), TUNTAS, HARI))
    for over in (part(pada_unit=False), part(ditutup=at(9))):
        with pytest.raises(BukanGiliranUnit):
            need_nothing_sent(judged(over, (), TUNTAS, HARI))


def test_a_unit_that_was_asked_again_has_one_part_that_runs_on() -> None:
    first, again = part(ditutup=at(9)), part(berkas="lagi", dibuka=at(12))
    (one,) = last_of_each([again, first])
    assert (one.berkas, one.dibuka, one.dipulangkan) == ("lagi", at(2), True)


def test_every_state_is_counted_also_where_nobody_is_in_it() -> None:
    found = counted([judged(part(), (), TUNTAS, HARI)])
    assert found == {
        **dict.fromkeys(found, 0),
        "belum": 1,
    }
    assert len(found) == 6
