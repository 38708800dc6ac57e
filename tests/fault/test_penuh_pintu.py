"""A door finds the disk full: a sentence says so, nothing half is kept, and it goes on later."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from service.config import CODE
from tests.conftest import new_sqlite

HOME = 2_040_000_000  # bytes: no more than the house wants to stay free, and a little
KECIL = 16_000_000


def on_small_disks(module: str, folder: Path, ledger: str, small: dict[str, int]) -> str:
    """What a program says where these folders of the house are small disks of their own."""
    walls = ["bwrap", "--dev-bind", "/", "/"]
    for name, size in small.items():
        path = folder / "rumah" / name
        path.mkdir(parents=True, exist_ok=True)
        walls += ["--size", str(size), "--tmpfs", str(path)]
    told = subprocess.run(
        [*walls, "--", sys.executable, "-m", module, str(folder), ledger],
        capture_output=True,
        text=True,
        cwd=CODE,
        timeout=120,
        check=False,
    )
    assert told.returncode == 0, told.stdout + told.stderr + said(folder)
    return told.stdout


def said(folder: Path) -> str:
    log = folder / "log"
    return log.read_text()[-3000:] if log.exists() else ""


@pytest.mark.timeout(180)
def test_an_upload_on_a_full_disk_is_told_of_plainly_and_goes_on_when_there_is_room(
    tmp_path: Path,
) -> None:
    told = on_small_disks(
        "tests.fault.penuh_web",
        tmp_path,
        new_sqlite(tmp_path),
        {".": HOME, "unggahan": KECIL, "tertutup": KECIL},
    )

    assert told == "forms\npieces\nwhole\n"


@pytest.mark.timeout(180)
def test_a_form_of_the_public_waits_on_a_full_disk_and_is_taken_in_when_there_is_room(
    tmp_path: Path,
) -> None:
    told = on_small_disks(
        "tests.fault.penuh_loket",
        tmp_path,
        new_sqlite(tmp_path),
        {"kerja": KECIL, "tertutup": KECIL, "publik/terbit": KECIL},
    )

    assert told.splitlines() == [
        "no room to work in",
        "no room to keep it",
        "no room to tell of it",
        "whole",
    ]
