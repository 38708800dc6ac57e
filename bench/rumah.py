"""A house of its own for a bench: real processes in a fresh folder."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from service import house as houses
from service.config import CODE, Settings


class Rumah:
    """Processes on one fresh ledger, ended together."""

    def __init__(self, room: Path, ledger: str = "", packs: Path | None = None) -> None:
        self.env = {k: v for k, v in os.environ.items() if not k.startswith("BERKAS_")}
        self.env |= {
            "BERKAS_HOME": str(room / "rumah"),
            "BERKAS_INBOX": str(room / "inbox"),
            "PYTHONPATH": str(CODE),
        }
        if ledger:
            self.env["BERKAS_LEDGER"] = ledger
        if packs:
            self.env["BERKAS_PACKS"] = str(packs)
        (room / "rumah").mkdir(parents=True, exist_ok=True)
        self.settings = Settings.from_env(self.env)
        houses.migrate(self.settings)
        self.settings.runtime.mkdir(mode=0o700, exist_ok=True)
        self.house = houses.build(self.settings)
        self.log = (room / "log").open("ab")
        self.processes: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, name: str, *command: str) -> None:
        self.processes[name] = subprocess.Popen(
            [sys.executable, *command], cwd=CODE, env=self.env, stdout=self.log, stderr=self.log
        )

    def memory(self, name: str) -> float:
        """Resident megabytes of a process and its children."""
        pid = self.processes[name].pid
        pids = [str(pid), *Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
        return sum(_resident(one) for one in pids)

    def busy(self, name: str) -> float:
        """Seconds of processor that a process and everything below it have used."""
        return sum(_busy(one) for one in _below(str(self.processes[name].pid)))

    def largest(self, name: str) -> float:
        """Resident megabytes of the largest process among one and all below it."""
        return max(_resident(one) for one in _below(str(self.processes[name].pid)))

    def end(self) -> None:
        for name in reversed(list(self.processes)):
            self.processes[name].send_signal(signal.SIGTERM)
            try:
                self.processes[name].wait(10)
            except subprocess.TimeoutExpired:
                self.processes[name].kill()
        self.house.close()
        self.log.close()
        shutil.rmtree(self.settings.runtime, ignore_errors=True)


def _busy(pid: str) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _below(pid: str) -> list[str]:
    """A process and everything it started, as far as it still runs."""
    with contextlib.suppress(OSError):
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        return [pid, *(one for child in children for one in _below(child))]
    return [pid]


def _resident(pid: str) -> float:
    with contextlib.suppress(OSError):  # it has just ended
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    return 0.0


def until(true: Callable[[], object], seconds: float, what: str) -> None:
    """Wait for something; a bench that waits in vain says so."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise TimeoutError(f"{what}: not within {seconds} s")
        time.sleep(0.002)
