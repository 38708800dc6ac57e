from __future__ import annotations

import gc
import os
import shutil
import tempfile
import uuid
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from service.adapters.clock import SystemClock
from service.adapters.ledger import schema
from service.adapters.ledger.engine import open_engine
from service.adapters.ledger.ledger import SqlLedger
from tests import pangkalan, servers

TEMPLAT = "templat"  # the database, migrated once, that the others are copies of

if TYPE_CHECKING:
    from service.ports.signing import KunciPerangkat
    from tests.pki import Pki


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--panjang", action="store_true", help="full-length fault and soak runs")


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        os.environ[servers.ROOM] = tempfile.mkdtemp(prefix="berkas-uji-")
        # What a test writes is thrown away: nobody waits for a disk to keep it.
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(servers.roomy()))


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        servers.stop_all()
        shutil.rmtree(servers.room(), ignore_errors=True)


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """What is collected stays to the end: nobody looks through it for what is over."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Long runs are not skipped but left out, unless they are asked for."""
    if config.getoption("--panjang"):
        return
    long = [one for one in items if one.get_closest_marker("panjang")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [one for one in items if one not in long]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, None, None]:
    """A database lives no longer than the file of tests that made it."""
    yield
    if nextitem is None or nextitem.path != item.path:
        pangkalan.drop(lambda name: name != TEMPLAT)


class CountingBell:
    """Remembers how often it was rung."""

    def __init__(self) -> None:
        self.rung = 0

    def ring(self) -> None:
        self.rung += 1


def _migrated_sqlite(folder: Path) -> dict[str, object]:
    engine = open_engine(f"sqlite:///{folder}/template.db")
    schema.migrate(engine)
    with engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return {"path": f"{folder}/template.db"}


def _migrated_postgres(_folder: Path) -> dict[str, object]:
    pangkalan.create(TEMPLAT)
    engine = open_engine(servers.postgres_url(TEMPLAT))
    schema.migrate(engine)
    engine.dispose()
    return {}


def new_sqlite(folder: Path) -> str:
    template = servers.once("sqlite", _migrated_sqlite)["path"]
    shutil.copy(template, folder / "berkas.db")
    return f"sqlite:///{folder}/berkas.db"


def new_postgres(_folder: Path) -> str:
    servers.once("templat", _migrated_postgres)
    name = f"uji_{uuid.uuid4().hex}"
    pangkalan.create(name, TEMPLAT)
    return servers.postgres_url(name)


NEW: dict[str, Callable[[Path], str]] = {"sqlite": new_sqlite, "postgresql": new_postgres}


@pytest.fixture(params=NEW)
def ledger_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty, migrated ledger; on SQLite, and again on PostgreSQL."""
    url = NEW[request.param](tmp_path)
    yield url
    pangkalan.drop(lambda name: url.endswith(f"/{name}"))


@pytest.fixture
def bell() -> CountingBell:
    return CountingBell()


@pytest.fixture
def ledger(ledger_url: str, bell: CountingBell) -> Iterator[SqlLedger]:
    book = SqlLedger(open_engine(ledger_url), SystemClock(), bell)
    yield book
    book.close()


@pytest.fixture
def buku_induk(tmp_path: Path, bell: CountingBell) -> Iterator[SqlLedger]:
    """A ledger on SQLite alone, where the test is about something else."""
    book = SqlLedger(open_engine(new_sqlite(tmp_path)), SystemClock(), bell)
    yield book
    book.close()


@pytest.fixture(scope="session")
def pki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pki]:
    """Sample keys, their root, and the services that tell of them, once for each test process.

    Whoever has the services fall silent or change makes their own, as `served` does.
    """
    from tests.pki import served  # what only tests of signatures need

    with served(tmp_path_factory.mktemp("pki")) as one:
        yield one


@pytest.fixture(scope="session")
def perangkat(pki: Pki, tmp_path_factory: pytest.TempPathFactory) -> Iterator[KunciPerangkat]:
    """The token of the sample head: one, since its driver looks only once what there is."""
    from tests.perangkat import token

    with token(tmp_path_factory.mktemp("token"), pki) as one:
        yield one
