"""The pages are killed in the middle of forms: each took effect wholly, or not at all."""

from __future__ import annotations

import http.client
import random
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from service.acts.keadaan.audit import audit
from service.acts.orang.masuk import Kunci
from service.adapters.ledger import tables
from service.domain.catatan import RUMAH
from service.domain.orang import Orang, Undangan
from service.domain.pekerjaan import Gagal
from tests.fault.world import World
from tests.servers import until

OFFICERS = 4
STUCK = 400


@pytest.fixture
def world(tmp_path: Path, ledger_url: str) -> Iterator[World]:
    whole = World(tmp_path, ledger_url)
    yield whole
    whole.end()


def stuck(world: World, count: int) -> list[str]:
    """Work that waits for a person, by what it is for."""
    world.owe(count, "draft")
    owed = world.house.owed
    for one in owed.claim("naskah", count, set):
        begun = owed.start(one.job, one.untuk, one.fence, "pekerja contoh")
        assert begun
        owed.fail(begun, Gagal("Contoh galat.", lagi=False))
    return [one.untuk for one in world.house.lists.macet()]


class Officer(threading.Thread):
    """Sends one form after another, and remembers which were answered."""

    def __init__(self, world: World, kunci: Kunci, n: int, work: list[str]) -> None:
        super().__init__(daemon=True)
        self.world, self.kunci, self.n, self.work = world, kunci, n, work
        self.going = True
        self.sent: list[str] = []
        self.made: set[str] = set()
        self.retried: set[str] = set()

    def run(self) -> None:
        while self.going:
            name = f"contoh.{self.n}-{len(self.sent)}"
            self.sent.append(name)
            form = {"nama": "Contoh", "nama_masuk": name, "instansi": RUMAH}
            if self._answered(200, "/orang/baru", **form):
                self.made.add(name)
            if self.work:
                untuk = self.work.pop()
                if self._answered(303, f"/gagal/draft/{untuk}/coba", lagi="ya"):
                    self.retried.add(untuk)

    def _answered(self, status: int, path: str, **form: str) -> bool:
        try:
            found, text = self.world.ask(self.kunci, path, **form)
        except (OSError, http.client.HTTPException):
            time.sleep(0.05)
            return False
        assert found == status, text
        return True


def test_a_form_takes_effect_wholly_or_not_at_all_when_the_pages_are_killed(
    world: World, request: pytest.FixtureRequest
) -> None:
    seconds = 600 if request.config.getoption("--panjang") else 6
    seed = random.randrange(1_000_000)
    dice = random.Random(seed)
    kunci = world.administrator()
    work = stuck(world, STUCK)
    officers = [Officer(world, kunci, n, work[n::OFFICERS]) for n in range(OFFICERS)]
    world.start_web()
    for one in officers:
        one.start()

    kills = 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        before = sum(len(one.made) for one in officers)
        until(
            lambda before=before: sum(len(one.made) for one in officers) > before,
            20,
            "a form again",
        )
        time.sleep(dice.uniform(0.0, 0.4))
        world.kill_one(dice)
        kills += 1
    for one in officers:
        one.going = False
        one.join(30)
        assert not one.is_alive()

    made, retried = _made(world), set(work) - _left(world)
    sys.stdout.write(f"seed {seed}: {kills} kills, {len(made)} made, {len(retried)} retried\n")
    assert {name for one in officers for name in one.made} <= made
    assert {untuk for one in officers for untuk in one.retried} <= retried
    assert _noted(world, "pekerjaan_dicoba_lagi") == Counter(retried)
    assert [one for one in audit(world.house) if one.dilanggar] == []
    assert len(made) >= kills > 1


def _made(world: World) -> set[str]:
    """The people there are; each has one link and one line of the journal, and nobody else has."""
    with world.house.ledger.read() as reading:
        people = [one for one in reading.find(Orang) if one.nama_masuk != "admin.contoh"]
        invited = Counter(one.untuk for one in reading.find(Undangan) if one.terpakai is None)
    once = Counter(one.id for one in people)
    assert invited == once
    assert _noted(world, "orang_ditambahkan") == once
    return {one.nama_masuk for one in people}


def _left(world: World) -> set[str]:
    return {one.untuk for one in world.house.lists.macet()}


def _noted(world: World, perbuatan: str) -> Counter[str]:
    """What the journal says was done, and to what."""
    line = tables.catatan.c
    asked = select(line.tentang).where(line.perbuatan == perbuatan)
    with world.house.ledger.reader.begin() as look:
        return Counter(look.execute(asked).scalars())
