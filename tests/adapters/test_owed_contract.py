"""What the outbox promises, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from service.adapters.clock import new_id
from service.adapters.ledger.engine import open_engine
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.owed import FencedOff, SqlOwed
from service.domain.pekerjaan import BERAT, MEJA, Gagal, Pekerjaan, delivery
from tests.conftest import CountingBell

LEASE = timedelta(seconds=20)
JEDA = tuple(timedelta(minutes=m) for m in (1, 5, 30, 120))


class HandClock:
    """A clock that a test turns by hand."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 21, 8, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    def turn(self, **by: float) -> None:
        self.time += timedelta(**by)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def owed(ledger_url: str, clock: HandClock) -> Iterator[SqlOwed]:
    ledger = SqlLedger(open_engine(ledger_url), clock, CountingBell())
    yield SqlOwed(ledger, LEASE, JEDA)
    ledger.close()


def plan(owed: SqlOwed, untuk: str | None = None) -> str:
    untuk = untuk or new_id()
    with owed.ledger.begin() as tx:
        tx.plan("identify", untuk)
    return untuk


def claim(owed: SqlOwed, waiting: set[str] | None = None) -> list[Pekerjaan]:
    return owed.claim(BERAT, 100, lambda: waiting or set())


def begun(owed: SqlOwed) -> Pekerjaan:
    [one] = claim(owed)
    started = owed.start(one.job, one.untuk, one.fence, "uji")
    assert started
    return started


def test_what_is_owed_is_claimed_once_and_only_in_its_lane(owed: SqlOwed) -> None:
    untuk = plan(owed)

    assert owed.claim(MEJA, 100, set) == []
    assert [one.untuk for one in claim(owed)] == [untuk]
    assert claim(owed) == []


def test_what_is_owed_later_waits_for_its_time(owed: SqlOwed, clock: HandClock) -> None:
    with owed.ledger.begin() as tx:
        tx.plan("identify", "nanti", sesudah=clock.now() + timedelta(hours=1))

    assert claim(owed) == []
    clock.turn(hours=1)
    assert len(claim(owed)) == 1


def test_a_delivery_still_in_its_queue_keeps_its_fence(owed: SqlOwed, clock: HandClock) -> None:
    plan(owed)
    [first] = claim(owed)
    clock.turn(seconds=21)

    assert claim(owed, {delivery(first)}) == []
    clock.turn(seconds=10)
    assert claim(owed) == []


def test_a_delivery_that_was_lost_is_sent_again_under_a_new_fence(
    owed: SqlOwed, clock: HandClock
) -> None:
    plan(owed)
    [first] = claim(owed)
    clock.turn(seconds=21)

    [second] = claim(owed)

    assert second.fence == first.fence + 1
    assert owed.start(first.job, first.untuk, first.fence, "kembar") is None


def test_when_the_queue_was_emptied_nothing_waits_for_its_lease(owed: SqlOwed) -> None:
    plan(owed)
    assert len(claim(owed)) == 1

    owed.overdue_now()

    assert len(claim(owed)) == 1


def test_the_same_delivery_begins_only_once(owed: SqlOwed) -> None:
    plan(owed)
    [one] = claim(owed)

    assert owed.start(one.job, one.untuk, one.fence, "pertama")
    assert owed.start(one.job, one.untuk, one.fence, "kedua") is None


def test_work_that_goes_on_is_not_given_to_another(owed: SqlOwed, clock: HandClock) -> None:
    plan(owed)
    one = begun(owed)
    for _ in range(4):
        clock.turn(seconds=15)
        assert owed.renew(one.job, one.untuk, one.fence)
        assert claim(owed) == []


def test_a_late_twin_can_write_nothing(owed: SqlOwed, clock: HandClock) -> None:
    plan(owed)
    late = begun(owed)
    clock.turn(seconds=21)
    begun(owed)

    with pytest.raises(FencedOff), owed.fenced(late.job, late.untuk, late.fence).begin() as tx:
        tx.plan("draft", "tidak_boleh")
    owed.settle(late)
    assert not owed.renew(late.job, late.untuk, late.fence)

    assert owed.held("identify", late.untuk, late.fence + 1)


def test_what_is_asked_again_while_it_runs_is_done_again(owed: SqlOwed) -> None:
    untuk = plan(owed)
    one = begun(owed)
    plan(owed, untuk)

    owed.settle(one)

    assert [again.untuk for again in claim(owed)] == [untuk]


def test_what_is_settled_is_owed_no_more(owed: SqlOwed, clock: HandClock) -> None:
    plan(owed)
    owed.settle(begun(owed))

    clock.turn(days=1)
    assert claim(owed) == []


def test_a_failure_that_may_pass_is_tried_after_1_5_30_and_120_minutes(
    owed: SqlOwed, clock: HandClock
) -> None:
    plan(owed)
    for minutes in (1, 5, 30, 120):
        owed.fail(begun(owed), Gagal("pencetak mati", lagi=True))
        clock.turn(minutes=minutes, seconds=-1)
        assert claim(owed) == []
        clock.turn(seconds=1)

    owed.fail(begun(owed), Gagal("pencetak mati", lagi=True))

    clock.turn(days=30)
    assert claim(owed) == []


def test_a_failure_that_cannot_pass_is_macet_at_once_until_somebody_asks_again(
    owed: SqlOwed, clock: HandClock
) -> None:
    untuk = plan(owed)
    owed.fail(begun(owed), Gagal("templat salah", lagi=False))
    clock.turn(days=1)
    assert claim(owed) == []

    plan(owed, untuk)

    assert begun(owed).percobaan == 1


def test_work_that_kills_its_worker_is_macet_after_two_tries(
    owed: SqlOwed, clock: HandClock
) -> None:
    plan(owed)
    for _ in range(2):
        owed.fail(begun(owed), Gagal("berhenti mendadak", lagi=True, tumbang=True))
        clock.turn(minutes=1)

    assert claim(owed) == []


def test_work_whose_worker_vanishes_again_and_again_is_macet(
    owed: SqlOwed, clock: HandClock
) -> None:
    plan(owed)
    for _ in range(5):
        begun(owed)
        clock.turn(seconds=21)

    assert claim(owed) == []


def test_a_claim_that_could_not_be_delivered_is_free_again(owed: SqlOwed) -> None:
    plan(owed)
    [one] = claim(owed)

    owed.release(one.job, one.untuk, one.fence)

    assert len(claim(owed)) == 1


def test_two_clocks_never_claim_the_same_work(owed: SqlOwed) -> None:
    wanted = {plan(owed) for _ in range(60)}

    with ThreadPoolExecutor(4) as clocks:
        claimed = [
            one.untuk
            for few in clocks.map(lambda _: owed.claim(BERAT, 20, set), range(8))
            for one in few
        ]

    assert len(claimed) == len(set(claimed))
    assert set(claimed) <= wanted
    assert set(claimed) | {one.untuk for one in claim(owed)} == wanted
