"""A whole house of real processes, for tests that end them without mercy."""

from __future__ import annotations

import contextlib
import http.client
import os
import random
import signal
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

from redis import Redis
from redis.exceptions import RedisError
from sqlalchemy import func, select

from service import house as houses
from service.acts.orang import mulai, orang
from service.acts.orang.masuk import Kunci
from service.adapters.ledger import tables
from service.adapters.ledger.journal import Journal
from service.config import CODE, Settings
from service.domain.berkas import BERJALAN, Berkas
from service.domain.catatan import MESIN, Catatan
from tests.kantor import SANDI
from tests.servers import free_port, until

CLOCK = ["-m", "jobs.clock"]
VALKEY = ["-m", "jobs.valkey"]
WEB = ["-m", "service.web.serve"]


def worker(lane: str) -> list[str]:
    return ["-m", "tests.fault.stand_ins", lane]


class World:
    """Processes by name, restarted by hand, on one ledger."""

    def __init__(self, home: Path, ledger_url: str, **more: str) -> None:
        self.env = {
            **{k: v for k, v in os.environ.items() if not k.startswith("BERKAS_")},
            "BERKAS_HOME": str(home / "rumah"),
            "BERKAS_INBOX": str(home / "inbox"),
            "BERKAS_LEDGER": ledger_url.replace("+psycopg", ""),
            "BERKAS_JEDA": "0.2,0.2,0.2,0.2",
            "BERKAS_SEWA": "2",
            "BERKAS_PORT": str(free_port()),
            "BERKAS_PERIKSA_ALAMAT": "tidak",  # nobody gives these pages out
            "PYTHONPATH": str(CODE),
            "PYTHONUNBUFFERED": "1",
            **more,
        }
        (home / "rumah").mkdir(exist_ok=True)
        (home / "inbox").mkdir(exist_ok=True)
        self.home, self.log_path = home, home / "log"
        self.log = self.log_path.open("ab")
        self.settings = Settings.from_env({k: v for k, v in self.env.items() if "BERKAS_" in k})
        self.settings.runtime.mkdir(mode=0o700, exist_ok=True)
        self.house = houses.build(self.settings)
        self.running: dict[str, tuple[list[str], subprocess.Popen[bytes]]] = {}

    def start(self, name: str, command: list[str]) -> int:
        process = subprocess.Popen(
            [sys.executable, *command],
            cwd=CODE,
            env=self.env,
            stdout=self.log,
            stderr=self.log,
            start_new_session=True,
        )
        self.running[name] = (command, process)
        return process.pid

    def start_valkey(self) -> None:
        self.start("valkey", VALKEY)
        until(self.answers, 20, "Valkey")

    def start_web(self) -> None:
        self.start("web", WEB)
        until(self.listens, 30, "the pages")

    def listens(self) -> bool:
        with contextlib.suppress(OSError), self.knock():
            return True
        return False

    def knock(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.settings.port), 1)

    def answers(self) -> bool:
        with contextlib.suppress(RedisError):
            return bool(self.redis().ping())
        return False

    def redis(self) -> Redis:
        return Redis.from_url(self.settings.redis_url)

    def start_all(self, *lanes: str, clocks: int = 1) -> None:
        self.start_valkey()
        for n in range(clocks):
            self.start(f"clock-{n}", CLOCK)
        for n, lane in enumerate(lanes):
            self.start(f"{lane}-{n}", worker(lane))

    def kill(self, name: str, number: signal.Signals = signal.SIGKILL) -> None:
        process = self.running[name][1]
        if name == "web" and process.poll() is None:  # its two processes share a port
            os.killpg(process.pid, number)
        process.send_signal(number)
        process.wait()

    def kill_child(self, name: str) -> None:
        """End the child of a worker, or of the pages, not their parent."""
        self.signal_children(name, signal.SIGKILL)

    def signal_children(self, name: str, number: signal.Signals) -> None:
        pid = self.running[name][1].pid
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(child), number)

    def freeze(self, name: str, number: signal.Signals = signal.SIGSTOP) -> None:
        """Stop a process and its children where they stand; SIGCONT lets them go on."""
        os.kill(self.running[name][1].pid, number)
        self.signal_children(name, number)

    def restart_dead(self) -> None:
        for name, (command, process) in list(self.running.items()):
            if process.poll() is not None:
                self.start(name, command)

    def kill_one(self, dice: random.Random) -> str:
        """End something, as chance has it, and start it again."""
        name = dice.choice(sorted(self.running))
        if dice.random() < 0.4 and name.split("-")[0] in ("berat", "naskah", "meja", "web"):
            with contextlib.suppress(FileNotFoundError):
                self.kill_child(name)
            return f"child of {name}"
        self.kill(name)
        self.restart_dead()
        return name

    def owe(self, count: int, *jobs: str) -> None:
        with self.house.ledger.begin() as tx:
            for n in range(count):
                tx.plan(jobs[n % len(jobs)], self.house.new_id())

    def act(self) -> None:
        """What an officer's click does: a row and a line of the journal, or neither."""
        now, id_ = self.house.clock.now(), self.house.new_id()
        with self.house.ledger.begin() as tx:
            tx.add(Berkas(id_, "uji", "", "Berkas contoh", "", BERJALAN, now))
            tx.note(Catatan("uji", MESIN, "efek", now, id_))

    def all_done(self, count: int, seconds: float) -> None:
        """Every owed effect came, exactly once, and nobody had to be called."""
        until(lambda: self.owed() == 0, seconds, f"all done ({self.house.lists.macet()[:2]})")
        assert self.effects() == (count, count, count)

    def administrator(self) -> Kunci:
        isian = orang.Isian("admin.contoh", "Contoh Administrator")
        token = mulai.first_link(self.house)
        return mulai.first_administrator(self.house, token, isian, SANDI, "192.0.2.1")

    def ask(self, kunci: Kunci, path: str, /, **form: str) -> tuple[int, str]:
        """A page, or a form that is sent: status and text, or OSError where nobody answers."""
        line = http.client.HTTPConnection("127.0.0.1", self.settings.port, timeout=30)
        headers = {"Cookie": f"berkas={kunci.token}"}
        headers |= {"Content-Type": "application/x-www-form-urlencoded"} if form else {}
        body = urlencode({"csrf": kunci.sesi.csrf, **form}) if form else None
        with closing(line):
            line.request("POST" if form else "GET", path, body, headers)
            answer = line.getresponse()
            return answer.status, answer.read().decode()

    def count(self, table: str) -> int:
        with self.house.ledger.reader.begin() as look:
            return int(
                look.execute(
                    select(func.count()).select_from(tables.metadata.tables[table])
                ).scalar_one()
            )

    def owing(self) -> list[str]:
        """The jobs that wait, by name: for a sentence about what did not come."""
        jobs = tables.metadata.tables["pekerjaan"].c
        with self.house.ledger.reader.begin() as look:
            return sorted(look.execute(select(jobs.job).distinct()).scalars())

    def owed(self) -> int:
        """What somebody asked for; what a clock owes the house by itself is done by the way."""
        jobs = tables.metadata.tables["pekerjaan"].c
        asked = select(func.count()).where(jobs.untuk != "rumah")
        with self.house.ledger.reader.begin() as look:
            return int(look.execute(asked).scalar_one())

    def effects(self) -> tuple[int, int, int]:
        """Rows, journal lines and the last number: all the same where each came once."""
        with self.house.ledger.read() as look:
            journal = Journal(look.connection).kepala("uji").urut
            last = look.connection.execute(select(tables.buku.c.terakhir)).scalar()
        return self.count("berkas"), journal, int(last or 0)

    def stop(self) -> None:
        """Ask everything to stop, as whoever turns the service off does; in the end it must."""
        for _, process in reversed(self.running.values()):
            process.terminate()
            try:
                process.wait(15)
            except subprocess.TimeoutExpired as late:
                raise AssertionError(f"{process.args} did not stop when asked") from late
        self.running.clear()

    def end(self) -> None:
        for _, process in self.running.values():
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)  # each leads a session of its own
        for _, process in self.running.values():
            process.wait()
        self.house.close()
        self.log.close()
        for left in self.settings.runtime.glob("*"):
            left.unlink()
        with contextlib.suppress(FileNotFoundError):  # a command that ran here took it away
            self.settings.runtime.rmdir()
