"""Every call to the disk as a point at which a process dies, or the disk says no."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

# Calls that Python tells of before they are made; writes and syncs are told of by ourselves.
TOLD = {
    "open",
    "os.rename",
    "os.remove",
    "os.mkdir",
    "os.rmdir",
    "os.link",
    "os.listdir",
    "os.scandir",
    "fcntl.flock",
}
LEDGER = {"commit", "committed"}  # just before a transaction is kept, and just after
CHANGING = TOLD - {"os.listdir", "os.scandir", "fcntl.flock", "open"} | {"write", "fsync"}


class Titik:
    """Counts the calls of this process; one of them meets what the test wants."""

    def __init__(self) -> None:
        self.on = False
        self.only: set[str] = set()
        self.count = 0
        self.at: Callable[[int], None] | None = None
        self.write, self.fsync = os.write, os.fsync
        sys.addaudithook(self.heard)

    def heard(self, event: str, args: tuple[Any, ...]) -> None:
        if self.on and event in TOLD:
            if event == "open" and not self._ours(args):
                return
            self.reach(event)

    def _ours(self, args: tuple[Any, ...]) -> bool:
        """Files of the house, not the source code of a module that is loaded."""
        return not str(args[0]).endswith((".py", ".pyc"))

    def reach(self, event: str) -> None:
        if self.on and event in self.only:
            self.count += 1
            if self.at:
                self.at(self.count)

    def slow_write(self, fd: int, part: Any) -> int:
        self.reach("write")
        return self.write(fd, part)

    def slow_fsync(self, fd: int) -> None:
        self.reach("fsync")
        self.fsync(fd)


_titik: list[Titik] = []


def tells_of_commits(engine: Engine) -> None:
    """Have the transactions of this engine told of as well."""
    event.listen(engine, "commit", lambda _connection: _titik[0].reach("commit"))
    event.listen(engine, "checkin", lambda *_: _titik[0].reach("committed"))


@contextmanager
def points(at: Callable[[int], None] | None, only: set[str]) -> Iterator[Titik]:
    """While this lasts, `at` is told of every such call before it is made."""
    if not _titik:
        _titik.append(Titik())  # an audit hook stays for good
    one = _titik[0]
    one.count, one.at, one.only, one.on = 0, at, only, True
    os.write, os.fsync = one.slow_write, one.slow_fsync  # type: ignore[assignment]
    try:
        yield one
    finally:
        one.on = False
        os.write, os.fsync = one.write, one.fsync


def dies_at(n: int) -> Callable[[int], None]:
    """The process is gone, as if by kill -9, before its n-th call."""

    def at(count: int) -> None:
        if count == n:
            os.kill(os.getpid(), signal.SIGKILL)

    return at


def fails_at(n: int, code: int, *, on: bool = False) -> Callable[[int], None]:
    """The disk answers the n-th call with an error; with `on`, every later one too."""

    def at(count: int) -> None:
        if count == n or (on and count > n):
            raise OSError(code, os.strerror(code))

    return at


def in_child(work: Callable[[], None]) -> int:
    """Do it in a child of its own; how it ended, as os.waitpid says."""
    child = os.fork()
    if child == 0:
        try:
            work()
            os._exit(0)
        finally:
            os._exit(70)
    return os.waitpid(child, 0)[1]


def spread(total: int, most: int, start: int) -> list[int]:
    """All points, or so many of them evenly over the whole way."""
    if total <= most:
        return list(range(1, total + 1))
    step = total / most
    return sorted({1 + int((start % step) + step * n) % total for n in range(most)})


def inside(path: Path) -> list[str]:
    """Every file below a folder, by its path."""
    return sorted(
        str(Path(folder, name).relative_to(path))
        for folder, _, files in os.walk(path)
        for name in files
    )
