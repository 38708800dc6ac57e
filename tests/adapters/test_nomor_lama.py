"""Numbers drawn before they were rows keep their place when a ledger is brought up, and down."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from alembic import command
from sqlalchemy import Engine, text

from service.adapters.clock import SystemClock
from service.adapters.ledger import schema
from service.adapters.ledger.audit import SqlAudit
from service.adapters.ledger.engine import open_engine
from service.adapters.ledger.ledger import SqlLedger
from service.domain.catatan import MESIN, Catatan
from service.domain.nomor import BATAL, Buku, Nomor, voided
from tests.conftest import CountingBell

BUKU = Buku("uji", "agenda", 2026)
AT = "2026-11-20T01:00:00.000000+00:00"


@pytest.fixture
def engine(ledger_url: str) -> Iterator[Engine]:
    book = open_engine(ledger_url)
    with book.begin() as connection:
        command.downgrade(schema._config(connection), "0001")
        for sql in (
            "INSERT INTO buku (id, instansi, seri, tahun, mulai, terakhir)"
            " VALUES ('uji/agenda/2026', 'uji', 'agenda', 2026, 3, 4)",
            f"INSERT INTO nomor VALUES ('uji/agenda/2026', 3, 'k1', '{AT}')",
            f"INSERT INTO nomor VALUES ('uji/agenda/2026', 4, 'k2', '{AT}')",
            "INSERT INTO kiriman (id, pintu, diterima, nomor_agenda, versi)"
            f" VALUES ('k1', 'folder', '{AT}', '0003/AGENDA/2026', 1)",
        ):
            connection.execute(text(sql))
        command.upgrade(schema._config(connection), "head")
    yield book
    book.dispose()


def test_numbers_of_an_older_ledger_keep_place_purpose_and_writing(engine: Engine) -> None:
    ledger = SqlLedger(engine, SystemClock(), CountingBell())
    with ledger.read() as look:
        first, second = look.find(Nomor)

    assert (first.id, first.untuk, first.nomor, first.versi) == (
        "uji/agenda/2026/3",
        "k1",
        "0003/AGENDA/2026",
        0,
    )
    assert second.sebutan == "4"
    with ledger.begin() as tx:
        assert tx.draw(BUKU, "k1").urut == 3
        assert tx.draw(BUKU, "k3").urut == 5
        tx.save(second, voided(second, "alasan", MESIN))
        tx.note(Catatan("uji", MESIN, "nomor_dibatalkan", ledger.clock.now(), second.id))
    with ledger.read() as look:
        assert (look.get(Nomor, second.id).keadaan, look.get(Nomor, second.id).versi) == (BATAL, 1)
    found = {one.janji: one for one in SqlAudit(ledger).findings([])}
    assert found["I3"].utuh, found["I3"].sebut
    assert [line for line in found["I8c"].sebut if "nomor" in line] == []


def test_a_ledger_taken_down_again_keeps_every_place_of_its_books(engine: Engine) -> None:
    ledger = SqlLedger(engine, SystemClock(), CountingBell())
    with ledger.begin() as tx:
        for n in range(3):
            one = tx.draw(BUKU, f"surat{n}")
        tx.save(one, voided(one, "alasan", MESIN))
        tx.note(Catatan("uji", MESIN, "nomor_dibatalkan", ledger.clock.now(), one.id))

    with engine.begin() as connection:
        command.downgrade(schema._config(connection), "0001")
        rows = connection.execute(text("SELECT urut, untuk FROM nomor ORDER BY urut")).all()

    assert [tuple(row) for row in rows] == [
        (3, "k1"),
        (4, "k2"),
        (5, "surat0"),
        (6, "surat1"),
        (7, "uji/agenda/2026/7"),
    ]
