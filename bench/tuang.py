"""Pours rows into a ledger in bulk, as the columns hold them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from sqlalchemy import Date, Table

from service.adapters.ledger.tables import metadata
from service.adapters.ledger.types import Instant, Json

Raw = Sequence[object]


def _instant(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="microseconds")


def _column(kind: Any) -> Callable[[Any], object] | None:
    """How a value of this kind stands in SQLite, and in PostgreSQL's COPY; None: as it is."""
    if isinstance(kind, Instant):
        return _instant
    if isinstance(kind, type(Json)):
        return json.dumps
    return date.isoformat if isinstance(kind, Date) else None


class Kendi:
    """A jug of rows for one SQLite file; what is poured is on the table when it is emptied."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)
        self.connection.execute("PRAGMA synchronous=OFF")
        self.waiting: dict[str, list[Raw]] = {}
        self.columns = {
            table.name: [one.name for one in table.columns] for table in metadata.sorted_tables
        }
        self.kept = {
            table.name: [
                (n, as_kept)
                for n, one in enumerate(table.columns)
                if (as_kept := _column(one.type))
            ]
            for table in metadata.sorted_tables
        }

    def add(self, table: Table, row: Mapping[str, Any]) -> None:
        raw = [row.get(name) for name in self.columns[table.name]]
        for n, as_kept in self.kept[table.name]:
            if raw[n] is not None:
                raw[n] = as_kept(raw[n])
        self.waiting.setdefault(table.name, []).append(raw)

    def empty(self) -> None:
        """Everything that was added stands in the ledger, in one transaction."""
        self.connection.execute("BEGIN")
        for name, rows in self.waiting.items():
            named = ", ".join(self.columns[name])  # a migrated table has them in another order
            places = ", ".join("?" * len(self.columns[name]))
            line = f'INSERT OR REPLACE INTO "{name}" ({named}) VALUES ({places})'
            self.connection.executemany(line, rows)
        self.connection.execute("COMMIT")
        self.waiting = {}

    def close(self) -> None:
        self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.connection.close()


def copied(path: Path, server: str) -> None:
    """The same rows in a PostgreSQL ledger whose tables stand empty."""
    with sqlite3.connect(path) as source, psycopg.connect(server) as goal:
        for table in metadata.sorted_tables:
            names = [one.name for one in table.columns]
            rows = source.execute(f"SELECT {', '.join(names)} FROM {table.name}")
            _copy(goal, table.name, names, rows)
    source.close()
    with psycopg.connect(server, autocommit=True) as goal:
        goal.execute("VACUUM ANALYZE")


def _copy(goal: psycopg.Connection, name: str, columns: Sequence[str], rows: Iterable[Raw]) -> None:
    line = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(name), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    with goal.cursor().copy(line) as copy:
        for row in rows:
            copy.write_row(row)
