"""The child of a worker does one piece of owed work after another, and says how each ended."""

from __future__ import annotations

import logging
import resource
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from jobs import perform
from jobs.perform import Child
from jobs.wire import Errand, Outcome
from service.adapters.ledger.owed import SqlOwed
from service.domain.kiriman import DIKENALI, Kiriman, identified
from service.domain.pekerjaan import BERAT, TUGAS, Pekerjaan, Tugas
from service.domain.refusals import Refusal, Unavailable
from service.house import RealHouse
from service.ports import House
from tests.adapters.test_ledger_contract import kiriman, line
from tests.conftest import new_sqlite
from tests.office import open_house

Job = Callable[[House, str], None]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    before = resource.getrlimit(resource.RLIMIT_AS)
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        yield whole
    resource.setrlimit(resource.RLIMIT_AS, before)


def owe(house: RealHouse) -> Kiriman:
    one = kiriman()
    with house.ledger.begin() as tx:
        tx.add(one)
        tx.note(line())
        tx.plan("identify", one.id)
    return one


def carried_out(house: RealHouse, job: Job) -> Outcome:
    [one] = house.owed.claim(BERAT, 1, set)
    child = Child(house, "uji", {"identify": job})
    return child.carry_out(Errand(one.job, one.untuk, one.fence))


def standing(house: RealHouse) -> list[Pekerjaan]:
    with house.engine.connect() as look:
        rows = look.exec_driver_sql("SELECT * FROM pekerjaan").mappings().all()
    return [replace(BLANK, **{k: row[k] for k in ("percobaan", "galat", "macet")}) for row in rows]


BLANK = Pekerjaan("identify", "", BERAT, 1, kiriman().diterima, 0, 0, 0)


def recognised(house: House, id_: str) -> None:
    """A job by the recipe, for a kiriman as it stands."""
    with house.ledger.read() as reading:
        before = reading.get(Kiriman, id_)
    with house.ledger.begin() as tx:
        tx.save(before, identified(before, DIKENALI, before.alasan))
        tx.note(line())


def changed_by_an_officer(house: RealHouse, id_: str) -> None:
    with house.ledger.begin() as tx:
        before = tx.get(Kiriman, id_)
        tx.save(before, replace(before, alasan=before.alasan + "petugas "))
        tx.note(line())


def test_work_that_is_done_is_struck_off(house: RealHouse) -> None:
    owe(house)

    assert carried_out(house, recognised) is Outcome.DONE
    assert standing(house) == []


def test_work_whose_row_an_officer_changed_meanwhile_is_done_on_the_row_as_it_is(
    house: RealHouse,
) -> None:
    one = owe(house)
    times: list[str] = []

    def slow(inner: House, id_: str) -> None:
        with inner.ledger.read() as reading:
            before = reading.get(Kiriman, id_)
        times.append(id_)
        if len(times) == 1:
            changed_by_an_officer(house, id_)
        with inner.ledger.begin() as tx:
            tx.save(before, identified(before, DIKENALI, before.alasan))
            tx.note(line())

    assert carried_out(house, slow) is Outcome.DONE

    with house.ledger.read() as reading:
        after = reading.get(Kiriman, one.id)
    assert (after.keadaan, after.alasan) == (DIKENALI, "petugas ")
    assert standing(house) == []


def test_work_whose_row_never_stands_still_is_tried_again_later(house: RealHouse) -> None:
    owe(house)

    def always_late(inner: House, id_: str) -> None:
        with inner.ledger.read() as reading:
            before = reading.get(Kiriman, id_)
        changed_by_an_officer(house, id_)
        with inner.ledger.begin() as tx:
            tx.save(before, before)

    assert carried_out(house, always_late) is Outcome.FAILED
    [one] = standing(house)
    assert "Diubah orang lain" in one.galat
    assert one.macet is None


