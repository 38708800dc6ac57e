"""A house whose ledger lies on a small disk: `python -m tests.fault.full_ledger FOLDER LEDGER`.

Run where FOLDER is a small file system of its own; fills it, and makes room again.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from service.acts.keadaan.audit import audit
from service.domain.refusals import Unavailable
from tests.fault import stand_ins
from tests.fault.world import World
from tests.servers import until

OWED = 600


def fill(ballast: Path) -> None:
    """Until not one byte more goes in."""
    with ballast.open("wb", buffering=0) as out:
        for size in (1_000_000, 4096, 1):
            try:
                while True:
                    out.write(bytes(size))
            except OSError:
                continue


@contextmanager
def full(folder: Path) -> Iterator[None]:
    """While this lasts not one byte more goes in there."""
    ballast = folder / ".beban"
    fill(ballast)
    try:
        yield
    finally:
        ballast.unlink()


def refused(world: World) -> str:
    """Act until the ledger says no; what it says."""
    while True:
        before = world.effects()
        try:
            world.act()
        except Unavailable as away:
            assert world.effects() == before, "something half done"
            return str(away)


def stands_still(world: World) -> bool:
    before = world.owed()
    time.sleep(1)
    return world.owed() == before


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main(small: Path, ledger: str) -> None:
    shutil.copy(ledger.removeprefix("sqlite:///"), small / "berkas.db")
    stand_ins.know()
    world = World(small, f"sqlite:///{small}/berkas.db")
    try:
        world.start_all("berat")
        until(lambda: any(one.jenis == "worker" for one in world.house.pulse.beats()), 20, "worker")
        fill(small / "beban")
        told = refused(world)
        assert told.startswith("Disk penuh: buku induk tidak dapat ditulis."), told
        say("refused plainly")

        (small / "beban").unlink()
        acts = world.effects()[0]
        world.owe(OWED, "effect")
        fill(small / "beban")
        until(lambda: stands_still(world), 20, "work stops")
        assert world.owed() > 0
        say("waited")

        (small / "beban").unlink()
        until(lambda: world.owed() == 0, 30, "all work done")
        assert world.effects() == (acts + OWED, acts + OWED, OWED)
        world.act()
        say("gone on")

        found = audit(world.house)
        assert [one for one in found if one.dilanggar] == []
        assert world.house.lists.count_macet() == 0
        say("whole")
    finally:
        world.end()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
