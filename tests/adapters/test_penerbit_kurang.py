"""What is taken back or withheld is gone at once, before the list is made anew."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from service.adapters.penerbit import PenerbitSqlite
from service.domain.edisi.edisi import DIK, DIP
from service.domain.edisi.terpampang import Terpampang, words
from service.publik.daftar.buku import Buku, Rak
from service.publik.daftar.saring import Saring, answered
from tests.adapters.test_penerbit import asked, everything
from tests.terbitan import BADAN, LAIN, dik, dik_line, edition, kept, kode, line, publisher

RAHASIA, AKAR = "kenariemas", "pelayangan"
BERKALA = {kode(n) for n in range(0, 30, 3)}
KEDUA = "badan = 'dinas_contoh' AND daftar = 'dip' AND urut = 2"
MADE = f"SELECT count(*) FROM unduhan WHERE edisi = (SELECT id FROM edisi WHERE {KEDUA})"
SURAT = dik_line(2, informasi=f"Surat {RAHASIA}")
HILANG = Terpampang(dip=frozenset({kode(3)}), dik=frozenset({words(SURAT)}))


@pytest.fixture
def penerbit(tmp_path: Path) -> PenerbitSqlite:
    """Two editions with a line that is to go, and its file; another body; and a DIK."""
    one = publisher(tmp_path, "https://ppid.contoh.go.id")
    file = kept(one, f"isi {RAHASIA}".encode())
    said = {"ringkasan": f"Daftar {RAHASIA} {AKAR}", "penguasa": f"Unit {RAHASIA}"}
    first = edition([line(n) for n in range(6)], kini=False)
    rows = [*(line(n) for n in range(3)), line(3, **said), *(line(n) for n in range(4, 9))]
    second = edition(rows, 2, first.baris, file={kode(3): file})
    one.put(BADAN, [first, second, dik(dik_line(1), SURAT)])
    one.put(LAIN, [edition([line(20), line(21)], badan=LAIN)])
    return one


def buku(penerbit: PenerbitSqlite) -> Buku:
    found = Rak(penerbit.path).buku()
    assert found
    return found


def listed(penerbit: PenerbitSqlite, **saring: str) -> list[str]:
    book = buku(penerbit)
    answer = answered(book, DIP, Saring(**saring))
    return [one.kode for one in book.lines(DIP, answer.places(0, 50))]


def vocabulary(penerbit: PenerbitSqlite) -> set[str]:
    with closing(sqlite3.connect(penerbit.path)) as book:
        book.execute("CREATE VIRTUAL TABLE temp.kata USING fts5vocab(main, cari_dip, row)")
        return {row[0] for row in book.execute("SELECT term FROM temp.kata")}


def test_of_a_hidden_line_no_byte_is_left_and_all_others_are_found_as_before(penerbit):
    assert RAHASIA in vocabulary(penerbit)
    before = listed(penerbit)

    penerbit.hide(BADAN.kode, HILANG)

    assert RAHASIA.encode() not in everything(penerbit)
    assert kode(3).encode() not in everything(penerbit)
    assert RAHASIA not in vocabulary(penerbit)
    assert asked(penerbit, "SELECT * FROM akar WHERE akar = 'layang'") == []
    left = [one for one in before if one != kode(3)]
    assert listed(penerbit) == left
    assert listed(penerbit, q="dibayarkan") == left
    assert listed(penerbit, kategori="berkala") == [x for x in left if x in BERKALA]
    assert buku(penerbit).banyak(DIP) == len(left)
    assert asked(penerbit, "SELECT DISTINCT badan FROM kini ORDER BY 1") == [
        ("badan_lain",),
        ("dinas_contoh",),
    ]


def test_what_is_left_is_made_whole_when_it_is_handed_over_again(penerbit):
    rows = [line(n) for n in range(9) if n != 3]
    whole = [edition([line(n) for n in range(6) if n != 3], kini=False), edition(rows, 2)]
    penerbit.hide(BADAN.kode, HILANG)
    assert asked(penerbit, MADE) == [(0,)]

    penerbit.put(BADAN, whole)

    places = asked(penerbit, "SELECT urut FROM kini WHERE daftar = 'dip' ORDER BY urut")
    assert places == [(n,) for n in range(len(rows) + 2)]
    assert asked(penerbit, MADE) > [(0,)]
    penerbit.hide(BADAN.kode, HILANG)
    penerbit.put(BADAN, [])
    assert penerbit.seen(BADAN.kode) == Terpampang()


def test_a_withdrawn_edition_and_a_file_taken_back_are_gone_with_all_that_named_them(penerbit):
    now = penerbit.seen(BADAN.kode)
    assert len(now.dip) == 9
    assert now.edisi == {(DIP, 2026, 1), (DIP, 2026, 2), (DIK, 2026, 1)}
    (sha256,) = now.file

    penerbit.hide(BADAN.kode, Terpampang(file=now.file))
    assert not penerbit.toko.terbuka.has(sha256)
    assert penerbit.seen(BADAN.kode).dip == now.dip

    penerbit.hide(BADAN.kode, Terpampang(edisi=frozenset({(DIP, 2026, 2)})))
    assert penerbit.seen(BADAN.kode).dip == {kode(n) for n in range(6)}
    assert listed(penerbit) == [kode(21), kode(20)]
    assert asked(penerbit, f"SELECT keadaan, kini FROM edisi WHERE {KEDUA}") == [("ditarik", 0)]


def test_whoever_reads_the_book_meanwhile_reads_on(penerbit):
    old = buku(penerbit)
    assert len(old.lines(DIP, [0])) == 1
    penerbit.hide(BADAN.kode, HILANG)
    assert old.banyak(DIP) == 11
    assert buku(penerbit).banyak(DIP) == 10


def test_where_nothing_was_published_nothing_is_seen_or_hidden(tmp_path: Path) -> None:
    one = publisher(tmp_path)
    assert one.seen(BADAN.kode) == Terpampang()
    one.hide(BADAN.kode, HILANG)
    assert not one.path.exists()
