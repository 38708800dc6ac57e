"""A fresh home with its own real processes, for as long as the demo plays."""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from service import house as houses
from service.config import CODE, Settings
from service.domain.refusals import Refusal, Unavailable
from service.host import kin
from service.house import RealHouse

# Stopped from the last to the first: whoever serves the others goes last.
PROCESSES = (
    ("valkey",),
    ("worker", "meja"),
    ("worker", "naskah"),
    ("worker", "berat"),
    ("clock",),
    ("watcher",),
)
STARTS_WITHIN = 20.0
ENDS_WITHIN = 8.0


@contextmanager
def stage(hasil: Path, env: Mapping[str, str]) -> Iterator[RealHouse]:
    """A house in a home that nobody used before, at work until the block ends."""
    home = fresh(hasil)
    own = {name: value for name, value in env.items() if not name.startswith("BERKAS_")}
    own |= {name: env[name] for name in ("BERKAS_PACKS",) if name in env}
    own |= {"BERKAS_HOME": str(home), "BERKAS_INBOX": str(home / "kotak_masuk")}
    settings = Settings.from_env(own)
    houses.migrate(settings)
    with ExitStack() as running:
        running.callback(shutil.rmtree, settings.runtime, ignore_errors=True)
        for command in PROCESSES:
            running.enter_context(_process(command, own, home / "log"))
            if command == PROCESSES[0]:
                _await(settings.runtime / "valkey.sock")
        house = houses.build(settings)
        running.callback(house.close)
        yield house


def fresh(hasil: Path) -> Path:
    """A folder below `hasil` that does not stand there yet."""
    try:
        hasil.mkdir(parents=True, exist_ok=True)
        for number in itertools.count(1):
            home = hasil.resolve() / (f"rumah-{number}" if number > 1 else "rumah")
            with contextlib.suppress(FileExistsError):
                home.mkdir(mode=0o700)
                break
    except OSError as wrong:
        raise Refusal(f"Folder {hasil} tidak dapat dibuat: {wrong.strerror}.") from wrong
    return home


@contextmanager
def _process(command: tuple[str, ...], env: Mapping[str, str], log: Path) -> Iterator[None]:
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
            # Sound here: the demo has one thread.
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
