"""What pages ask of the books is answered alike on both databases, and completely."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import text

from service.adapters.ledger.books import SqlBooks
from service.adapters.ledger.ledger import SqlLedger
from service.domain.catatan import MESIN, Catatan
from service.domain.nomor import BATAL, EKSTERNAL, SEMENTARA, Buku, Nomor, Tulisan

PAGI = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
DINAS, MIRIP = Buku("dinas", "surat", 2026), Buku("dinasx", "surat", 2026)
BIASA = Tulisan("{NOMOR}/M/{TAHUN}", {}, date(2026, 11, 3))


def outer(n: int, on: date, **more: str) -> Nomor:
    one = Nomor(f"{DINAS.id}/luar/{n}", DINAS.id, 0, "", PAGI, nomor="B-7 /x/2026", tanggal=on)
    return replace(one, sumber=EKSTERNAL, **more)  # type: ignore[arg-type]


@pytest.fixture
def books(ledger: SqlLedger) -> SqlBooks:
    with ledger.begin() as tx:
        held = replace(BIASA, keadaan=SEMENTARA)
        for buku in (DINAS, MIRIP):
            for n, isi in enumerate((BIASA, held, BIASA, held)):
                tx.draw(buku, f"{buku.instansi}{n}", isi)
        for n in range(6):
            tx.add(outer(n, date(2026, n + 1, 9), keadaan=BATAL if n == 5 else "final"))
        tx.note(Catatan("dinas", MESIN, "nomor_luar_dicatat", PAGI, DINAS.id))
    return SqlBooks(ledger)


def test_what_is_provisional_is_told_of_one_instansi_in_its_order(books: SqlBooks) -> None:
    assert [one.id for one in books.waiting("dinas")] == [f"{DINAS.id}/2", f"{DINAS.id}/4"]
    assert len(books.waiting("dinasx")) == 2
    for other in ("dina_", "dinas%", "", "tiada"):
        assert books.waiting(other) == []


def test_what_is_provisional_is_found_without_reading_the_books(
    books: SqlBooks, ledger: SqlLedger
) -> None:
    if ledger.reader.dialect.name != "sqlite":
        asked = "SELECT indexdef FROM pg_indexes WHERE indexname = 'ix_nomor_sementara'"
    else:
        asked = "EXPLAIN QUERY PLAN SELECT * FROM nomor WHERE keadaan = 'sementara' ORDER BY buku"
    with ledger.reader.begin() as look:
        told = " ".join(map(str, look.execute(text(asked)).all()))

    assert "ix_nomor_sementara" in told


def test_all_twins_of_a_number_are_found_however_it_is_spaced(books: SqlBooks) -> None:
    assert len(books.same("dinas", "B-7/X/2026")) == 6
    assert books.same("dinasx", "B-7/X/2026") == []


def test_months_beside_the_book_count_among_its_months(books: SqlBooks) -> None:
    state = books.one(DINAS.id)

    assert state
    assert (state.pertama, state.tanggal) == (date(2026, 1, 9), date(2026, 11, 3))
    assert [state.bulan()[0], state.bulan()[-1]] == [date(2026, 1, 1), date(2026, 11, 1)]
    assert replace(state, terkini=date(2026, 12, 2)).bulan()[-1] == date(2026, 12, 1)
