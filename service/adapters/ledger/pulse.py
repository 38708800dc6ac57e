"""Signs of life of the processes."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select

from service.adapters.ledger.engine import said_plainly, upsert
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.rows import from_row
from service.adapters.ledger.tables import detak
from service.domain.denyut import Denyut


class SqlPulse:
    """One row for each process that lives or lived."""

    def __init__(self, ledger: SqlLedger) -> None:
        self.ledger = ledger

    def beat(self, nama: str, jenis: str, rincian: Mapping[str, str]) -> None:
        row = {"jenis": jenis, "waktu": self.ledger.clock.now(), "rincian": dict(rincian)}
        with said_plainly(), self.ledger.engine.begin() as connection:
            connection.execute(
                upsert(connection, detak)
                .values(nama=nama, **row)
                .on_conflict_do_update(index_elements=["nama"], set_=row)
            )

    def beats(self) -> list[Denyut]:
        with said_plainly(), self.ledger.reader.begin() as look:
            rows = look.execute(select(detak).order_by(detak.c.jenis, detak.c.nama)).mappings()
            return [from_row(Denyut, row) for row in rows]
