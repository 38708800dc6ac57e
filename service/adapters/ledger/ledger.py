"""The ledger: transactions that commit whole, and looks that cannot write."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine

from service.adapters.ledger.engine import SOFT, said_plainly
from service.adapters.ledger.tx import SqlReading, SqlTx
from service.ports import Bell, Clock

READS: dict[str, dict[str, Any]] = {
    "sqlite": {"berkas_reads": True},
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
}


class SqlLedger:
    """The ledger on one engine."""

    def __init__(self, engine: Engine, clock: Clock, bell: Bell) -> None:
        self.engine = engine
        self.clock = clock
        self.bell = bell
        self.reader = engine.execution_options(**READS[engine.dialect.name])
        self.soft = engine.execution_options(**{SOFT: True})

    @contextmanager
    def begin(self, guard: Callable[[Connection], None] | None = None) -> Iterator[SqlTx]:
        """A transaction; `guard` may refuse it before anything is done."""
        with said_plainly(), self.engine.begin() as connection:
            if guard:
                guard(connection)
            tx = SqlTx(connection, self._now)
            yield tx
            tx.finish()
        if tx.owes:
            self.bell.ring()

    @contextmanager
    def read(self) -> Iterator[SqlReading]:
        with said_plainly(), self.reader.begin() as connection:
            yield SqlReading(connection)

    def _now(self) -> datetime:
        return self.clock.now()

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


class FencedLedger:
    """The ledger for one piece of work: a late twin is refused at the door."""

    def __init__(self, ledger: SqlLedger, guard: Callable[[Connection], None]) -> None:
        self.ledger = ledger
        self.guard = guard

    @contextmanager
    def begin(self) -> Iterator[SqlTx]:
        with self.ledger.begin(self.guard) as tx:
            yield tx

    @contextmanager
    def read(self) -> Iterator[SqlReading]:
        with self.ledger.read() as reading:
            yield reading
