"""What may be asked of the sample home, and when."""

from __future__ import annotations

import pytest

from service.domain.contoh import (
    DIMAINKAN,
    DIMINTA,
    GAGAL,
    KOSONG,
    MENYALA,
    SEMUA,
    BukanInstansiPaket,
    ContohSudahAda,
    ContohTidakAda,
    RumahContoh,
    may_ask,
    may_drop,
)

ADA = ["badan_contoh", "dinas_contoh"]


def test_one_agency_or_all_of_them_are_played():
    assert may_ask(RumahContoh(), SEMUA, ADA) == ("badan_contoh", "dinas_contoh")
    assert may_ask(RumahContoh(), "dinas_contoh", ADA) == ("dinas_contoh",)


def test_an_agency_without_a_pack_is_not_played():
    with pytest.raises(BukanInstansiPaket):
        may_ask(RumahContoh(), "../dinas_contoh", ADA)


@pytest.mark.parametrize("keadaan", [DIMINTA, DIMAINKAN, MENYALA, GAGAL])
def test_a_second_sample_home_waits_until_the_first_is_gone(keadaan):
    with pytest.raises(ContohSudahAda):
        may_ask(RumahContoh(keadaan), SEMUA, ADA)
    may_drop(RumahContoh(keadaan))


def test_what_is_not_there_is_not_taken_away():
    with pytest.raises(ContohTidakAda):
        may_drop(RumahContoh(KOSONG))
