"""Papers to the folders of signers and back: any desktop signer, and ink."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import stat
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from service.domain import daftar_kirim
from service.domain.daftar_kirim import BarisKirim
from service.domain.folder_ttd import DAFTAR, Terletak, plain
from service.domain.ids import is_id
from service.domain.refusals import Unavailable

Look = tuple[int, int, int]
OUT, BACK = "keluar", "kembali"
NAME = re.compile(r"(?<![a-z2-7])([a-z2-7]{26})(?![a-z2-7])")
MASIH_DITULIS = "File di folder penanda tangan masih ditulis; ditunggu sampai selesai."
SISA = frozenset({"thumbs.db", "desktop.ini"})  # what desktops leave by themselves


class CourierFolder:
    """The port Courier: `keluar/<pejabat>` to take from, `kembali` for what is signed."""

    def __init__(self, folder: Path, settle: float = 1.0, lama: Path | None = None) -> None:
        self._out, self._back, self._settle = folder / OUT, folder / BACK, settle
        self._since: dict[Path, tuple[Look, float]] = {}  # how a file looks, and since when
        self._held: dict[Path, tuple[Look, str]] = {}  # of what lies with signers, its sha256
        self._out.mkdir(parents=True, exist_ok=True)
        self._back.mkdir(parents=True, exist_ok=True)
        if lama is not None:
            _move(lama / OUT, self._out)
            _move(lama / "masuk", self._back)
            with contextlib.suppress(OSError):
                lama.rmdir()

    def send(self, naskah_id: str, pdf: Path, label: str, folder: str = "") -> None:
        room = self._out / plain(folder) if folder else self._out
        goal = room / f"{plain(label)} {naskah_id}.pdf"
        part = goal.with_name(f".{naskah_id}.part")
        try:
            room.mkdir(exist_ok=True)
            with pdf.open("rb") as source, part.open("wb") as copy:
                shutil.copyfileobj(source, copy)
                copy.flush()
                os.fsync(copy.fileno())
            for other in self._sent(naskah_id):  # first: never do two have it at once
                if other != goal:
                    other.unlink(missing_ok=True)
            part.replace(goal)
            _sync(room)
        except OSError as failed:
            with contextlib.suppress(OSError):
                part.unlink()
            raise Unavailable(
                f"Naskah belum dapat diletakkan di folder tanda tangan: {failed}"
            ) from failed

    def lying(self) -> list[Terletak]:
        found = list[Terletak]()
        for path in sorted(self._out.rglob("*.pdf")):
            if (id_ := naskah_of(path)) and not path.name.startswith("."):
                folder = "" if path.parent == self._out else path.parent.name
                with contextlib.suppress(FileNotFoundError):
                    found.append(Terletak(id_, folder, path.name, _when(path.stat())))
        return found

    def returned(self) -> list[tuple[str, str]]:
        # A file still being copied grows or changes its time from look to look.
        now, before = time.monotonic(), self._since
        self._since = {
            path: before[path] if before.get(path, (None,))[0] == look else (look, now)
            for path, look in (self._looks() | self._out_looks()).items()
        }
        return sorted(
            (naskah_of(x), f"{x.name} {look}")
            for x, look in self._still()
            if x.parent == self._back and _whole(x)
        )

    def written_on(self) -> list[tuple[str, str]]:
        found, before = dict[Path, tuple[Look, str]](), self._held
        for path, look in self._still():
            if path.parent == self._back:
                continue
            known = before.get(path)
            if known and known[0] == look:
                found[path] = known
            elif _whole(path):
                with contextlib.suppress(OSError), path.open("rb") as lies:
                    found[path] = look, hashlib.file_digest(lies, "sha256").hexdigest()
        self._held = found
        return sorted((naskah_of(path), sha256) for path, (_, sha256) in found.items())

    def _still(self) -> list[tuple[Path, Look]]:
        """What looked alike for long enough, at the last look."""
        now = time.monotonic()
        return [(x, look) for x, (look, at) in self._since.items() if now - at >= self._settle]

    def back(self) -> list[Terletak]:
        found = list[Terletak]()
        with os.scandir(self._back) as entries:
            for entry in entries:
                if not _is_left(entry.name):
                    id_ = naskah_of(Path(entry.path)) if _is_pdf(entry) else ""
                    with contextlib.suppress(FileNotFoundError):
                        when = _when(entry.stat(follow_symlinks=False))
                        found.append(Terletak(id_, "", entry.name, when))
        return sorted(found, key=lambda one: one.nama)

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

    def odd(self, sebelum: datetime) -> list[Path]:
        found = []
        with os.scandir(self._back) as entries:
            for entry in entries:
                if not _is_left(entry.name) and entry.is_file(follow_symlinks=False):
                    path, told = Path(entry.path), entry.stat(follow_symlinks=False)
                    # By when it was last written here: a copy keeps the time of its original.
                    old = max(told.st_mtime, told.st_ctime) < sebelum.timestamp()
                    if old and not (_is_pdf(entry) and _whole(path)):
                        found.append(path)
        return sorted(found)

    def fetch_odd(self, sebelum: datetime, room: Path) -> list[tuple[Path, Path]]:
        found = list[tuple[Path, Path]]()
        for path in self.odd(sebelum):
            copy = room / f"janggal {len(found)}"
            try:
                before = _look(path.stat(follow_symlinks=False))
                shutil.copyfile(path, copy, follow_symlinks=False)
                same = _look(path.stat(follow_symlinks=False)) == before
            except OSError:
                continue  # gone, or not ours to read: the list beside the papers names it
            if same:
                found.append((path, copy))
        return found

    def fetch_out(self, naskah_id: str, room: Path) -> list[tuple[Path, Path, str]]:
        found = list[tuple[Path, Path, str]]()
        for path, look in sorted(self._out_looks().items()):
            if naskah_of(path) != naskah_id:
                continue
            copy = room / f"keluar {len(found)}.pdf"
            try:
                shutil.copyfile(path, copy)
                same = _look(path.stat(follow_symlinks=False)) == look
            except FileNotFoundError:
                continue
            except OSError as failed:
                raise Unavailable(f"{MASIH_DITULIS} ({failed})") from failed
            if not same or not _whole(copy):
                raise Unavailable(MASIH_DITULIS)
            found.append((path, copy, str(look)))
        return found

    def take_away(self, path: Path, mark: str) -> None:
        with contextlib.suppress(FileNotFoundError):
            if str(_look(path.stat(follow_symlinks=False))) != mark:
                raise Unavailable(MASIH_DITULIS)
            path.unlink()
            _sync(path.parent)

    def name(self, path: Path, naskah_id: str) -> None:
        words, n = plain(path.stem), 1
        goal = path.with_name(f"{words} {naskah_id}.pdf")
        while goal.exists():
            n += 1
            goal = path.with_name(f"{words} ({n}) {naskah_id}.pdf")
        with contextlib.suppress(FileNotFoundError):
            path.rename(goal)
            _sync(self._back)

    def taken(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        _sync(self._back)

    def withdraw(self, naskah_id: str) -> None:
        for sent in self._sent(naskah_id):
            sent.unlink(missing_ok=True)

    def tell(self, some: Sequence[BarisKirim], zona: str) -> None:
        lying, known = self.lying(), {one.naskah: one for one in some}
        _write(self._back / DAFTAR, daftar_kirim.back(lying, self.back(), known, zona))
        rooms = [one for one in self._out.iterdir() if one.is_dir() and not one.is_symlink()]
        here = [self._out] if any(not one.folder for one in lying) else []
        for room in (*here, *rooms):
            folder = "" if room == self._out else room.name
            _write(room / DAFTAR, daftar_kirim.out(folder, lying, known, zona))

    def _sent(self, naskah_id: str) -> Iterator[Path]:
        yield from list(self._out.rglob(f"* {naskah_id}.pdf"))

    def _out_looks(self) -> dict[Path, Look]:
        looks = {}
        for path in self._out.rglob("*.[pP][dD][fF]"):
            if not _is_left(path.name) and naskah_of(path):
                with contextlib.suppress(OSError):
                    seen = path.stat(follow_symlinks=False)
                    if stat.S_ISREG(seen.st_mode):
                        looks[path] = _look(seen)
        return looks

    def _looks(self) -> dict[Path, Look]:
        looks = {}
        with os.scandir(self._back) as entries:
            for entry in entries:
                if _is_pdf(entry):
                    looks[Path(entry.path)] = _look(entry.stat(follow_symlinks=False))
        return looks


def _look(seen: os.stat_result) -> Look:
    return (seen.st_ino, seen.st_size, seen.st_mtime_ns)


def _when(seen: os.stat_result) -> datetime:
    return datetime.fromtimestamp(seen.st_mtime, UTC)


def naskah_of(path: Path) -> str:
    """The naskah's id in a file's name, or ''; signers add words before and after it."""
    found = NAME.findall(path.stem)
    return found[-1] if found and is_id(found[-1]) else ""


def _is_left(name: str) -> bool:
    """Whether a name is no file that somebody laid down: of a desktop, or a list of ours."""
    return name.startswith((".", "~$")) or name.lower() in SISA or name == DAFTAR


def _is_pdf(entry: os.DirEntry[str]) -> bool:
    if _is_left(entry.name) or not entry.name.lower().endswith(".pdf"):
        return False
    return entry.is_file(follow_symlinks=False)


def _whole(path: Path) -> bool:
    """Whether the file begins and ends like a PDF; a half one waits."""
    try:
        with path.open("rb") as opened:
            head = opened.read(1024)
            opened.seek(0, os.SEEK_END)
            opened.seek(max(0, opened.tell() - 1024))
            return b"%PDF-" in head and b"%%EOF" in opened.read()
    except OSError:  # gone, or not ours to read: it is told of as one that nobody could take
        return False


def _move(before: Path, after: Path) -> None:
    """What lies in a folder of an earlier version lies in the new one; nothing is written over."""
    if not before.is_dir():
        return
    for path in sorted(before.iterdir()):
        goal, n = after / path.name, 1
        while goal.exists():
            n += 1
            goal = after / f"{n} {path.name}"
        with contextlib.suppress(FileNotFoundError):  # another process moves them, too
            path.rename(goal)
    with contextlib.suppress(OSError):
        before.rmdir()


def _write(path: Path, text: str) -> None:
    """Whole or not at all, and only where it says something else than before."""
    held = text.encode()
    with contextlib.suppress(OSError):
        if path.read_bytes() == held:
            return
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(held)
        part.replace(path)
    except OSError as failed:
        with contextlib.suppress(OSError):
            part.unlink()
        raise Unavailable(f"Daftar kirim belum dapat ditulis: {failed}") from failed


def _sync(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
