"""Only a signer whose certificate is issued may sign; everybody else is told why not."""

from __future__ import annotations

import pytest

from service.domain.esign.pengguna import (
    KALIMAT,
    BelumBolehMenandatangani,
    Pengguna,
    read,
)


def test_who_has_a_certificate_in_force_may_sign() -> None:
    one = read("ISSUE", None)

    one.require()
    assert one.boleh
    assert one.kalimat == ""


@pytest.mark.parametrize(
    "keadaan",
    [
        "EXPIRED",
        "RENEW",
        "WAITING_FOR_VERIFICATION",
        "NEW",
        "NO_CERTIFICATE",
        "NOT_REGISTERED",
        "SUSPEND",
        "REVOKE",
    ],
)
def test_everybody_else_is_told_what_stands_in_the_way(keadaan: str) -> None:
    with pytest.raises(BelumBolehMenandatangani) as told:
        read(keadaan, None).require()

    assert str(told.value) == f"{KALIMAT[keadaan]} Tidak ada yang ditandatangani."
    assert told.value.keadaan == keadaan


def test_no_two_states_are_told_alike() -> None:
    assert len(set(KALIMAT.values())) == len(KALIMAT) == 8


@pytest.mark.parametrize("kata", ["", "ISSUED", "OK", None, 7, ["ISSUE"], {"status": "ISSUE"}])
def test_a_word_that_nobody_knows_lets_nobody_sign(kata: object) -> None:
    with pytest.raises(BelumBolehMenandatangani, match="tidak menyatakan"):
        read(kata, None).require()


def test_a_number_says_the_same_as_its_word() -> None:
    assert read(None, 1111) == read("ISSUE", "1111") == Pengguna("ISSUE")
    assert read(None, 1110) == Pengguna("NOT_REGISTERED")
    assert read(" issue ", 200) == Pengguna("ISSUE")


@pytest.mark.parametrize("kode", [1110, "1110", 1999])
def test_where_word_and_number_disagree_nobody_signs(kode: object) -> None:
    assert not read("ISSUE", kode).boleh


def test_a_word_that_forbids_is_not_outvoted_by_a_number() -> None:
    assert read("REVOKE", 1111) == Pengguna("REVOKE")
