"""What comes in while the clock is wrong: each its number once, in order, and nothing is lost."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bench.rumah import Rumah
from jobs.perform import Child
from jobs.table import BERSAMA, JOBS
from jobs.wire import Errand
from service import house as houses
from service.acts.keadaan.audit import audit
from service.acts.keadaan.rumah import keadaan
from service.adapters.clock import SystemClock
from service.config import CODE, Settings
from service.domain.kiriman import AGENDA, DITERIMA, Kiriman
from service.domain.nomor import Nomor
from service.domain.pekerjaan import JALUR
from service.house import RealHouse
from service.ports import Keadaan
from tests.conftest import NEW
from tests.fault.rumah_terima import words
from tests.fault.test_numbers import FAKETIME
from tests.office import INSTANSI, SilentBell, arrive, one_reader, rule

TENGAH_MALAM = {"WIB": 17, "WITA": 16, "WIT": 15}  # the hour of UTC at which the day turns there
SEHARI = timedelta(days=1)


class Kantor:
    """A house in one zone, whose clock a test sets."""

    def __init__(self, room: Path, ledger_url: str, zona: str, patch: pytest.MonkeyPatch) -> None:
        packs = room / "paket"
        shutil.copytree(CODE / "templates_docx", packs)
        pack = packs / INSTANSI / "instansi.toml"
        pack.write_text(pack.read_text().replace('"WIB"', f'"{zona}"'))
        env = {
            "BERKAS_HOME": str(room / "rumah"),
            "BERKAS_INBOX": str(room / "inbox"),
            "BERKAS_LEDGER": ledger_url.replace("+psycopg", ""),
            "BERKAS_PACKS": str(packs),
        }
        self.room, self.now, self.came = room, datetime(2027, 6, 15, 3, tzinfo=UTC), 0
        patch.setattr(SystemClock, "now", lambda _: self.now)
        self.house: RealHouse = houses.build(Settings.from_env(env))
        self.house.ledger.bell = SilentBell()  # type: ignore[union-attr]
        self.house.opened["reader"] = one_reader()

    def close(self) -> None:
        self.house.opened.pop("reader")  # others look through it still
        self.house.close()

    def at(self, text: str) -> None:
        self.now = datetime.fromisoformat(text).replace(tzinfo=UTC)

    def letter(self) -> str:
        self.came += 1
        path = self.room / f"surat-{self.came}.txt"
        path.write_bytes(words(self.came))
        return arrive(self.house, path).id

    def work(self) -> None:
        """All that is due at this moment, as a worker does it."""
        child = Child(self.house, "pekerja contoh", JOBS, BERSAMA)
        while due := [one for lane in JALUR for one in self.house.owed.claim(lane, 50, set)]:
            for one in due:
                child.carry_out(Errand(one.job, one.untuk, one.fence))

    def number(self, id_: str) -> str:
        with self.house.ledger.read() as reading:
            return reading.get(Kiriman, id_).nomor_agenda

    def books(self) -> dict[str, list[tuple[int, date | None]]]:
        """Of each agenda its numbers in order, with their dates."""
        found: dict[str, list[tuple[int, date | None]]] = {}
        with self.house.ledger.read() as reading:
            for one in sorted(reading.find(Nomor), key=lambda one: one.urut):
                if f"/{AGENDA}/" in one.buku:
                    found.setdefault(one.buku, []).append((one.urut, one.tanggal))
        return found

    def clock_told(self) -> Keadaan:
        """What the status page says of the clock."""
        return next(one for one in keadaan(self.house) if one.nama == "Jam mesin")

    def all_is_well(self) -> None:
        """No number twice and none left out, no date before the one ahead of it, nothing lost."""
        for buku, numbers in self.books().items():
            assert [urut for urut, _ in numbers] == list(range(1, len(numbers) + 1)), buku
            days = [day for _, day in numbers]
            assert days == sorted(days), buku
        with self.house.ledger.read() as reading:
            came = reading.find(Kiriman)
        assert len(came) == self.came
        assert all(one.nomor_agenda for one in came)
        assert len({one.nomor_agenda for one in came}) == self.came
        assert [one.sebut for one in audit(self.house) if not one.utuh] == []


@pytest.fixture(params=NEW)
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return NEW[request.param](tmp_path)


@pytest.fixture
def zona() -> str:
    return "WIB"


@pytest.fixture
def kantor(
    tmp_path: Path, ledger: str, zona: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Kantor]:
    one = Kantor(tmp_path, ledger, zona, monkeypatch)
    rule(one.house)
    yield one
    one.close()


@pytest.mark.parametrize("zona", TENGAH_MALAM)
def test_the_agenda_turns_once_at_midnight_of_its_zone_and_counts_the_leap_day(
    kantor: Kantor, zona: str
) -> None:
    jam = TENGAH_MALAM[zona]
    kantor.at(f"2027-12-31 {jam - 1}:59:50")
    first = kantor.letter()
    kantor.work()
    late = kantor.letter()  # it came in the old year, and is looked at in the new one
    kantor.at(f"2027-12-31 {jam}:00:10")
    new = kantor.letter()
    kantor.work()
    kantor.at(f"2027-12-31 {jam - 1}:59:55")  # a machine whose clock lies a little behind
    behind = kantor.letter()
    kantor.work()
    kantor.at(f"2028-02-28 {jam}:00:10")
    leap = kantor.letter()
    kantor.work()
    kantor.at(f"2028-02-29 {jam}:00:10")
    march = kantor.letter()
    kantor.work()

    numbers = [kantor.number(one) for one in (first, late, behind, new, leap, march)]
    assert numbers == [
        *(f"{n:04}/AGENDA/2027" for n in (1, 2, 3)),
        *(f"{n:04}/AGENDA/2028" for n in (1, 2, 3)),
    ]
    old, new_book = kantor.books().values()
    assert {day for _, day in old} == {date(2027, 12, 31)}
    assert [day for _, day in new_book] == [date(2028, 1, 1), date(2028, 2, 29), date(2028, 3, 1)]
    kantor.all_is_well()


def test_while_the_clock_lies_a_day_behind_arrivals_wait_and_are_numbered_when_it_is_right(
    kantor: Kantor,
) -> None:
    first = kantor.letter()
    kantor.work()
    right = kantor.now
    kantor.now = right - SEHARI
    waiting = [kantor.letter(), kantor.letter()]
    kantor.work()
    for _ in range(12):  # for most of that day, longer than any work is tried for
        kantor.now += timedelta(hours=1.9)
        kantor.work()
    with kantor.house.ledger.read() as reading:
        assert [reading.get(Kiriman, one).keadaan for one in waiting] == [DITERIMA] * 2
    assert [kantor.number(one) for one in waiting] == ["", ""]
    assert kantor.house.lists.macet() == []
    with kantor.house.ledger.read() as reading:
        assert len(reading.find(Nomor)) == 1, "a refused draw left a number"
    told = kantor.clock_told()
    assert not told.baik
    assert "Betulkan jam mesin" in told.kata

    kantor.now = right + timedelta(minutes=1)
    kantor.work()

    assert kantor.clock_told().baik
    assert kantor.number(first) == "0001/AGENDA/2027"
    assert sorted(map(kantor.number, waiting)) == ["0002/AGENDA/2027", "0003/AGENDA/2027"]
    kantor.all_is_well()


def test_a_clock_that_ran_forty_years_ahead_opens_its_own_book_and_holds_nothing_up(
    kantor: Kantor,
) -> None:
    first = kantor.letter()
    kantor.work()
    right = kantor.now
    kantor.now = right.replace(year=2067)
    ahead = kantor.letter()
    kantor.work()
    left = kantor.letter()
    with kantor.house.ledger.begin() as tx:  # as it is put off where nobody can look at it now
        tx.plan("identify", left, kantor.now + timedelta(minutes=1))
    [begun] = kantor.house.owed.claim("berat", 50, set)  # and its worker dies with the machine
    assert begun.untuk == left

    kantor.now = right + timedelta(minutes=1)
    last = kantor.letter()
    kantor.work()
    kantor.now += timedelta(minutes=2)  # a worker of before is given the time to say it lives
    kantor.work()

    assert kantor.number(ahead) == "0001/AGENDA/2067"
    assert [kantor.number(one) for one in (first, last, left)] == [
        f"{n:04}/AGENDA/2027" for n in (1, 2, 3)
    ]
    kantor.all_is_well()


def test_real_processes_under_a_wrong_clock_number_what_came_once_it_is_right(
    tmp_path: Path,
) -> None:
    rumah = Rumah(tmp_path / "f")
    try:
        rule(rumah.house)
        old, new, far = "/AGENDA/2027", "/AGENDA/2028", "/AGENDA/2067"
        assert _received(rumah, "2027-12-31 16:50:00", 1) == [f"0001{old}"]
        assert _received(rumah, "2027-12-30 16:50:00", 2) == [f"0001{old}", "menunggu"]
        right = [f"0001{old}", f"0002{old}", f"0001{new}"]  # the second by the day it came on
        assert _received(rumah, "2027-12-31 17:00:30", 3) == right
        assert _received(rumah, "2067-12-30 03:00:00", 4) == [*right, f"0001{far}"]
        assert _received(rumah, "2028-01-01 03:00:00", 5) == [*right, f"0001{far}", f"0002{new}"]
        found = rumah.house.audit.findings([])
        assert [one.sebut for one in found if one.janji in ("I3", "I8") and not one.utuh] == []
    finally:
        rumah.end()


def _received(rumah: Rumah, at: str, n: int) -> list[str]:
    """A program whose clock stands at `at` (UTC) takes a letter in; the numbers of all."""
    letter = rumah.settings.home / f"surat-{n}.txt"
    letter.write_bytes(words(n))
    env = {**rumah.env, "LD_PRELOAD": str(FAKETIME), "FAKETIME": f"@{at}", "TZ": "UTC"}
    env["FAKETIME_DONT_FAKE_MONOTONIC"] = "1"
    ran = subprocess.run(
        [sys.executable, "-m", "tests.fault.penerima", str(letter)],
        cwd=CODE,
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return [line.split()[1] for line in ran.stdout.splitlines()]
