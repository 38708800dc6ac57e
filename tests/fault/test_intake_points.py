"""Whatever call the process dies at, or the disk refuses: taken in once, nothing lost."""

from __future__ import annotations

import errno
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from jobs.watcher import Watcher
from service.acts.keadaan.audit import audit
from service.config import CODE
from service.domain.kiriman import File, Kiriman
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.fault.titik import (
    CHANGING,
    TOLD,
    dies_at,
    fails_at,
    in_child,
    inside,
    points,
    spread,
)
from tests.office import INSTANSI, UNIT, open_house

KINDS = ("file", "slip", "folder")
EVERY = TOLD | CHANGING
CALLS = "rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,link,linkat,"
CALLS += "write,pwrite64,fsync,fdatasync,flock"
TURNS = """
from pathlib import Path
import sys
from jobs.watcher import Watcher
from tests.office import open_house
with open_house(Path(sys.argv[1]), sys.argv[2]) as house:
    house.store.has("0" * 64)
    watcher = Watcher(house)
    watcher.turn()
    watcher.turn()
"""


def drop(folder: Path, kind: str) -> dict[str, str]:
    """What is dropped, by name and sha256."""
    unit = folder / "inbox" / INSTANSI / UNIT
    names = {"folder": ["Usulan/a.pdf", "Usulan/lampiran/b.pdf"]}.get(kind, ["surat.pdf"])
    for name in names:
        (unit / name).parent.mkdir(parents=True, exist_ok=True)
        (unit / name).write_bytes(f"%PDF-1.7 {name}\n%%EOF".encode())
    if kind == "slip":
        (unit / "surat.slip.toml").write_text('perihal = "Contoh"')
    return {
        name.removeprefix("Usulan/"): hashlib.sha256((unit / name).read_bytes()).hexdigest()
        for name in names
    }


@pytest.fixture
def pola(tmp_path: Path) -> Iterator[Path]:
    """A house that stands, to be copied for each try."""
    folder = tmp_path / "pola"
    folder.mkdir()
    with open_house(folder, new_sqlite(folder)) as house:
        assert not house.store.has("0" * 64)
        Watcher(house).turn()
    yield folder


def fresh(pola: Path, n: int) -> Path:
    folder = pola.parent / f"kali-{n}"
    shutil.copytree(pola, folder)
    return folder


def url(folder: Path) -> str:
    return f"sqlite:///{folder}/berkas.db"


def twice(folder: Path) -> None:
    with open_house(folder, url(folder)) as house:
        watcher = Watcher(house)
        watcher.turn()
        watcher.turn()


def whole(folder: Path, dropped: dict[str, str], kind: str) -> None:
    """After a restart all is there, once, and every promise of the house holds."""
    with open_house(folder, url(folder)) as house:
        watcher = Watcher(house)
        for _ in range(3):
            watcher.turn()
        _taken_once(house, dropped, kind)


def _taken_once(house: RealHouse, dropped: dict[str, str], kind: str) -> None:
    with house.ledger.read() as reading:
        kiriman = reading.find(Kiriman)
        files = {one.nama: one.sha256 for one in reading.find(File)}
    assert inside(house.inbox) == []
    assert len(kiriman) == 1
    assert files == dropped
    assert kiriman[0].surat.perihal == ("Contoh" if kind == "slip" else "")
    assert [one.sebut for one in audit(house) if not one.utuh and one.janji != "I2b"] == []
    held = set(house.audit.held())
    assert set(files.values()) <= held


def calls(pola: Path, kind: str) -> int:
    """How many calls the whole way makes."""
    folder = fresh(pola, 0)
    drop(folder, kind)
    with points(None, EVERY) as counted:
        twice(folder)
    return counted.count


