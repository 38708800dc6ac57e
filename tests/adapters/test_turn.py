"""Writers of a SQLite ledger take turns, whoever gives up, dies or holds on for too long."""

from __future__ import annotations

import fcntl
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine

from service.adapters.ledger import engine as engines
from service.adapters.ledger.engine import open_engine
from service.adapters.ledger.turn import Queue, Turn
from service.domain.refusals import Unavailable
from tests.conftest import new_sqlite
from tests.servers import until

SOON = 0.15


@pytest.fixture
def queue(tmp_path: Path) -> Queue:
    return Queue(str(tmp_path / "giliran"), SOON)


@contextmanager
def held(path: str) -> Iterator[None]:
    """Another process has the turn, and keeps it."""
    fd = os.open(path, os.O_RDWR | os.O_CREAT)
    fcntl.flock(fd, fcntl.LOCK_EX)
    yield
    os.close(fd)


def is_free(path: str) -> bool:
    fd = os.open(path, os.O_RDWR | os.O_CREAT)
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(fd)
    return True


def test_a_turn_that_somebody_stopped_waiting_for_is_held_by_nobody(queue: Queue) -> None:
    turn = Turn(queue)
    with held(queue.path), pytest.raises(Unavailable):
        turn.take()

    until(lambda: is_free(queue.path), 2, "the turn is free")
    turn.take()
    assert not is_free(queue.path)
    turn.give()
    assert is_free(queue.path)


def test_who_was_made_to_wait_has_the_turn_alone_when_it_comes(queue: Queue) -> None:
    queue.patience = 5
    turn = Turn(queue)
    with held(queue.path):
        waiting = threading.Thread(target=turn.take)
        waiting.start()
        time.sleep(0.05)

    waiting.join()
    assert not is_free(queue.path)
    turn.close()
    assert is_free(queue.path)


def test_a_ledger_held_for_hours_costs_no_more_places_than_there_are_who_wait(queue: Queue) -> None:
    queue.patience = 0.01
    turn = Turn(queue)
    with held(queue.path):
        before = (threading.active_count(), len(list(Path("/proc/self/fd").iterdir())))
        for _ in range(40):
            with pytest.raises(Unavailable):
                turn.take()
        after = (threading.active_count(), len(list(Path("/proc/self/fd").iterdir())))

    assert after[0] - before[0] <= 1
    assert after[1] - before[1] <= 1
    until(lambda: is_free(queue.path), 2, "the turn is free")


def test_a_turn_that_comes_at_the_moment_one_gives_up_is_either_had_or_free(queue: Queue) -> None:
    queue.patience = 0.02
    for _ in range(30):
        turn = Turn(queue)
        with held(queue.path):
            had: list[bool] = []
            waiting = threading.Thread(target=lambda t=turn, h=had: h.append(got(t)))
            waiting.start()
            time.sleep(0.0198)
        waiting.join()
        if had[0]:
            assert not is_free(queue.path)
        turn.close()
        until(lambda: is_free(queue.path), 2, "the turn is free")


def got(turn: Turn) -> bool:
    try:
        turn.take()
    except Unavailable:
        return False
    return True


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    monkeypatch.setattr(engines, "BUSY_MS", 400)
    opened = open_engine(new_sqlite(tmp_path))
    yield opened
    opened.dispose()


def test_a_look_is_as_patient_as_ever_after_a_writer_had_to_wait(engine: Engine) -> None:
    with engine.begin():
        pass  # the one connection that all of this uses
    release = threading.Event()

    def hold() -> None:
        with held(f"{engine.url.database}.giliran"):
            release.wait()

    holder = threading.Thread(target=hold)
    holder.start()
    time.sleep(0.05)
    threading.Timer(0.25, release.set).start()
    with engine.begin() as connection:
        left = connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one()
    holder.join()

    with engine.execution_options(berkas_reads=True).begin() as look:
        patience = look.exec_driver_sql("PRAGMA busy_timeout").scalar_one()
    assert left < 300
    assert patience == 400
