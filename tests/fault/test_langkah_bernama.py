"""Each named step of the work behind the doors dies: afterwards all stands as if it had not."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import new_sqlite
from tests.fault.bernama import BERNAMA, GENTING, SEBELUM, SESUDAH, dies, named
from tests.fault.langkah import LANGKAH, Langkah, seen, time_goes_by
from tests.fault.titik import in_child
from tests.office import open_house

EACH = [
    pytest.param(
        step,
        name,
        id=f"{step}-{name}",
        marks=() if name in GENTING[step] else pytest.mark.panjang,
    )
    for step, names in BERNAMA.items()
    for name in names
]
KALI = 10  # how often each dies in the long run
BY_NAME = {one.nama: one for one in LANGKAH}


@dataclass(frozen=True)
class Siap:
    """A house before a step, how it looks after it, and how often the way leads through what."""

    langkah: Langkah
    before: Path
    wanted: dict[str, Any]
    counts: Counter[str]


def url(folder: Path) -> str:
    return f"sqlite:///{folder}/berkas.db"


def _ready(langkah: Langkah, room: Path) -> Siap:
    before, calm = room / "sebelum", room / "tenang"
    before.mkdir()
    with open_house(before, new_sqlite(before)) as house:
        house.inbox.mkdir(exist_ok=True)  # as the watcher does
        langkah.given(house, before)
    shutil.copytree(before, calm)
    with open_house(calm, url(calm)) as house:
        with named(house, BERNAMA[langkah.nama]) as counts:
            langkah.way(house)
        return Siap(langkah, before, seen(house), counts)


@pytest.fixture(scope="module")
def siap(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Siap]:
    """Made once for each step; every death has a copy of its own."""
    made: dict[str, Siap] = {}

    def of(nama: str) -> Siap:
        if nama not in made:
            made[nama] = _ready(BY_NAME[nama], tmp_path_factory.mktemp(nama))
        return made[nama]

    return of


@pytest.mark.timeout(1800)
@pytest.mark.parametrize(("step", "name"), EACH)
def test_a_step_that_dies_by_name_leaves_all_as_if_it_had_not_been(
    siap: Callable[[str], Siap], step: str, name: str, request: pytest.FixtureRequest
) -> None:
    one = siap(step)
    assert one.counts[name], f"{step} does not come by {name}"
    assert one.wanted["macet"] == one.wanted["broken promises"] == []
    seed = random.randrange(1_000_000)
    dice = random.Random(seed)
    many = KALI if request.config.getoption("--panjang") else 1
    whens = [SEBELUM, SESUDAH] * KALI
    first = dice.randrange(2)
    tries = [(when, dice.randint(1, one.counts[name])) for when in whens[first : first + many]]

    for when, n in tries:
        folder = one.before.parent / f"kali-{os.urandom(4).hex()}"
        shutil.copytree(one.before, folder)

        def killed(folder: Path = folder, when: str = when, n: int = n) -> None:
            at = dies(name, when, n)
            with open_house(folder, url(folder)) as house, named(house, BERNAMA[step], at):
                one.langkah.way(house)

        assert in_child(killed) == signal.SIGKILL, f"{when} {name} {n}: nobody died, seed {seed}"
        found = _afterwards(one.langkah, folder)
        assert found == one.wanted, f"{when} {name} {n}, seed {seed}"
        shutil.rmtree(folder)
    sys.stdout.write(f"{step} {name}: killed {tries}, seed {seed}\n")


def _afterwards(langkah: Langkah, folder: Path) -> dict[str, Any]:
    """Somebody starts the house again, and it does what is left to do."""
    with open_house(folder, url(folder)) as house:
        time_goes_by(house)
        langkah.way(house)
        return seen(house)


def test_the_short_run_takes_of_every_step_what_is_there_to_be_taken() -> None:
    assert set(GENTING) == set(BERNAMA)
    for step, names in GENTING.items():
        assert set(names) <= set(BERNAMA[step])
        assert names[-1] == BERNAMA[step][-1]
