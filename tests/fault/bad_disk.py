"""A disk that forgets: what was not synced may be gone, half there, or there, name by name."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from service.disk import Disk

ROOT = Path("/")


class ForgetfulDisk(Disk):
    """Files and folders in memory, and every state a power cut could leave at every call.

    Bytes last after `sync`, names after `sync_folder`; until then each of them alone may be on
    the disk or not, and bytes may be there in length only. A rename is one step.
    """

    def __init__(self, files: dict[Path, bytes], folders: list[Path]) -> None:
        self.now: dict[Path, int] = {}  # path to file number; a folder is number 0
        self.bytes: dict[int, bytes] = {}
        self.safe: dict[int, bytes] = {}
        self.lasting: dict[Path, int] = {}
        self.pending: list[tuple[tuple[Path, int | None], ...]] = []  # one step each, in order
        self.states: list[dict[Path, bytes]] = []
        self.open_files: dict[int, int] = {}
        for folder in (ROOT, *folders):
            self.now[folder] = self.lasting[folder] = 0
        for number, (path, content) in enumerate(files.items(), 1):
            self.now[path] = self.lasting[path] = number
            self.bytes[number] = self.safe[number] = content

    # --- the calls -------------------------------------------------------------------------

    def create(self, path: Path) -> int:
        self._absent(path)
        number = len(self.bytes) + 1
        self.bytes[number] = self.safe[number] = b""
        self._step((path, number))
        fd = 100 + len(self.open_files)
        self.open_files[fd] = number
        return fd

    def write(self, fd: int, part: bytes) -> None:
        self.bytes[self.open_files[fd]] += part
        self._cut()

    def sync(self, fd: int) -> None:
        number = self.open_files[fd]
        self.safe[number] = self.bytes[number]
        self._cut()

    def close(self, fd: int) -> None:
        assert fd in self.open_files

    def link(self, part: Path, goal: Path) -> None:
        self._absent(goal)
        self._step((goal, self.now[part]))

    def rename(self, part: Path, goal: Path) -> None:
        if part not in self.now:
            raise FileNotFoundError(part)
        self._step((part, None), (goal, self.now[part]))

    def remove(self, path: Path) -> None:
        if path not in self.now:
            raise FileNotFoundError(path)
        self._step((path, None))

    def folder(self, path: Path) -> None:
        if path not in self.now:
            self._step((path, 0))

    def sync_folder(self, path: Path) -> None:
        kept = []
        for step in self.pending:
            if any(name.parent == path for name, _ in step):
                _apply(self.lasting, step)
            else:
                kept.append(step)
        self.pending = kept
        self._cut()

    def open(self, path: Path) -> BinaryIO:
        if path not in self.now:
            raise FileNotFoundError(path)
        return io.BytesIO(self.bytes[self.now[path]])

    def open_anew(self, path: Path) -> BinaryIO:
        return self.open(path)

    def names(self, path: Path) -> list[str]:
        return sorted(one.name for one in self.now if one.parent == path and one != path)

    def changed(self, path: Path) -> float:
        if path not in self.now:
            raise FileNotFoundError(path)
        return 2e9

    # --- the power ---------------------------------------------------------------------------

    def after_a_cut(self) -> Iterator[dict[Path, bytes]]:
        """Every content of the disk that a power cut at this moment could leave."""
        loose = [number for number, content in self.bytes.items() if content != self.safe[number]]
        for taken in itertools.product((False, True), repeat=len(self.pending)):
            names = dict(self.lasting)
            for step, there in zip(self.pending, taken, strict=True):
                if there:
                    _apply(names, step)
            seen = {path: number for path, number in names.items() if _reachable(path, names)}
            for kinds in itertools.product("snz", repeat=len(loose)):
                held = dict(self.safe)
                for number, kind in zip(loose, kinds, strict=True):
                    if kind != "s":
                        whole = self.bytes[number]
                        held[number] = whole if kind == "n" else b"\0" * len(whole)
                yield {path: held[number] for path, number in seen.items() if number}

    def _absent(self, path: Path) -> None:
        assert path.parent in self.now, f"no folder for {path}"
        if path in self.now:
            raise FileExistsError(path)

    def _step(self, *changes: tuple[Path, int | None]) -> None:
        _apply(self.now, changes)
        self.pending.append(changes)
        self._cut()

    def _cut(self) -> None:
        self.states.extend(self.after_a_cut())


def _apply(names: dict[Path, int], step: tuple[tuple[Path, int | None], ...]) -> None:
    for path, number in step:
        if number is None:
            names.pop(path, None)
        else:
            names[path] = number


def _reachable(path: Path, names: dict[Path, int]) -> bool:
    return all(folder in names for folder in path.parents)
