"""The daily watch over the terms of what is withheld, by the calendar of each office."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from service.acts.dikecualikan.simpan import moved
from service.acts.instansi.harian import owe_daily
from service.acts.ttd.pengingat_hari import Hari
from service.domain.catatan import MESIN
from service.domain.informasi import jalan_dik
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import (
    AKAN_BERAKHIR,
    BERLAKU_KECUALI,
    DIKECUALIKAN,
    TERBUKA,
)
from service.domain.informasi.masa_kecuali import is_warned, warned_from
from service.domain.informasi.riwayat import Oleh
from service.domain.kalender import Kalender
from service.domain.refusals import Overtaken
from service.ports import House

JOB = "pengecualian"
SEHALAMAN = 500
PERCOBAAN = 3


def plan_watch(house: House, owed: set[str]) -> list[str]:
    """Owe the watch of each office whose day has begun; `owed` grows by what is owed now."""
    return owe_daily(house, JOB, owed)


def watch(house: House, instansi: str) -> dict[str, int]:
    """What ended is open, what nears its end is told of; how many of each. Twice is once."""
    many = {TERBUKA: 0, AKAN_BERAKHIR: 0}
    with house.ledger.read() as reading:
        hari = Hari(house, reading)
        due = [
            one.id
            for one in _withheld(house, instansi)
            if _next(one, hari.of(one.instansi, one.unit), hari.today(one.instansi, one.unit))
        ]
    for id_ in due:
        if moved_to := _moved(house, id_):
            many[moved_to] += 1
    return many


def _withheld(house: House, instansi: str) -> Iterator[Informasi]:
    after = ""
    while some := house.informasi.withheld(instansi, after, SEHALAMAN):
        yield from some
        after = some[-1].kode


def _next(one: Informasi, days: Kalender, today: date) -> str:
    if jalan_dik.is_due(one, today):
        return TERBUKA
    near = one.keadaan == DIKECUALIKAN and is_warned(one, days, today)
    return AKAN_BERAKHIR if near else ""


def _moved(house: House, id_: str) -> str:
    """Where the machine moved it; '' where somebody else did in between."""
    for _ in range(PERCOBAAN):
        try:
            return _once(house, id_)
        except Overtaken:  # somebody acts on it at this moment: look again
            continue
    return ""


def _once(house: House, id_: str) -> str:
    with house.ledger.begin() as tx:
        before = tx.get(Informasi, id_)
        if before.keadaan not in BERLAKU_KECUALI:
            return ""
        hari = Hari(house, tx)
        days = hari.of(before.instansi, before.unit)
        today = hari.today(before.instansi, before.unit)
        to = _next(before, days, today)
        by = Oleh(MESIN, house.clock.now())
        if to == TERBUKA:
            done = jalan_dik.open_by_term(before, today, by)
            moved(house, tx, before, done, "informasi_terbuka_otomatis")
        elif to:
            assert before.dik.akhir
            first = warned_from(days, before.dik.akhir)
            done = jalan_dik.near_end(before, first, today, by)
            moved(house, tx, before, done, "informasi_akan_berakhir")
    return to
