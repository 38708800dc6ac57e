"""What a service gave back is held to the rule of the house, but for what it vouches for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from service.domain.esign.hasil import judged, level
from service.domain.tanda_tangan import (
    BacaanTanda,
    Masa,
    Pencabutan,
    Rantai,
    Revisi,
    Sertifikat,
    TandaTangan,
    Ubahan,
)

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
PEJABAT = Sertifikat("Contoh Kepala", "Penerbit Contoh", "ab" * 32, NOW, NOW)
BARU = TandaTangan(
    kolom="Ttd",
    cap_waktu=False,
    ujung=2_000,
    menyeluruh=True,
    utuh=True,
    terjaga=True,
    rantai=Rantai.PUTUS,
    masa=Masa.BERLAKU,
    pencabutan=Pencabutan.TAK_DIKETAHUI,
    sertifikat=PEJABAT,
    waktu=NOW,
)
KEMBALI = BacaanTanda(
    ukuran=2_000,
    awalan_sama=True,
    tanda=(BARU,),
    revisi=(Revisi(1_500, Ubahan.TANDA),),
    kolom=("Ttd",),
)


def taken(bacaan: BacaanTanda, **more: object) -> bool:
    told = {"berakar": False} | more
    return judged(bacaan, 1_000, "Contoh Kepala", NOW, **told).diterima  # type: ignore[arg-type]


def with_signature(**more: object) -> BacaanTanda:
    return replace(KEMBALI, tanda=(replace(BARU, **more),))  # type: ignore[arg-type]


def test_an_office_that_trusts_no_root_takes_the_word_of_its_service() -> None:
    assert taken(KEMBALI)
    assert level(KEMBALI, 1_000) == "B-B"
    assert level(with_signature(waktu_terbukti=True), 1_000) == "B-T"


def test_an_office_that_trusts_a_root_asks_that_the_chain_leads_there() -> None:
    assert not taken(KEMBALI, berakar=True)
    assert taken(with_signature(rantai=Rantai.AKAR), berakar=True)


def test_what_was_signed_before_it_was_sent_is_not_judged_by_its_chain_again() -> None:
    before = replace(BARU, ujung=900, kolom="tanda_tangan_1")
    new = replace(BARU, rantai=Rantai.AKAR)

    assert taken(replace(KEMBALI, tanda=(before, new)), berakar=True)


@pytest.mark.parametrize(
    "odd",
    [
        replace(KEMBALI, awalan_sama=False),
        replace(KEMBALI, tanda=()),
        replace(KEMBALI, ukuran=2_100),
        replace(KEMBALI, revisi=(Revisi(1_500, Ubahan.LAIN),)),
        replace(KEMBALI, tanda=(BARU, replace(BARU, ujung=1_999))),
        with_signature(utuh=False),
        with_signature(pencabutan=Pencabutan.DICABUT),
        with_signature(masa=Masa.HABIS),
    ],
)
def test_all_else_of_the_rule_holds(odd: BacaanTanda) -> None:
    assert not taken(odd)


def test_an_earlier_signature_that_no_longer_holds_is_never_passed_over() -> None:
    before = replace(BARU, ujung=900, terjaga=False)

    assert not taken(replace(KEMBALI, tanda=(before, BARU)))


def test_a_file_that_a_person_brings_must_bear_a_certificate_that_is_known() -> None:
    assert taken(KEMBALI, sidik=[PEJABAT.sidik])
    assert not taken(KEMBALI, sidik=["cd" * 32])
    assert not taken(KEMBALI, sidik=[])
