"""The ledger or the queue is held, cut, stopped or full: work waits, and is then done once."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from service import house as houses
from service.config import CODE
from service.domain.berkas import BERJALAN, Berkas
from service.domain.catatan import MESIN, RUMAH, Catatan
from service.domain.refusals import Unavailable
from tests.conftest import new_sqlite
from tests.fault import stand_ins
from tests.fault.cluster import Cluster
from tests.fault.world import CLOCK, World, worker
from tests.servers import until

HELD, HELD_LONG = 12.0, 40.0  # seconds somebody else keeps the SQLite ledger


@contextmanager
def a_world(folder: Path, url: str, **more: str) -> Iterator[World]:
    whole = World(folder, url, **more)
    try:
        with stand_ins.known():
            yield whole
    finally:
        whole.end()


@pytest.fixture
def world(tmp_path: Path, ledger_url: str) -> Iterator[World]:
    with a_world(tmp_path, ledger_url) as whole:
        yield whole


@pytest.fixture
def sqlite_world(tmp_path: Path) -> Iterator[World]:
    with a_world(tmp_path, new_sqlite(tmp_path)) as whole:
        yield whole


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    server = Cluster()
    yield server
    server.end()


@pytest.fixture
def postgres_world(tmp_path: Path, cluster: Cluster) -> Iterator[World]:
    with a_world(tmp_path, cluster.url) as whole:
        houses.migrate(whole.settings)
        yield whole


# --- SQLite, held by somebody else ------------------------------------------------------------


@contextmanager
def held(world: World) -> Iterator[None]:
    path = world.settings.ledger.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path, isolation_level=None)) as stranger:
        stranger.execute("BEGIN EXCLUSIVE")
        yield
        stranger.execute("ROLLBACK")


def test_a_ledger_held_by_a_stranger_is_waited_for_and_an_officer_is_told(
    sqlite_world: World, request: pytest.FixtureRequest
) -> None:
    world = sqlite_world
    seconds = HELD_LONG if request.config.getoption("--panjang") else HELD
    kunci = world.administrator()
    world.start_all("berat", "naskah")
    world.start_web()
    world.owe(100, "effect", "slow_effect")
    until(lambda: world.effects()[0] > 10, 15, "work is under way")

    with held(world):
        began = time.monotonic()
        form = {"nama": "Contoh Dua", "nama_masuk": "contoh.dua", "instansi": RUMAH}
        status, told = world.ask(kunci, "/orang/baru", **form)
        waited = time.monotonic() - began
        page, _ = world.ask(kunci, "/orang")
        stood = world.effects()[0]
        time.sleep(max(0.0, seconds - (time.monotonic() - began)))
        assert world.effects()[0] == stood

    assert (status, page) == (503, 200)
    assert waited < 12
    assert "Buku induk sedang dipakai" in told
    assert world.count("orang") == 1
    world.all_done(100, 30)


def test_an_act_on_a_held_ledger_gives_up_in_time_whoever_stands_before_it(
    sqlite_world: World,
) -> None:
    code = (
        "import sys, time\n"
        "from service import house\n"
        "from service.config import Settings\n"
        "from service.domain.refusals import Unavailable\n"
        "one = house.build(Settings.from_env())\n"
        "time.sleep(float(sys.argv[1]))\n"
        "began = time.monotonic()\n"
        "try:\n"
        "    with one.ledger.begin(): print('let in')\n"
        "except Unavailable as away: print(f'{time.monotonic() - began:.1f} {away}')\n"
    )
    with held(sqlite_world):
        # Two begin one after the other: the second queues behind the first.
        asking = [
            subprocess.Popen(
                [sys.executable, "-c", code, str(after)],
                env=sqlite_world.env,
                cwd=CODE,
                stdout=subprocess.PIPE,
                text=True,
            )
            for after in (0, 2)
        ]
        told = [one.communicate(timeout=30)[0] for one in asking]

    for line in told:
        assert 9 < float(line.split()[0]) < 11.5, told
        assert "Buku induk sedang dipakai proses lain." in line


# --- PostgreSQL, restarted and cut ------------------------------------------------------------


def test_a_postgresql_that_restarts_costs_seconds_and_no_work(
    postgres_world: World, cluster: Cluster
) -> None:
    postgres_world.start_all("berat", "naskah")
    postgres_world.owe(200, "effect", "slow_effect")
    until(lambda: postgres_world.effects()[0] > 20, 20, "work is under way")

    cluster.restart()

    postgres_world.all_done(200, 30)


def test_connections_that_are_cut_again_and_again_do_nothing_twice(
    postgres_world: World, cluster: Cluster
) -> None:
    postgres_world.start_all("berat", "naskah")
    postgres_world.owe(200, "effect", "slow_effect")
    until(lambda: postgres_world.effects()[0] > 20, 20, "work is under way")

    cut = 0
    for _ in range(10):
        cut += cluster.cut_connections()
        time.sleep(0.3)

    assert cut > 10
    postgres_world.all_done(200, 30)


def test_pages_say_that_the_ledger_is_away_and_open_again_with_it(
    postgres_world: World, cluster: Cluster
) -> None:
    world, form = postgres_world, {"nama": "Contoh", "nama_masuk": "contoh.dua", "instansi": RUMAH}
    kunci = world.administrator()
    world.start_web()
    assert world.ask(kunci, "/orang")[0] == 200

    cluster.stop()
    page, sent = world.ask(kunci, "/orang"), world.ask(kunci, "/orang/baru", **form)
    cluster.start()

    for status, told in (page, sent):
        assert status == 503
        assert "Buku induk sedang tidak dapat dihubungi" in told
    assert world.count("orang") == 1
    assert world.ask(kunci, "/orang/baru", **form)[0] == 200
    assert world.count("orang") == 2


def test_an_act_whose_connection_is_cut_is_told_plainly_and_leaves_nothing(
    postgres_world: World, cluster: Cluster
) -> None:
    ledger, now = postgres_world.house.ledger, postgres_world.house.clock.now()
    away = pytest.raises(Unavailable, match="Buku induk sedang tidak dapat dihubungi")
    with away, ledger.begin() as tx:
        tx.add(Berkas("contoh1", "uji", "", "Berkas contoh", "", BERJALAN, now))
        cluster.cut_connections()
        tx.note(Catatan("uji", MESIN, "efek", now, "contoh1"))

    assert postgres_world.effects() == (0, 0, 0)
    postgres_world.act()
    assert postgres_world.effects() == (1, 1, 0)


# --- the queue, full and frozen ---------------------------------------------------------------


def test_a_full_valkey_loses_nothing_and_all_is_done_once_it_has_room(world: World) -> None:
    line = (
        "become([*command(binary(), Path(sys.argv[1]), Path(sys.argv[2])), '--maxmemory', '1mb'])"
    )
    code = f"import sys; from pathlib import Path; from jobs.valkey import *; {line}"
    world.start(
        "valkey", ["-c", code, str(world.home), str(world.settings.runtime / "valkey.sock")]
    )
    until(world.answers, 20, "Valkey")
    world.start("clock-0", CLOCK)
    world.start("berat-0", worker("berat"))
    world.owe(50, "effect")
    until(lambda: "Antrean (Valkey)" in world.log_path.read_text(), 15, "the clock says why")
    assert world.owed() == 50

    world.kill("valkey")
    world.start_valkey()

    world.all_done(50, 30)


def test_a_valkey_that_stands_still_for_a_while_loses_nothing(world: World) -> None:
    world.start_all("berat", "naskah")
    world.owe(100, "effect", "slow_effect")
    until(lambda: world.effects()[0] > 5, 15, "work is under way")

    world.freeze("valkey")
    world.owe(50, "effect")
    time.sleep(3)
    world.freeze("valkey", signal.SIGCONT)

    world.all_done(150, 30)


# --- a worker that stands still -----------------------------------------------------------------


def test_a_worker_that_wakes_after_its_lease_lapsed_is_fenced_off(world: World) -> None:
    world.start_all("berat")
    world.owe(1, "blind_effect")
    until(lambda: begun(world), 15, "the work is begun")
    world.freeze("berat-0")

    world.start("berat-1", worker("berat"))
    until(lambda: world.owed() == 0, 15, "another did it")
    world.kill("berat-1")
    assert world.effects() == (1, 1, 1)
    world.freeze("berat-0", signal.SIGCONT)

    # It does one thing after another: when this is done, its late writing has been tried.
    world.owe(1, "effect")
    world.all_done(2, 15)


def begun(world: World) -> bool:
    with world.house.ledger.reader.begin() as look:
        return bool(look.exec_driver_sql("SELECT 1 FROM pekerjaan WHERE mulai IS NOT NULL").first())


# --- a full disk ----------------------------------------------------------------------------------


def test_a_full_disk_under_the_ledger_is_told_and_all_goes_on_when_there_is_room(
    tmp_path: Path,
) -> None:
    small = tmp_path / "kecil"
    small.mkdir()
    walls = ["bwrap", "--dev-bind", "/", "/", "--size", "12000000", "--tmpfs", str(small)]
    line = [sys.executable, "-m", "tests.fault.full_ledger", str(small), new_sqlite(tmp_path)]
    told = subprocess.run(
        [*walls, "--", *line], capture_output=True, text=True, cwd=CODE, timeout=60, check=False
    )

    assert told.returncode == 0, told.stdout + told.stderr
    assert told.stdout == "refused plainly\nwaited\ngone on\nwhole\n"
