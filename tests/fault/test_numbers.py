"""Numbers under a crowd that changes its mind and dies, and under clocks that lie."""

from __future__ import annotations

import random
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from bench.number import TAKERS, together
from bench.rumah import Rumah
from service.config import CODE
from tests.conftest import NEW

FAKETIME = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))


@pytest.fixture(params=NEW)
def rumah(request: pytest.FixtureRequest, tmp_path: Path):
    url = NEW[request.param](tmp_path).replace("+psycopg", "")
    one = Rumah(tmp_path / "f", url) if request.param == "postgresql" else Rumah(tmp_path / "f")
    yield one
    one.end()


def crowd(rumah: Rumah, many: int, each: int) -> None:
    told = {one.name: one.value for one in together(rumah, many, each)}

    assert (told["gaps"], told["doubles"]) == (0, 0), told
    found = {one.janji: one for one in rumah.house.audit.findings([])}
    assert [one.sebut for one in found.values() if not one.utuh] == []


@pytest.mark.both
def test_takers_that_roll_back_and_are_killed_leave_no_gap_and_no_double(rumah: Rumah) -> None:
    crowd(rumah, 10, 40)


@pytest.mark.panjang
@pytest.mark.parametrize("run", range(20))
def test_a_hundred_takers_leave_no_gap_and_no_double(rumah: Rumah, run: int) -> None:
    random.seed(run)
    crowd(rumah, TAKERS, 20)


def drawn(rumah: Rumah, at: str, *asked: str) -> list[list[str]]:
    """Drawn by a program whose clock stands at `at` (UTC): place, book, date; or why not."""
    env = {**rumah.env, "LD_PRELOAD": str(FAKETIME), "FAKETIME": f"@{at}", "TZ": "UTC"}
    env["FAKETIME_DONT_FAKE_MONOTONIC"] = "1"
    ran = subprocess.run(
        [sys.executable, "-m", "tests.fault.pengambil", *asked],
        cwd=CODE,
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return [line.split("|") for line in ran.stdout.splitlines()]


def whole(rumah: Rumah) -> None:
    found = rumah.house.audit.findings([])
    assert [one.sebut for one in found if one.janji in ("I3", "I8") and not one.utuh] == []


@pytest.mark.parametrize(("zona", "tengah_malam"), [("WIB", 17), ("WITA", 16), ("WIT", 15)])
def test_a_yearly_book_turns_once_at_midnight_of_its_zone(
    rumah: Rumah, zona: str, tengah_malam: int
) -> None:
    before, after = f"2027-12-31 {tengah_malam - 1}:59:50", f"2027-12-31 {tengah_malam}:00:10"

    found = [*drawn(rumah, before, zona, "a", "b"), *drawn(rumah, after, zona, "c", "d")]

    assert [one[:3] for one in found] == [
        ["1", "uji/sk/2027", "2027-12-31"],
        ["2", "uji/sk/2027", "2027-12-31"],
        ["1", "uji/sk/2028", "2028-01-01"],
        ["2", "uji/sk/2028", "2028-01-01"],
    ]
    assert drawn(rumah, f"2028-02-28 {tengah_malam}:00:10", zona, "e")[0][2] == "2028-02-29"
    assert drawn(rumah, f"2028-02-29 {tengah_malam}:00:10", zona, "f")[0][2] == "2028-03-01"
    whole(rumah)


def test_a_clock_that_goes_back_stops_numbering_and_one_that_jumps_opens_its_own_book(
    rumah: Rumah,
) -> None:
    assert drawn(rumah, "2027-06-15 03:00:00", "WIB", "a") == [["1", "uji/sk/2027", "2027-06-15"]]
    assert "jam mesin tertinggal" in drawn(rumah, "2027-06-14 03:00:00", "WIB", "b")[0][0]
    assert drawn(rumah, "2067-06-15 03:00:00", "WIB", "c") == [["1", "uji/sk/2067", "2067-06-15"]]
    back = drawn(rumah, "2027-06-15 02:59:00", "WIB", "d")  # within what clocks may differ

    assert back == [["2", "uji/sk/2027", "2027-06-15"]]
    whole(rumah)


def test_a_clock_just_behind_midnight_turns_no_date_back(rumah: Rumah) -> None:
    drawn(rumah, "2027-06-15 17:00:30", "WIB", "a")  # 16 June there

    back = drawn(rumah, "2027-06-15 16:59:30", "WIB", "b")

    assert back == [["2", "uji/sk/2027", "2027-06-16"]]
    assert datetime.fromisoformat(back[0][2]).year == 2027
    whole(rumah)
