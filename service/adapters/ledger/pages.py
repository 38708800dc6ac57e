"""Lists for pages: SQL in, plain values out; nothing here writes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import and_, func, select

from service.adapters.ledger import schema, tables
from service.adapters.ledger.engine import said_plainly
from service.adapters.ledger.journal import Journal
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.rows import from_row
from service.domain.catatan import Kepala
from service.domain.pekerjaan import Pekerjaan


class SqlPages:
    """The port Pages."""

    def __init__(self, ledger: SqlLedger) -> None:
        self.ledger = ledger

    def macet(self) -> list[Pekerjaan]:
        owed = tables.pekerjaan
        asked = select(owed).where(owed.c.macet.is_not(None)).order_by(owed.c.macet)
        with said_plainly(), self.ledger.reader.begin() as look:
            return [from_row(Pekerjaan, row) for row in look.execute(asked).mappings()]

    def kepala(self) -> list[Kepala]:
        with said_plainly(), self.ledger.reader.begin() as look:
            return Journal(look).all_kepala()

    def oldest_owed(self) -> datetime | None:
        owed, now = tables.pekerjaan, self.ledger.clock.now()
        since = func.coalesce(owed.c.tunda_sampai, owed.c.dibuat)
        ready = and_(owed.c.macet.is_(None), owed.c.mulai.is_(None), since <= now)
        with said_plainly(), self.ledger.reader.begin() as look:
            found: datetime | None = look.execute(select(func.min(since)).where(ready)).scalar()
        return found

    def ledger_told(self) -> str:
        engine = self.ledger.engine
        names = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
        return f"{names[engine.dialect.name]}, skema {schema.check(engine)}."
