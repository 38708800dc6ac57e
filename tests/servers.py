"""Real servers for the tests: each started once for a whole run, by whoever needs it first."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import pwd
import random
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOM = "RUANG_UJI"  # the folder that all workers of one run share
PLENTY = 6_000_000_000  # bytes free in memory: then what nobody keeps is written there


_KEPT: list[subprocess.Popen[bytes]] = []  # servers outlive the test that started them


def room() -> Path:
    return Path(os.environ[ROOM])


def once(name: str, start: Callable[[Path], dict[str, Any]]) -> dict[str, Any]:
    """What `start` told when it was called the first time in this run."""
    folder = room() / name
    folder.mkdir(exist_ok=True)
    told = folder / "told.json"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not told.exists():
            told.write_text(json.dumps(start(folder)))
    answer: dict[str, Any] = json.loads(told.read_text())
    return answer


def stop_all() -> None:
    """End every server of this run; called when the run ends."""
    for told in room().glob("*/told.json"):
        with contextlib.suppress(ProcessLookupError, KeyError):
            os.kill(json.loads(told.read_text())["pid"], signal.SIGINT)
    for told in room().glob("*/told.json"):
        pid = json.loads(told.read_text()).get("pid")
        for _ in range(100):
            if not Path(f"/proc/{pid}").exists() or _is_dead(pid):
                break
            time.sleep(0.05)
        else:
            os.kill(pid, signal.SIGKILL)
        if home := json.loads(told.read_text()).get("home"):
            shutil.rmtree(home, ignore_errors=True)


def _is_dead(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except OSError:
        return True


def roomy() -> Path:
    """Where much is written that nobody keeps: in memory, where there is plenty of it."""
    memory = Path("/dev/shm")
    plenty = memory.is_dir() and shutil.disk_usage(memory).free > PLENTY
    return memory if plenty else Path("/tmp")


def free_port() -> int:
    """A port nobody uses, given once in a run, below those of whoever calls out."""
    given = room() / "pintu"
    given.mkdir(exist_ok=True)
    while True:
        port = random.randrange(12_000, 32_000)
        with socket.socket() as door, contextlib.suppress(OSError):
            door.bind(("127.0.0.1", port))
            (given / str(port)).touch(exist_ok=False)  # who asks before it is bound gets another
            return port


def keep(server: subprocess.Popen[bytes]) -> int:
    """A server that outlives the test that started it; its pid."""
    _KEPT.append(server)
    return server.pid


def until(true: Callable[[], object], seconds: float, what: str | Callable[[], str]) -> None:
    """Wait for something, or say plainly that it did not come, and how things stand then."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            said = what if isinstance(what, str) else what()
            raise AssertionError(f"did not come within {seconds} s: {said}")
        time.sleep(0.02)


# --- PostgreSQL -----------------------------------------------------------------------------


def postgres_programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    assert found, "PostgreSQL is missing; ./berkas test installs it"
    return found[-1].parent


def as_postgres(command: list[str | Path]) -> list[str]:
    """A command run by somebody PostgreSQL accepts: it refuses root."""
    line = [str(part) for part in command]
    if os.getuid() != 0:
        return line
    who = pwd.getpwnam("postgres")
    drop = ["setpriv", f"--reuid={who.pw_uid}", f"--regid={who.pw_gid}", "--clear-groups"]
    return [*drop, *line]


def _start_postgres(folder: Path) -> dict[str, Any]:
    home = Path(f"{roomy()}/berkas-pg-{os.getpid()}-{time.monotonic_ns()}")
    home.mkdir(mode=0o700)
    if os.getuid() == 0:
        shutil.chown(home, "postgres", "postgres")
    bin_ = postgres_programs()
    subprocess.run(
        as_postgres(
            [
                bin_ / "initdb",
                "-D",
                home / "data",
                "-U",
                "berkas",
                "-A",
                "trust",
                "-N",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
            ]
        ),
        check=True,
        capture_output=True,
        cwd="/",
    )
    port = free_port()
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            as_postgres(
                [
                    bin_ / "postgres",
                    "-D",
                    home / "data",
                    "-k",
                    home,
                    "-p",
                    str(port),
                    "-c",
                    "listen_addresses=127.0.0.1",
                    "-c",
                    "fsync=off",
                    "-c",
                    "max_connections=300",
                    "-c",
                    "full_page_writes=off",
                ]
            ),
            stdout=log,
            stderr=log,
            cwd="/",
            start_new_session=True,
        )
    keep(server)
    ready = as_postgres([bin_ / "pg_isready", "-h", "127.0.0.1", "-p", str(port), "-U", "berkas"])
    until(
        lambda: subprocess.run(ready, capture_output=True, check=False).returncode == 0,
        20,
        "PostgreSQL",
    )
    return {"pid": server.pid, "port": port, "home": str(home)}


def postgres() -> dict[str, Any]:
    """The run's PostgreSQL."""
    return once("postgres", _start_postgres)


def postgres_url(database: str) -> str:
    return f"postgresql+psycopg://berkas@127.0.0.1:{postgres()['port']}/{database}"
