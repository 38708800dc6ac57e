"""A foreman keeps one child at work, and loses no errand when the child does not keep up."""

from __future__ import annotations

import faulthandler
import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path

import pytest

from jobs import foreman as foremen
from jobs.foreman import Foreman
from jobs.wire import Errand, Outcome, receive, reply
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.owed import SqlOwed
from service.domain.pekerjaan import BERAT, TUGAS, Pekerjaan, Tugas
from service.domain.refusals import Unavailable
from tests.adapters.test_owed_contract import JEDA, LEASE
from tests.servers import until


@pytest.fixture
def owed(buku_induk: SqlLedger) -> SqlOwed:
    # As the worker does it: no connection is open when a child is forked.
    buku_induk.engine.dispose()
    return SqlOwed(buku_induk, LEASE, JEDA)


@contextmanager
def at_work(owed: SqlOwed, life: Callable[[socket.socket], None]) -> Iterator[Foreman]:
    boss = Foreman(owed, LEASE, life)
    yield boss
    boss.stop()


def errand(owed: SqlOwed, job: str = "identify") -> Errand:
    with owed.ledger.begin() as tx:
        tx.plan(job, f"kiriman_{time.monotonic_ns()}")
    [one] = owed.claim(BERAT, 1, set)
    owed.ledger.engine.dispose()
    return Errand(one.job, one.untuk, one.fence)


def standing(owed: SqlOwed) -> list[Pekerjaan]:
    """What is owed and could be claimed at this moment."""
    return owed.claim(BERAT, 10, set)


def diligent(wire: socket.socket) -> None:
    """Answers each errand."""
    while receive(wire):
        reply(wire, Outcome.DONE)


def begins(owed: SqlOwed, wire: socket.socket) -> None:
    """Begins an errand as a child does it."""
    for one in receive(wire):
        assert owed.start(one.job, one.untuk, one.fence, "uji")


def test_one_child_serves_errand_after_errand(owed: SqlOwed) -> None:
    with at_work(owed, diligent) as boss:
        outcomes = [boss.carry_out(errand(owed)) for _ in range(3)]
        assert boss.child
        assert boss.child.served == 3

    assert outcomes == [Outcome.DONE] * 3


