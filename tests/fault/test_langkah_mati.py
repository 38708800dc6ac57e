"""Whichever step of the hallway dies, and wherever: afterwards all stands as if it had not."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.acts.keadaan.macet import retry
from service.domain.catatan import MESIN
from service.domain.kiriman import File, Kiriman
from tests.conftest import new_sqlite
from tests.fault import biasa
from tests.fault.langkah import LANGKAH, Langkah, seen, time_goes_by
from tests.fault.masukan import Setoran, all_is_well, came_to_its_end, one_of_each, rounds
from tests.fault.sisa import Sisa
from tests.fault.test_masukan_buruk import WATCHER
from tests.fault.titik import (
    CHANGING,
    LEDGER,
    TOLD,
    dies_at,
    in_child,
    points,
    spread,
    tells_of_commits,
)
from tests.fault.world import World
from tests.office import INSTANSI, UNIT, one_filler, open_house
from tests.servers import until

EVERY = TOLD | CHANGING | LEDGER
SUDDEN = ("Dihentikan paksa", "berhenti mendadak")


def url(folder: Path) -> str:
    return f"sqlite:///{folder}/berkas.db"


def done(langkah: Langkah, folder: Path) -> None:
    with open_house(folder, url(folder)) as house:
        tells_of_commits(house.ledger.engine)
        langkah.way(house)


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("langkah", LANGKAH, ids=lambda one: one.nama)
def test_a_step_killed_anywhere_leaves_all_as_if_it_had_not_been(
    langkah: Langkah, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    long = request.config.getoption("--panjang")
    seed, before = random.randrange(1_000_000), tmp_path / "sebelum"
    before.mkdir()
    with open_house(before, new_sqlite(before)) as house:
        house.inbox.mkdir(exist_ok=True)  # as the watcher does
        langkah.given(house, before)
    calm = tmp_path / "tenang"
    shutil.copytree(before, calm)
    with points(None, EVERY) as counted:
        done(langkah, calm)
    wanted, total = _afterwards(langkah, calm), counted.count
    chosen = spread(total, langkah.paling if long else langkah.titik, seed)
    assert wanted["macet"] == wanted["broken promises"] == []

    breaches, deaths = list[str](), 0
    with Sisa() as sisa:
        for n in chosen:
            folder = tmp_path / f"kali-{n}"
            shutil.copytree(before, folder)

            def killed(folder: Path = folder, n: int = n) -> None:
                with points(dies_at(n), EVERY):
                    done(langkah, folder)

            ended = in_child(killed)
            # The last call of all may not be made a second time; then nobody died.
            assert ended in (0, signal.SIGKILL), f"point {n} of {total}: {ended}"
            deaths += ended == signal.SIGKILL
            found = _afterwards(langkah, folder)
            breaches += [
                f"point {n}: {what}: {found[what]} instead of {wanted[what]}"
                for what in wanted
                if found[what] != wanted[what]
            ]
            shutil.rmtree(folder)
        sisa.nothing(5)

    how = f"killed at {deaths} of {total} points, {len(breaches)} breaches, seed {seed}"
    sys.stdout.write(f"{langkah.nama}: {how}\n")
    assert breaches == []
    assert deaths >= len(chosen) // 2


def _afterwards(langkah: Langkah, folder: Path) -> dict[str, object]:
    """Somebody starts the house again, and it does what is left to do."""
    with open_house(folder, url(folder)) as house:
        time_goes_by(house)
        langkah.way(house)
        found = seen(house)
    one_filler().close()  # it may have been started anew just now, and is nobody left behind
    return found


@pytest.fixture
def world(tmp_path: Path, ledger_url: str) -> Iterator[World]:
    whole = World(tmp_path, ledger_url, BERKAS_MAPAN="0.3", BERKAS_JEDA="0.2,0.2,0.2,0.2,0.2,0.2")
    yield whole
    whole.end()


@pytest.mark.timeout(1800)
def test_workers_and_their_children_killed_again_and_again_while_files_come_in(
    world: World, request: pytest.FixtureRequest
) -> None:
    long = request.config.getoption("--panjang")
    seed = random.randrange(1_000_000)
    dice = random.Random(seed)
    dropped = _files(200 if long else 14)
    unit = world.house.inbox / INSTANSI / UNIT
    unit.mkdir(parents=True)

    with Sisa() as sisa:
        world.start_all("berat", "berat", "pelan")
        world.start("watcher", ["-c", WATCHER])
        killed = _killed(world, dice, unit, dropped, 60 if long else 3)
        world.restart_dead()
        until(lambda: world.count("kiriman") >= len(dropped), 60, "all taken in")
        until(lambda: _all_done(world), 300, "all work done")
        world.stop()
        sisa.nothing(10)

    with world.house.ledger.read() as reading:
        kiriman = {one.id: one for one in reading.find(Kiriman)}
        files = [one for one in reading.find(File) if not one.dari]
    by_sha = {one.sha256: one for one in dropped}
    for file in files:
        came_to_its_end(by_sha[file.sha256], kiriman[file.kiriman], file)
    ends = all_is_well(world, dropped)
    sys.stdout.write(f"{len(killed)} kills, {dict(ends)}, seed {seed}\n")


def _all_done(world: World) -> bool:
    """Whose worker was killed again and again stands before a person, who has it tried again."""
    for one in world.house.lists.macet(0, 20):
        assert any(why in one.galat for why in SUDDEN), one
        retry(world.house, one.job, one.untuk, MESIN)
    return world.owed() == 0


def _files(count: int) -> list[Setoran]:
    """Half ordinary ones, half bad ones; no bytes twice."""
    ordinary = [Setoran(name, bita, "", frozenset()) for name, bita in biasa.small()]
    return list({one.sha256: one for one in [*ordinary, *one_of_each()]}.values())[:count]


def _killed(
    world: World, dice: random.Random, unit: Path, dropped: list[Setoran], seconds: float
) -> list[str]:
    """While files are dropped one after the other, something dies several times a second."""
    waiting = [one for some in rounds(dropped, lambda one: one.nama) for one in some]
    killed, end = [], time.monotonic() + seconds
    while time.monotonic() < end or waiting:
        for one in waiting[:3]:
            path = unit / one.nama.rpartition("/")[2]
            if not os.path.lexists(path):
                part = unit / f".{path.name[:100]}"
                part.write_bytes(one.bita)
                part.rename(path)
                waiting.remove(one)
        time.sleep(dice.uniform(0.1, 0.5))
        name = dice.choice([name for name in world.running if name != "valkey"])
        if dice.random() < 0.5 and "-" in name:
            try:
                world.kill_child(name)
            except FileNotFoundError:  # it has just died itself
                continue
            killed.append(f"child of {name}")
        else:
            world.kill(name)
            killed.append(name)
        world.restart_dead()
    return killed
