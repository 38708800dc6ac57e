"""Owed work is done exactly once, whoever dies on the way."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from rq.serializers import JSONSerializer

from service.acts.keadaan.macet import retry
from service.adapters.clock import new_id
from service.domain.catatan import MESIN
from service.domain.pekerjaan import Pekerjaan
from tests.fault import stand_ins
from tests.fault.world import CLOCK, World, worker
from tests.servers import until

SUDDEN = ("Dihentikan paksa", "berhenti mendadak")


@pytest.fixture
def world(tmp_path: Path, ledger_url: str) -> Iterator[World]:
    whole = World(tmp_path, ledger_url)
    with stand_ins.known():
        yield whole
    whole.end()


def owe(world: World, count: int, *jobs: str) -> None:
    with world.house.ledger.begin() as tx:
        for n in range(count):
            tx.plan(jobs[n % len(jobs)], new_id())


def macet(world: World) -> list[Pekerjaan]:
    return world.house.lists.macet()


@pytest.mark.both
@pytest.mark.timeout(900)
def test_every_effect_comes_exactly_once_under_kill_9_of_everything(
    world: World, request: pytest.FixtureRequest
) -> None:
    long = request.config.getoption("--panjang")
    seed = random.randrange(1_000_000)
    dice = random.Random(seed)
    jobs = at_once = 500 if long else 250
    world.start_all("berat", "naskah", clocks=2)
    world.start_web()
    owe(world, jobs, "effect", "slow_effect")

    killed = []
    end = time.monotonic() + (600 if long else 5)
    while time.monotonic() < end:
        time.sleep(dice.uniform(0.2, 0.8))
        killed.append(world.kill_one(dice))
        if long and world.owed() < at_once:  # there is work to the last kill
            owe(world, at_once, "effect", "slow_effect")
            jobs += at_once
        if dice.random() < 0.1 and world.answers():
            world.redis().flushall()
            killed.append("flushall")
    world.restart_dead()
    asked_again = 0

    def all_done() -> bool:
        # Whose child was killed twice over stands before a person, who has it tried again.
        nonlocal asked_again
        for one in macet(world):
            assert any(why in one.galat for why in SUDDEN), one
            retry(world.house, one.job, one.untuk, MESIN)
            asked_again += 1
        return world.owed() == 0

    until(all_done, 120 if long else 60, f"all work done (seed {seed}, killed {killed})")

    told = f"{len(killed)} killed, {jobs} owed, {asked_again} asked for again, {world.effects()}"
    sys.stdout.write(f"seed {seed}: {told}\n")
    assert world.effects() == (jobs, jobs, jobs)
    assert asked_again <= 1 + len(killed) // 50


def test_an_emptied_valkey_costs_seconds_and_no_work(world: World) -> None:
    world.start_all("naskah")
    owe(world, 200, "slow_effect")
    until(lambda: world.effects()[0] > 10, 10, "work is under way")

    world.redis().flushall()

    until(lambda: world.owed() == 0, 20, "all work done")
    assert world.effects() == (200, 200, 200)


def test_two_clocks_and_two_workers_do_nothing_twice(world: World) -> None:
    world.start_all("berat", "berat", clocks=2)
    owe(world, 300, "effect")

    until(lambda: world.owed() == 0, 60, "all work done")

    assert world.effects() == (300, 300, 300)


@pytest.mark.parametrize(
    ("job", "why"),
    [
        ("hangs", "Tidak selesai dalam 1 detik"),
        ("crashes", "Program berhenti mendadak (SIGSEGV)"),
        ("eats_memory", "Kehabisan memori"),
        ("is_killed", "Dihentikan paksa oleh sistem, mungkin kehabisan memori"),
    ],
)
def test_a_job_that_brings_down_its_child_is_macet_with_its_reason_while_others_go_on(
    world: World, job: str, why: str
) -> None:
    world.start_all("berat")
    owe(world, 1, job)
    owe(world, 20, "effect")

    until(lambda: world.owed() == 1, 25, "the others done")
    until(lambda: macet(world), 25, "the bad one macet")

    [stuck] = macet(world)
    assert why in stuck.galat
    assert stuck.percobaan == 2
    assert world.effects() == (20, 20, 20)


def test_a_fault_of_ours_never_writes_what_was_in_hand(world: World, tmp_path: Path) -> None:
    world.start_all("meja")
    owe(world, 1, "says_secret")

    until(lambda: macet(world), 20, "macet")

    assert macet(world)[0].galat == "Kesalahan program (ValueError)."
    assert "says_secret" in (tmp_path / "log").read_text()
    assert "3171012345678901" not in (tmp_path / "log").read_text()


def test_a_foreign_function_put_into_valkey_by_hand_does_not_run(
    world: World, tmp_path: Path
) -> None:
    world.start_all("berat")
    trap = tmp_path / "terjebak"
    redis = world.redis()
    for n, name in enumerate(["os.system", "jobs.titipan.deliver", "subprocess.call"]):
        args = (f"touch {trap}",) if n != 1 else ("tidak_ada", f"; touch {trap}", 1)
        whole = JSONSerializer.dumps((name, None, args, {}))
        redis.hset(
            f"rq:job:asing{n}", mapping={"data": whole, "created_at": "2026-11-21T00:00:00Z"}
        )
        redis.rpush("rq:queue:berat", f"asing{n}")
    redis.rpush("rq:queue:berat", "tidak-ada-sama-sekali")
    owe(world, 5, "effect")

    until(lambda: world.owed() == 0, 20, "our own work done")

    assert not trap.exists()
    assert "foreign job" in (tmp_path / "log").read_text()


def test_work_waits_for_a_valkey_that_is_away(world: World) -> None:
    world.start("clock", CLOCK)
    world.start("berat", worker("berat"))
    owe(world, 20, "effect")
    time.sleep(1)

    world.start_valkey()

    until(lambda: world.owed() == 0, 30, "all work done")
    assert world.effects() == (20, 20, 20)
