"""No-op work through outbox and RQ, one worker."""

from __future__ import annotations

import contextlib
import statistics
import time
from pathlib import Path

from sqlalchemy import func, select

from bench import pekerja
from bench.figures import Figure
from bench.rumah import Rumah, until
from service.adapters.clock import new_id
from service.adapters.ledger.tables import pekerjaan
from service.domain.refusals import Unavailable

JOBS, EARLY = 20_000, 2_000


def measure(room: Path) -> list[Figure]:
    """Rate, memory and the first start."""
    pekerja.know()
    rumah = Rumah(room)
    try:
        rumah.start("valkey", "-m", "jobs.valkey")
        until(lambda: _answers(rumah), 20, "Valkey")
        rumah.start("clock", "-m", "jobs.clock")
        rumah.start("worker", "-m", "bench.pekerja", "berat")
        _plan(rumah, 1)
        until(lambda: _left(rumah) == 0, 20, "first job")
        first = [_first_start(rumah) for _ in range(20)]
        return [*_rate(rumah), *_starts(first)]
    finally:
        rumah.end()


def _rate(rumah: Rumah) -> list[Figure]:
    for _ in range(JOBS // 1000):
        _plan(rumah, 1000)
    began, early = time.perf_counter(), {}
    while (left := _left(rumah)) > 0:
        if not early and left < JOBS - EARLY:
            early = {name: rumah.memory(name) for name in rumah.processes}
        time.sleep(0.05)
    rate = JOBS / (time.perf_counter() - began)
    late = {name: rumah.memory(name) for name in rumah.processes}
    grown = max(late[name] - early[name] for name in ("worker", "clock"))
    return [
        Figure("no-op work through outbox and RQ, one worker", rate, "/s", 400),
        Figure(f"memory grown from job {EARLY} to {JOBS}, worst process", grown, "MB", 10, False),
        Figure("memory of worker and child at the end", late["worker"], "MB"),
        Figure("memory of the clock at the end", late["clock"], "MB"),
    ]


def _starts(first: list[float]) -> list[Figure]:
    return [
        Figure("start after commit, median of 20", statistics.median(first), "s"),
        Figure("start after commit, slowest of 20", max(first), "s", 0.5, False),
    ]


def _first_start(rumah: Rumah) -> float:
    """From the commit to the moment the work is begun (or already gone)."""
    time.sleep(0.1)
    [id_] = _plan(rumah, 1)
    began = time.perf_counter()
    asked = select(pekerjaan.c.mulai).where(pekerjaan.c.untuk == id_)

    def begun() -> bool:
        with rumah.house.ledger.reader.begin() as look:
            row = look.execute(asked).first()
        return row is None or row[0] is not None

    until(begun, 10, "the start")
    return time.perf_counter() - began


def _plan(rumah: Rumah, count: int) -> list[str]:
    ids = [new_id() for _ in range(count)]
    with rumah.house.ledger.begin() as tx:
        for id_ in ids:
            tx.plan("nothing", id_)
    return ids


def _left(rumah: Rumah) -> int:
    with rumah.house.ledger.reader.begin() as look:
        return int(look.execute(select(func.count()).select_from(pekerjaan)).scalar_one())


def _answers(rumah: Rumah) -> bool:
    with contextlib.suppress(Unavailable):
        return bool(rumah.house.post.ping())
    return False
