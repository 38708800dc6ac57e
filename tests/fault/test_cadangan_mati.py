"""Killed or out of room at any step, a backup leaves the last good one, and the next goes on."""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.acts.cadangan.ambil import Mintaan, take
from service.acts.cadangan.pulih import prove, restore
from service.adapters.cadangan import RakCadangan
from service.adapters.cadangan.rak import BAGIAN
from service.disk import Disk
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.office import arrive_letter, open_house

CALLS = ("create", "write", "sync", "close", "link", "remove", "sync_folder")


class DeadlyDisk(Disk):
    """Kills its process before the n-th call of a kind."""

    def __init__(self, call: str, at: int) -> None:
        self.call, self.left = call, at

    def __getattribute__(self, name: str) -> object:
        if name in CALLS and name == object.__getattribute__(self, "call"):
            self.left -= 1
            if self.left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return object.__getattribute__(self, name)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealHouse]:
    folder = tmp_path_factory.mktemp("mati")
    with open_house(folder, new_sqlite(folder)) as one:
        arrive_letter(one, folder)
        yield one


def in_a_child(house: RealHouse, path: Path, disk: Disk) -> bool:
    """Whether the backup was made; its process may not have lived through it."""
    house.engine.dispose()
    child = os.fork()
    if not child:
        house.opened["archives"] = RakCadangan(disk, "0.7.0")
        take(house, Mintaan(path))
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


@pytest.mark.parametrize("call", CALLS)
def test_a_backup_killed_at_any_step_is_whole_or_not_there(
    house: RealHouse, tmp_path: Path, call: str
) -> None:
    house.opened["archives"] = RakCadangan(Disk(), "0.7.0")
    take(house, Mintaan(tmp_path / "baik.tar"))
    before = (tmp_path / "baik.tar").read_bytes()

    made = in_a_child(house, tmp_path / "baru.tar", DeadlyDisk(call, 1))

    there = (tmp_path / "baru.tar").exists()
    assert not made
    assert there == (call in ("remove", "sync_folder"))
    assert (tmp_path / "baik.tar").read_bytes() == before
    take(house, Mintaan(tmp_path / "nanti.tar"))
    assert not [p for p in tmp_path.iterdir() if p.name.endswith(BAGIAN)]
    for name in ("baru.tar", "nanti.tar") if there else ("nanti.tar",):
        house.archives.look(tmp_path / name, "")
    if there:
        assert prove(house, tmp_path / "baru.tar", "")[1] == []


class Counting(Disk):
    """Counts what is asked of it."""

    def __init__(self) -> None:
        self.seen = Counter[str]()

    def __getattribute__(self, name: str) -> object:
        if name in CALLS:
            self.seen[name] += 1
        return object.__getattribute__(self, name)


@pytest.mark.panjang
def test_a_backup_killed_at_every_single_call_is_whole_or_not_there(
    house: RealHouse, tmp_path: Path
) -> None:
    house.opened["archives"] = RakCadangan(disk := Counting(), "0.7.0")
    take(house, Mintaan(tmp_path / "hitung.tar"))
    house.opened["archives"] = RakCadangan(Disk(), "0.7.0")

    for call, many in disk.seen.items():
        for at in range(1, many + 1):
            path = tmp_path / f"{call}{at}.tar"
            assert not in_a_child(house, path, DeadlyDisk(call, at))
            if path.exists():
                assert prove(house, path, "")[1] == []
    take(house, Mintaan(tmp_path / "akhir.tar"))
    assert not [p for p in tmp_path.iterdir() if p.name.endswith(BAGIAN)]


def test_a_restore_killed_before_its_ledger_is_done_again(house: RealHouse, tmp_path: Path) -> None:
    house.opened["archives"] = RakCadangan(Disk(), "0.7.0")
    take(house, Mintaan(tmp_path / "a.tar"))
    other = tmp_path / "lain"
    house.engine.dispose()
    child = os.fork()
    if not child:
        with (
            house.twin(other) as target,
            house.archives.read(tmp_path / "a.tar", "") as one,
        ):
            target.snapshots.lay = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
            restore(target, one)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL

    with house.twin(other) as target, house.archives.read(tmp_path / "a.tar", "") as one:
        assert target.snapshots.is_empty()
        assert restore(target, one) == []
