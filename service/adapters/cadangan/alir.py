"""Bytes on their way to one file: the disk takes some while the next are read and hashed."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from service.disk import Disk

SEKALI = 1 << 20  # bytes that go to the disk at a time
DI_JALAN = 4  # so many wait for the disk; more would only fill the memory
SEGERA = 1 << 24  # after so many it is told to lay them down: less is left for the end


class Aliran:
    """Bytes to one file, in their order, a large part at a time."""

    def __init__(self, disk: Disk, fd: int, tukang: ThreadPoolExecutor) -> None:
        self._disk, self._fd, self._tukang = disk, fd, tukang
        self._held, self._size = list[bytes](), 0
        self._jalan = deque[Future[None]]()
        self._taken = self._told = 0  # bytes that the disk took, and that it was told to lay down

    def write(self, part: bytes) -> None:
        """Take more; what the disk said of an earlier part is said here, too."""
        self._held.append(part)
        self._size += len(part)
        if self._size >= SEKALI:
            self._give()

    def flush(self) -> None:
        """Return when the disk took all of it."""
        self._give()
        self._wait(0)

    def _give(self) -> None:
        self._wait(DI_JALAN - 1)
        part = self._held[0] if len(self._held) == 1 else b"".join(self._held)
        self._jalan.append(self._tukang.submit(self._lay, part))
        self._held, self._size = [], 0

    def _lay(self, part: bytes) -> None:
        self._disk.write(self._fd, part)
        self._taken += len(part)
        if self._taken - self._told >= SEGERA:
            self._disk.soon(self._fd, self._told, self._taken - self._told)
            self._told = self._taken

    def _wait(self, left: int) -> None:
        while len(self._jalan) > left:
            self._jalan.popleft().result()


@contextmanager
def to(disk: Disk, fd: int) -> Iterator[Aliran]:
    """A stream to an open file; nobody writes to it any more after the block."""
    with ThreadPoolExecutor(1, "cadangan") as tukang:
        yield Aliran(disk, fd, tukang)
