"""What every room stands on: the settings, the ledger, and what was opened already."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from typing import Any, Self

from sqlalchemy import Engine

from service.adapters import clock as clocks
from service.adapters.ledger.ledger import FencedLedger, SqlLedger
from service.adapters.ledger.owed import SqlOwed
from service.adapters.ledger.pages import SqlPages
from service.adapters.ledger.pulse import SqlPulse
from service.config import Settings
from service.domain.pekerjaan import Pekerjaan
from service.ports import Bell


@dataclass(frozen=True)
class Foundation:
    """What is there from the start; every other room is opened when it is first asked for."""

    settings: Settings
    engine: Engine
    clock: clocks.SystemClock
    bell: Bell
    ledger: SqlLedger | FencedLedger
    owed: SqlOwed
    pulse: SqlPulse
    lists: SqlPages
    opened: dict[str, Any] = field(default_factory=dict, compare=False)
    opening: threading.RLock = field(default_factory=threading.RLock, compare=False)

    def fenced(self, *works: Pekerjaan) -> Self:
        return replace(self, ledger=self.owed.fenced(*works))

    def new_id(self) -> str:
        return clocks.new_id()

    def close(self) -> None:
        """Let go of what was opened."""
        self.engine.dispose()

    def scrub(self) -> None:
        from service.adapters.ledger import schema

        schema.scrub(self.engine)
