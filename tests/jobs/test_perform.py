"""The child of a worker does one piece of owed work after another, and says how each ended."""

from __future__ import annotations

import logging
import mmap
import resource
import sys
from collections.abc import Callable, Iterator, Sequence
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
Together = Callable[[House, Sequence[str]], None]


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


def test_what_the_worker_held_before_is_not_counted_as_the_jobs(
    house: RealHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However large the process is that carries a job out: the job has its own share on top."""
    monkeypatch.setitem(TUGAS, "identify", Tugas(BERAT, memori=200))
    held = mmap.mmap(-1, 400_000_000)

    def needs(_house: House, _id: str) -> None:
        mmap.mmap(-1, 100_000_000).close()

    def greedy(_house: House, _id: str) -> None:
        try:
            mmap.mmap(-1, 300_000_000).close()
        except OSError as full:
            raise MemoryError from full

    owe(house)
    assert carried_out(house, needs) is Outcome.DONE
    owe(house)
    assert carried_out(house, greedy) is Outcome.FAILED
    held.close()


def test_what_one_job_may_use_does_not_bind_what_comes_after_it(
    house: RealHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def looks(_house: House, _id: str) -> None:
        seen.append(resource.getrlimit(resource.RLIMIT_AS)[0])

    for memori in (3_000, 9_000):
        monkeypatch.setitem(TUGAS, "identify", Tugas(BERAT, memori=memori))
        owe(house)
        [one] = house.owed.claim(BERAT, 1, set)
        child = Child(house, "uji", {"identify": looks}, own=500_000_000)
        child.carry_out(Errand(one.job, one.untuk, one.fence))
        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        assert soft == hard

    assert seen == [3_500_000_000, 9_500_000_000]


class Away(SqlOwed):
    """A ledger that does not answer the first few times."""

    def __init__(self, near: SqlOwed, times: int) -> None:
        super().__init__(near.ledger, near.lease, near.jeda)
        self.times = times

    def start_all(self, names: Sequence[tuple[str, str, int]], oleh: str) -> list[Pekerjaan]:
        self._answers()
        return super().start_all(names, oleh)

    def settle_all(self, seen: Sequence[Pekerjaan]) -> None:
        self._answers()
        super().settle_all(seen)

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


# --- several in one stroke ----------------------------------------------------------------------


def carried_out_together(house: RealHouse, one: Job, all_of_them: Together) -> list[str]:
    """How what is owed fares, when a child is handed all of it; whom each try was for."""
    tried = list[str]()

    def alone(inner: House, id_: str) -> None:
        tried.append(id_)
        one(inner, id_)

    owed = house.owed.claim(BERAT, 10, set)
    child = Child(house, "uji", {"identify": alone}, {"identify": all_of_them})
    child.carry_out(*(Errand(each.job, each.untuk, each.fence) for each in owed))
    return tried


def all_recognised(house: House, ids: Sequence[str]) -> None:
    with house.ledger.begin() as tx:
        for id_ in ids:
            before = tx.get(Kiriman, id_)
            tx.save(before, identified(before, DIKENALI, before.alasan))
            tx.note(line())


def failing(_house: House, _id: str) -> None:
    raise Unavailable("Contoh gangguan.")


def make_due(house: RealHouse) -> None:
    with house.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE pekerjaan SET tunda_sampai = NULL")


def states(house: RealHouse) -> dict[str, str]:
    with house.ledger.read() as reading:
        return {one.id: one.keadaan for one in reading.find(Kiriman)}


def test_what_waits_together_is_done_in_one_stroke(house: RealHouse) -> None:
    ids = {owe(house).id for _ in range(4)}

    assert carried_out_together(house, recognised, all_recognised) == []
    assert states(house) == dict.fromkeys(ids, DIKENALI)
    assert standing(house) == []


def test_where_the_stroke_fails_nothing_of_it_stays_and_each_is_done_by_itself(
    house: RealHouse,
) -> None:
    bad, *good = [owe(house).id for _ in range(4)]

    def fails_half_way(inner: House, ids: Sequence[str]) -> None:
        with inner.ledger.begin() as tx:
            one = tx.get(Kiriman, next(id_ for id_ in ids if id_ != bad))
            tx.save(one, identified(one, DIKENALI, "setengah jalan"))
            tx.note(line())
            raise Refusal("Contoh yang tidak dapat dibaca.")

    def but(inner: House, id_: str) -> None:
        if id_ == bad:
            raise Refusal("Contoh yang tidak dapat dibaca.")
        recognised(inner, id_)

    before = states(house)
    assert set(carried_out_together(house, but, fails_half_way)) == {bad, *good}
    after = states(house)
    assert after[bad] == before[bad]
    assert {after[id_] for id_ in good} == {DIKENALI}
    [left] = standing(house)
    assert left.galat == "Contoh yang tidak dapat dibaca."


def test_what_failed_once_is_tried_by_itself(house: RealHouse) -> None:
    first = owe(house).id
    assert carried_out_together(house, failing, all_recognised) == [first]
    for _ in range(2):
        owe(house)
    make_due(house)

    assert carried_out_together(house, recognised, all_recognised) == [first]
    assert set(states(house).values()) == {DIKENALI}


def test_a_late_twin_of_one_of_them_writes_nothing_for_any(house: RealHouse) -> None:
    for _ in range(3):
        owe(house)

    def overtaken(inner: House, ids: Sequence[str]) -> None:
        with house.engine.begin() as stranger:
            stranger.exec_driver_sql(
                "UPDATE pekerjaan SET fence = fence + 1 WHERE untuk = ?", (ids[1],)
            )
        all_recognised(inner, ids)

    assert len(carried_out_together(house, recognised, overtaken)) == 3
    assert sorted(states(house).values()).count(DIKENALI) == 2
