"""Takes lines, editions and files out of a copy of the book, to their last byte."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from service.adapters.penerbit.tulis import Akar, Naskah, searched
from service.domain.edisi.edisi import DAFTAR, DIK, DIP, DITARIK, TERBIT
from service.domain.edisi.terpampang import LAGI, Sebutan, Terpampang, words

Book = sqlite3.Connection


def seen(book: Book, badan: str) -> Terpampang:
    """What of a body can be read in this book."""
    lines = "SELECT DISTINCT {} FROM isi i JOIN baris b ON b.id = i.baris JOIN edisi e"
    lines += " ON e.id = i.edisi WHERE e.badan = ? AND e.daftar = ?"
    of = "JOIN edisi e ON e.id = x.edisi WHERE e.badan = ?"
    out = "SELECT daftar, tahun, urut FROM edisi WHERE badan = ? AND keadaan = ?"
    return Terpampang(
        frozenset(kode for (kode,) in book.execute(lines.format("b.kode"), (badan, DIP))),
        frozenset(
            words(json.loads(isi)) for (isi,) in book.execute(lines.format("b.isi"), (badan, DIK))
        ),
        frozenset(x for (x,) in book.execute("SELECT kode FROM ditarik WHERE badan = ?", (badan,))),
        frozenset(book.execute(out, (badan, TERBIT))),
        frozenset(
            x
            for (x,) in book.execute(
                f"SELECT DISTINCT x.sha256 FROM file x {of} AND x.kode <> ''",  # noqa: S608
                (badan,),
            )
        ),
    )


def lessened(path: Path, badan: str, gone: Terpampang, akar: Akar) -> None:
    """The book at `path` without it; the places of what stays in today's list stay the same."""
    with closing(sqlite3.connect(path, isolation_level=None)) as book:
        book.row_factory = sqlite3.Row
        book.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        book.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten
        book.execute("BEGIN")
        ids = _editions(book, badan)
        for sebutan in gone.edisi:
            if sebutan in ids:
                _whole(book, ids[sebutan], akar)
        for daftar, kode in _codes(gone):
            _line(book, badan, daftar, kode, akar)
        _all(book, "DELETE FROM ditarik WHERE badan = ? AND kode = ?", badan, gone.alasan)
        _all(
            book,
            "DELETE FROM file WHERE edisi IN (SELECT id FROM edisi WHERE badan = ?)"
            " AND sha256 = ? AND kode <> ''",
            badan,
            gone.file,
        )
        book.execute("UPDATE tanda SET sidik = ? WHERE badan = ?", (LAGI, badan))
        for daftar in DAFTAR:
            put = f"INSERT INTO cari_{daftar} (cari_{daftar}) VALUES ('optimize')"  # noqa: S608
            book.execute(put)  # the words of what is gone leave the index, too
        book.execute("COMMIT")


def _codes(gone: Terpampang) -> Iterator[tuple[str, str]]:
    yield from ((DIP, kode) for kode in sorted(gone.dip))
    yield from ((DIK, kode) for kode in sorted({said[0] for said in gone.dik}))


def _editions(book: Book, badan: str) -> dict[Sebutan, int]:
    rows = book.execute("SELECT id, daftar, tahun, urut FROM edisi WHERE badan = ?", (badan,))
    return {(row["daftar"], row["tahun"], row["urut"]): row["id"] for row in rows}


def _whole(book: Book, edisi: int, akar: Akar) -> None:
    """An edition with all its lines; its page says that it was taken back."""
    asked = "SELECT k.daftar, k.urut, b.isi FROM kini k JOIN baris b ON b.id = k.baris"
    _unlist(book, book.execute(f"{asked} WHERE k.edisi = ?", (edisi,)).fetchall(), akar)
    lines = book.execute("SELECT DISTINCT baris FROM isi WHERE edisi = ?", (edisi,)).fetchall()
    for table in ("isi", "beda", "file", "unduhan", "ditarik"):
        book.execute(f"DELETE FROM {table} WHERE edisi = ?", (edisi,))  # noqa: S608 (a name of ours)
    _forget(book, (row[0] for row in lines))
    said = "keadaan = ?, kini = 0, banyak = 0, beda = '', tetap = 0"
    book.execute(f"UPDATE edisi SET {said} WHERE id = ?", (DITARIK, edisi))  # noqa: S608


