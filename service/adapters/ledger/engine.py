"""How the ledger is opened, on SQLite and on PostgreSQL."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import (
    DatabaseError,
    DataError,
    DBAPIError,
    InterfaceError,
    OperationalError,
    TimeoutError,  # noqa: A004 (SQLAlchemy's own: no connection came free)
)
from sqlalchemy.pool import NullPool

from service.adapters.ledger.hak_file import only_ours
from service.adapters.ledger.turn import KEY, queue_up
from service.domain.refusals import TidakDapatDisimpan, Unavailable

BUSY_MS = 10_000
SWITCHING = 0.005  # seconds until another process has switched a new ledger to its log
CONNECTIONS = 32  # kept once they were opened: in a rush, opening costs more than what is asked
FORGOTTEN_MS = 60_000  # an act that lies still for so long has died with its locks in hand
DAMAGED = (
    "File buku induk rusak, atau bukan buku induk Berkas. Tidak ada yang diubah; jangan hapus file "
    "itu. Periksa BERKAS_LEDGER, atau pulihkan dari cadangan."
)
SOFT = "berkas_soft"  # a transaction that a power cut may undo; what it says is found out again
SYNC, FULL, NORMAL = "berkas_sync", "FULL", "NORMAL"
PATIENCE = "berkas_patience"  # what busy_timeout a connection was left with


def open_engine(url: str, *, lasting: bool = True) -> Engine:
    """An engine whose transactions begin as writers unless told that they only read.

    Not `lasting`: every connection is closed after use, so that a fork inherits none.
    """
    address = make_url(url)
    # Values never enter an error message, and so never a log.
    pool: dict[str, Any] = {
        "pool_size": CONNECTIONS,
        "max_overflow": 0,
        "pool_use_lifo": True,  # the same few are used as long as they are enough
        "pool_timeout": BUSY_MS / 1000,
        "hide_parameters": True,
    }
    if not lasting:
        pool = {"poolclass": NullPool, "hide_parameters": True}
    if address.get_backend_name() != "sqlite":
        limits = f"-c lock_timeout={BUSY_MS} -c idle_in_transaction_session_timeout={FORGOTTEN_MS}"
        patience = {"options": limits, "connect_timeout": 5}
        return create_engine(address, pool_pre_ping=True, connect_args=patience, **pool)
    if address.database:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    engine = create_engine(address, **pool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    if address.database and address.database != ":memory:":
        ledger = Path(address.database)
        # Before SQLite makes the file, or opens it: what lies beside it gets the rights it has.
        event.listen(engine, "do_connect", lambda *_: _ours(ledger))
        queue_up(engine, f"{address.database}.giliran", BUSY_MS / 1000)
    return engine


def _ours(ledger: Path) -> None:
    with contextlib.suppress(OSError):  # a folder that is gone or full is told of by SQLite
        only_ours(ledger)


def _prepare(dbapi: Any, record: Any) -> None:
    dbapi.isolation_level = None  # we say BEGIN ourselves
    dbapi.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    _write_ahead(dbapi)
    for pragma in (
        "synchronous=FULL",
        "foreign_keys=ON",
        "trusted_schema=OFF",
        "cache_size=-8000",
        "temp_store=MEMORY",
    ):
        dbapi.execute(f"PRAGMA {pragma}")
    record.info[PATIENCE] = BUSY_MS
    record.info[SYNC] = FULL


def _write_ahead(dbapi: Any) -> None:
    """A new ledger is switched to its log; SQLite does not wait for another that does the same."""
    end = time.monotonic() + BUSY_MS / 1000
    while True:
        try:
            dbapi.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as busy:
            primary = (busy.sqlite_errorcode or 0) & 0xFF
            if primary != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(SWITCHING)
        else:
            return


def _begin(connection: Connection) -> None:
    # A reader that later wants to write could be refused half way; a writer says so at once.
    if connection.get_execution_options().get("berkas_reads", False):
        _be_patient(connection, BUSY_MS)
        connection.exec_driver_sql("BEGIN")
        return
    _be_durable(connection, NORMAL if connection.get_execution_options().get(SOFT) else FULL)
    if turn := connection.info.get(KEY):
        # Who waited for the turn has so much less time to wait for a stranger's lock.
        _be_patient(connection, round(1000 * turn.take()))
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _be_durable(connection: Connection, how: str) -> None:
    if connection.info[SYNC] != how:
        connection.exec_driver_sql(f"PRAGMA synchronous={how}")
        connection.info[SYNC] = how


def _be_patient(connection: Connection, milliseconds: int) -> None:
    if connection.info[PATIENCE] != milliseconds:
        connection.exec_driver_sql(f"PRAGMA busy_timeout={milliseconds}")
        connection.info[PATIENCE] = milliseconds


@contextmanager
def said_plainly() -> Iterator[None]:
    """Turns what a database driver throws at us into Unavailable with a sentence."""
    try:
        yield
    except TimeoutError as crowd:
        raise Unavailable(
            "Terlalu banyak yang memakai buku induk saat ini. Tunggu sebentar, lalu coba lagi."
        ) from crowd
    except (OperationalError, InterfaceError) as wrong:
        raise Unavailable(_sentence(wrong)) from wrong
    except DataError as wrong:
        raise TidakDapatDisimpan from wrong
    except DBAPIError as wrong:
        if type(wrong) is DatabaseError:  # not one of its kinds: the file itself is unsound
            raise Unavailable(DAMAGED, permanent=True) from wrong
        if not wrong.connection_invalidated:
            raise
        raise Unavailable(_sentence(wrong)) from wrong


def _sentence(wrong: DBAPIError) -> str:
    text = str(wrong.orig).lower()
    if "full" in text or "no space" in text:
        return "Disk penuh: buku induk tidak dapat ditulis. Kosongkan ruang disk, lalu coba lagi."
    if "disk i/o" in text:
        return "Disk bermasalah: buku induk tidak terbaca atau tertulis. Periksa disk mesin ini."
    if any(word in text for word in ("locked", "busy", "lock timeout", "deadlock", "serialize")):
        return "Buku induk sedang dipakai proses lain. Tunggu sebentar, lalu coba lagi."
    if "readonly" in text or "read-only" in text:
        return "Buku induk hanya bisa dibaca. Periksa izin folder BERKAS_HOME."
    return "Buku induk sedang tidak dapat dihubungi. Coba lagi sebentar."


def upsert(connection: Connection, table: Table) -> Any:
    """An insert that can say what to do where the row is there already."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)
