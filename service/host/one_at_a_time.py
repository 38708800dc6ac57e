"""One Berkas in one home: who runs already, and where."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
from pathlib import Path

from service.domain.refusals import Refusal


class RunsAlready(Refusal):
    """Another Berkas keeps this home."""

    def __init__(self, home: Path, pid: object, url: object) -> None:
        where = f" di {url}" if url else ""
        super().__init__(
            f"Berkas untuk {home} sudah berjalan{where} (proses {pid}). Hentikan dahulu dengan "
            "Ctrl-C di sana, atau pilih rumah lain dengan BERKAS_HOME."
        )


class Tenancy:
    """The right to run in a home; the kernel gives it back when we end, however we end."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.path = home / "run" / "berkas.lock"
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.fd = self._take()

    def _take(self) -> int:
        while True:
            fd = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            try:
                fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                told = self._read(fd)
                os.close(fd)
                raise RunsAlready(self.home, told.get("pid", "?"), told.get("url")) from None
            # Whoever ran before takes the file away at its end; then what we hold is no lock.
            if self.path.exists() and os.path.samestat(os.fstat(fd), self.path.stat()):
                return fd
            os.close(fd)

    @staticmethod
    def _read(fd: int) -> dict[str, object]:
        with contextlib.suppress(OSError, ValueError):
            told: dict[str, object] = json.loads(os.pread(fd, 4096, 0))
            return told
        return {}

    def tell(self, url: str) -> None:
        """Write down who runs, for whoever asks."""
        told = json.dumps({"pid": os.getpid(), "url": url}).encode()
        os.ftruncate(self.fd, 0)
        os.pwrite(self.fd, told, 0)

    def leave(self) -> None:
        """Take the file away; the lock itself ends with the processes that hold it."""
        with contextlib.suppress(FileNotFoundError):
            self.path.unlink()


def runs(home: Path) -> dict[str, object]:
    """Who keeps this home, or nothing."""
    path = home / "run" / "berkas.lock"
    with contextlib.suppress(OSError):
        fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            fcntl.flock(fd, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return Tenancy._read(fd)
        finally:
            os.close(fd)
    return {}
