"""The ledger on SQLite is for the account that runs Berkas, and for nobody else."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from service.adapters.ledger.engine import open_engine
from service.adapters.ledger.potret_sqlite import copied, laid

FILES = ("berkas.db", "berkas.db-wal", "berkas.db-shm")


@pytest.fixture(autouse=True)
def wide() -> Iterator[None]:
    """A machine whose files are for everybody unless somebody says otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def worked_on(home: Path) -> dict[str, int]:
    """The rights of the ledger and of what lies beside it, while it is in use."""
    engine = open_engine(f"sqlite:///{home}/berkas.db")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE IF NOT EXISTS contoh (isi TEXT)"))
        connection.execute(text("INSERT INTO contoh VALUES ('surat')"))
    found = {name: rights(home / name) for name in FILES}
    engine.dispose()
    return found


def test_a_new_ledger_is_for_nobody_else(tmp_path: Path) -> None:
    assert worked_on(tmp_path) == dict.fromkeys(FILES, 0o600)


def test_one_that_everybody_could_read_is_put_right_when_it_is_opened(tmp_path: Path) -> None:
    worked_on(tmp_path)
    held = open_engine(f"sqlite:///{tmp_path}/berkas.db").connect()  # as after a kill
    for name in FILES:
        (tmp_path / name).chmod(0o666)

    assert worked_on(tmp_path) == dict.fromkeys(FILES, 0o600)
    held.close()


def test_rights_that_are_narrower_stay(tmp_path: Path) -> None:
    worked_on(tmp_path)
    (tmp_path / "berkas.db").chmod(0o400)

    open_engine(f"sqlite:///{tmp_path}/berkas.db").connect().close()

    assert rights(tmp_path / "berkas.db") == 0o400


def test_a_copy_of_it_and_one_that_was_restored_are_for_nobody_else(tmp_path: Path) -> None:
    worked_on(tmp_path)
    (tmp_path / "lain").mkdir()

    copied(tmp_path / "berkas.db", tmp_path / "salinan.db")
    laid(tmp_path / "salinan.db", tmp_path / "lain" / "berkas.db")

    assert rights(tmp_path / "salinan.db") == 0o600
    assert worked_on(tmp_path / "lain") == dict.fromkeys(FILES, 0o600)
