"""Every act on the way of information, each with what it asks for, and where they all lead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from service.domain.informasi import jalan_dik, jalan_dip
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.riwayat import Beralih, Oleh
from service.domain.jangka import Jangka
from service.domain.refusals import Refusal
from tests.domain.informasi.contoh import (
    BARIS,
    BERALASAN,
    DENGAN_SK,
    HARI,
    LEMBAR,
    LETAK,
    PADA,
    PETUGAS,
    SK_LAIN,
    TERBUKTI,
    UTUH,
)

MESIN = Oleh("mesin", PADA)
DENGAN_SK_LAIN = Oleh("Pimpinan Contoh", PADA, "Setelah diuji kembali", SK_LAIN)
AKHIR = date(2031, 11, 19)  # five years from 20 November 2026
SEHARI = timedelta(days=1)

ACTS: dict[str, Callable[[Informasi], Beralih]] = {
    "verify": lambda one: jalan_dip.verify(one, PETUGAS, HARI),
    "send_back": lambda one: jalan_dip.send_back(one, BERALASAN),
    "establish": lambda one: jalan_dip.establish(one, DENGAN_SK, HARI),
    "publish": lambda one: jalan_dip.publish(one, PETUGAS, HARI, ()),
    "renew": lambda one: jalan_dip.renew(one, PETUGAS),
    "withdraw": lambda one: jalan_dip.withdraw(one, BERALASAN),
    "propose_again": lambda one: jalan_dip.propose_again(one, PETUGAS),
    "propose_exclusion": lambda one: jalan_dik.propose_exclusion(one, BERALASAN, LETAK),
    "begin_test": lambda one: jalan_dik.begin_test(one, PETUGAS),
    "drop": lambda one: jalan_dik.drop(one, BERALASAN),
    "exclude": lambda one: jalan_dik.exclude(one, BARIS, LEMBAR, TERBUKTI, DENGAN_SK, HARI),
    "near_end": lambda one: jalan_dik.near_end(one, AKHIR, AKHIR, MESIN),
    "extend": lambda one: jalan_dik.extend(one, Jangka("tahun", 2), DENGAN_SK_LAIN),
    "open_by_term": lambda one: jalan_dik.open_by_term(one, AKHIR + SEHARI, MESIN),
    "open_by_decision": lambda one: jalan_dik.open_by_decision(one, DENGAN_SK, "Orang Kedua"),
    "confirm_opened": lambda one: jalan_dik.confirm_opened(
        one, "setiap_saat", "d" * 64, PETUGAS, HARI
    ),
}


def walked(*acts: str, start: Informasi = UTUH) -> Informasi:
    one = start
    for act in acts:
        one = ACTS[act](one).informasi
    return one


def reached() -> dict[tuple[str, bool], Informasi]:
    """One piece for every state, seen by the public or not, that any order of acts leads to."""
    found = {(UTUH.keadaan, UTUH.tampak): UTUH}
    waiting = [UTUH]
    while waiting:
        one = waiting.pop()
        for act in ACTS.values():
            try:
                after = act(one).informasi
            except Refusal:
                continue
            if (after.keadaan, after.tampak) not in found:
                found[after.keadaan, after.tampak] = after
                waiting.append(after)
    return found
