"""Kota Kupang: each unit proposes and hands over, is tested, and one list comes of all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.domain.berkas import SELESAI
from service.domain.sop.tolakan import BelumLengkap, RujukanBelumSelesai
from tests.conftest import new_sqlite
from tests.journey.sop import Panggung, at_work

KODE, SOP = "kota_kupang", "pendokumentasian_dikecualikan"
UNIT = ["simpan", "serahkan.beri", "serahkan.terima:lengkap", "uji"]
UJI = ["kajian", "rapat:cukup", "laporkan", "penetapan"]


@pytest.fixture
def kota(tmp_path: Path) -> Iterator[Panggung]:
    with at_work(tmp_path, new_sqlite(tmp_path)) as house:
        yield Panggung(house, KODE)


def test_every_unit_is_tested_and_one_list_comes_of_all(kota: Panggung) -> None:
    one = kota.opened(SOP, "pengelola_arsip")
    units = kota.below(one)
    assert [x.unit for x in units] == ["kominfo", "layanan_informasi"]

    assert kota.play(one).keadaan == SELESAI
    assert kota.way(one) == ["simpan", "dokumentasi"]
    for unit in kota.below(one):
        assert (unit.keadaan, kota.way(unit)) == (SELESAI, UNIT)
        [test] = kota.below(unit)
        assert (test.keadaan, kota.way(test)) == (SELESAI, UJI)
        assert [x.hasil for x in kota.items(test)] == ["terbuka", "sebagian", "dikecualikan"]
    assert ("dik", "terbit") in kota.things(one)
    kota.sound()


def test_what_a_unit_hands_over_is_sent_back_and_its_test_has_its_own_returns(
    kota: Panggung,
) -> None:
    kota.choose(serahkan=["kembali"], rapat=["rapat_lagi"], penetapan=["kembali"])
    one = kota.opened(SOP, "pengelola_arsip")

    assert kota.play(one).keadaan == SELESAI
    first, second = kota.below(one)
    assert kota.way(first) == [*UNIT[:2], "serahkan.terima:kembali", *UNIT]
    assert (first.putaran, second.putaran) == (1, 0)
    [test] = kota.below(first)
    assert kota.way(test) == [
        *["kajian", "rapat:rapat_lagi", "kajian", "rapat:cukup"],
        *["laporkan", "penetapan:kembali", "laporkan", "penetapan"],
    ]
    kota.sound()


def test_nothing_is_listed_before_its_test_is_over(kota: Panggung) -> None:
    one = kota.opened(SOP, "pengelola_arsip")
    unit = kota.below(one)[0]
    kota.play(unit, until="uji")
    with pytest.raises((RujukanBelumSelesai, BelumLengkap)):
        kota.go(unit, "pengelola_arsip")

    assert kota.now(one).langkah == "simpan"
    assert kota.play(one).keadaan == SELESAI
    kota.sound()


def test_a_unit_that_is_not_waited_for_brings_nothing(kota: Panggung) -> None:
    one = kota.opened(SOP, "pengelola_arsip")
    first, late = kota.below(one)
    kota.play(first)
    kota.excuse(late)

    assert kota.now(one).langkah == "dokumentasi"
    assert kota.play(one).keadaan == SELESAI
    kota.sound()
