"""Who signs when: in order or in any order, never two at once, and what happens to the others."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from service.domain import tempat_ttd as t
from service.domain.ruas import BEBAS, BERURUTAN
from service.domain.tempat_ttd import ELEKTRONIK, TempatTtd
from service.domain.tolakan_ttd import (
    BukanGiliran,
    BukanPerluDicek,
    BukanTempatAnda,
    MasihDicek,
    SedangDitandatangani,
    TanpaAlasanMenolak,
    UrutanTerlewat,
)

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)


def three() -> list[TempatTtd]:
    return [
        TempatTtd(f"t{urut}", "n", 1, urut, peran, ELEKTRONIK)
        for urut, peran in enumerate(("ppid", "unit", "atasan_ppid"), 1)
    ]


def sign(places: list[TempatTtd], n: int, unsigned: str = "kosong") -> None:
    before = t.latest(places, unsigned)
    begun = t.taken(places[n], f"orang{n}", "kunci", before, NOW)
    places[n] = t.signed(begun, f"{before}+{n}", NOW)


def may(places: list[TempatTtd], n: int, urutan: str, now: datetime = NOW) -> None:
    t.need_turn(places, urutan, places[n], "PPID", now)


def test_in_order_the_second_waits_for_the_first() -> None:
    places = three()
    may(places, 0, BERURUTAN)
    with pytest.raises(BukanGiliran, match="menunggu tanda tangan PPID"):
        may(places, 1, BERURUTAN)
    sign(places, 0)
    may(places, 1, BERURUTAN)


def test_in_any_order_each_who_is_left_may_sign() -> None:
    places = three()
    sign(places, 2)
    for n in (0, 1):
        may(places, n, BEBAS)
    with pytest.raises(BukanTempatAnda):
        may(places, 2, BEBAS)


def test_never_two_at_once_on_one_paper_and_a_lease_left_behind_ends() -> None:
    places = three()
    places[0] = t.taken(places[0], "orang", "kunci", "kosong", NOW)
    for n in (0, 1):
        with pytest.raises(SedangDitandatangani):
            may(places, n, BEBAS)
    may(places, 1, BEBAS, NOW + t.SEWA)


def test_each_signature_is_set_on_what_the_last_one_left_whatever_the_order() -> None:
    places = three()
    for n in (2, 0, 1):
        sign(places, n)
    assert t.latest(places, "kosong") == "kosong+2+0+1"
    assert [one.sebelum for one in places] == ["kosong+2", "kosong+2+0", "kosong"]
    assert t.whole(places)


def test_a_paper_is_signed_when_nobody_is_left_and_not_without_a_signature() -> None:
    places = three()
    assert not t.whole([])
    assert not t.whole([t.lapsed(one) for one in places])
    for n in (0, 1):
        sign(places, n)
    assert not t.whole(places)
    sign(places, 2)
    assert t.whole(places)


def test_while_an_answer_is_lost_nobody_signs_and_a_person_sets_it_free() -> None:
    places = three()
    places[0] = t.unknown(t.taken(places[0], "orang", "bsre", "kosong", NOW))
    assert t.turn(places, BEBAS) == []
    with pytest.raises(MasihDicek):
        may(places, 1, BEBAS)
    assert places[0].oleh == "orang"

    places[0] = t.looked_into(places[0])
    assert places[0] == three()[0]
    may(places, 0, BERURUTAN)


def test_who_will_not_sign_says_why_and_only_while_the_place_is_empty() -> None:
    places = three()
    with pytest.raises(TanpaAlasanMenolak):
        t.declined(places[0], "orang", NOW, "")
    sign(places, 0)
    with pytest.raises(BukanTempatAnda):
        t.declined(places[0], "orang", NOW, "Salah pasal.")
    gone = t.declined(places[1], "orang", NOW, "Salah pasal.")
    assert (gone.keadaan, gone.alasan) == (t.MENOLAK, "Salah pasal.")


def test_what_was_begun_and_came_to_nothing_leaves_no_trace_in_the_place() -> None:
    one = three()[0]
    begun = t.taken(one, "orang", "kunci", "kosong", NOW)
    assert begun.leased(NOW + timedelta(seconds=1))
    assert t.let_go(begun) == one


def test_the_places_of_an_earlier_time_do_not_count() -> None:
    old = [replace(one, keadaan=t.GUGUR) for one in three()]
    new = [replace(one, id=f"baru{one.urut}", ajuan=2) for one in three()]
    assert t.of_turn([*reversed(new), *old], 2) == new


def test_what_came_back_fills_places_in_the_order_that_was_asked_for() -> None:
    places = three()
    t.need_in_order(places, BERURUTAN, {"t1"})
    t.need_in_order(places, BERURUTAN, {"t1", "t2"})
    t.need_in_order(places, BEBAS, {"t3"})
    with pytest.raises(UrutanTerlewat, match="tanda tangan PPID lebih dahulu"):
        t.need_in_order(places, BERURUTAN, {"t2"})
    with pytest.raises(UrutanTerlewat, match="tanda tangan Unit Kerja lebih dahulu"):
        t.need_in_order(places, BERURUTAN, {"t1", "t3"})
    with pytest.raises(BukanTempatAnda):
        t.need_in_order(places, BEBAS, {"t4"})
    places[0] = t.came_back(places[0], "o1", "kosong", "isi", NOW)
    with pytest.raises(BukanTempatAnda):
        t.need_in_order(places, BEBAS, {"t1"})
    assert t.latest(places, "kosong") == "isi"


def test_who_went_to_a_service_and_never_came_back_may_have_signed() -> None:
    over = NOW + t.SEWA
    places = three()
    for cara, doubt in (("bsre", True), ("pkcs12", False)):
        begun = t.taken(places[0], "orang", cara, "kosong", NOW)
        assert not t.hangs(begun, NOW)
        assert t.hangs(begun, over) is doubt
        assert not t.hangs(t.let_go(begun), over)
        assert not t.hangs(t.signed(begun, "jadi", NOW), over)
    places[0] = t.taken(places[0], "orang", "bsre", "kosong", NOW)
    with pytest.raises(MasihDicek):
        may(places, 1, BEBAS, over)


def test_what_was_found_out_about_a_lost_answer_is_said_once() -> None:
    begun = t.taken(three()[0], "orang", "bsre", "kosong", NOW)
    doubt = t.unknown(begun, "acuan", "alasan", "kembali")
    assert (doubt.oleh, doubt.acuan, doubt.sesudah) == ("orang", "acuan", "kembali")

    free = t.looked_into(doubt)
    assert (free.keadaan, free.cara, free.sesudah, free.acuan) == (t.MENUNGGU, "", "", "")
    done = t.found_signed(doubt, "jadi", NOW)
    assert (done.keadaan, done.oleh, done.sesudah) == (t.DITANDATANGANI, "orang", "jadi")
    for over in (free, done):
        with pytest.raises(BukanPerluDicek):
            t.looked_into(over)
        with pytest.raises(BukanPerluDicek):
            t.found_signed(over, "lagi", NOW)
