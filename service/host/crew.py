"""Some of the machine's own processes, kept at work for as long as a command needs them."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from service.config import CODE, Settings
from service.domain.refusals import Unavailable
from service.host import kin

Command = tuple[str, ...]
# Stopped from the last to the first: whoever serves the others goes last.
VALKEY: Command = ("valkey",)
MACHINE: tuple[Command, ...] = (
    VALKEY,
    ("worker", "meja"),
    ("worker", "naskah"),
    ("worker", "berat"),
    ("worker", "pelan"),
    ("clock",),
)
STARTS_WITHIN = 20.0
ENDS_WITHIN = 8.0


@contextmanager
def crew(settings: Settings, env: Mapping[str, str], commands: Sequence[Command]) -> Iterator[None]:
    """The processes, started one after the other and stopped the other way round."""
    with ExitStack() as running:
        running.callback(shutil.rmtree, settings.runtime, ignore_errors=True)
        for command in commands:
            running.enter_context(_process(command, env, settings.home / "log"))
            if command == VALKEY:
                _await(settings.runtime / "valkey.sock")
        yield


@contextmanager
def _process(command: Command, env: Mapping[str, str], log: Path) -> Iterator[None]:
    module, *words = command
    us = os.getpid()
    log.mkdir(exist_ok=True)
    with (log / f"{'_'.join(command)}.log").open("ab") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", f"jobs.{module}", *words],
            cwd=CODE,
            env=dict(env),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            start_new_session=True,
            # Sound here: a command has one thread.
            preexec_fn=lambda: kin.die_with_parent(us),  # noqa: PLW1509
        )
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _await(socket: Path) -> None:
    end = time.monotonic() + STARTS_WITHIN
    while not socket.exists():
        if time.monotonic() > end:
            raise Unavailable("Valkey tidak menyala dalam 20 detik; lihat log/valkey.log.")
        time.sleep(0.02)
