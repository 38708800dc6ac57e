"""Folders that others may write to, opened one below the other and never through a link."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


@dataclass(frozen=True)
class Folder:
    """An open folder: what its name leads to later, after a swap, does not matter."""

    fd: int

    def __truediv__(self, nama: str) -> Path:
        return self.path / nama

    @property
    def path(self) -> Path:
        """The folder itself, by way of the descriptor."""
        return Path(f"/proc/self/fd/{self.fd}")

    def names(self) -> list[str]:
        """What stands in it, in order."""
        return sorted(os.listdir(self.fd))  # noqa: PTH208 (Path knows no descriptors)

    def sync(self) -> None:
        """Return when its names would outlast a power cut."""
        os.fsync(self.fd)

    def lock(self) -> bool:
        """Hold the folder until it is closed or its owner dies; False where another does."""
        try:
            fcntl.flock(self.fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # a share without locks: what follows must bear being done twice
        return True

    def wait(self) -> None:
        """Hold the folder as soon as nobody else does."""
        with suppress(OSError):
            fcntl.flock(self.fd, fcntl.LOCK_EX)


def enter(root: Path, *names: str, make: bool = False) -> Folder:
    """The folder at the end of these names; OSError where one of them is none, or is a link."""
    fd = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    for name in names:
        try:
            if make:
                _made(name, fd)
            below = os.open(name, _FOLDER, dir_fd=fd)
        finally:
            os.close(fd)
        fd = below
    return Folder(fd)


def _made(name: str, above: int) -> None:
    """A folder that outlasts a power cut, so that what is moved into it does as well."""
    with suppress(FileExistsError):
        os.mkdir(name, dir_fd=above)
        os.fsync(above)


@contextmanager
def within(root: Path, *names: str, make: bool = False) -> Iterator[Folder]:
    """The same, closed when the block ends."""
    folder = enter(root, *names, make=make)
    try:
        yield folder
    finally:
        os.close(folder.fd)


def is_written(path: Path) -> bool | None:
    """Whether somebody holds the file open to write; None where nobody can tell."""
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        # Who opens it while we ask makes the kernel send a signal; this one is ignored by itself.
        fcntl.fcntl(fd, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(fd, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        fcntl.fcntl(fd, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    except OSError as no:
        return True if no.errno == errno.EAGAIN else None
    finally:
        os.close(fd)
    return False
