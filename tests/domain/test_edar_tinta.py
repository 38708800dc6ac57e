"""Where the sheets of a paper are that is signed in ink."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from service.domain import edar_tinta as e
from service.domain.edar_tinta import EdarTinta

PAGI = datetime(2026, 11, 20, 2, tzinfo=UTC)
SORE = PAGI + timedelta(hours=7)
DICETAK = EdarTinta("e", "n", 1, e.DICETAK, PAGI, "contoh")


def test_sheets_are_printed_handed_over_and_come_back() -> None:
    out = e.handed(DICETAK, "  Ajudan   contoh ", "lain", SORE)

    assert (out.keadaan, out.kepada, out.oleh, out.pada) == (
        e.DISERAHKAN,
        "Ajudan contoh",
        "lain",
        SORE,
    )
    back = e.returned(out, "contoh", SORE)
    assert (back.keadaan, back.kepada) == (e.KEMBALI, "")


def test_sheets_are_handed_to_somebody() -> None:
    with pytest.raises(e.TanpaPemegang, match="kepada siapa"):
        e.handed(DICETAK, "  ", "contoh", SORE)


def test_said_twice_they_are_there_since_it_was_said_first() -> None:
    out = e.handed(DICETAK, "Ajudan contoh", "contoh", PAGI)

    assert e.handed(out, "Ajudan contoh", "lain", SORE) == out
    assert e.handed(out, "Sekretaris contoh", "lain", SORE).pada == SORE


def test_printed_once_more_while_they_are_out_they_stay_out() -> None:
    out = e.handed(DICETAK, "Ajudan contoh", "contoh", PAGI)

    assert e.printed(out, "lain", SORE) == out
    assert e.printed(e.returned(out, "contoh", PAGI), "lain", SORE).keadaan == e.DICETAK
