"""The port Archives: a folder in which a backup is whole or not there."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from service.adapters.cadangan.alir import to
from service.adapters.cadangan.baca import Berantai, Sefile
from service.adapters.cadangan.tulis import Penulis
from service.age import WORK
from service.disk import Disk, trouble
from service.domain.cadangan.lanjutan import Dasar
from service.domain.cadangan.manifes import Manifes
from service.domain.cadangan.tolak import FolderTiada, SudahAda

BAGIAN = ".cadangan-bagian"


class RakCadangan:
    """Backups as files; `rilis` is the Berkas that writes, `kerja` how slow each guess."""

    def __init__(self, disk: Disk, rilis: str, kerja: int = WORK) -> None:
        self.disk, self.rilis, self.kerja = disk, rilis, kerja

    @contextmanager
    def write(self, path: Path, dasar: Dasar, sandi: str) -> Iterator[Penulis]:
        if path.exists():
            raise SudahAda(path.name)
        if not path.parent.is_dir():
            raise FolderTiada(str(path.parent))
        part = path.with_name(f".{path.name}.{os.urandom(8).hex()}{BAGIAN}")
        with self._told(path):
            self._swept(path.parent)
            fd = self.disk.create(part)
            try:
                try:
                    fcntl.flock(fd, fcntl.LOCK_EX)  # who sweeps sees that somebody writes
                    with to(self.disk, fd) as aliran:
                        out = Penulis(aliran, dasar, sandi, self.kerja)
                        yield out
                    self.disk.sync(fd)
                finally:
                    self.disk.close(fd)
                if out.selesai:
                    self._named(part, path)
            finally:
                with suppress(OSError):
                    self.disk.remove(part)
            self.disk.sync_folder(path.parent)

    @contextmanager
    def read(self, path: Path, sandi: str) -> Iterator[Berantai]:
        with ExitStack() as stack:
            yield Berantai(self.disk, path, sandi, stack)

    def look(self, path: Path, sandi: str) -> Manifes:
        one = Sefile(self.disk, path, sandi)
        one.close()
        return one.manifes

    def names(self, folder: Path) -> list[str]:
        return [name for name in self.disk.names(folder) if not name.startswith(".")]

    def free(self, folder: Path) -> int:
        with self._told(folder):
            return shutil.disk_usage(folder).free

    def drop(self, path: Path) -> None:
        with self._told(path), suppress(FileNotFoundError):
            self.disk.remove(path)
            self.disk.sync_folder(path.parent)

    def _named(self, part: Path, path: Path) -> None:
        """Give it its name, never over another; some disks that are carried about have no links."""
        try:
            self.disk.link(part, path)
        except FileExistsError:
            raise SudahAda(path.name) from None
        except OSError as wrong:
            if wrong.errno not in (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS):
                raise
            if path.exists():
                raise SudahAda(path.name) from None
            self.disk.rename(part, path)

    def _swept(self, folder: Path) -> None:
        """Take away what was being written when its process was killed."""
        for name in self.disk.names(folder):
            if name.startswith(".") and name.endswith(BAGIAN):
                self._take_away(folder / name)

    def _take_away(self, part: Path) -> None:
        with suppress(OSError):  # held by whoever writes it now, or gone
            fd = os.open(part, os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC)
            try:
                fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
                self.disk.remove(part)
            finally:
                os.close(fd)

    @contextmanager
    def _told(self, path: Path) -> Iterator[None]:
        try:
            yield
        except OSError as wrong:
            raise trouble(wrong, path.name) from wrong
