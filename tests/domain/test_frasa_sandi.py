"""A passphrase is typed for one act, and is nowhere before or after it."""

from __future__ import annotations

import copy
import json
import logging
import pickle

import pytest

from service.domain.frasa_sandi import (
    TERPANJANG,
    TOTP,
    FrasaSandi,
    FrasaSudahDipakai,
    FrasaTidakTerbaca,
    KodeTidakTerbaca,
)

RAHASIA = "kuda makan rumput ñ 7"


def test_its_letters_are_lent_to_who_opens_it() -> None:
    with FrasaSandi(RAHASIA) as frasa, frasa.opened() as letters:
        assert bytes(letters) == RAHASIA.encode()


@pytest.mark.parametrize(
    "shown", [repr, str, "{}".format, "{0!r:>40}".format, lambda one: f"{one}"]
)
def test_it_shows_itself_to_nobody(shown: object) -> None:
    assert callable(shown)
    assert "kuda" not in shown(FrasaSandi(RAHASIA))


def test_a_log_that_is_handed_one_does_not_hold_it(caplog: pytest.LogCaptureFixture) -> None:
    frasa = FrasaSandi(RAHASIA)
    logging.getLogger("uji").warning("gagal: %s %r", frasa, {"frasa": frasa})

    assert caplog.records
    assert "kuda" not in caplog.text


@pytest.mark.parametrize("written", [pickle.dumps, json.dumps, copy.copy, copy.deepcopy, vars])
def test_it_is_neither_copied_nor_written_down(written: object) -> None:
    assert callable(written)
    with pytest.raises(TypeError):
        written(FrasaSandi(RAHASIA))


def test_what_was_lent_is_wiped_when_it_is_given_back() -> None:
    frasa = FrasaSandi(RAHASIA)
    with frasa.opened() as letters:
        held = letters

    assert held == bytes(len(RAHASIA.encode()))


def test_it_opens_nothing_after_its_act_also_where_the_act_failed() -> None:
    frasa = FrasaSandi(RAHASIA)
    with pytest.raises(ValueError, match="gagal"), frasa:
        raise ValueError("gagal")

    with pytest.raises(FrasaSudahDipakai, match="Ketik ulang"), frasa.opened():
        pass


@pytest.mark.parametrize("typed", ["", "x" * (TERPANJANG + 1)])
def test_nothing_typed_and_far_too_much_are_refused(typed: str) -> None:
    with pytest.raises(FrasaTidakTerbaca, match="Ketik ulang"):
        FrasaSandi(typed)


def test_a_service_is_told_its_words_for_one_request() -> None:
    with FrasaSandi(RAHASIA) as frasa:
        assert frasa.reveal() == RAHASIA
    with pytest.raises(FrasaSudahDipakai):
        frasa.reveal()


@pytest.mark.parametrize("bad", ["dua\nbaris", "nol\x00", "\ud800rusak"])
def test_what_nobody_can_type_is_told_to_no_service(bad: str) -> None:
    with pytest.raises(FrasaTidakTerbaca) as told:
        FrasaSandi(bad).reveal()
    assert bad not in str(told.value)


def test_a_code_may_be_pasted_with_a_space_around_it() -> None:
    assert FrasaSandi(" 123456 ", TOTP).reveal() == "123456"


@pytest.mark.parametrize("bad", ["", "12 34 56", "123", "1234567890123", "kode: 5"])
def test_what_is_no_code_is_refused_and_not_repeated(bad: str) -> None:
    with pytest.raises(KodeTidakTerbaca, match="TOTP") as told:
        FrasaSandi(bad, TOTP)
    assert not bad or bad not in str(told.value)
