"""What came back and waits for a person, asked of SQLite and of PostgreSQL."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from service.adapters.ledger.kembali import SqlKembali
from service.adapters.ledger.ledger import SqlLedger
from service.domain.berkas import BERJALAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.kembalian import DITOLAK, MENUNGGU, Kembalian
from service.domain.kiriman import DIDAFTAR, Kiriman
from service.domain.naskah import DIKIRIM, Naskah
from service.ports.kiriman import Jangkauan

PAGI = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
TERBUKA, TERTUTUP = Jangkauan("dinas", "", False), Jangkauan("dinas", "", True)
SATU = Jangkauan("dinas", "satu", False)


def came(n: int, berkas: Berkas, keadaan: str = MENUNGGU) -> list[object]:
    paper = Naskah(f"n{n}", berkas.id, berkas.instansi, "surat", DIKIRIM, PAGI, ajuan=1)
    at = PAGI + timedelta(minutes=n)
    one = Kembalian(f"k{n}", paper.id, 1, "aplikasi", f"{n:064x}", "a.pdf", at, ("Apa",))
    return [paper, Kembalian(**{**vars(one), "keadaan": keadaan})]


@pytest.fixture
def lists(ledger: SqlLedger) -> SqlKembali:
    def matter(n: int, unit: str = "satu", **more: object) -> Berkas:
        told = {"instansi": "dinas", "kiriman": "", "rahasia": False, **more}
        instansi, kiriman = str(told["instansi"]), str(told["kiriman"])
        one = Berkas(f"b{n}", instansi, unit, f"Perkara {n}", kiriman, BERJALAN, PAGI)
        return Berkas(**{**vars(one), "rahasia": bool(told["rahasia"])})

    letter = Kiriman("kr", "dinas", "satu", "web", "surat", DIDAFTAR, PAGI, rahasia=True)
    matters = [
        matter(1),
        matter(2, "dua"),
        matter(3, rahasia=True),
        matter(4, kiriman=letter.id),
        matter(5, instansi="lain"),
    ]
    rows: list[object] = [letter, *matters]
    for n, one in enumerate(reversed(matters), 1):
        rows += came(n, one)
    rows += came(9, matters[0], DITOLAK)
    with ledger.begin() as tx:
        for row in rows:
            tx.add(row)
        tx.note(Catatan("dinas", MESIN, "berkas_dibuka", PAGI))
    return SqlKembali(ledger)


def told(lists: SqlKembali, tempat: Sequence[Jangkauan], skip: int = 0, atmost: int = 9) -> str:
    found = lists.waiting(tempat, skip, atmost)
    assert all(x.kembalian.naskah == x.naskah.id and x.naskah.berkas == x.berkas.id for x in found)
    return " ".join(one.kembalian.id for one in found)


def test_what_came_back_is_told_once_by_age_and_no_further_than_a_person_sees(
    lists: SqlKembali,
) -> None:
    assert told(lists, [TERBUKA]) == "k4 k5", "k2 bears the name of a withheld letter"
    assert told(lists, [TERBUKA, TERTUTUP, SATU]) == "k2 k3 k4 k5"
    assert told(lists, [SATU]) == "k5"
    assert told(lists, [TERTUTUP, SATU], 1, 1) == "k3"
    assert told(lists, []) == ""


def test_they_are_counted_no_further_than_asked(lists: SqlKembali) -> None:
    counts = [lists.count([TERBUKA, TERTUTUP], most) for most in (9, 3)]
    assert counts == [4, 3]
    assert lists.count([], 9) == 0
