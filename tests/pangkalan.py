"""Databases on the run's PostgreSQL: made in a moment, and given back when nobody needs them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, create_engine, text

from tests import servers

_made: list[str] = []  # by this process, and still there


def create(name: str, template: str = "template1") -> None:
    """A database under this name, as the template is."""
    with _server() as server:
        server.execute(text(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY FILE_COPY'))
    _made.append(name)


def drop(wanted: Callable[[str], bool] = lambda _: True) -> None:
    """Give back what this process made, whoever may still hold it."""
    over = [name for name in _made if wanted(name)]
    if not over:
        return
    with _server() as server:
        for name in over:
            server.execute(text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
            _made.remove(name)


@contextmanager
def _server() -> Iterator[Connection]:
    engine = create_engine(servers.postgres_url("postgres"), isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()
