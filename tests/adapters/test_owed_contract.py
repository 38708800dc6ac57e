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
from service.domain.pekerjaan import BERAT, MEJA, PELAN, Gagal, Pekerjaan, delivery
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


def later(owed: SqlOwed, untuk: str, clock: HandClock, hours: int) -> None:
    with owed.ledger.begin() as tx:
        tx.plan("identify", untuk, sesudah=clock.now() + timedelta(hours=hours))


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

    with pytest.raises(FencedOff), owed.fenced(late).begin() as tx:
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


def test_a_worker_that_slept_through_a_whole_life_of_the_work_cannot_touch_the_next(
    owed: SqlOwed, clock: HandClock
) -> None:
    untuk = plan(owed)
    asleep = begun(owed)
    clock.turn(seconds=21)
    owed.settle(begun(owed))
    plan(owed, untuk)
    anew = begun(owed)

    with (
        pytest.raises(FencedOff),
        owed.fenced(asleep).begin() as tx,
    ):
        tx.plan("draft", "tidak_boleh")
    owed.settle(asleep)

    assert owed.held(anew.job, untuk, anew.fence)


def test_a_delivery_that_was_taken_back_does_not_begin(owed: SqlOwed) -> None:
    plan(owed)
    [first] = claim(owed)
    owed.release(first.job, first.untuk, first.fence)

    assert owed.start(first.job, first.untuk, first.fence, "terlambat") is None

    [second] = claim(owed)
    assert owed.start(second.job, second.untuk, second.fence, "uji")


def test_a_delivery_read_twice_does_not_shorten_the_wait_after_a_failure(
    owed: SqlOwed, clock: HandClock
) -> None:
    plan(owed)
    one = begun(owed)
    owed.fail(one, Gagal("pencetak mati", lagi=True))

    assert owed.start(one.job, one.untuk, one.fence, "kembar") is None

    clock.turn(minutes=1)
    assert begun(owed).percobaan == 2


def test_what_is_asked_again_during_the_last_try_is_tried_anew_and_not_macet(
    owed: SqlOwed, clock: HandClock
) -> None:
    untuk = plan(owed)
    one = begun(owed)
    plan(owed, untuk)

    owed.fail(one, Gagal("templat salah", lagi=False))

    assert begun(owed).percobaan == 1


def test_what_is_asked_again_during_a_try_that_fails_need_not_wait(owed: SqlOwed) -> None:
    untuk = plan(owed)
    one = begun(owed)
    plan(owed, untuk)

    owed.fail(one, Gagal("pencetak mati", lagi=True))

    assert begun(owed).percobaan == 1


def test_a_worker_that_vanished_uses_up_no_try(owed: SqlOwed, clock: HandClock) -> None:
    plan(owed)
    for _ in range(3):
        begun(owed)
        clock.turn(seconds=21)

    owed.fail(begun(owed), Gagal("berhenti mendadak", lagi=True, tumbang=True))

    clock.turn(minutes=1)
    assert begun(owed).percobaan == 2


def test_what_is_owed_now_is_not_put_off_by_what_is_owed_later(
    owed: SqlOwed, clock: HandClock
) -> None:
    untuk = plan(owed)
    later(owed, untuk, clock, hours=24)

    assert [one.untuk for one in claim(owed)] == [untuk]


def test_what_is_owed_later_comes_at_the_earlier_of_two_times(
    owed: SqlOwed, clock: HandClock
) -> None:
    later(owed, "nanti", clock, hours=1)
    later(owed, "nanti", clock, hours=24)

    clock.turn(hours=1)
    assert len(claim(owed)) == 1


def test_work_that_owes_itself_for_tomorrow_comes_tomorrow(owed: SqlOwed, clock: HandClock) -> None:
    untuk = plan(owed)
    one = begun(owed)
    later(owed, untuk, clock, hours=24)
    owed.settle(one)

    assert claim(owed) == []
    clock.turn(hours=24)
    assert len(claim(owed)) == 1


def test_work_that_owes_itself_for_tomorrow_does_not_put_off_who_asks_now(
    owed: SqlOwed, clock: HandClock
) -> None:
    untuk = plan(owed)
    one = begun(owed)
    plan(owed, untuk)
    later(owed, untuk, clock, hours=24)
    owed.settle(one)

    assert len(claim(owed)) == 1


def test_a_clock_that_was_set_back_holds_nothing_up_for_longer_than_a_lease(
    owed: SqlOwed, clock: HandClock
) -> None:
    plan(owed)
    one = begun(owed)
    clock.turn(hours=-3)

    assert claim(owed) == []  # its worker may live, and is given the time to say so
    clock.turn(seconds=21)

    [again] = claim(owed)
    assert again.fence == one.fence + 1


def test_what_a_clock_years_ahead_put_off_is_due_when_it_is_right_but_not_what_has_its_day(
    owed: SqlOwed, clock: HandClock
) -> None:
    clock.turn(days=14_610)
    later(owed, "nanti", clock, hours=1)
    with owed.ledger.begin() as tx:
        tx.plan("pesanan", "blok", sesudah=clock.now() + timedelta(days=90))
    clock.turn(days=-14_610)

    assert [one.untuk for one in claim(owed)] == ["nanti"]
    assert owed.claim(PELAN, 100, set) == []


def test_what_waits_for_something_else_is_tried_on_and_never_stuck(
    owed: SqlOwed, clock: HandClock
) -> None:
    plan(owed)
    for _ in range(20):
        owed.fail(begun(owed), Gagal("Jam mesin tertinggal.", lagi=True, menunggu=True))
        assert claim(owed) == []
        clock.turn(minutes=121)

    assert len(claim(owed)) == 1


def test_a_worker_at_work_while_the_clock_is_set_back_keeps_its_work(
    owed: SqlOwed, clock: HandClock
) -> None:
    plan(owed)
    one = begun(owed)
    clock.turn(hours=-3)
    assert claim(owed) == []
    for _ in range(3):
        clock.turn(seconds=7)
        assert owed.renew(one.job, one.untuk, one.fence)
        assert claim(owed) == []
