"""The outbox: claimed by the clock, fenced, begun, renewed and settled by the workers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    bindparam,
    case,
    delete,
    or_,
    select,
    update,
)

from service.adapters.ledger.engine import said_plainly
from service.adapters.ledger.ledger import FencedLedger, SqlLedger
from service.adapters.ledger.rows import from_row
from service.adapters.ledger.tables import pekerjaan as owed
from service.adapters.ledger.types import Instant, moment
from service.domain.pekerjaan import (
    BERTANGGAL,
    PALING_LAMA,
    Gagal,
    Pekerjaan,
    after_failure,
    after_loss,
    delivery,
)
from service.domain.refusals import Overtaken

FREE = {"diambil": None, "mulai": None, "sewa": None, "oleh": ""}
LOST = "Pekerja yang mengerjakannya berhenti mendadak."


# Built once: no other statement is run so often.
_HERE = and_(
    owed.c.job == bindparam("yang"),
    owed.c.untuk == bindparam("bagi"),
    owed.c.fence == bindparam("di"),
)
_SAMPAI = bindparam("sampai", type_=Instant())
_START = (
    update(owed)
    .where(
        _HERE,
        owed.c.diambil.is_not(None),  # taken back, or settled by a twin
        owed.c.mulai.is_(None),
        owed.c.macet.is_(None),
    )
    .values(
        diminta=1,  # all that was asked until now is met by this try
        mulai=bindparam("kini", type_=Instant()),
        sewa=_SAMPAI,
        oleh=bindparam("siapa"),
        percobaan=owed.c.percobaan + 1,
    )
    .returning(owed)
)
_RENEW = update(owed).where(_HERE, owed.c.mulai.is_not(None)).values(sewa=_SAMPAI)
_STRIKE = delete(owed).where(_HERE, owed.c.diminta == bindparam("seen"))
_CLAIMED = ("fence", "percobaan", "hilang", "diambil", "mulai", "sewa", "oleh")
_TAKE = (
    update(owed)
    .where(_HERE)
    .values({name: bindparam(f"{name}_kini", type_=owed.c[name].type) for name in _CLAIMED})
)


class FencedOff(Overtaken):
    """Another worker holds this work by now; what this one did must not count."""


class SqlOwed:
    """The outbox on a ledger."""

    def __init__(self, ledger: SqlLedger, lease: timedelta, jeda: tuple[timedelta, ...]) -> None:
        self.ledger = ledger
        self.lease = lease
        self.jeda = jeda

    def _now(self) -> datetime:
        return self.ledger.clock.now()

    def claim(self, jalur: str, atmost: int, waiting: Callable[[], set[str]]) -> list[Pekerjaan]:
        now = self._now()
        ahead = now + 2 * self.lease  # no lease reaches so far, unless the clock was set back
        far = now + max((PALING_LAMA, *(2 * one for one in self.jeda)))  # as no delay of ours does
        asked = (
            select(owed).where(_due(jalur, now, ahead, far)).order_by(owed.c.dibuat).limit(atmost)
        )
        with said_plainly(), self.ledger.reader.begin() as look:
            if look.execute(asked.limit(1)).first() is None:
                return []
        queued = waiting()
        with said_plainly(), self.ledger.soft.begin() as connection:
            rows = connection.execute(asked.with_for_update(skip_locked=True)).mappings()
            due = [from_row(Pekerjaan, row) for row in rows]
            taken = []
            for one in due:
                queues = one.mulai is None and delivery(one) in queued
                if queues or (one.sewa and one.sewa > ahead):
                    self._set(connection, one, sewa=now + self.lease)
                elif fresh := self._taken(connection, one, now):
                    taken.append(fresh)
            if taken:
                connection.execute(_TAKE, [_told(one) for one in taken])
        return taken

    def _taken(self, connection: Connection, one: Pekerjaan, now: datetime) -> Pekerjaan | None:
        """Raise the fence for a delivery; or give up on work that keeps losing its worker."""
        hilang = one.hilang + (one.mulai is not None)
        if one.mulai is not None and after_loss(hilang).macet:
            self._set(connection, one, **FREE, hilang=hilang, macet=now, galat=LOST)
            return None
        return replace(
            one,
            fence=one.fence + 1,
            # A try that nobody saw the end of is counted as lost, not as failed.
            percobaan=max(0, one.percobaan - (one.mulai is not None)),
            hilang=hilang,
            diambil=now,
            mulai=None,
            sewa=now + self.lease,
            oleh="",
        )

    def _set(self, connection: Connection, one: Pekerjaan, **values: Any) -> int:
        done = connection.execute(update(owed).where(_is(one)).values(**values))
        return done.rowcount

    def start(self, job: str, untuk: str, fence: int, oleh: str) -> Pekerjaan | None:
        return next(iter(self.start_all([(job, untuk, fence)], oleh)), None)

    def start_all(self, names: Sequence[tuple[str, str, int]], oleh: str) -> list[Pekerjaan]:
        now = self._now()
        told = {"kini": now, "sampai": now + self.lease, "siapa": oleh}
        with said_plainly(), self.ledger.soft.begin() as connection:
            rows = [
                connection.execute(_START, _name(*name) | told).mappings().first() for name in names
            ]
        return [from_row(Pekerjaan, row) for row in rows if row]

    def renew(self, job: str, untuk: str, fence: int) -> bool:
        with said_plainly(), self.ledger.soft.begin() as connection:
            return self._renewed(connection, job, untuk, fence)

    def _renewed(self, connection: Connection, job: str, untuk: str, fence: int) -> bool:
        told = _name(job, untuk, fence) | {"sampai": self._now() + self.lease}
        return connection.execute(_RENEW, told).rowcount == 1

    def settle(self, seen: Pekerjaan) -> None:
        self.settle_all([seen])

    def settle_all(self, seen: Sequence[Pekerjaan]) -> None:
        with said_plainly(), self.ledger.soft.begin() as connection:
            again = [one for one in seen if self._struck(connection, one)]
        if again:
            self.ledger.bell.ring()

    def _struck(self, connection: Connection, seen: Pekerjaan) -> bool:
        """Strike one off; True where it was asked for again since, and so is owed anew."""
        told = _name(seen.job, seen.untuk, seen.fence) | {"seen": seen.diminta}
        if connection.execute(_STRIKE, told).rowcount:
            return False
        free = self._set(
            connection,
            seen,
            **FREE,
            diminta=owed.c.diminta - seen.diminta,
            dibuat=self._now(),
            percobaan=0,
            hilang=0,
            galat="",
        )
        return bool(free)

    def fail(self, seen: Pekerjaan, gagal: Gagal) -> None:
        now = self._now()
        verdict = after_failure(seen.percobaan, gagal, now, self.jeda)
        with said_plainly(), self.ledger.engine.begin() as connection:
            again = self._failed_while_asked(connection, seen, gagal.sebab, verdict.tunda)
            if not again:
                self._set(
                    connection,
                    seen,
                    **FREE,
                    galat=gagal.sebab,
                    tunda_sampai=verdict.tunda,
                    macet=now if verdict.macet else None,
                )
        if again:
            self.ledger.bell.ring()

    def _failed_while_asked(
        self, connection: Connection, seen: Pekerjaan, galat: str, tunda: datetime | None
    ) -> bool:
        """Free work that was asked for again since: what this try died of may be mended by now."""
        due = owed.c.tunda_sampai
        done = connection.execute(
            update(owed)
            .where(_is(seen), owed.c.diminta > seen.diminta)
            .values(
                **FREE,
                diminta=owed.c.diminta - seen.diminta,
                dibuat=self._now(),
                galat=galat,
                tunda_sampai=case((due > tunda, moment(tunda)), else_=due) if tunda else due,
            )
        )
        return done.rowcount == 1

    def release(self, job: str, untuk: str, fence: int) -> None:
        with said_plainly(), self.ledger.engine.begin() as connection:
            connection.execute(
                update(owed)
                .where(_named(job, untuk, fence), owed.c.mulai.is_(None))
                .values(diambil=None, sewa=None)
            )

    def held(self, job: str, untuk: str, fence: int) -> Pekerjaan | None:
        asked = select(owed).where(_named(job, untuk, fence), owed.c.mulai.is_not(None))
        with said_plainly(), self.ledger.reader.begin() as look:
            row = look.execute(asked).mappings().first()
        return from_row(Pekerjaan, row) if row else None

    def overdue_now(self) -> None:
        with said_plainly(), self.ledger.engine.begin() as connection:
            connection.execute(
                update(owed)
                .where(owed.c.diambil.is_not(None), owed.c.mulai.is_(None))
                .values(sewa=self._now() - timedelta(microseconds=1))
            )

    def fenced(self, *works: Pekerjaan) -> FencedLedger:
        def guard(connection: Connection) -> None:
            for one in works:
                if not self._renewed(connection, one.job, one.untuk, one.fence):
                    raise FencedOff("pekerjaan", one.untuk)

        return FencedLedger(self.ledger, guard)


def _name(job: str, untuk: str, fence: int) -> dict[str, Any]:
    return {"yang": job, "bagi": untuk, "di": fence}


def _told(taken: Pekerjaan) -> dict[str, Any]:
    """What a claim writes, of work whose fence it has just raised."""
    values = {f"{name}_kini": getattr(taken, name) for name in _CLAIMED}
    return _name(taken.job, taken.untuk, taken.fence - 1) | values


def _named(job: str, untuk: str, fence: int) -> ColumnElement[bool]:
    return and_(owed.c.job == job, owed.c.untuk == untuk, owed.c.fence == fence)


def _is(one: Pekerjaan) -> ColumnElement[bool]:
    return _named(one.job, one.untuk, one.fence)


def _due(jalur: str, now: datetime, ahead: datetime, far: datetime) -> ColumnElement[bool]:
    due = or_(owed.c.tunda_sampai.is_(None), owed.c.tunda_sampai <= now)
    # By a clock that ran ahead, and has been set right since.
    mistaken = and_(owed.c.tunda_sampai > far, owed.c.job.not_in(BERTANGGAL))
    fresh = and_(owed.c.diambil.is_(None), or_(due, mistaken))
    overdue = and_(owed.c.diambil.is_not(None), or_(owed.c.sewa < now, owed.c.sewa > ahead))
    return and_(owed.c.jalur == jalur, owed.c.macet.is_(None), or_(fresh, overdue))