def test_work_that_another_worker_took_over_is_left_to_it(house: RealHouse) -> None:
    owe(house)
    times: list[str] = []

    def outlived(inner: House, id_: str) -> None:
        times.append(id_)
        with house.engine.begin() as connection:
            connection.exec_driver_sql("UPDATE pekerjaan SET fence = fence + 1")
        recognised(inner, id_)

    carried_out(house, outlived)

    assert len(times) == 1
    [one] = standing(house)
    assert one.galat == ""


@pytest.mark.parametrize(
    ("fault", "told", "macet"),
    [
        (Refusal("Templat salah."), "Templat salah.", True),
        (Unavailable("Pencetak mati."), "Pencetak mati.", False),
        (Unavailable("Segel rusak.", permanent=True), "Segel rusak.", True),
        (MemoryError(), "Kehabisan memori.", False),
        (KeyError("NIK rahasia"), "Kesalahan program (KeyError).", False),
    ],
)
def test_each_failure_is_written_down_with_whether_trying_again_can_help(
    house: RealHouse, fault: Exception, told: str, macet: bool
) -> None:
    owe(house)

    def fails(_house: House, _id: str) -> None:
        raise fault

    assert carried_out(house, fails) is Outcome.FAILED
    [one] = standing(house)
    assert (one.galat, one.macet is not None) == (told, macet)


def test_what_one_job_may_use_does_not_bind_what_comes_after_it(
    house: RealHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def looks(_house: House, _id: str) -> None:
        seen.append(resource.getrlimit(resource.RLIMIT_AS)[0])

    for memori in (3_000, 9_000):
        monkeypatch.setitem(TUGAS, "identify", Tugas(BERAT, memori=memori))
        owe(house)
        carried_out(house, looks)
        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        assert soft == hard

    assert seen == [3_000_000_000, 9_000_000_000]


class Away(SqlOwed):
    """A ledger that does not answer the first few times."""

    def __init__(self, near: SqlOwed, times: int) -> None:
        super().__init__(near.ledger, near.lease, near.jeda)
        self.times = times

    def start(self, *named: object) -> Pekerjaan | None:
        self._answers()
        return super().start(*named)  # type: ignore[arg-type]

    def settle(self, seen: Pekerjaan) -> None:
        self._answers()
        super().settle(seen)

    def _answers(self) -> None:
        self.times -= 1
        if self.times >= 0:
            raise Unavailable("Buku induk sedang tidak dapat dihubungi.")


def test_work_that_cannot_be_begun_is_not_run(house: RealHouse) -> None:
    owe(house)

    assert carried_out(replace(house, owed=Away(house.owed, 1)), recognised) is Outcome.NOT_BEGUN
    [one] = standing(house)
    assert one.percobaan == 0


def test_finished_work_waits_for_a_ledger_that_is_away(house: RealHouse) -> None:
    owe(house)
    away = Away(house.owed, 0)

    def then_it_goes_away(inner: House, id_: str) -> None:
        recognised(inner, id_)
        away.times = 2

    assert carried_out(replace(house, owed=away), then_it_goes_away) is Outcome.DONE
    assert standing(house) == []


def test_finished_work_that_could_not_be_struck_off_is_done_again_and_finds_it_done(
    house: RealHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(perform, "SETTLE_SECONDS", 0)
    owe(house)
    away = Away(house.owed, 0)

    def then_it_goes_away(inner: House, id_: str) -> None:
        recognised(inner, id_)
        away.times = sys.maxsize

    assert carried_out(replace(house, owed=away), then_it_goes_away) is Outcome.UNSETTLED
    [one] = standing(house)
    assert one.galat == ""


def test_what_was_in_hand_at_a_fault_is_not_logged(
    house: RealHouse, caplog: pytest.LogCaptureFixture
) -> None:
    owe(house)

    def fails(_house: House, _id: str) -> None:
        raise KeyError("NIK rahasia")

    with caplog.at_level(logging.DEBUG):
        carried_out(house, fails)

    assert "KeyError" in caplog.text
    assert "rahasia" not in caplog.text.replace('KeyError("NIK rahasia")', "")
