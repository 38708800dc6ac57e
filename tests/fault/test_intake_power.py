"""The power goes at any moment of the whole intake, by the order of calls that it really makes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from jobs.pengawas import ambil
from jobs.watcher import Watcher
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.fault.bad_disk import ForgetfulDisk
from tests.office import INSTANSI, UNIT, open_house

CONTENT = b"%PDF-1.7\nContoh\n%%EOF\n"
SHA256 = hashlib.sha256(CONTENT).hexdigest()
State = dict[Path, bytes]


@dataclass
class Rekaman:
    """Calls in their order: what was done, and to which paths."""

    calls: list[tuple[str, tuple[Path, ...]]] = field(default_factory=list)

    def note(self, call: str, *paths: Path) -> None:
        self.calls.append((call, paths))


def _where(path: Any, dir_fd: int | None = None) -> Path:
    text = os.fsdecode(path)
    if dir_fd is not None:
        text = f"/proc/self/fd/{dir_fd}/{text}"
    parent, name = os.path.split(text)
    return Path(os.path.realpath(parent)) / name


@contextmanager
def recorded(monkeypatch: pytest.MonkeyPatch) -> Iterator[Rekaman]:
    """Every change that this process makes to the disk, below Python's own library."""
    told = Rekaman()
    real = {name: getattr(os, name) for name in ("rename", "mkdir", "unlink", "rmdir", "link")}
    fsync, write, opened = os.fsync, os.write, os.open

    def rename(a: Any, b: Any, *, src_dir_fd: Any = None, dst_dir_fd: Any = None) -> None:
        told.note("rename", _where(a, src_dir_fd), _where(b, dst_dir_fd))
        real["rename"](a, b, src_dir_fd=src_dir_fd, dst_dir_fd=dst_dir_fd)

    def mkdir(path: Any, mode: int = 0o777, *, dir_fd: Any = None) -> None:
        goal = _where(path, dir_fd)
        real["mkdir"](path, mode, dir_fd=dir_fd)
        told.note("mkdir", goal)

    def removed(name: str) -> Any:
        def away(path: Any, *, dir_fd: Any = None) -> None:
            goal = _where(path, dir_fd)
            real[name](path, dir_fd=dir_fd)
            told.note("remove", goal)

        return away

    def link(a: Any, b: Any, **more: Any) -> None:
        real["link"](a, b, **more)
        told.note("link", _where(a), _where(b))

    def sync(fd: int) -> None:
        fsync(fd)
        told.note("fsync", Path(os.path.realpath(f"/proc/self/fd/{fd}")))

    def written(fd: int, part: Any) -> int:
        count = write(fd, part)
        told.note("write", Path(os.path.realpath(f"/proc/self/fd/{fd}")))
        return count

    def created(path: Any, flags: int, *more: Any, **also: Any) -> int:
        fd = opened(path, flags, *more, **also)
        if flags & os.O_CREAT:
            told.note("create", Path(os.path.realpath(f"/proc/self/fd/{fd}")))
        return fd

    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", rename)
        patch.setattr(os, "mkdir", mkdir)
        patch.setattr(os, "unlink", removed("unlink"))
        patch.setattr(os, "rmdir", removed("rmdir"))
        patch.setattr(os, "link", link)
        patch.setattr(os, "fsync", sync)
        patch.setattr(os, "write", written)
        patch.setattr(os, "open", created)
        yield told


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        (whole.inbox / INSTANSI / UNIT).mkdir(parents=True)
        assert not whole.store.has("0" * 64)
        yield whole


def drop(house: RealHouse, nama: str) -> Path:
    path = house.inbox / INSTANSI / UNIT / nama
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(CONTENT)
    return path


def replayed(house: RealHouse, told: Rekaman, source: Path) -> tuple[ForgetfulDisk, int]:
    """The model after the same calls, and how many states it had seen at the commit."""
    folders = {folder for folder in [source, *_stood(house)] for folder in folder.parents}
    folders |= set(_stood(house))
    disk = ForgetfulDisk({source: CONTENT}, sorted(folders))
    open_now: dict[Path, int] = {}
    committed = 0
    for call, paths in told.calls:
        if call == "commit":
            committed = len(disk.states)
        elif call == "mkdir":
            disk.folder(paths[0])
        elif call == "create":
            open_now[paths[0]] = disk.create(paths[0])
        elif call == "write" and paths[0] in open_now:
            disk.write(open_now[paths[0]], CONTENT)
        elif call == "fsync":
            if paths[0] in open_now:
                disk.sync(open_now[paths[0]])
            else:
                disk.sync_folder(paths[0])
        elif call == "rename":
            _moved(disk, *paths)
        elif call == "link":
            disk.link(*paths)
        elif call == "remove" and paths[0] in disk.now:
            disk.remove(paths[0])
    return disk, committed


def _moved(disk: ForgetfulDisk, source: Path, goal: Path) -> None:
    """A folder takes all that is in it along, in the same step."""
    below = [path for path in disk.now if source in path.parents]
    steps: list[tuple[Path, int | None]] = []
    for path in [source, *below]:
        steps += [(path, None), (goal / path.relative_to(source), disk.now[path])]
    disk._step(*steps)


def _stood(house: RealHouse) -> list[Path]:
    store = Path(house.settings.store)
    return [house.inbox / INSTANSI / UNIT, store, store / ".tmp"]


@pytest.mark.parametrize("nama", ["surat.pdf", "Usulan/surat.pdf"])
def test_whenever_the_power_goes_the_file_is_in_the_inbox_or_whole_in_the_store_and_never_twice(
    house: RealHouse, monkeypatch: pytest.MonkeyPatch, nama: str
) -> None:
    source = drop(house, nama)
    real = ambil.accept_all
    watcher = Watcher(house)
    watcher.turn()

    with recorded(monkeypatch) as told:

        def commits(*asked: Any) -> Any:
            taken = real(*asked)
            told.note("commit")
            return taken

        monkeypatch.setattr(ambil, "accept_all", commits)
        watcher.turn()
    disk, committed = replayed(house, told, source)

    assert any(call == "commit" for call, _ in told.calls)
    goal = Path(house.settings.store) / SHA256[:2] / SHA256
    before, after = disk.states[:committed], disk.states[committed:]
    assert min(len(before), len(after)) > 5
    assert [state for state in before if not _inbox(house, state)] == []
    assert [state for state in after if state.get(goal) != CONTENT] == []
    # What was committed never lies at its first place again, to be taken a second time.
    assert [state for state in after if source in state] == []


def _inbox(house: RealHouse, state: State) -> bool:
    return any(content == CONTENT for path, content in state.items() if house.inbox in path.parents)


def test_a_claim_that_is_not_synced_is_found_by_the_model(
    house: RealHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = drop(house, "surat.pdf")
    watcher = Watcher(house)
    watcher.turn()
    real = ambil.accept_all
    with recorded(monkeypatch) as told:

        def commits(*asked: Any) -> Any:
            taken = real(*asked)
            told.note("commit")
            return taken

        monkeypatch.setattr(ambil, "accept_all", commits)
        watcher.turn()
    told.calls = [
        one for one in told.calls if not (one[0] == "fsync" and one[1][0] == source.parent)
    ]

    disk, committed = replayed(house, told, source)

    assert [state for state in disk.states[committed:] if source in state]
