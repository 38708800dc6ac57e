"""The port Store in a folder: files by sha256, each whole or not there, whatever the power does."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import re
import time
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO

from service.disk import Disk, copy_out, parts, sha256_of, trouble, write_new
from service.domain.refusals import BrokenSeal, IsiTidakAda, Refusal, TidakAda, Unavailable
from service.domain.simpanan import damaged, missing, other_mark
from service.ports import Seal

NAME = re.compile(r"[0-9a-f]{64}")
STALE = timedelta(days=1)  # no put takes that long; its process is gone
log = logging.getLogger(__name__)


class StoreFolder:
    """Files in `root`, each under the name its seal gives it; parts are made in `.tmp` beside."""

    def __init__(self, root: Path, disk: Disk, seal: Seal) -> None:
        self.root, self.disk, self.seal = root, disk, seal
        self.tmp, self.damaged = root / ".tmp", root / ".rusak"
        self._known: set[Path] = set()
        with self._told():
            self._found()
            self._marked()
            self.sweep(STALE)

    def put(self, path: Path) -> str:
        part = self.tmp / os.urandom(16).hex()
        try:
            with self._told(path):
                source = self.disk.open(path)
            with source, self._told():
                sha256 = self._copy(source, part)
                self._place(part, sha256)
        finally:
            with contextlib.suppress(OSError):
                self.disk.remove(part)
        if wrong := self.verify(sha256):
            raise Unavailable(f"{wrong} Yang baru ditulis tidak terbaca kembali; periksa disk.")
        return sha256

    def open(self, sha256: str) -> BinaryIO:
        try:
            with self._told():
                sealed = self.disk.open_anew(self._path(sha256))
        except FileNotFoundError:
            raise IsiTidakAda(sha256) from None
        try:
            return self.seal.open(sealed, sha256)
        except BrokenSeal:
            sealed.close()
            raise

    def fetch(self, sha256: str, out: Path) -> Path:
        with self.open(sha256) as source:
            return copy_out(source, sha256, out)

    def at(self, sha256: str) -> Path | None:
        path = self._path(sha256)
        return path if path.name == sha256 and path.is_file() else None  # a sealed one is not

    def has(self, sha256: str) -> bool:
        try:
            self.disk.changed(self._path(sha256))
        except (FileNotFoundError, NotADirectoryError):
            return False
        return True

    def drop(self, sha256: str) -> None:
        path = self._path(sha256)
        with contextlib.suppress(FileNotFoundError), self._told():
            self.disk.remove(path)
            self.disk.sync_folder(path.parent)

    def verify(self, sha256: str) -> str:
        try:
            with self.open(sha256) as source:
                return "" if sha256_of(source) == sha256 else damaged(sha256)
        except TidakAda:
            return missing(sha256)
        except (BrokenSeal, Refusal, OSError) as wrong:
            return damaged(sha256, str(wrong))

    def names(self) -> Iterator[str]:
        for shard in self.disk.names(self.root):
            if not shard.startswith("."):
                yield from filter(NAME.fullmatch, self.disk.names(self.root / shard))

    def name_of(self, sha256: str) -> str:
        return self.seal.name(sha256)

    def at_rest(self, name: str) -> BinaryIO:
        try:
            with self._told():
                return self.disk.open(self._named(name))
        except FileNotFoundError:
            raise TidakAda("File") from None

    def lay(self, name: str, parts: Iterable[bytes]) -> None:
        goal, part = self._named(name), self.tmp / os.urandom(16).hex()
        try:
            with self._told():
                fd = self.disk.create(part)
                try:
                    for one in parts:
                        self.disk.write(fd, one)
                    self.disk.sync(fd)
                finally:
                    self.disk.close(fd)
                self._shard(goal)
                with contextlib.suppress(FileExistsError):  # bytes of this name are these bytes
                    self.disk.link(part, goal)
                self.disk.sync_folder(goal.parent)
        finally:
            with contextlib.suppress(OSError):
                self.disk.remove(part)

    def sweep(self, older: timedelta) -> int:
        """Take away parts left by processes that died; how many there were."""
        limit, swept = time.time() - older.total_seconds(), 0
        for name in self.disk.names(self.tmp):
            with contextlib.suppress(FileNotFoundError):
                if self.disk.changed(self.tmp / name) < limit:
                    self.disk.remove(self.tmp / name)
                    swept += 1
        return swept

    def _path(self, sha256: str) -> Path:
        if not NAME.fullmatch(sha256):
            raise TidakAda("File")
        return self._named(self.seal.name(sha256))

    def _named(self, name: str) -> Path:
        if not NAME.fullmatch(name):
            raise TidakAda("File")
        return self.root / name[:2] / name

    def _shard(self, goal: Path) -> None:
        if goal.parent not in self._known:
            self.disk.folder(goal.parent)
            self.disk.sync_folder(self.root)
            self._known.add(goal.parent)

    def _copy(self, source: BinaryIO, part: Path) -> str:
        digest = hashlib.sha256()

        def seen() -> Iterator[bytes]:
            for piece in parts(source):
                digest.update(piece)
                yield piece

        fd = self.disk.create(part)
        try:
            for sealed in self.seal.close(seen()):
                self.disk.write(fd, sealed)
            # Once only: after a failed sync the kernel may call lost bytes clean.
            self.disk.sync(fd)
        finally:
            self.disk.close(fd)
        return digest.hexdigest()

    def _place(self, part: Path, sha256: str) -> None:
        goal = self._path(sha256)
        self._shard(goal)
        try:
            self.disk.link(part, goal)
        except FileExistsError:
            if wrong := self.verify(sha256):
                self._set_aside(goal, wrong)
                with contextlib.suppress(FileExistsError):
                    self.disk.link(part, goal)
        # Also for a name that was there: whoever gave it may have died before this line.
        self.disk.sync_folder(goal.parent)

    def _set_aside(self, goal: Path, wrong: str) -> None:
        log.warning("a damaged file is set aside in %s and written anew: %s", self.damaged, wrong)
        self.disk.folder(self.damaged)
        with contextlib.suppress(FileNotFoundError):
            self.disk.rename(goal, self.damaged / f"{goal.name}.{os.urandom(4).hex()}")
        self.disk.sync_folder(self.damaged)

    def _found(self) -> None:
        if not self.root.parent.is_dir():
            self.root.parent.mkdir(parents=True, exist_ok=True)  # a neighbour may be first
        for folder in (self.root, self.tmp):
            self.disk.folder(folder)
            self.disk.sync_folder(folder.parent)

    def _marked(self) -> None:
        """Write the seal's mark in a fresh store; refuse a store that carries another one."""
        path = self.root / ".segel"
        if path.name not in self.disk.names(self.root):
            if next(self.names(), None):
                raise Unavailable(
                    f"Tanda segel {path} hilang, padahal penyimpanan berisi. "
                    "Pulihkan dari cadangan; tidak ada yang diubah.",
                    permanent=True,
                )
            with contextlib.suppress(FileExistsError):
                write_new(self.disk, path, self.seal.mark.encode())
        with self.disk.open(path) as file:
            mark = file.read().decode(errors="replace").strip()
        if mark != self.seal.mark:
            raise Unavailable(other_mark(str(self.root), mark, self.seal.mark), permanent=True)

    @contextlib.contextmanager
    def _told(self, what: Path | None = None) -> Iterator[None]:
        try:
            yield
        except (FileExistsError, FileNotFoundError):
            if what is None:
                raise
            raise TidakAda(f"File {what.name}") from None
        except OSError as wrong:
            raise trouble(wrong, str(what or self.root)) from wrong
