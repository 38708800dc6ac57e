"""The tables of PostgreSQL at one moment, each as a file of rows, and such files put back."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, inspect, make_url, text
from sqlalchemy.exc import OperationalError, ProgrammingError
from sqlalchemy.pool import NullPool

from service.domain.refusals import Unavailable

AKHIRAN = ".salin"
SEKALI = 1 << 20


def copied(look: Connection, tables: Iterable[str], room: Path) -> list[Path]:
    """Each table in the order in which its rows lie, so that what stays is the same text."""
    return [_out(look, one, room / f"{one}{AKHIRAN}") for one in tables]


def laid(connection: Connection, tables: Iterable[str], files: Sequence[Path]) -> None:
    """The rows of each file into its table; what a migration had put there goes first."""
    quoted = connection.dialect.identifier_preparer.quote
    for name in tables:
        connection.execute(text(f"TRUNCATE {quoted(name)}"))
    for file in files:
        name = file.name.removesuffix(AKHIRAN)
        line = f"COPY {quoted(name)} ({_columns(connection, name)}) FROM STDIN"
        with _plainly(connection), _cursor(connection).copy(line) as into, file.open("rb") as rows:
            while part := rows.read(SEKALI):
                into.write(part)


def _out(look: Connection, name: str, out: Path) -> Path:
    # A plain COPY reads a table from its first page on; what did not move is the same text.
    quoted = look.dialect.identifier_preparer.quote
    line = f"COPY {quoted(name)} ({_columns(look, name)}) TO STDOUT"
    with _plainly(look), _cursor(look).copy(line) as rows, out.open("wb") as copy:
        for part in rows:
            copy.write(part)
    out.chmod(0o600)
    return out


def _columns(look: Connection, name: str) -> str:
    """What was written; a column that is worked out from others works itself out again."""
    quoted = look.dialect.identifier_preparer.quote
    columns = inspect(look).get_columns(name)
    return ", ".join(quoted(one["name"]) for one in columns if not one.get("computed"))


def _cursor(connection: Connection) -> Any:
    """The driver's own cursor in the same transaction; only it can copy."""
    raw: Any = connection.connection.driver_connection
    return raw.cursor()


@contextmanager
def _plainly(connection: Connection) -> Iterator[None]:
    """What the driver itself says, for those who know its words only through SQLAlchemy."""
    wrongs: Any = connection.dialect.dbapi
    try:
        yield
    except wrongs.Error as wrong:
        raise OperationalError(None, None, wrong) from wrong


@contextmanager
def throwaway(url: str) -> Iterator[str]:
    """A database beside ours, gone when the block ends."""
    name = f"berkas_uji_{os.urandom(6).hex()}"
    engine = create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    try:
        _alone(engine, f"CREATE DATABASE {name}")
        try:
            yield make_url(url).set(database=name).render_as_string(hide_password=False)
        finally:
            _alone(engine, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    finally:
        engine.dispose()


def _alone(engine: Engine, line: str) -> None:
    try:
        with engine.connect() as connection:
            connection.execute(text(line))
    except ProgrammingError as wrong:
        raise Unavailable(
            "Pemulihan tidak dapat diuji: akun PostgreSQL Berkas tidak boleh membuat database "
            "sementara. Beri hak itu (ALTER ROLE berkas CREATEDB), lalu ulangi. Tidak ada yang "
            "diubah.",
            permanent=True,
        ) from wrong
