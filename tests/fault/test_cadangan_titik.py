"""Killed at any call that touches the disk, a restore leaves no office that is half there."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from service import cli
from service import house as houses
from service.acts.cadangan.ambil import Mintaan, take
from service.acts.keadaan.audit import audit
from service.adapters.cadangan import RakCadangan
from service.config import Settings
from service.disk import Disk
from service.domain.cadangan.tolak import PemulihanTerputus
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.office import arrive_letter, open_house, work

SAMPLE = 5
CALLS = frozenset(
    {"os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "sqlite3.connect"}
)


class Counted:
    """Counts what a process does to the disk, and kills it before the n-th."""

    def __init__(self, folder: Path, at: int = 0) -> None:
        self.folder, self.at, self.seen = str(folder), at, 0

    def __call__(self, event: str, args: tuple[object, ...]) -> None:
        writes = event == "open" and bool(int(str(args[2] or 0)) & (os.O_WRONLY | os.O_RDWR))
        if (event in CALLS or writes) and self.folder in str(args[0]):
            self.seen += 1
            if self.seen == self.at:
                os.kill(os.getpid(), signal.SIGKILL)


def in_a_child(act: Callable[[], object], folder: Path, at: int = 0) -> int:
    """How many calls an act makes in a folder; -1 where it was killed before the n-th."""
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        counted = Counted(folder, at)
        sys.addaudithook(counted)
        act()
        os.write(theirs, str(counted.seen).encode())
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours) as said:
        told = said.read()
    status = os.waitpid(child, 0)[1]
    assert status in (0, signal.SIGKILL)
    return int(told) if status == 0 else -1


def points(many: int, *, long: bool) -> list[int]:
    """Every point, or some of them from the first to the last."""
    assert many > SAMPLE
    return [*range(1, many + 1)] if long else [1 + n * (many - 1) // SAMPLE for n in range(SAMPLE)]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as one:
        arrive_letter(one, tmp_path)
        one.opened["archives"] = RakCadangan(Disk(), "0.7.0")
        work(one)
        yield one


def test_a_restore_is_done_again_or_refused_or_whole_and_gives_no_number_twice(
    house: RealHouse,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    made = take(house, Mintaan(tmp_path / "a.tar"))
    house.engine.dispose()
    [last] = made.isian.nomor.values()
    line = ["restore", str(tmp_path / "a.tar"), "--celah", "2", "--json"]
    monkeypatch.setenv("BERKAS_INBOX", str(tmp_path / "inbox"))

    def put_back(home: Path, at: int = 0) -> int:
        monkeypatch.setenv("BERKAS_HOME", str(home))
        return in_a_child(lambda: cli.main(line), home, at)

    monkeypatch.setenv("BERKAS_HOME", str(tmp_path / "dahulu"))
    assert cli.main(line) == 0  # what it needs is imported now, not in every child
    many, ended = put_back(tmp_path / "hitung"), set[str]()
    for at in points(many, long=request.config.getoption("--panjang")):
        home = tmp_path / f"rumah{at}"
        assert put_back(home, at) == -1
        if not (home / "berkas.db").exists():
            ended.add("belum")
            assert put_back(home) > 0
        elif (home / "pemulihan-belum-selesai").exists():
            ended.add("terputus")
            with pytest.raises(PemulihanTerputus):
                houses.open_checked(Settings.from_env())
            continue
        else:
            ended.add("selesai")
        again = houses.open_checked(Settings.from_env())
        assert [*again.books.last().values()] == [last + 2]
        assert [one for one in audit(again) if not one.utuh and one.janji != "I5"] == []
        again.close()
    assert {"belum", "terputus"} <= ended
