"""The box: a throw-away child that sees the system read-only and one folder, and no network."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from service import walls
from service.domain.refusals import Unavailable
from service.ports import Limits, Ran

INSIDE = "/ruang"
SHOWN = ("/etc/fonts", "/etc/libreoffice", "/var/lib/libreoffice", "/etc/alternatives")
TAIL = 4_000  # characters kept of what the child said


class Bubblewrap:
    """The port Box, by bubblewrap and prlimit."""

    inside = INSIDE

    def run(self, command: Sequence[str], folder: Path, limits: Limits) -> Ran:
        if not (program := shutil.which("bwrap")):
            raise Unavailable(
                "Ruang tertutup (bubblewrap) belum terpasang; jalankan ./berkas run sekali lagi.",
                permanent=True,
            )
        boxed = [program, *_walls(folder), "--", *_prlimit(limits), *command]
        with tempfile.TemporaryFile() as said:
            code = _wait(boxed, said, limits)
            return Ran(code, _tail(said))


def _walls(folder: Path) -> Iterator[str]:
    yield "--die-with-parent"
    yield from walls.bare(HOME="/tmp")  # noqa: S108 (its own)
    yield from walls.system()
    for path in SHOWN:
        yield from ("--ro-bind-try", path, path)
    yield from walls.own(300_000_000)
    yield from ("--bind", str(folder), INSIDE, "--chdir", INSIDE)


def _prlimit(limits: Limits) -> list[str]:
    # Inside the box: the walls themselves need none of it, and a process count is the box's own.
    return [
        "/usr/bin/prlimit",
        f"--cpu={limits.cpu}",
        f"--as={limits.memory * 1_000_000}",
        f"--fsize={limits.output * 1_000_000}",
        f"--nproc={limits.processes}",
        "--core=0",
        "--",
    ]


def _wait(command: list[str], said: IO[bytes], limits: Limits) -> int:
    child = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=subprocess.STDOUT,
        env={},
        start_new_session=True,
    )
    try:
        return child.wait(limits.seconds)
    except subprocess.TimeoutExpired as late:
        raise Unavailable(f"Program belum selesai setelah {limits.seconds} detik.") from late
    finally:
        if child.poll() is None:
            # The group is the box; its first process takes all others with it.
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def _tail(said: IO[bytes]) -> str:
    size = said.seek(0, os.SEEK_END)
    said.seek(max(0, size - TAIL))
    return said.read().decode(errors="replace").strip()
