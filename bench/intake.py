"""Ten thousand files dropped at once, until each is identified and has its nomor agenda."""

from __future__ import annotations

import os
import time
from collections import defaultdict
from pathlib import Path

from sqlalchemy import func, select

from bench import lantai, surat
from bench.figures import Figure
from bench.queue import _answers
from bench.rumah import Rumah, until
from service.acts.instansi.packs import agencies
from service.adapters.ledger.tables import kiriman
from service.domain.kiriman import DITERIMA

COUNT = int(os.environ.get("BENCH_INTAKE", "10000"))
FLOOR = 500  # files of the floor, before and after
WITHIN = 1_200.0
FLAT = 1.15  # how much a process may grow from the second fifth to the last


def measure(room: Path) -> list[Figure]:
    """Rate, ratio to the floor, and memory of every process."""
    files = surat.many(room / "surat", COUNT + 2 * FLOOR)
    before = _floor(files[:FLOOR], room / "lantai-1")
    rumah = Rumah(room)
    try:
        rate, memory = _intake(rumah, files[2 * FLOOR :])
    finally:
        rumah.end()
    after = _floor(files[FLOOR : 2 * FLOOR], room / "lantai-2")
    floor = (before + after) / 2
    return [
        Figure(f"files identified and numbered, {COUNT} dropped at once", rate, "/s", 110),
        Figure("the floor: claim, copy, hash, fsync, commit alone", floor, "/s"),
        Figure("times the floor", floor / rate, "x", 12, atleast=False),
        *_memory(memory),
    ]


def _floor(files: list[Path], room: Path) -> float:
    began = time.perf_counter()
    lantai.take(files, room)
    return len(files) / (time.perf_counter() - began)


def _intake(rumah: Rumah, files: list[Path]) -> tuple[float, dict[str, list[float]]]:
    kode, agency = next(iter(agencies(rumah.house.packs).items()))
    unit = rumah.settings.inbox / kode / agency.unit[0].id
    unit.mkdir(parents=True)
    rumah.start("valkey", "-m", "jobs.valkey")
    until(lambda: _answers(rumah), 20, "Valkey")
    rumah.start("clock", "-m", "jobs.clock")
    for n in range(dict(rumah.settings.pekerja)["berat"]):
        rumah.start(f"worker {n + 1}", "-m", "jobs.worker", "berat")
    rumah.start("watcher", "-m", "jobs.watcher")
    _first(rumah, unit)
    began, memory = time.perf_counter(), defaultdict[str, list[float]](list)
    for path in files:
        path.rename(unit / path.name)
    while (done := _done(rumah)) < len(files) + 1:
        for name in rumah.processes:
            memory[name].append(rumah.largest(name))
        if time.perf_counter() - began > WITHIN:
            raise TimeoutError(f"{done} of {len(files)} after {WITHIN} s")
        time.sleep(0.5)
    return len(files) / (time.perf_counter() - began), memory


def _first(rumah: Rumah, unit: Path) -> None:
    """One file through it all, so that everything runs when the clock is started."""
    (unit / "pertama.pdf").write_bytes(surat.pdf(["Surat pertama"]))
    until(lambda: _done(rumah) == 1, 60, "the first file")


def _done(rumah: Rumah) -> int:
    asked = select(func.count()).select_from(kiriman).where(kiriman.c.keadaan != DITERIMA)
    with rumah.house.ledger.reader.begin() as look:
        return int(look.execute(asked).scalar_one())


def _memory(memory: dict[str, list[float]]) -> list[Figure]:
    figures = []
    for name, seen in memory.items():
        fifth = max(1, len(seen) // 5)
        early, late = max(seen[fifth : 2 * fifth] or seen), max(seen[-fifth:])
        figures.append(Figure(f"largest process of {name}", max(seen), "MB", 300, False))
        figures.append(
            Figure(f"growth of {name}, last fifth to second", late / early, "x", FLAT, False)
        )
    return figures
