"""What is owed to each office once, and again when its mark is another: most often, its day."""

from __future__ import annotations

from collections.abc import Mapping

from service.acts.instansi.pilihan import at_work
from service.acts.orang.hadir import days
from service.ports import House


def owe_daily(house: House, job: str, owed: set[str]) -> list[str]:
    """Owe a job to each office whose day has begun; which they are. `owed` grows by it."""
    known = [one.id for one in at_work(house)]
    with house.ledger.read() as reading:
        found = days(reading, known, house.clock.now())
    return owe_marked(house, job, {kode: f"{kode} {day}" for kode, day in found.items()}, owed)


def owe_marked(house: House, job: str, marks: Mapping[str, str], owed: set[str]) -> list[str]:
    """Owe a job for each name whose mark was not owed before; which they are. `owed` grows."""
    due = {untuk: mark for untuk, mark in marks.items() if mark not in owed}
    if due:
        with house.ledger.begin() as tx:
            for untuk in due:
                tx.plan(job, untuk)
        owed.update(due.values())
    return list(due)
