"""The clock goes on, whatever is away, and forgets nothing that it was told only once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from jobs.clock import Clock
from service.adapters.clock import new_id
from service.adapters.ledger.owed import SqlOwed
from service.domain.pekerjaan import Pekerjaan, delivery
from service.domain.refusals import Unavailable
from service.house import RealHouse
from tests.adapters.test_ledger_contract import line
from tests.conftest import new_sqlite
from tests.office import open_house


class EmptiedPost:
    """A queue that was emptied once, and says so once."""

    def __init__(self) -> None:
        self.lost = [True]
        self.delivered: list[Pekerjaan] = []

    def was_lost(self) -> bool:
        return bool(self.lost) and self.lost.pop()

    def depth(self, _jalur: str) -> int:
        return 0

    def waiting(self, _jalur: str) -> set[str]:
        return {delivery(one) for one in self.delivered}

    def deliver(self, _jalur: str, claimed: Sequence[Pekerjaan]) -> None:
        self.delivered += claimed

    def wait(self, _seconds: float) -> None:
        pass


class AwayOnce(SqlOwed):
    """A ledger that does not answer the first time."""

    def __init__(self, near: SqlOwed) -> None:
        super().__init__(near.ledger, near.lease, near.jeda)
        self.away = [True]

    def overdue_now(self) -> None:
        if self.away and self.away.pop():
            raise Unavailable("Buku induk sedang dipakai proses lain.")
        super().overdue_now()


@pytest.fixture
def post() -> EmptiedPost:
    return EmptiedPost()


@pytest.fixture
def house(tmp_path: Path, post: EmptiedPost) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        whole.opened["post"] = post
        yield whole


@pytest.fixture
def unhurried(monkeypatch: pytest.MonkeyPatch) -> Callable[[Clock], Clock]:
    def made(clock: Clock) -> Clock:
        monkeypatch.setattr(clock.stop, "wait", lambda _: None)
        return clock

    return made


def test_a_lost_queue_is_remembered_while_the_ledger_is_away(
    house: RealHouse, post: EmptiedPost, unhurried: Callable[[Clock], Clock]
) -> None:
    with house.ledger.begin() as tx:
        tx.plan("identify", new_id())
    house.owed.claim("berat", 1, set)  # and the delivery was lost with the queue
    clock = unhurried(Clock(replace(house, owed=AwayOnce(house.owed))))

    clock.turn()
    assert post.delivered == []
    clock.turn()

    assert len(post.delivered) == 1


def test_a_full_disk_beside_the_ledger_does_not_end_the_clock(
    house: RealHouse, post: EmptiedPost, unhurried: Callable[[Clock], Clock]
) -> None:
    house.settings.home.mkdir(exist_ok=True)
    (house.settings.home / "jurnal").write_text("di sini seharusnya ada folder")
    with house.ledger.begin() as tx:
        tx.plan("identify", new_id())
        tx.note(line())

    unhurried(Clock(house)).turn()

    assert len(post.delivered) == 1
    assert [one.jenis for one in house.pulse.beats()] == ["clock"]
