"""Is the house in order: each thing it leans on is asked, and one that is away is said so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service import house as houses
from service.acts.keadaan.rumah import keadaan, sound
from service.adapters.clock import new_id
from service.config import Settings
from service.house import RealHouse
from service.ports import Keadaan
from tests.fault.world import CLOCK, World
from tests.servers import until

ALIVE = ["-m", "jobs.worker"]


@pytest.fixture
def world(tmp_path: Path, ledger_url: str) -> Iterator[World]:
    whole = World(tmp_path, ledger_url)
    yield whole
    whole.end()


def lines(house: RealHouse) -> dict[str, Keadaan]:
    return {one.nama: one for one in keadaan(house)}


def test_a_house_that_runs_is_in_order(world: World) -> None:
    world.start_valkey()
    world.start("clock", CLOCK)
    world.start("watcher", ["-m", "jobs.watcher"])
    world.start("pickup", ["-m", "jobs.pickup"])
    for lane in ("meja", "naskah", "berat", "pelan"):
        world.start(lane, [*ALIVE, lane])

    until(lambda: sound(keadaan(world.house)), 20, "every process gives a sign of life")

    told = lines(world.house)
    assert told["Antrean (Valkey)"].baik
    assert told["Pekerja naskah"].kata.startswith("1 hidup")


def test_a_house_that_stands_still_says_what_to_do(world: World) -> None:
    told = lines(world.house)

    assert not sound(list(told.values()))
    assert told["Antrean (Valkey)"].baik is False
    assert "./berkas run" in told["Pekerja meja"].kata
    assert told["Buku induk"].baik


def test_what_stops_the_doors_is_said_without_a_name(world: World) -> None:
    beat = world.house.pulse.beat
    beat("watcher-a-1", "watcher", {"janggal": "2 tautan", "kotak_surat": "0"})
    assert lines(world.house)["Kotak masuk"].baik
    assert "2 tautan" in lines(world.house)["Kotak masuk"].kata
    assert lines(world.house)["Kotak surat"].baik is None

    beat(
        "watcher-a-1", "watcher", {"halangan": "Disk penuh.", "kotak_surat": "2", "surel": "Mati."}
    )
    assert (lines(world.house)["Kotak masuk"].baik, lines(world.house)["Kotak surat"].baik) == (
        False,
        False,
    )


def test_a_ledger_that_is_away_does_not_hide_the_rest(tmp_path: Path) -> None:
    env = {
        "BERKAS_HOME": str(tmp_path / "rumah"),
        "BERKAS_INBOX": str(tmp_path / "inbox"),
        "BERKAS_LEDGER": "postgresql://berkas@127.0.0.1:9/tidak_ada",
    }
    house = houses.build(Settings.from_env(env))
    (tmp_path / "rumah").mkdir()

    told = lines(house)

    assert told["Buku induk"].baik is False
    assert told["Disk"].baik
    assert told["LibreOffice"].baik
    house.close()


def test_work_that_nobody_does_shows_its_age(world: World) -> None:
    with world.house.ledger.begin() as tx:
        tx.plan("identify", new_id())

    assert lines(world.house)["Pekerjaan tertua"].kata.startswith("Menunggu sejak ")
