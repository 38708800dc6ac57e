"""A PostgreSQL of the bench's own: begun in a fresh folder, gone with it."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.rumah import until


def programs() -> Path | None:
    """Where PostgreSQL's programs lie, the newest first; None where it is not installed."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda one: int(one.parts[-3])
    )
    return found[-1].parent if found else None


@contextmanager
def running(bin_: Path) -> Iterator[str]:
    """The address of a server for as long as the block lasts, without a database at its end."""
    with tempfile.TemporaryDirectory(prefix="berkas-bench-pg-") as folder:
        home, port = Path(folder), free_port()
        if os.getuid() == 0:  # PostgreSQL refuses root
            shutil.chown(home, "postgres", "postgres")
        made = [bin_ / "initdb", "-D", home / "d", "-U", "berkas", "-A", "trust", "-N"]
        subprocess.run(
            _as_postgres([*made, "-E", "UTF8", "--locale=C.UTF-8"]),
            check=True,
            capture_output=True,
            cwd="/",
        )
        server = _started(bin_, home, port)
        try:
            ready = _as_postgres([bin_ / "pg_isready", "-h", "127.0.0.1", "-p", port])
            until(lambda: _answers(ready), 20, "PostgreSQL")
            yield f"postgresql://berkas@127.0.0.1:{port}"
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(30)


def _started(bin_: Path, home: Path, port: int) -> subprocess.Popen[bytes]:
    # The settings of a Debian server, but for the syncs while it is filled: pages only read.
    line = [bin_ / "postgres", "-D", home / "d", "-k", home, "-p", port]
    line += ["-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "max_wal_size=4GB"]
    return subprocess.Popen(
        _as_postgres(line), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/"
    )


def _answers(ready: list[str]) -> bool:
    return subprocess.run(ready, capture_output=True, check=False).returncode == 0


def _as_postgres(line: list[str | Path | int]) -> list[str]:
    words = [str(part) for part in line]
    if os.getuid() != 0:
        return words
    who = pwd.getpwnam("postgres")
    return ["setpriv", f"--reuid={who.pw_uid}", f"--regid={who.pw_gid}", "--clear-groups", *words]


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])