def test_a_child_is_replaced_after_its_days_work_and_no_errand_is_lost(
    owed: SqlOwed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(foremen, "RECYCLE_AFTER", 3)
    pids = []
    with at_work(owed, diligent) as boss:
        for _ in range(7):
            assert boss.carry_out(errand(owed)) is Outcome.DONE
            assert boss.child
            pids.append(boss.child.pid)

    assert [pids.count(pid) for pid in dict.fromkeys(pids)] == [3, 3, 1]


def test_a_child_that_died_between_two_errands_costs_neither_of_them(owed: SqlOwed) -> None:
    with at_work(owed, diligent) as boss:
        assert boss.carry_out(errand(owed)) is Outcome.DONE
        assert boss.child
        first = boss.child.pid
        os.kill(first, signal.SIGKILL)
        until(lambda: state(first) == "Z", 5, "the child is dead")

        assert boss.carry_out(errand(owed)) is Outcome.DONE
        assert boss.child.pid != first


def test_an_errand_whose_child_died_before_it_began_uses_up_no_try(owed: SqlOwed) -> None:
    def dies_on_the_way(wire: socket.socket) -> None:
        receive(wire)
        os._exit(7)

    owed.lease = timedelta(seconds=0.2)
    with at_work(owed, dies_on_the_way) as boss:
        assert boss.carry_out(errand(owed)) is None

    time.sleep(0.3)
    [one] = standing(owed)
    assert (one.percobaan, one.hilang) == (0, 0)


def test_a_child_that_dies_at_work_is_written_down_with_what_it_died_of(owed: SqlOwed) -> None:
    def crashes(wire: socket.socket) -> None:
        begins(owed, wire)
        faulthandler.disable()  # who reads the run should not take this death for a fault of it
        os.kill(os.getpid(), signal.SIGSEGV)

    one = errand(owed)
    with at_work(owed, crashes) as boss:
        assert boss.carry_out(one) is None

    assert standing(owed) == []  # it waits for its next try
    assert "SIGSEGV" in galat(owed, one)


def test_an_answer_that_was_lost_after_the_work_was_settled_undoes_nothing(owed: SqlOwed) -> None:
    def loses_its_voice(wire: socket.socket) -> None:
        [one] = receive(wire)
        assert one
        seen = owed.start(one.job, one.untuk, one.fence, "uji")
        assert seen
        owed.settle(seen)
        os._exit(0)

    with at_work(owed, loses_its_voice) as boss:
        assert boss.carry_out(errand(owed)) is None

    assert standing(owed) == []
    assert (
        owed.ledger.engine.connect().exec_driver_sql("SELECT count(*) FROM pekerjaan").scalar_one()
        == 0
    )


def test_a_child_that_hangs_is_ended_and_its_late_answer_reaches_nobody(
    owed: SqlOwed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(TUGAS, "identify", Tugas(BERAT, batas=1))

    def first_hangs(wire: socket.socket) -> None:
        [one] = receive(wire)
        assert one
        if one.untuk == slow.untuk:
            assert owed.start(one.job, one.untuk, one.fence, "uji")
            time.sleep(1.5)
        reply(wire, Outcome.FENCED_OFF)
        receive(wire)

    slow = errand(owed)
    with at_work(owed, first_hangs) as boss:
        assert boss.carry_out(slow) is Outcome.FAILED
        time.sleep(0.6)
        assert boss.carry_out(errand(owed)) is Outcome.FENCED_OFF

    assert "Tidak selesai dalam 1 detik" in galat(owed, slow)


def test_each_of_several_has_its_own_time_and_all_stay_ours_meanwhile(
    buku_induk: SqlLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(TUGAS, "identify", Tugas(BERAT, batas=1, bersama=4))
    short = timedelta(seconds=1.2)
    owed = SqlOwed(buku_induk, short, JEDA)

    def one_by_one(wire: socket.socket) -> None:
        many = receive(wire)
        for one in many:
            reply(wire, Outcome.NEXT)
            assert owed.start(one.job, one.untuk, one.fence, "uji")
            time.sleep(0.6)
        assert standing(owed) == []  # nobody else may claim what is still in hand
        assert all(owed.held(one.job, one.untuk, one.fence) for one in many)
        reply(wire, Outcome.DONE)

    some = [errand(owed) for _ in range(4)]
    boss = Foreman(owed, short, one_by_one)
    assert boss.carry_out(*some) is Outcome.DONE
    boss.stop()


def test_what_is_done_in_one_stroke_is_not_waited_for_as_if_it_were_many(
    owed: SqlOwed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(TUGAS, "identify", Tugas(BERAT, batas=1, bersama=4))

    def hangs(wire: socket.socket) -> None:
        for one in receive(wire):
            assert owed.start(one.job, one.untuk, one.fence, "uji")
        time.sleep(9)

    some = [errand(owed) for _ in range(4)]
    began = time.monotonic()
    with at_work(owed, hangs) as boss:
        assert boss.carry_out(*some) is Outcome.FAILED
    assert time.monotonic() - began < 3.5
    assert {galat(owed, one) for one in some} == {"Tidak selesai dalam 1 detik, lalu dihentikan."}


def test_what_a_dead_child_had_started_is_ended_with_it(owed: SqlOwed, tmp_path: Path) -> None:
    def leaves_another_behind(wire: socket.socket) -> None:
        begins(owed, wire)
        left = subprocess.Popen(["sleep", "60"])
        (tmp_path / "pid").write_text(str(left.pid))
        os._exit(3)

    with at_work(owed, leaves_another_behind) as boss:
        assert boss.carry_out(errand(owed)) is None

    left = int((tmp_path / "pid").read_text())
    until(lambda: state(left) in ("", "Z"), 5, "nothing is left running")


def test_work_goes_on_while_the_ledger_cannot_be_told_so(owed: SqlOwed) -> None:
    class NotReached(SqlOwed):
        def renew(self, job: str, untuk: str, fence: int) -> bool:
            asked.append(untuk)
            raise Unavailable("Buku induk sedang tidak dapat dihubungi.")

    def takes_its_time(wire: socket.socket) -> None:
        receive(wire)
        time.sleep(0.5)
        reply(wire, Outcome.DONE)
        receive(wire)

    asked: list[str] = []
    one = errand(owed)
    away = NotReached(owed.ledger, timedelta(seconds=0.3), JEDA)
    boss = Foreman(away, timedelta(seconds=0.3), takes_its_time)

    assert boss.carry_out(one) is Outcome.DONE

    assert len(asked) >= 2
    boss.stop()


def test_a_signal_in_the_middle_of_an_errand_does_not_end_it(owed: SqlOwed) -> None:
    def takes_its_time(wire: socket.socket) -> None:
        receive(wire)
        time.sleep(0.4)
        reply(wire, Outcome.DONE)
        receive(wire)

    heard: list[int] = []
    before = signal.signal(signal.SIGUSR1, lambda number, _: heard.append(number))
    threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGUSR1)).start()
    with at_work(owed, takes_its_time) as boss:
        assert boss.carry_out(errand(owed)) is Outcome.DONE
    signal.signal(signal.SIGUSR1, before)

    assert heard == [signal.SIGUSR1]


def test_a_foreman_that_stops_leaves_no_child_behind(owed: SqlOwed) -> None:
    def deaf(wire: socket.socket) -> None:
        while receive(wire):
            reply(wire, Outcome.DONE)
        time.sleep(60)

    boss = Foreman(owed, LEASE, deaf)
    boss.carry_out(errand(owed))
    assert boss.child
    pid = boss.child.pid

    boss.stop(patience=0.1)

    assert state(pid) == ""


def galat(owed: SqlOwed, one: Errand) -> str:
    with owed.ledger.engine.connect() as look:
        return str(
            look.exec_driver_sql(
                "SELECT galat FROM pekerjaan WHERE untuk = ?", (one.untuk,)
            ).scalar_one()
        )


def state(pid: int) -> str:
    """How a process stands: R, S, Z; '' where there is none."""
    with suppress(FileNotFoundError, ProcessLookupError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    return ""
