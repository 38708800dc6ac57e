"""Whatever is dropped is taken in exactly once, whoever dies on the way."""

from __future__ import annotations

import hashlib
import os
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.domain.kiriman import File, Kiriman
from service.domain.simpanan import DIPEGANG, Simpanan
from tests.fault.world import World
from tests.office import INSTANSI, UNIT
from tests.servers import until

WATCHER = ["-c", "import sys; from jobs import watcher; sys.exit(watcher.main(0.1))"]


@pytest.fixture
def world(tmp_path: Path, ledger_url: str) -> Iterator[World]:
    whole = World(tmp_path, ledger_url)
    yield whole
    whole.end()


def drop(folder: Path, n: int, dice: random.Random) -> str:
    """One file as a slow program writes it: in pieces, under its own name."""
    held = dice.randbytes(dice.randrange(1, 20_000))
    with (folder / f"surat {n}.pdf").open("wb") as growing:
        half = len(held) // 2
        growing.write(held[:half])
        growing.flush()
        if dice.random() < 0.1:
            time.sleep(0.02)
        growing.write(held[half:])
    return hashlib.sha256(held).hexdigest()


def left(world: World) -> list[str]:
    return [name for _, _, files in os.walk(world.house.inbox) for name in files]


@pytest.mark.timeout(900)  # the long run drops files for ten minutes
def test_every_file_is_taken_in_once_under_kill_9_of_the_watchers(
    world: World, request: pytest.FixtureRequest
) -> None:
    seconds = 600 if request.config.getoption("--panjang") else 6
    seed = random.randrange(1_000_000)
    dice = random.Random(seed)
    folder = world.house.inbox / INSTANSI / UNIT
    folder.mkdir(parents=True)
    for n in (1, 2):
        world.start(f"watcher-{n}", WATCHER)

    dropped = {}
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for _ in range(dice.randrange(1, 20)):
            n = len(dropped)
            dropped[f"surat {n}.pdf"] = drop(folder, n, dice)
        time.sleep(dice.uniform(0.1, 0.6))
        world.kill_one(dice)
    world.restart_dead()
    until(lambda: not left(world), 40, f"an empty inbox (seed {seed}, {len(dropped)} dropped)")

    with world.house.ledger.read() as reading:
        kiriman = Counter(one.nama for one in reading.find(Kiriman))
        files = {one.nama: one.sha256 for one in reading.find(File)}
        held = {one.id for one in reading.find(Simpanan, keadaan=DIPEGANG)}
    assert kiriman == Counter(dropped.keys())
    assert files == dropped
    assert held == set(dropped.values())
    assert [name for name in held if world.house.store.verify(name)] == []
