"""The walls around the filling child, and the wire that leads in."""

from __future__ import annotations

import os
import select
import socket
import subprocess
import time
import weakref
from collections.abc import Iterator
from pathlib import Path
from shutil import which

from service import walls as plain
from service.adapters.docx import pesan
from service.adapters.docx.pesan import HEAD, Hasil, Putus, Tugas
from service.awal_ruang import AwalRuang
from service.domain.refusals import Unavailable

INSIDE = "/berkas"
START = 30.0  # seconds that one paper waits for its packages to load
SIAP = HEAD.pack(b"S", 0)
OURS = (
    "__init__.py",
    "walls.py",
    "awal_ruang.py",
    "domain",
    "ports",
    "adapters/__init__.py",
    "adapters/docx",
)


class Anak:
    """A running child; it ends with whoever started it."""

    def __init__(self, seconds: int) -> None:
        if not (program := which("bwrap")):
            raise Unavailable(
                "Ruang tertutup (bubblewrap) belum terpasang; jalankan ./berkas run sekali lagi.",
                permanent=True,
            )
        self.owner = os.getpid()
        self._wire, theirs = socket.socketpair()
        line = [program, *walls(), "--", plain.python(INSIDE), "-m", "service.adapters.docx.anak"]
        with theirs:
            box = subprocess.Popen(
                [*line, str(theirs.fileno()), str(seconds)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={},
                pass_fds=(theirs.fileno(),),
                start_new_session=True,
            )
        self.end = weakref.finalize(self, _end, self.owner, self._wire, box)
        self._start = AwalRuang(
            self._wire,
            SIAP,
            "Ruang tertutup tempat naskah diisi",
            "Isian tersimpan dan belum dicetak.",
        )

    def await_start(self) -> None:
        """Until it is ready; BelumSiap where it is not yet, and goes on becoming so."""
        self._start.wait(START)

    def is_over(self) -> bool:
        """Whether it died since its last answer: it says nothing unasked but that it is ready."""
        if not self._start.siap:
            return False
        ready, _, _ = select.select([self._wire], [], [], 0)
        return bool(ready)

    def ask(self, tugas: Tugas, end: float) -> tuple[Hasil, bytes]:
        """One paper; Putus where the child died, TimeoutError where it is not done by `end`."""
        self._wire.settimeout(max(0.001, end - time.monotonic()))
        try:
            self._wire.sendall(pesan.packed(tugas))
            kind, answer = pesan.received(self._wire, end)
            return Hasil(kind), answer
        except (ConnectionError, ValueError) as gone:
            raise Putus from gone


def _end(owner: int, wire: socket.socket, box: subprocess.Popen[bytes]) -> None:
    """Kill the box, which takes the child with it; a process forked from ours only lets go."""
    wire.close()
    if os.getpid() == owner:
        box.kill()
        box.wait()
    else:
        box.returncode = 0  # not ours to wait for


def walls() -> Iterator[str]:
    """What of this machine stands inside, all of it read-only: programs, our filler, no file."""
    yield "--die-with-parent"
    yield from plain.bare(HOME="/", PYTHONPATH=INSIDE, PYTHONDONTWRITEBYTECODE="1")
    yield from plain.system()
    yield from plain.packages(INSIDE)
    service = Path(__file__).resolve().parent.parent.parent
    for name in OURS:
        yield from ("--ro-bind", str(service / name), f"{INSIDE}/service/{name}")
    yield from ("--proc", "/proc", "--dev", "/dev", "--remount-ro", "/", "--chdir", INSIDE)
