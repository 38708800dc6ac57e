"""What is handed over is public, and nothing else is, however it was before."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from service.adapters.penerbit import PenerbitSqlite
from service.domain.edisi.edisi import DITARIK, KEADAAN, TERBIT
from service.domain.edisi.terbitan import BarisDitarik, BelumBolehDiumumkan
from service.domain.informasi.unsur import Sk
from tests.terbitan import BADAN, LAIN, dik, dik_line, edition, kept, kode, line, publisher

RAHASIA = "kenariemas77"


@pytest.fixture
def penerbit(tmp_path: Path) -> PenerbitSqlite:
    return publisher(tmp_path, "https://ppid.contoh.go.id")


def asked(penerbit: PenerbitSqlite, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(penerbit.path)) as book:
        return book.execute(sql).fetchall()


def everything(penerbit: PenerbitSqlite) -> bytes:
    """Every byte on the public's side."""
    root = penerbit.path.parent.parent
    places = (root / "terbit", root / "terbuka")
    return b"".join(
        path.read_bytes() for one in places for path in sorted(one.rglob("*")) if path.is_file()
    )


def test_a_published_list_is_there_with_its_words_and_numbers(penerbit):
    rows = [line(n) for n in range(7)]

    penerbit.put(BADAN, [edition(rows), dik(dik_line(1))])

    assert asked(penerbit, "SELECT count(*) FROM kini WHERE daftar = 'dip'") == [(7,)]
    assert asked(penerbit, "SELECT count(*) FROM kini WHERE daftar = 'dik'") == [(1,)]
    found = asked(penerbit, "SELECT rowid FROM cari_dip WHERE cari_dip MATCH 'akar:bayar'")
    assert len(found) == 7


def test_of_what_was_public_and_is_not_handed_over_again_not_a_byte_is_left(penerbit):
    file = kept(penerbit, f"isi {RAHASIA}".encode())
    gone = line(1, ringkasan=f"Daftar {RAHASIA}", penguasa=f"Unit {RAHASIA}")
    penerbit.put(BADAN, [edition([line(0), gone], file={kode(1): file})])
    assert RAHASIA.encode() in everything(penerbit)
    assert penerbit.files() >= {file.sha256}

    penerbit.put(BADAN, [edition([line(0)])])

    assert RAHASIA.encode() not in everything(penerbit)
    assert kode(1).encode() not in everything(penerbit)
    assert not penerbit.toko.terbuka.has(file.sha256)


def test_a_body_without_editions_is_gone_and_the_others_stay_as_they_are(penerbit):
    penerbit.put(BADAN, [edition([line(0), line(1)])])
    rows = [edition([line(2)], badan=LAIN), edition([line(2), line(3)], 2, [line(2)], badan=LAIN)]
    rows[0] = replace(rows[0], kini=False, ditarik=(BarisDitarik(kode(4), _at(), "Keliru."),))
    penerbit.put(LAIN, rows)
    before = asked(penerbit, "SELECT * FROM edisi WHERE badan = 'badan_lain'")
    differences = asked(penerbit, "SELECT jenis, kode FROM beda WHERE edisi > 2")

    penerbit.put(BADAN, [])

    after = asked(penerbit, "SELECT * FROM edisi")
    assert [row[1:] for row in after] == [row[1:] for row in before]
    assert asked(penerbit, "SELECT kode FROM ditarik") == [(kode(4),)]
    assert ("ditambah", kode(3)) in asked(penerbit, "SELECT jenis, kode FROM beda")
    assert differences
    assert asked(penerbit, "SELECT kode FROM badan") == [("badan_lain",)]


def _at() -> datetime:
    return datetime(2026, 2, 1, tzinfo=UTC)


def test_the_same_again_changes_nothing_and_makes_nothing_anew(penerbit):
    whole = [edition([line(n) for n in range(3)])]
    penerbit.put(BADAN, whole)
    before = penerbit.path.stat()

    penerbit.put(BADAN, whole)

    assert (penerbit.path.stat().st_ino, penerbit.path.stat().st_mtime_ns) == (
        before.st_ino,
        before.st_mtime_ns,
    )


def test_the_downloads_of_an_edition_are_made_once(penerbit):
    first = edition([line(0)])
    penerbit.put(BADAN, [first])
    made = asked(penerbit, "SELECT bentuk, sha256 FROM unduhan ORDER BY bentuk")

    second = edition([line(0), line(1)], 2, first.baris)
    penerbit.put(BADAN, [replace(first, kini=False), second])

    again = asked(penerbit, "SELECT bentuk, sha256 FROM unduhan WHERE edisi = 1 ORDER BY bentuk")
    assert again == made
    assert len(asked(penerbit, "SELECT * FROM unduhan WHERE edisi = 2")) == len(made)