def _line(book: Book, badan: str, daftar: str, kode: str, akar: Akar) -> None:
    """A line in every edition of a list, what changed in it, its file, and their downloads."""
    asked = "SELECT k.daftar, k.urut, b.isi FROM kini k JOIN baris b ON b.id = k.baris"
    found = f"{asked} WHERE k.kode = ? AND k.daftar = ? AND k.badan = ?"
    _unlist(book, book.execute(found, (kode, daftar, badan)).fetchall(), akar)
    stands = """SELECT i.edisi, i.baris FROM baris b JOIN isi i ON i.baris = b.id
        JOIN edisi e ON e.id = i.edisi WHERE b.kode = ? AND e.daftar = ? AND e.badan = ?"""
    rows = book.execute(stands, (kode, daftar, badan)).fetchall()
    editions = {row["edisi"] for row in rows}
    book.executemany(
        "DELETE FROM isi WHERE edisi = ? AND baris = ?", [(x["edisi"], x["baris"]) for x in rows]
    )
    _forget(book, {row["baris"] for row in rows})
    of = "edisi IN (SELECT id FROM edisi WHERE badan = ? AND daftar = ?) AND kode = ?"
    for table in ("beda", "file"):
        book.execute(f"DELETE FROM {table} WHERE {of}", (badan, daftar, kode))  # noqa: S608
    for edisi in editions:
        book.execute("DELETE FROM unduhan WHERE edisi = ?", (edisi,))
        many = "UPDATE edisi SET banyak = (SELECT count(*) FROM isi WHERE edisi = id) WHERE id = ?"
        book.execute(many, (edisi,))


def _unlist(book: Book, rows: list[Any], akar: Akar) -> None:
    """Lines out of today's list: its places, the index, and what the list is narrowed by."""
    work = Naskah(book, akar)
    gone: dict[str, int] = {}
    for row in rows:
        daftar, baris = row["daftar"], json.loads(row["isi"])
        put = f"INSERT INTO cari_{daftar} (cari_{daftar}, rowid, kata, akar)"
        book.execute(f"{put} VALUES ('delete', ?, ?, ?)", (row["urut"], *searched(work, baris)))
        gone[daftar] = gone.get(daftar, 0) | 1 << row["urut"]
    out = [(row["daftar"], row["urut"]) for row in rows]
    book.executemany("DELETE FROM kini WHERE daftar = ? AND urut = ?", out)
    for daftar, bits in gone.items():
        _narrowed(book, daftar, bits)
    _roots(book, work.roots.values())


def _narrowed(book: Book, daftar: str, gone: int) -> None:
    """The ways of a list, of which these places have none any more."""
    asked = "SELECT rowid, bit FROM pilah WHERE daftar = ?"
    for row in book.execute(asked, (daftar,)).fetchall():
        bits = int.from_bytes(row["bit"], "little")
        if not bits & gone:
            continue
        left = bits & ~gone
        told = (left.to_bytes(len(row["bit"]), "little"), left.bit_count(), row["rowid"])
        if left:
            book.execute("UPDATE pilah SET bit = ?, banyak = ? WHERE rowid = ?", told)
        else:
            book.execute("DELETE FROM pilah WHERE rowid = ?", (row["rowid"],))


def _roots(book: Book, roots: Iterable[str]) -> None:
    """Roots that no line has any more are known no more."""
    for root in sorted(set(roots)):
        asked = (
            f"SELECT 1 FROM cari_{daftar} WHERE cari_{daftar} MATCH ? LIMIT 1"  # noqa: S608
            for daftar in DAFTAR
        )
        if not any(book.execute(one, (f'akar : "{root}"',)).fetchone() for one in asked):
            book.execute("DELETE FROM akar WHERE akar = ?", (root,))


def _forget(book: Book, baris: Iterable[int]) -> None:
    """Lines that no edition names are named nowhere."""
    out = "DELETE FROM baris WHERE id = ? AND NOT EXISTS (SELECT 1 FROM isi WHERE baris = ?)"
    book.executemany(out, [(one, one) for one in baris])


def _all(book: Book, sql: str, badan: str, values: Iterable[str]) -> None:
    book.executemany(sql, [(badan, one) for one in sorted(values)])
