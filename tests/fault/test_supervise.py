from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from service.config import CODE, Settings
from service.host import kin
from service.host.logbook import KEPT, Logbook
from service.host.procfile import Process, read, spread
from tests.servers import free_port, until


class Office:
    """A home with a Procfile of stand-ins, and the supervisor above them."""

    def __init__(self, folder: Path, *lines: str, **more: str) -> None:
        self.book = folder / "buku"
        self.book.touch()
        self.procfile = folder / "Procfile"
        self.procfile.write_text(
            "".join(
                f"{line.partition('=')[0]}: python -m tests.fault.processes "
                f"{line.partition('=')[2] or line} '{self.book}'\n"
                for line in lines
            )
        )
        self.env = {
            **{k: v for k, v in os.environ.items() if not k.startswith("BERKAS_")},
            "BERKAS_HOME": str(folder / "rumah"),
            "BERKAS_INBOX": str(folder / "inbox"),
            "BERKAS_REDIS": "unix:///tidak-dipakai",
            "PYTHONPATH": str(CODE),
            **more,
        }
        self.home = folder / "rumah"
        self.screen = folder / "layar"
        self.running: subprocess.Popen[bytes] | None = None

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        line = [sys.executable, "-m", "service.cli", "run", "--procfile", str(self.procfile)]
        with self.screen.open("ab") as screen:
            self.running = subprocess.Popen(
                [*line, *words],
                env=self.env,
                cwd=CODE,
                stdout=screen,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        return self.running

    def told(self, *words: str) -> list[list[str]]:
        lines = [line.split() for line in self.book.read_text().splitlines()]
        return [line for line in lines if set(words) <= set(line)]

    def wait_for(self, *words: str, times: int = 1) -> None:
        until(lambda: len(self.told(*words)) >= times, 15, f"{words}: {self.screen.read_text()}")

    def stop(self) -> float:
        began = time.monotonic()
        assert self.running
        self.running.send_signal(signal.SIGINT)
        assert self.running.wait(15) == 0, self.screen.read_text()
        return time.monotonic() - began

    def alive(self) -> list[int]:
        pids = {int(line[-2]) for line in self.told("begins")}
        return [pid for pid, _, _, state in kin.table() if pid in pids and state != "Z"]

    def keeper(self) -> int:
        assert self.running
        (one,) = [pid for pid, parent, _, _ in kin.table() if parent == self.running.pid]
        return one


@pytest.fixture
def offices(tmp_path: Path) -> Iterator[list[Office]]:
    opened: list[Office] = []
    yield opened
    for one in opened:
        if one.running and one.running.poll() is None:
            one.running.kill()
            one.running.wait()
        for pid in one.alive():
            os.kill(pid, signal.SIGKILL)


def office(offices: list[Office], folder: Path, *lines: str, **more: str) -> Office:
    folder.mkdir(exist_ok=True)
    offices.append(Office(folder, *lines, **more))
    return offices[-1]


def test_a_process_that_dies_is_started_again_each_time_a_little_later(
    offices: list[Office], tmp_path: Path
) -> None:
    one = office(offices, tmp_path, "dies_at_once", "web")
    one.start()
    one.wait_for("dies_at_once", times=4)

    times = [float(line[-1]) for line in one.told("dies_at_once")[:4]]
    pauses = [after - before for before, after in pairwise(times)]
    assert 0.2 <= pauses[0] < pauses[1] < pauses[2]
    assert len(one.told("web")) == 1
    assert "dies_at_once ended with code 3; again in 0.4 s" in one.screen.read_text()
    one.stop()


def test_workers_end_before_the_queue_and_after_the_pages(
    offices: list[Office], tmp_path: Path
) -> None:
    one = office(offices, tmp_path, "valkey", "web", "worker", "worker_berat=worker")
    one.start()
    one.wait_for("begins", times=4)
    one.stop()

    assert [line[0] for line in one.told("ends")] == ["web", "worker", "worker", "valkey"]
    assert one.alive() == []


def test_what_does_not_hear_is_ended_within_ten_seconds_and_leaves_nothing(
    offices: list[Office], tmp_path: Path
) -> None:
    one = office(offices, tmp_path, "valkey", "web=hears_nothing", "worker=leaves_a_child")
    one.start()
    one.wait_for("begins", times=4)

    assert one.stop() < 10
    assert one.alive() == []
    assert not (one.home / "run" / "berkas.lock").exists()
    assert not runtime(one).exists()


def runtime(one: Office) -> Path:
    return Settings.from_env({k: v for k, v in one.env.items() if "BERKAS_" in k}).runtime


@pytest.mark.parametrize("whom", ["guard", "keeper"])
def test_nothing_is_left_when_one_who_watches_is_killed(
    offices: list[Office], tmp_path: Path, whom: str
) -> None:
    one = office(offices, tmp_path, "valkey", "worker=leaves_a_child")
    running = one.start()
    one.wait_for("begins", times=3)

    os.kill(running.pid if whom == "guard" else one.keeper(), signal.SIGKILL)

    running.wait(15)
    until(lambda: not one.alive(), 12, f"still there: {one.alive()}")
    until(lambda: not (one.home / "run" / "berkas.lock").exists(), 5, "the lock is still there")


def test_an_orphan_of_a_dead_process_goes_with_it(offices: list[Office], tmp_path: Path) -> None:
    one = office(offices, tmp_path, "web", "worker=leaves_a_child")
    one.start()
    one.wait_for("begins", times=3)
    (before,) = one.told("leaves_a_child")

    os.kill(int(before[-2]), signal.SIGKILL)
    one.wait_for("leaves_a_child", "begins", times=2)
    one.stop()

    assert one.alive() == []


def test_a_second_start_in_the_same_home_says_who_runs_and_where(
    offices: list[Office], tmp_path: Path
) -> None:
    one = office(offices, tmp_path, "web")
    running = one.start()
    one.wait_for("begins")
    line = [sys.executable, "-m", "service.cli", "run", "--procfile", str(one.procfile)]
    second = subprocess.run(line, env=one.env, cwd=CODE, capture_output=True, text=True)

    assert second.returncode == 1
    told = json.loads((one.home / "run" / "port.json").read_text())
    assert f"sudah berjalan di http://127.0.0.1:{told['BERKAS_PORT']} (proses" in second.stderr
    assert running.poll() is None
    one.stop()


def chosen(one: Office) -> tuple[int, int]:
    told = json.loads((one.home / "run" / "port.json").read_text())
    return told["BERKAS_PORT"], told["BERKAS_PORT_PUBLIK"]


def test_two_homes_at_once_take_ports_of_their_own_and_keep_them(
    offices: list[Office], tmp_path: Path
) -> None:
    one = office(offices, tmp_path / "satu", "web", "publik=web")
    two = office(offices, tmp_path / "dua dengan spasi", "web", "publik=web")
    one.start()
    two.start()
    one.wait_for("begins", times=2)
    two.wait_for("begins", times=2)

    before = chosen(one), chosen(two)
    assert len({*before[0], *before[1]}) == 4
    one.stop()
    one.start()
    one.wait_for("begins", times=4)
    assert chosen(one) == before[0]
    one.stop()
    two.stop()


def test_where_the_public_pages_are_started_elsewhere_their_port_is_left_alone(
    offices: list[Office], tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as public:
        port = str(public.getsockname()[1])
        one = office(offices, tmp_path, "web", "publik=web", BERKAS_PORT_PUBLIK=port)
        one.start("--tanpa", "publik")
        one.wait_for("begins")
        one.stop()
    assert len(one.told("begins")) == 1


def test_a_port_asked_for_that_is_taken_is_named_with_what_to_do(
    offices: list[Office], tmp_path: Path
) -> None:
    one = office(offices, tmp_path, "web")
    with socket.create_server(("127.0.0.1", free_port())) as other:
        port = other.getsockname()[1]
        running = one.start("--port", str(port))
        assert running.wait(15) == 1

    said = one.screen.read_text()
    assert f"Port {port} di 127.0.0.1 sedang dipakai program lain" in said
    assert "Traceback" not in said
    assert one.told("begins") == []
    assert not (one.home / "run" / "berkas.lock").exists()


def test_what_a_process_says_stands_on_the_screen_and_in_its_log(
    offices: list[Office], tmp_path: Path
) -> None:
    one = office(offices, tmp_path, "talks")
    one.start()
    one.wait_for("begins")
    one.stop()

    log = (one.home / "log" / "talks.log").read_text()
    assert "baris pertama" in log
    assert "tanpa akhir baris" in log
    assert log.count("x") >= 40_000
    assert "talks  | baris pertama" in one.screen.read_text()
    assert (one.home / "log" / "talks.log").stat().st_mode & 0o077 == 0


def test_a_log_begins_anew_when_it_is_large_and_few_old_ones_are_kept(tmp_path: Path) -> None:
    book = Logbook(tmp_path, "web", largest=1000)
    for number in range(200):
        book.take(f"{number} {'y' * 50}\n".encode())

    files = sorted(tmp_path.iterdir())
    assert len(files) == KEPT + 1
    assert all(file.stat().st_size < 1200 for file in files)
    assert "199 " in (tmp_path / "web.log").read_text()


def test_the_procfile_has_plain_lines_and_a_worker_for_every_lane() -> None:
    listed = read(CODE / "Procfile")

    assert {"web", "worker"} <= {one.name for one in listed}
    lanes = [one.command.split()[-1] for one in listed if one.name.startswith("worker")]
    assert sorted(lanes) == ["berat", "meja", "naskah", "pelan"]
    assert listed[0].name == "valkey"


def test_a_lane_gets_as_many_workers_as_the_setting_gives_it() -> None:
    listed = [Process("web", "w"), Process("worker_naskah", "python -m jobs.worker naskah")]

    names = [one.name for one in spread(listed, {"naskah": 3})]

    assert names == ["web", "worker_naskah", "worker_naskah.2", "worker_naskah.3"]
