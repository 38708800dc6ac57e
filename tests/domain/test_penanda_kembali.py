"""Who signed what came back is known by certificates, in the order that was asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from service.domain.penanda_kembali import expected, sole_signer
from service.domain.ruas import BEBAS, BERURUTAN
from service.domain.tanda_kembali import Harapan
from service.domain.tanda_tangan import (
    BacaanTanda,
    Masa,
    Pencabutan,
    Rantai,
    Sertifikat,
    TandaTangan,
)

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
DIKIRIM = 1_000
PPID, ATASAN = Harapan("PPID", frozenset({"aa"})), Harapan("Atasan PPID", frozenset({"bb"}))
BELUM_DIKENAL = Harapan("Unit", frozenset())


def signature(sidik: str, ujung: int, **odd: object) -> TandaTangan:
    days = (NOW - timedelta(days=90), NOW + timedelta(days=300))
    one = TandaTangan(
        kolom=sidik,
        cap_waktu=False,
        ujung=ujung,
        menyeluruh=True,
        utuh=True,
        terjaga=True,
        rantai=Rantai.AKAR,
        masa=Masa.BERLAKU,
        pencabutan=Pencabutan.TIDAK,
        sertifikat=Sertifikat(f"Contoh {sidik}", "Akar Contoh", sidik, *days),
    )
    return replace(one, **odd)  # type: ignore[arg-type]


def reading(*tanda: TandaTangan, ganjil: str = "") -> BacaanTanda:
    return BacaanTanda(3_000, awalan_sama=True, tanda=tanda, ganjil=ganjil)


def test_in_order_the_first_who_are_left_are_expected_whoever_signed() -> None:
    both = reading(signature("bb", 1_500), signature("aa", 2_000))

    assert expected(reading(), DIKIRIM, [PPID, ATASAN], BERURUTAN) == [0]
    assert expected(reading(signature("bb", 1_500)), DIKIRIM, [PPID, ATASAN], BERURUTAN) == [0]
    assert expected(both, DIKIRIM, [PPID, ATASAN], BERURUTAN) == [0, 1]
    assert expected(both, DIKIRIM, [PPID], BERURUTAN) == [0]


def test_in_any_order_they_are_known_by_their_certificates() -> None:
    calon = [PPID, ATASAN]

    assert expected(reading(signature("bb", 1_500)), DIKIRIM, calon, BEBAS) == [1]
    both = reading(signature("bb", 1_500), signature("aa", 2_000))
    assert expected(both, DIKIRIM, calon, BEBAS) == [1, 0]
    assert expected(reading(signature("cc", 1_500)), DIKIRIM, [BELUM_DIKENAL, PPID], BEBAS) == [0]
    assert expected(reading(), DIKIRIM, calon, BEBAS) == [0]


def test_what_was_signed_before_it_was_sent_is_nobody_s_turn() -> None:
    found = reading(signature("aa", 900), signature("bb", 1_500))

    assert expected(found, DIKIRIM, [PPID, ATASAN], BEBAS) == [1]


def test_a_certificate_is_known_from_the_one_sound_signature_that_was_added() -> None:
    found = sole_signer(reading(signature("aa", 1_500)), DIKIRIM)

    assert found is not None
    assert found.sidik == "aa"
    stamp = signature("cc", 2_000, cap_waktu=True)
    assert sole_signer(reading(signature("aa", 1_500), stamp), DIKIRIM) == found


@pytest.mark.parametrize(
    "odd",
    [
        {"utuh": False},
        {"menyeluruh": False},
        {"terjaga": False},
        {"rantai": Rantai.MANDIRI},
        {"rantai": Rantai.PUTUS},
        {"masa": Masa.HABIS},
        {"pencabutan": Pencabutan.DICABUT},
    ],
    ids=str,
)
def test_no_certificate_is_known_from_a_signature_that_is_not_sound(odd: dict[str, object]) -> None:
    assert sole_signer(reading(signature("aa", 1_500, **odd)), DIKIRIM) is None


def test_no_certificate_is_known_from_none_from_two_or_from_an_odd_file() -> None:
    both = reading(signature("bb", 1_500), signature("aa", 2_000))

    assert sole_signer(reading(), DIKIRIM) is None
    assert sole_signer(both, DIKIRIM) is None
    assert sole_signer(reading(signature("aa", 1_500), ganjil="hibrida"), DIKIRIM) is None
