"""Of the requests of a period each is counted once, by what became of it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import product

import pytest

from service.domain.permohonan import DIKUASAI, KEADAAN, KEPUTUSAN, Keputusan, Permohonan
from service.domain.rekap_permohonan import NASIB, became, counted
from service.domain.sop.masa import rentang

SENIN = datetime(2026, 11, 23, tzinfo=UTC)


def request(keadaan: str, keputusan: str = "", dikuasai: str = "") -> Permohonan:
    day = SENIN.date()
    said = Keputusan(keputusan=keputusan, dikuasai=dikuasai)
    return Permohonan("p", "k", "d", "u", "", keadaan, SENIN, day, day, keputusan=said)


@pytest.mark.parametrize(
    ("one", "nasib"),
    [
        (request("dijawab", "diberikan", "ya"), "dikabulkan"),
        (request("selesai", "sebagian", "ya"), "sebagian"),
        (request("selesai", "tidak_diberikan", "ya"), "ditolak"),
        (request("dijawab", "tidak_diberikan", "tidak"), "tidak_dikuasai"),
        (request("dibatalkan"), "ditutup"),
        (request("diproses"), "diproses"),
        (request("diproses", "diberikan"), "diproses"),  # written down, and not yet answered
    ],
)
def test_what_became_of_a_request(one: Permohonan, nasib: str) -> None:
    assert became(one) == nasib


def test_no_request_is_left_out_whatever_its_line_says() -> None:
    every = [request(*one) for one in product(KEADAAN, ("", *KEPUTUSAN), ("", *DIKUASAI))]

    found = counted(every)

    assert tuple(found) == NASIB
    assert sum(found.values()) == len(every)
    assert counted([]) == dict.fromkeys(NASIB, 0)


@pytest.mark.parametrize(
    ("masa", "bulan", "first", "last"),
    [
        ("2026-11", 1, date(2026, 11, 1), date(2026, 11, 30)),
        ("2028-02", 1, date(2028, 2, 1), date(2028, 2, 29)),
        ("2026-07", 6, date(2026, 7, 1), date(2026, 12, 31)),
        ("2026-01", 12, date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_period_has_a_first_and_a_last_day(
    masa: str, bulan: int, first: date, last: date
) -> None:
    assert rentang(masa, bulan) == (first, last)
