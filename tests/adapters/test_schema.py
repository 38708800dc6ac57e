"""The schema is brought up to the code on both databases, and refused where it is newer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, insert, select, text

from service.adapters.ledger import schema
from service.adapters.ledger.engine import open_engine
from service.adapters.ledger.schema import SchemaNewer, SchemaOlder
from service.adapters.ledger.tables import berkas, kiriman, metadata

NOW = datetime(2026, 11, 20, 2, tzinfo=UTC)


@pytest.fixture
def engine(ledger_url: str) -> Iterator[Engine]:
    book = open_engine(ledger_url)
    yield book
    book.dispose()


def test_a_migrated_ledger_has_the_tables_of_this_code(engine: Engine) -> None:
    with engine.connect() as connection:
        opts = {"compare_type": True, "include_name": _is_of_all}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, metadata) == []


def _is_of_all(name: str | None, *_: object) -> bool:
    """What a database keeps in its own way, to look for words in, is named cari_…."""
    return not (name or "").startswith("cari_")


def test_migrating_again_changes_nothing(engine: Engine) -> None:
    assert schema.migrate(engine) == schema.head()
    assert schema.check(engine) == schema.head()


def test_a_ledger_of_a_later_berkas_is_refused_and_left_alone(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(SchemaNewer, match="versi Berkas yang lebih baru"):
        schema.migrate(engine)
    with pytest.raises(SchemaNewer):
        schema.check(engine)

    assert schema.revision(engine) == "9999"


def test_an_empty_ledger_waits_to_be_migrated(tmp_path: Path) -> None:
    empty = open_engine(f"sqlite:///{tmp_path}/kosong.db")

    with pytest.raises(SchemaOlder, match=r"\./berkas migrate"):
        schema.check(empty)
    empty.dispose()


def test_a_ledger_can_be_taken_back_to_nothing_and_up_again(engine: Engine) -> None:
    with engine.begin() as connection:
        command.downgrade(schema._config(connection), "base")
    assert schema.revision(engine) == ""

    assert schema.migrate(engine) == schema.head()


def test_the_matter_of_a_letter_withheld_before_0_3_is_withheld_by_the_migration(
    engine: Engine,
) -> None:
    place = {"instansi": "contoh", "unit": "satu", "versi": 1}
    letter = place | {"pintu": "folder", "nama": "x", "keadaan": "didaftar", "diterima": NOW}
    matter = place | {"judul": "Perkara contoh", "keadaan": "berjalan", "dibuka": NOW}
    with engine.begin() as connection:
        for name, secret in (("satu", True), ("dua", False)):
            connection.execute(insert(kiriman).values(letter | {"id": name, "rahasia": secret}))
            connection.execute(insert(berkas).values(matter | {"id": name, "kiriman": name}))
        connection.execute(insert(berkas).values(matter | {"id": "tiga"}))
        command.downgrade(schema._config(connection), "0002")

    schema.migrate(engine)

    with engine.connect() as connection:
        found = connection.execute(select(berkas.c.id, berkas.c.rahasia))
        assert {one.id: one.rahasia for one in found} == {
            "satu": True,
            "dua": False,
            "tiga": False,
        }
