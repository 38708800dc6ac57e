"""The queue is away, emptied, full or shut while letters come: none is lost, all get numbers."""

from __future__ import annotations

import hashlib
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from service.acts.keadaan.audit import audit
from tests.conftest import new_sqlite
from tests.fault.rumah_terima import drop, numbered, opened, shas, taken, words
from tests.fault.test_unggah_banyak import BAIK, Officer, at_work
from tests.fault.world import World
from tests.servers import until

MAPAN = 1.0
BATAS = 3.0  # seconds from settled to numbered
LATE = 120.0  # seconds until all is done, once the queue is back
ALTERED = (
    "import sys; from pathlib import Path; from jobs.valkey import *; "
    "become([*command(binary(), Path(sys.argv[1]), Path(sys.argv[2])), *sys.argv[3:]])"
)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    whole = World(tmp_path, new_sqlite(tmp_path), BERKAS_SEWA="20", BERKAS_MAPAN=str(MAPAN))
    yield whole
    whole.end()


def other_valkey(world: World, *more: str) -> None:
    world.kill("valkey")
    told = [str(world.home), str(world.settings.runtime / "valkey.sock"), *more]
    world.start("valkey", ["-c", ALTERED, *told])


def stopped(world: World) -> None:
    world.kill("valkey")


def emptied(world: World) -> None:
    world.redis().flushall()
    world.kill("valkey")
    world.start_valkey()
    world.redis().flushall()


def full(world: World) -> None:
    other_valkey(world, "--maxmemory", "1mb")


def shut(world: World) -> None:
    other_valkey(world, "--requirepass", "contoh-lain")


@pytest.mark.timeout(400)
@pytest.mark.parametrize("fault", [stopped, emptied, full, shut])
def test_letters_that_come_while_the_queue_fails_are_all_numbered_soon_after(
    world: World, fault: Callable[[World], None], request: pytest.FixtureRequest
) -> None:
    seconds = 60 if request.config.getoption("--panjang") else 2
    world.start_valkey()
    folder = opened(world)
    token, csrf = at_work(world, 0)
    world.start_web()
    sent = 0

    def come(pintu: str) -> None:
        nonlocal sent
        sent += 1
        if pintu == "folder":
            drop(folder, sent)
            return
        one = Officer(world, token, csrf, BAIK, pintu, sent, words(sent))
        one.run()
        assert one.kiriman, (one.status, one.heard)

    come("folder")
    come("formulir")
    until(lambda: numbered(world) == 2, 30, "the office is at work")
    fault(world)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for pintu in ("folder", "formulir", "potongan"):
            come(pintu)
        time.sleep(seconds / 20)
    if fault is not emptied:
        world.kill("valkey")
        world.start_valkey()
    began = time.monotonic()
    until(lambda: numbered(world) == sent, LATE, "all numbered")
    took = time.monotonic() - began

    sys.stdout.write(f"{fault.__name__}: {seconds} s, {sent} sent, all {took:.1f} s after\n")
    wanted = sorted(hashlib.sha256(words(n)).hexdigest() for n in range(1, sent + 1))
    assert shas(world) == wanted
    assert len({one.nomor_agenda for one in taken(world)}) == sent
    assert [one for one in audit(world.house) if one.dilanggar] == []


def test_a_dropped_letter_has_its_number_within_three_seconds_of_being_settled(
    world: World, request: pytest.FixtureRequest
) -> None:
    many = 10 if request.config.getoption("--panjang") else 4
    world.start_valkey()
    folder = opened(world)
    drop(folder, 0)
    until(lambda: numbered(world) == 1, 30, "the office is at work")

    took = []
    for n in range(1, many):
        drop(folder, n)
        began = time.monotonic()
        until(lambda n=n: numbered(world) == n + 1, 30, "its number")
        took.append(time.monotonic() - began - MAPAN)
        time.sleep(0.3 * (n % 3))

    sys.stdout.write(f"after {MAPAN} s of rest: {[round(one, 2) for one in sorted(took)]}\n")
    assert statistics.median(took) <= BATAS
