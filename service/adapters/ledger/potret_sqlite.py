"""A SQLite file as it stands at one moment, copied page by page while others write."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Engine, create_engine
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import NullPool

from service.adapters.ledger.engine import said_plainly
from service.adapters.ledger.hak_file import only_ours


def copied(source: Path, out: Path) -> None:
    """The file at one moment: one look at it, which keeps nobody from writing."""
    only_ours(out)
    with _plainly(), closing(_reading(source)) as book, closing(sqlite3.connect(out)) as copy:
        copy.execute("PRAGMA journal_mode=OFF")
        copy.execute("PRAGMA synchronous=OFF")
        book.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # it stands by itself, without a log


def laid(source: Path, goal: Path) -> None:
    """Put a file where none is; whole, or not there."""
    goal.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = goal.with_name(f".{goal.name}.pulih")
    part.unlink(missing_ok=True)
    only_ours(part)
    with _plainly(), closing(_reading(source)) as book, closing(sqlite3.connect(part)) as copy:
        book.backup(copy)
        copy.execute("PRAGMA journal_mode=WAL")
    with part.open("rb") as done:
        os.fsync(done.fileno())
    os.link(part, goal)
    part.unlink()


@contextmanager
def opened(file: Path) -> Iterator[Engine]:
    """An engine that only reads a copy."""
    engine = create_engine(f"sqlite:///file:{file}?mode=ro&uri=true", poolclass=NullPool)
    with said_plainly():
        yield engine
    engine.dispose()


def _reading(source: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{source}?mode=ro", uri=True, timeout=10)


@contextmanager
def _plainly() -> Iterator[None]:
    """What SQLite itself says, in the words of the ledger."""
    with said_plainly():
        try:
            yield
        except sqlite3.OperationalError as wrong:
            raise OperationalError(None, None, wrong) from wrong
        except sqlite3.DatabaseError as wrong:
            raise DatabaseError(None, None, wrong) from wrong