def test_who_reads_the_book_while_it_is_replaced_reads_on(penerbit):
    penerbit.put(BADAN, [edition([line(n) for n in range(50)])])
    with closing(sqlite3.connect(f"{penerbit.path.as_uri()}?mode=ro&immutable=1", uri=True)) as old:
        rows = old.execute("SELECT kode FROM kini ORDER BY urut")
        rows.fetchone()
        penerbit.put(BADAN, [edition([line(1)])])
        assert len(rows.fetchall()) == 49


@pytest.mark.parametrize("keadaan", sorted(set(KEADAAN) - {TERBIT}))
def test_what_is_not_published_is_refused_and_nothing_is_replaced(penerbit, keadaan):
    good = edition([line(0)])
    penerbit.put(BADAN, [good])
    before = everything(penerbit)

    with pytest.raises(BelumBolehDiumumkan):
        penerbit.put(BADAN, [replace(good, edisi=replace(good.edisi, keadaan=keadaan))])

    assert everything(penerbit) == before


@pytest.mark.parametrize(
    "sk", [Sk(), Sk("n", "1/2026", None, True), Sk("n", "1/2026", _at().date(), False)]
)
def test_nothing_is_public_without_its_signed_decree(penerbit, sk):
    good = edition([line(0)])

    with pytest.raises(BelumBolehDiumumkan):
        penerbit.put(BADAN, [replace(good, edisi=replace(good.edisi, sk=sk))])

    assert not penerbit.path.exists()


def test_of_a_withdrawn_edition_only_the_reason_is_left(penerbit):
    whole = edition([line(0, ringkasan=f"Daftar {RAHASIA}")])
    penerbit.put(BADAN, [whole])

    edisi = replace(whole.edisi, keadaan=DITARIK, alasan="Lampiran SK tertukar.", ditarik=_at())
    penerbit.put(BADAN, [replace(whole, edisi=edisi, kini=False)])

    assert RAHASIA.encode() not in everything(penerbit)
    assert asked(penerbit, "SELECT alasan FROM edisi") == [("Lampiran SK tertukar.",)]
    assert penerbit.files() == frozenset()


def test_a_file_of_no_line_goes_nowhere(penerbit):
    file = kept(penerbit, b"milik baris lain")

    penerbit.put(BADAN, [edition([line(0)], file={kode(5): file})])

    assert file.sha256 not in penerbit.files()
    assert not penerbit.toko.terbuka.has(file.sha256)


def test_what_a_killed_run_left_is_swept_by_the_next(penerbit):
    penerbit.put(BADAN, [edition([line(0)])])
    left = penerbit.path.with_name(".publik.db.abcd.part")
    left.write_bytes(b"setengah")
    stray = penerbit.path.parent.parent / "sisa"
    stray.write_bytes(b"sisa")
    sha256 = penerbit.toko.terbuka.put(stray)

    penerbit.put(BADAN, [edition([line(0)])])

    assert not left.exists()
    assert not penerbit.toko.terbuka.has(sha256)


def test_the_group_of_the_public_process_may_read_and_nobody_else(penerbit):
    penerbit.put(BADAN, [edition([line(0)])])

    assert stat.S_IMODE(penerbit.path.stat().st_mode) == 0o640


def test_a_print_joins_the_downloads_of_the_very_lines_it_was_made_of(penerbit, tmp_path):
    pdf = tmp_path / "daftar.pdf"
    pdf.write_bytes(b"%PDF-1.7 contoh\n%%EOF\n")
    first = edition([line(0), line(1)])
    penerbit.put(BADAN, [first])
    assert penerbit.unprinted("dinas_contoh") == {("dip", 2026, 1)}
    assert not penerbit.add_print(BADAN, edition([line(0)]), pdf)

    assert penerbit.add_print(BADAN, first, pdf)
    assert not penerbit.add_print(BADAN, first, pdf)
    penerbit.put(BADAN, [first])
    penerbit.put(LAIN, [edition([line(2)], badan=LAIN)])

    [(sha256, nama)] = asked(penerbit, "SELECT sha256, nama FROM unduhan WHERE bentuk = 'pdf'")
    assert nama == "dip-dinas_contoh-2026-1.pdf"
    assert penerbit.toko.terbuka.has(sha256)
    assert penerbit.unprinted("dinas_contoh") == frozenset()


def test_the_print_of_lines_that_were_taken_back_is_gone_with_them(penerbit, tmp_path):
    pdf = tmp_path / "daftar.pdf"
    pdf.write_bytes(f"%PDF-1.7 {RAHASIA}".encode())
    penerbit.put(BADAN, [whole := edition([line(0), line(1)])])
    penerbit.add_print(BADAN, whole, pdf)
    assert RAHASIA.encode() in everything(penerbit)

    penerbit.put(BADAN, [edition([line(0)])])

    assert RAHASIA.encode() not in everything(penerbit)
    assert penerbit.unprinted("dinas_contoh") == {("dip", 2026, 1)}
