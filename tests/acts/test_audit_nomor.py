"""An audit names what was done to a book behind the back of Berkas."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import text

from service.adapters.ledger.audit import SqlAudit
from service.adapters.ledger.ledger import SqlLedger
from service.domain.nomor import Buku, Tulisan

BUKU = Buku("uji", "sk", 2026)


@pytest.fixture
def buku(ledger: SqlLedger) -> SqlLedger:
    with ledger.begin() as tx:
        for n in range(1, 5):
            tx.draw(BUKU, f"s{n}", Tulisan("{NOMOR}", tanggal=date(2026, 11, n)))
        tx.insert(BUKU, "x", Tulisan("{NOMOR}", tanggal=date(2026, 11, 2)), "huruf_kecil")
    return ledger


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE nomor SET tanggal = '2026-10-01' WHERE urut = 3", "tanggal nomor 3 mendahului"),
        ("DELETE FROM nomor WHERE urut = 3", "3 nomor, tercatat sampai 4"),
        ("DELETE FROM nomor WHERE urut = 2 AND sisipan = ''", "sisipan 2.a tanpa nomor induk"),
        ("UPDATE nomor SET sisipan = 'c' WHERE sisipan = 'a'", "nomor 2 tidak berurutan"),
        ("UPDATE nomor SET keadaan = 'batal' WHERE urut = 4", "nomor 4 batal tanpa alasan"),
        ("UPDATE nomor SET keadaan = 'entah' WHERE urut = 4", "nomor 4 keadaan 'entah'"),
        ("UPDATE nomor SET urut = 1 WHERE urut = 4", "1 nomor kembar"),
        ("UPDATE buku SET terakhir = 9", "4 nomor, tercatat sampai 9"),
        ("DELETE FROM buku", "ada nomornya, tetapi bukunya tidak ada"),
    ],
)
def test_what_breaks_a_book_is_named(buku: SqlLedger, sql: str, said: str) -> None:
    assert all(one.utuh for one in SqlAudit(buku).findings([]))

    with buku.engine.begin() as connection:
        connection.execute(text(sql))

    [broken] = [one for one in SqlAudit(buku).findings([]) if one.janji == "I3"]
    assert broken.dilanggar
    assert any(said in line for line in broken.sebut), broken.sebut
