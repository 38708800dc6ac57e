"""The child that binds is killed, or finds no room: nothing half is left, and it is bound again."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.adapters.jilid import Penjilid
from service.config import CODE
from service.domain.dossier.isi import Bagian, Dossier, Sampul
from service.domain.refusals import Unavailable
from tests.jilid.lembar import surat

DOSSIER = Dossier(
    Sampul("Contoh", "1"),
    (
        Bagian(
            "Surat",
            "2026",
            1,
        ),
        Bagian("Surat", "2026", 1),
    ),
)
KALI = 30
ON_A_SMALL_DISK = """
import os
import sys
from pathlib import Path
from service.adapters.jilid import Penjilid
from service.domain.refusals import Unavailable
from tests.fault.test_jilid_mati import DOSSIER

paper, small = Path(sys.argv[1]), Path(sys.argv[2])
ballast = small / "penuh"
ballast.write_bytes(b"x" * (int(sys.argv[3]) - int(sys.argv[4])))
try:
    Penjilid().bind(DOSSIER, [paper, paper], {}, small / "d.pdf")
except Unavailable as wrong:
    print(wrong, "permanent" if wrong.permanent else "again")
assert os.listdir(small) == ["penuh"], "a part stayed"
ballast.unlink()
print(Penjilid().bind(DOSSIER, [paper, paper], {}, small / "d.pdf"))
"""


def children() -> Iterator[int]:
    """Every process of ours below this one."""
    parents = dict[int, int]()
    for one in Path("/proc").iterdir():
        if one.name.isdigit():
            try:
                parents[int(one.name)] = int(
                    (one / "stat").read_text().rsplit(")", 1)[1].split()[1]
                )
            except (OSError, IndexError):
                continue
    below = {os.getpid()}
    while more := {pid for pid, parent in parents.items() if parent in below} - below:
        below |= more
    yield from below - {os.getpid()}


def binding() -> int:
    """The child that binds; 0 as long as there is none."""
    for pid in children():
        try:
            line = Path(f"/proc/{pid}/cmdline").read_bytes()
        except OSError:
            continue
        if (
            b"jilid.anak" in line
            and not line.startswith(b"/usr/bin/bwrap")
            and b"bwrap" not in line
        ):
            return pid
    return 0


def test_a_binding_child_that_is_killed_costs_one_try_and_leaves_nothing(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    paper, room = surat(tmp_path / "a.pdf", "satu"), tmp_path / "ruang"
    room.mkdir()
    dice = random.Random(7)
    for _ in range(KALI if request.config.getoption("--panjang") else 1):
        told = list[str]()

        def bind(told: list[str] = told) -> None:
            try:
                Penjilid().bind(DOSSIER, [paper, paper], {}, room / "d.pdf")
            except Unavailable as away:
                told.append(str(away))

        thread = threading.Thread(target=bind)
        thread.start()
        until = time.monotonic() + 30
        while not (pid := binding()) and time.monotonic() < until:
            pass
        time.sleep(dice.random() * 0.05)
        os.kill(pid, signal.SIGKILL)
        thread.join()
        if told:  # it may have been done already
            assert "berhenti di tengah jalan" in told[0]
            assert [*room.iterdir()] == []

    assert Penjilid().bind(DOSSIER, [paper, paper], {}, room / "d.pdf") == 4
    assert [one.name for one in room.iterdir()] == ["d.pdf"]


@pytest.mark.parametrize("left", [pytest.param(0), pytest.param(3_000, marks=pytest.mark.panjang)])
def test_on_a_full_disk_nothing_is_bound_and_there_is_room_again_it_is(
    tmp_path: Path, left: int
) -> None:
    paper, small, much = surat(tmp_path / "a.pdf", "satu"), tmp_path / "kecil", 400_000
    small.mkdir()
    walls = ["bwrap", "--dev-bind", "/", "/", "--size", str(much), "--tmpfs", str(small)]
    asked = [str(paper), str(small), str(much), str(left)]
    ran = subprocess.run(
        [*walls, "--", sys.executable, "-c", ON_A_SMALL_DISK, *asked],
        capture_output=True,
        text=True,
        cwd=CODE,
        timeout=60,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr
    assert "Disk penuh" in ran.stdout
    assert ran.stdout.endswith("again\n4\n")
