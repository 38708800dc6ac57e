"""Papers to a signer's folder and back: any desktop signer, and ink."""

from __future__ import annotations

import os
import re
import shutil
import time
from pathlib import Path

from service.domain.ids import is_id
from service.domain.refusals import Unavailable

Look = tuple[int, int, int]
OUT, BACK = "keluar", "masuk"
NAME = re.compile(r"(?<![a-z2-7])([a-z2-7]{26})(?![a-z2-7])")


class CourierFolder:
    """The port Courier: `keluar` for the signer to take from, `masuk` for what is signed."""

    def __init__(self, folder: Path, settle: float = 1.0) -> None:
        self._out, self._back, self._settle = folder / OUT, folder / BACK, settle
        self._since: dict[Path, tuple[Look, float]] = {}  # how a file looks, and since when
        self._out.mkdir(parents=True, exist_ok=True)
        self._back.mkdir(parents=True, exist_ok=True)

    def send(self, naskah_id: str, pdf: Path, label: str) -> None:
        goal = self._out / f"{_plain(label)} {naskah_id}.pdf"
        part = goal.with_name(f".{naskah_id}.part")
        try:
            with pdf.open("rb") as source, part.open("wb") as copy:
                shutil.copyfileobj(source, copy)
                copy.flush()
                os.fsync(copy.fileno())
            part.replace(goal)
            _sync(self._out)
        except OSError as failed:
            part.unlink(missing_ok=True)
            raise Unavailable(
                f"Naskah belum dapat diletakkan di folder tanda tangan: {failed}"
            ) from failed

    def returned(self) -> list[tuple[str, str]]:
        # A file still being copied grows or changes its time from look to look.
        now, before = time.monotonic(), self._since
        self._since = {
            path: before[path] if before.get(path, (None,))[0] == look else (look, now)
            for path, look in self._looks().items()
        }
        still = {x: look for x, (look, at) in self._since.items() if now - at >= self._settle}
        return sorted((naskah_of(x), f"{x.name} {look}") for x, look in still.items() if _whole(x))

    def lands_in(self) -> list[Path]:
        return [self._back]

    def settles_in(self) -> float | None:
        if not self._since:
            return None
        last = max(at for _, at in self._since.values())
        left = last + self._settle - time.monotonic()
        return left if left > 0 else None

    def fetch(self, naskah_id: str, room: Path) -> list[tuple[Path, Path]]:
        found = list[tuple[Path, Path]]()
        for path, look in sorted(self._looks().items()):
            if naskah_of(path) != naskah_id:
                continue
            copy = room / f"kembali {len(found)}.pdf"
            try:
                shutil.copyfile(path, copy)
                same = _look(path.stat(follow_symlinks=False)) == look
            except OSError as failed:
                raise Unavailable(f"File yang kembali belum dapat dibaca: {failed}") from failed
            if same and _whole(copy):
                found.append((path, copy))
        return found

    def taken(self, path: Path) -> None:
        self.withdraw(naskah_of(path))  # first: what lies in `masuk` is asked for again
        path.unlink(missing_ok=True)
        _sync(self._back)

    def withdraw(self, naskah_id: str) -> None:
        for sent in self._out.glob(f"* {naskah_id}.pdf"):
            sent.unlink(missing_ok=True)

    def _looks(self) -> dict[Path, Look]:
        looks = {}
        with os.scandir(self._back) as entries:
            for entry in entries:
                if _is_ours(entry):
                    looks[Path(entry.path)] = _look(entry.stat(follow_symlinks=False))
        return looks


def _look(seen: os.stat_result) -> Look:
    return (seen.st_ino, seen.st_size, seen.st_mtime_ns)


def naskah_of(path: Path) -> str:
    """The naskah's id in a file's name, or ''; signers add words before and after it."""
    found = NAME.findall(path.stem)
    return found[-1] if found and is_id(found[-1]) else ""


def _is_ours(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith((".", "~$")) or not entry.name.lower().endswith(".pdf"):
        return False
    return entry.is_file(follow_symlinks=False) and bool(naskah_of(Path(entry.path)))


def _whole(path: Path) -> bool:
    """Whether the file begins and ends like a PDF; a half one waits."""
    with path.open("rb") as opened:
        head = opened.read(1024)
        opened.seek(0, os.SEEK_END)
        opened.seek(max(0, opened.tell() - 1024))
        return b"%PDF-" in head and b"%%EOF" in opened.read()


def _plain(label: str) -> str:
    """The label as a file's name that every desktop takes, and no longer than it must be."""
    return " ".join(re.sub(r"[^\w.\- ]+", "-", label).split()).strip(".- ")[:80] or "naskah"


def _sync(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
