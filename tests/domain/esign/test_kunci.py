"""What only the signer knows is shown nowhere and carried nowhere."""

from __future__ import annotations

import copy
import json
import pickle

import pytest

from service.domain.esign.kunci import (
    KunciTidakSah,
    NikTidakSah,
    checked_nik,
    passphrase,
    totp,
)

KATA = "nangka-belanda-77"


def test_a_passphrase_is_known_to_the_request_and_shown_nowhere() -> None:
    one = passphrase(KATA)

    assert one.reveal() == KATA
    for shown in (repr(one), str(one), f"{one}", f"{[one]}"):
        assert KATA not in shown
        assert "passphrase" in shown


@pytest.mark.parametrize("carry", [pickle.dumps, copy.copy, copy.deepcopy, json.dumps])
def test_a_passphrase_is_not_carried_out_of_its_request(carry) -> None:
    with pytest.raises(TypeError) as told:
        carry(passphrase(KATA))

    assert KATA not in str(told.value)


@pytest.mark.parametrize("bad", ["", "dua\nbaris", "nol\x00", "\ud800rusak", "x" * 257])
def test_what_nobody_can_type_is_no_passphrase(bad: str) -> None:
    with pytest.raises(KunciTidakSah, match="Passphrase kosong") as told:
        passphrase(bad)
    assert not bad or bad not in str(told.value)


@pytest.mark.parametrize("bad", ["", "12 34 56", "123", "1234567890123", "kode: 5"])
def test_what_is_no_code_is_no_totp(bad: str) -> None:
    with pytest.raises(KunciTidakSah, match="TOTP"):
        totp(bad)


def test_a_code_may_be_pasted_with_a_space_around_it() -> None:
    assert totp(" 123456 ").reveal() == "123456"


def test_a_nik_is_sixteen_digits() -> None:
    assert checked_nik(" 9999010101010001\n") == "9999010101010001"


@pytest.mark.parametrize(
    "bad", ["", "999901010101000", "99990101010100012", "9999/../1010101", "٣" * 16]
)
def test_what_is_no_nik_is_refused_and_not_repeated(bad: str) -> None:
    with pytest.raises(NikTidakSah, match="16 angka") as told:
        checked_nik(bad)
    assert not bad or bad not in str(told.value)
