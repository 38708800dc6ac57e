"""The box itself: a server behind walls, and the pipes that lead to the children it forks."""

from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from shutil import which

from service import walls as plain
from service.adapters.kotak_baca.arus import Hilang, Jawaban, received
from service.awal_ruang import AwalRuang
from service.domain.refusals import Unavailable

INSIDE = "/berkas"
START = 30.0  # seconds that one file waits for the readers to load
SIAP = b"siap"


class Kotak:
    """One running box."""

    def __init__(self) -> None:
        if not (program := which("bwrap")):
            raise Unavailable(
                "Ruang tertutup (bubblewrap) belum terpasang; jalankan ./berkas run sekali lagi."
            )
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        line = [program, *walls(), "--", plain.python(INSIDE), "-m", "service.boxed.serve"]
        with theirs:
            self._box = subprocess.Popen(
                [*line, str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={},
                pass_fds=(theirs.fileno(),),
                start_new_session=True,
            )
        self._start = AwalRuang(
            self._control,
            SIAP,
            "Ruang tertutup tempat file asing dibuka",
            "File tersimpan dan belum dibuka.",
        )

    def await_start(self) -> None:
        """Until it is ready; BelumSiap where it is not yet, and goes on becoming so."""
        self._start.wait(START)

    def ask(
        self,
        errand: bytes,
        fds: Sequence[int],
        most: int,
        patience: float,
        taken: Callable[[bytes], object] | None,
    ) -> Jawaban:
        """Send a file in, and what it is judged by; its answer, when its process has ended."""
        read, write = os.pipe()
        try:
            try:
                socket.send_fds(self._control, [errand], [fds[0], write, *fds[1:]])
            except OSError as gone:
                raise Hilang from gone
            finally:
                os.close(write)
            return received(read, most, patience, taken)
        finally:
            os.close(read)

    def end(self) -> None:
        """Kill the box; what ran in it dies with its first process."""
        self._control.close()
        self._box.kill()
        self._box.wait()


def walls() -> Iterator[str]:
    """What of this machine stands inside, all of it read-only: programs, our readers, no file."""
    yield from plain.bare(
        HOME="/", PYTHONPATH=INSIDE, PYTHONDONTWRITEBYTECODE="1", OMP_THREAD_LIMIT="1"
    )
    yield "--as-pid-1"
    yield from plain.system()
    yield from ("--ro-bind-try", "/etc/magic", "/etc/magic")
    yield from plain.packages(INSIDE)
    code = Path(__file__).resolve().parent.parent.parent
    for name in ("__init__.py", "boxed", "domain"):
        yield from ("--ro-bind", str(code / name), f"{INSIDE}/service/{name}")
    yield from ("--proc", "/proc", "--dev", "/dev", "--remount-ro", "/", "--chdir", INSIDE)
