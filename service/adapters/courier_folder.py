"""Papers to a signer's folder and back: any desktop signer, and ink."""

from __future__ import annotations

import os
import re
import shutil
import time
from pathlib import Path

from service.domain.ids import is_id
from service.domain.refusals import Unavailable

OUT, BACK = "keluar", "masuk"
NAME = re.compile(r"(?<![a-z2-7])([a-z2-7]{26})(?![a-z2-7])")


class CourierFolder:
    """The port Courier: `keluar` for the signer to take from, `masuk` for what is signed."""

    def __init__(self, folder: Path, settle: float = 1.0) -> None:
        self._out, self._back, self._settle = folder / OUT, folder / BACK, settle
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

    def collect(self) -> list[tuple[str, Path]]:
        first = self._looks()
        if not first:
            return []
        # A file still being copied grows or changes its time between two looks.
        time.sleep(self._settle)
        second = self._looks()
        settled = [path for path, look in first.items() if second.get(path) == look]
        return sorted((naskah_of(path), path) for path in settled if _whole(path))

    def taken(self, path: Path) -> None:
        naskah_id = naskah_of(path)
        path.unlink(missing_ok=True)
        _sync(self._back)
        for sent in self._out.glob(f"* {naskah_id}.pdf"):
            sent.unlink(missing_ok=True)

    def _looks(self) -> dict[Path, tuple[int, int]]:
        looks = {}
        with os.scandir(self._back) as entries:
            for entry in entries:
                if _is_ours(entry):
                    seen = entry.stat(follow_symlinks=False)
                    looks[Path(entry.path)] = (seen.st_size, seen.st_mtime_ns)
        return looks


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