@pytest.mark.timeout(900)
@pytest.mark.parametrize("kind", KINDS)
def test_killed_before_any_call_it_is_taken_in_once(
    pola: Path, kind: str, request: pytest.FixtureRequest
) -> None:
    long = request.config.getoption("--panjang")
    seed = random.randrange(1_000_000)
    total = calls(pola, kind)
    chosen = spread(total, total if long else 9, seed)

    for n in chosen:
        folder = fresh(pola, n)
        dropped = drop(folder, kind)

        def killed(folder: Path = folder, n: int = n) -> None:
            with points(dies_at(n), EVERY):
                twice(folder)

        ended = in_child(killed)
        assert os.WIFSIGNALED(ended), f"point {n} of {total}: {ended}"
        assert os.WTERMSIG(ended) == signal.SIGKILL
        whole(folder, dropped, kind)
        shutil.rmtree(folder)

    sys.stdout.write(f"{kind}: {len(chosen)} of {total} points, seed {seed}\n")


@pytest.mark.timeout(900)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("code", "only", "on"),
    [
        (errno.ENOSPC, CHANGING - {"os.remove", "os.rmdir"}, True),
        (errno.EIO, EVERY - {"fcntl.flock"}, False),
        (errno.EACCES, CHANGING, True),
        (errno.EROFS, CHANGING, True),
    ],
)
def test_a_disk_that_refuses_any_call_loses_nothing_and_it_goes_on_afterwards(
    pola: Path,
    kind: str,
    code: int,
    only: set[str],
    on: bool,
    request: pytest.FixtureRequest,
) -> None:
    long = request.config.getoption("--panjang")
    folder = fresh(pola, 0)
    drop(folder, kind)
    with points(None, only) as counted:
        twice(folder)
    seed, total = random.randrange(1_000_000), counted.count
    chosen = spread(total, total if long else 4, seed)

    for n in chosen:
        folder = fresh(pola, n)
        dropped = drop(folder, kind)
        with open_house(folder, url(folder)) as house:
            watcher = Watcher(house)
            house.store.has("0" * 64)
            with points(fails_at(n, code, on=on), only):
                for _ in range(2):
                    watcher._once()
            _somewhere(house, dropped)
        whole(folder, dropped, kind)
        shutil.rmtree(folder)

    sys.stdout.write(f"{kind} {errno.errorcode[code]}: {len(chosen)} of {total}, seed {seed}\n")


def _somewhere(house: RealHouse, dropped: dict[str, str]) -> None:
    """While the disk refuses, every byte lies in the inbox or whole in the store."""
    lying = {
        hashlib.sha256((house.inbox / name).read_bytes()).hexdigest()
        for name in inside(house.inbox)
    }
    missing = set(dropped.values()) - lying
    assert [sha256 for sha256 in missing if house.store.verify(sha256)] == []


@pytest.mark.panjang
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("kind", KINDS)
def test_killed_by_the_kernel_at_every_system_call(pola: Path, kind: str) -> None:
    """The same with strace, so that also the ledger's own writes are such points."""
    total, done = _traced(fresh(pola, 0), kind, 0), 0
    for n in range(1, total + 1):
        folder = fresh(pola, n)
        dropped = drop(folder, kind)
        _strace(folder, n)
        whole(folder, dropped, kind)
        shutil.rmtree(folder)
        done += 1
    sys.stdout.write(f"{kind}: killed at {done} system calls\n")
    assert done > 50


def _strace(folder: Path, n: int) -> str:
    inject = [f"--inject={CALLS}:signal=KILL:when={n}"] if n else []
    told = folder / "strace"
    strace = ["strace", "-f", "-qq", "-o", told, "-e", f"trace={CALLS}", *inject]
    subprocess.run(
        [*strace, sys.executable, "-c", TURNS, folder, url(folder)],
        cwd=CODE,
        env={k: v for k, v in os.environ.items() if not k.startswith("BERKAS_")},
        capture_output=True,
        timeout=120,
        check=False,
    )
    return told.read_text(errors="replace")


def _traced(folder: Path, kind: str, n: int) -> int:
    drop(folder, kind)
    return sum("(" in line for line in _strace(folder, n).splitlines())
