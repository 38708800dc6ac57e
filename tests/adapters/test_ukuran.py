"""A file or a bag past 2 GiB has its size in the ledger, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from alembic import command
from sqlalchemy import Engine, insert, select
from sqlalchemy.dialects import postgresql

from service.adapters.clock import new_id
from service.adapters.ledger import schema
from service.adapters.ledger.engine import open_engine
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.tables import metadata, simpanan
from service.domain.arsip.hapus import Penghapusan
from service.domain.catatan import Catatan
from service.domain.dossier.jilidan import BERKAS, Jilidan
from service.domain.gerbang.keluar import FileKeluar
from service.domain.kiriman import File
from service.domain.monev.bukti import EksporMonev
from service.domain.simpanan import DIPEGANG, Simpanan
from service.domain.tas.tas import TasBerkas

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
BESAR = 5 * 1024**3


@pytest.fixture
def engine(ledger_url: str) -> Iterator[Engine]:
    book = open_engine(ledger_url)
    yield book
    book.dispose()


ROWS = [
    Simpanan("a" * 64, BESAR, DIPEGANG, NOW),
    File(new_id(), "k", "rekaman rapat.mp4", "a" * 64, BESAR, "video/mp4"),
    FileKeluar(new_id(), "i", new_id(), "a" * 64, ukuran=BESAR, hasil_ukuran=BESAR + 1),
    Jilidan(new_id(), BERKAS, "b", "i", "u", "o", NOW, ukuran=BESAR),
    TasBerkas(new_id(), "i", "b", "o", NOW, 1, "r", ukuran_terbuka=BESAR, ukuran_tertutup=BESAR),
    EksporMonev(new_id(), "i", 2026, "o", NOW, ukuran=BESAR),
    Penghapusan(new_id(), "i", NOW, 1, ukuran=BESAR),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: type(row).__name__)
def test_a_size_of_5_gib_is_kept_and_read_back(ledger: SqlLedger, row: Any) -> None:
    with ledger.begin() as tx:
        tx.add(row)
        tx.note(Catatan("i", "mesin", "menerima", NOW))

    with ledger.read() as look:
        assert look.get(type(row), row.id) == row


def test_no_size_of_a_file_is_kept_in_a_narrow_column() -> None:
    sizes = [
        (str(column), column.type.compile(dialect=postgresql.dialect()))
        for table in metadata.tables.values()
        for column in table.columns
        if "ukuran" in column.name
    ]

    assert sizes
    assert [one for one in sizes if one[1] != "BIGINT"] == []


def test_what_an_earlier_release_kept_is_read_as_it_was_after_the_migration(
    engine: Engine,
) -> None:
    with engine.begin() as connection:
        command.downgrade(schema._config(connection), "0038")
        small = {"id": "b" * 64, "ukuran": 7, "keadaan": DIPEGANG, "dibuat": NOW, "versi": 1}
        connection.execute(insert(simpanan).values(small))

    schema.migrate(engine)

    with engine.connect() as connection:
        assert connection.execute(select(simpanan.c.ukuran)).scalar_one() == 7
