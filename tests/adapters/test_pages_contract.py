"""What pages list, on each database: nothing twice, nothing left out, whatever the clock did."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from service.adapters.clock import new_id
from service.adapters.ledger.audit import SqlAudit
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.owed import SqlOwed
from service.adapters.ledger.pages import SqlPages
from service.adapters.ledger.tables import pekerjaan
from service.domain.catatan import MESIN, Catatan, Ubahan
from service.domain.nomor import Buku
from service.domain.orang import Orang
from service.domain.pekerjaan import Gagal
from service.ports import SaringJurnal

PAGI = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
# Minutes after PAGI at which lines were written: the clock was set back once, and stood once.
MENIT = (0, 1, 2, 3, 3, 3, -60, -59, 4, 5, 6, 7)


@pytest.fixture
def pages(ledger: SqlLedger) -> SqlPages:
    with ledger.begin() as tx:
        for n, minutes in enumerate(MENIT):
            siapa, perbuatan = (MESIN, "efek") if n % 2 else ("contoh", "masuk")
            at = PAGI + timedelta(minutes=minutes)
            tx.note(Catatan("uji", siapa, perbuatan, at))
            tx.note(Catatan("lain", siapa, "keluar", at))
    return SqlPages(ledger)


def read_on(pages: SqlPages, saring: SaringJurnal, per: int = 2) -> list[int]:
    """The numbers of the lines as one meets them from page to page."""
    met: list[int] = []
    before = len(MENIT) + 1
    while lines := pages.jurnal("uji", before, per, saring):
        met += [one.urut for one in lines]
        before = lines[-1].urut
    return met


def test_a_journal_is_read_from_its_end_line_by_line(pages: SqlPages) -> None:
    assert read_on(pages, SaringJurnal()) == list(range(len(MENIT), 0, -1))


@pytest.mark.parametrize(
    ("saring", "expected"),
    [
        (SaringJurnal(dari=PAGI), [12, 11, 10, 9, 6, 5, 4, 3, 2, 1]),
        (SaringJurnal(sampai=PAGI), [1, 8, 7]),
        (SaringJurnal(siapa=MESIN), [12, 10, 6, 4, 2, 8]),
        (SaringJurnal(perbuatan="masuk"), [11, 9, 5, 3, 1, 7]),
        (SaringJurnal(siapa=MESIN, perbuatan="masuk"), []),
        (SaringJurnal(siapa="contoh", sampai=PAGI + timedelta(minutes=3)), [5, 3, 1, 7]),
    ],
)
def test_what_is_asked_for_comes_by_time_and_each_line_once(
    pages: SqlPages, saring: SaringJurnal, expected: list[int]
) -> None:
    assert read_on(pages, saring) == expected
    assert read_on(pages, saring, per=3) == expected


def test_who_acted_and_what_was_done_is_named_once_and_per_journal(pages: SqlPages) -> None:
    assert pages.perbuatan("uji") == ["efek", "masuk"]
    assert pages.perbuatan("lain") == ["keluar"]
    assert pages.perbuatan("kosong") == []
    assert pages.pelaku("uji") == {"contoh": "contoh", MESIN: MESIN}


def test_a_change_finds_what_the_row_held_before_and_after(
    ledger: SqlLedger, pages: SqlPages
) -> None:
    orang = Orang(new_id(), "uji", "contoh.satu", "Contoh Satu")
    with ledger.begin() as tx:
        tx.add(orang)
        tx.note(Catatan("uji", MESIN, "orang_ditambahkan", PAGI, orang.id))
    [line] = pages.jurnal("uji", 1000, 1, SaringJurnal())

    found = pages.isi(line.ubahan)

    assert found["orang", orang.id, 1]["nama"] == "Contoh Satu"
    assert pages.isi([Ubahan("orang", "tiada", 1, "", "")]) == {}


def fail_all(owed: SqlOwed, atmost: int) -> None:
    for one in owed.claim("naskah", atmost, set):
        begun = owed.start(one.job, one.untuk, one.fence, "pekerja contoh")
        assert begun
        owed.fail(begun, Gagal("Contoh galat.", lagi=False))


def test_stuck_work_that_is_asked_for_again_is_as_young_as_the_asking(
    ledger: SqlLedger, pages: SqlPages
) -> None:
    with ledger.begin() as tx:
        tx.plan("draft", "contoh")
    fail_all(SqlOwed(ledger, timedelta(seconds=20), ()), 1)
    before = ledger.clock.now()
    with ledger.begin() as tx:
        tx.plan("draft", "contoh")

    oldest = pages.oldest_owed()

    assert oldest
    assert before <= oldest <= ledger.clock.now()
    assert [one for one in SqlAudit(ledger).findings([]) if one.dilanggar] == []


def test_work_put_off_anew_waits_as_long_as_it_was_put_off(
    ledger: SqlLedger, pages: SqlPages
) -> None:
    later = ledger.clock.now() + timedelta(hours=1)
    with ledger.begin() as tx:
        tx.plan("draft", "contoh", later + timedelta(hours=1))
        tx.plan("draft", "contoh", later)

    owed = SqlOwed(ledger, timedelta(seconds=20), ())

    assert owed.claim("naskah", 5, set) == []
    with ledger.reader.begin() as look:
        assert look.execute(select(pekerjaan.c.tunda_sampai)).scalar_one() == later


def test_stuck_work_is_counted_and_shown_in_parts_longest_first(
    ledger: SqlLedger, pages: SqlPages
) -> None:
    with ledger.begin() as tx:
        for n in range(5):
            tx.plan("draft", f"contoh{n}")
    fail_all(SqlOwed(ledger, timedelta(seconds=20), ()), 4)

    shown = [pages.macet(skip, 3) for skip in (0, 3, 6)]

    assert pages.count_macet() == 4
    assert [len(part) for part in shown] == [3, 1, 0]
    assert [*shown[0], *shown[1]] == pages.macet()
    assert pages.macet() == sorted(pages.macet(), key=lambda one: str(one.macet))


def test_a_page_knows_where_a_book_stands(pages):
    buku = Buku("uji", "sk", 2026, 15)
    assert pages.urut_terakhir(buku.id) is None

    with pages.ledger.begin() as tx:
        tx.draw(buku, "satu")
        tx.draw(buku, "dua")

    assert pages.urut_terakhir(buku.id) == 16
