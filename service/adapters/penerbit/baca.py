"""What is public now, read back whole, so that one body can be replaced beside the others."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

from service.adapters.penerbit import kurang
from service.adapters.penerbit.muatan import Muatan, Unduhan
from service.adapters.penerbit.skema import BENTUK
from service.domain.edisi.edisi import Edisi
from service.domain.edisi.terbitan import Badan, BarisDitarik, FileTerbit, Terbitan
from service.domain.edisi.terpampang import Terpampang
from service.domain.informasi.beda import Baris, Beda, Ubahan
from service.domain.informasi.unsur import Sk

Book = sqlite3.Connection


def marks(path: Path) -> dict[str, str]:
    """By what each body's content is known; nothing where no book of our kind is there."""
    if not path.is_file():
        return {}
    with closing(_open(path)) as book:
        return dict(book.execute("SELECT badan, sidik FROM tanda")) if _ours(book) else {}


def public_files(path: Path, badan: str = "") -> frozenset[str]:
    """The sha256 of every file that the book names, or names of one body."""
    if not path.is_file():
        return frozenset()
    with closing(_open(path)) as book:
        if not _ours(book):
            return frozenset()
        of = "FROM {} x JOIN edisi e ON e.id = x.edisi WHERE :badan IN ('', e.badan)"
        asked = " UNION ".join(f"SELECT x.sha256 {of.format(x)}" for x in ("file", "unduhan"))
        return frozenset(x for (x,) in book.execute(asked, {"badan": badan}))


def seen(path: Path, badan: str) -> Terpampang:
    """What of a body can be read now."""
    if not path.is_file():
        return Terpampang()
    with closing(_open(path)) as book:
        return kurang.seen(book, badan) if _ours(book) else Terpampang()


def downloads(path: Path, badan: str) -> dict[tuple[str, int, int], dict[str, Unduhan]]:
    """The formats that were made of a body's editions."""
    if not path.is_file():
        return {}
    with closing(_open(path)) as book:
        book.row_factory = sqlite3.Row
        if not _ours(book):
            return {}
        rows = book.execute("SELECT * FROM edisi WHERE badan = ?", (badan,)).fetchall()
        return {(r["daftar"], r["tahun"], r["urut"]): _downloads(book, r["id"]) for r in rows}


def others(path: Path, besides: str) -> list[Muatan]:
    """All bodies but one, as they were handed over."""
    if not path.is_file():
        return []
    with closing(_open(path)) as book:
        book.row_factory = sqlite3.Row
        if not _ours(book):
            return []
        rows = book.execute("SELECT * FROM badan WHERE kode <> ? ORDER BY kode", (besides,))
        return [_loaded(book, Badan(**dict(row))) for row in rows.fetchall()]


def _open(path: Path) -> Book:
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)


def _ours(book: Book) -> bool:
    form: tuple[int] = book.execute("PRAGMA user_version").fetchone()
    return form[0] == BENTUK


def _loaded(book: Book, badan: Badan) -> Muatan:
    rows = book.execute("SELECT * FROM edisi WHERE badan = ? ORDER BY id", (badan.kode,)).fetchall()
    sidik = book.execute("SELECT sidik FROM tanda WHERE badan = ?", (badan.kode,)).fetchone()
    lines = dict[int, Baris]()
    terbitan = tuple(_edition(book, row, lines) for row in rows)
    unduhan = {(r["daftar"], r["tahun"], r["urut"]): _downloads(book, r["id"]) for r in rows}
    return Muatan(badan, terbitan, sidik["sidik"], unduhan)


def _edition(book: Book, row: Any, lines: dict[int, Baris]) -> Terbitan:
    number = (row["id"],)
    edisi = Edisi(
        id="",
        instansi=row["badan"],
        daftar=row["daftar"],
        jenis=row["jenis"],
        keadaan=row["keadaan"],
        tahun=row["tahun"],
        urut=row["urut"],
        sk=Sk("", row["sk_nomor"], _day(row["sk_tanggal"]), bool(row["sk_nomor"])),
        terbit=_moment(row["terbit"]),
        ditarik=_moment(row["ditarik"]),
        alasan=row["alasan"],
        banyak=row["banyak"],
    )
    asked = "SELECT b.id, b.isi FROM isi i JOIN baris b ON b.id = i.baris WHERE i.edisi = ?"
    asked += " ORDER BY i.urut"
    baris = []
    for id_, isi in book.execute(asked, number):
        if id_ not in lines:
            lines[id_] = json.loads(isi)
        baris.append(lines[id_])
    files = book.execute("SELECT * FROM file WHERE edisi = ?", number).fetchall()
    named = {x["kode"]: FileTerbit(x["sha256"], x["nama"], x["mime"], x["ukuran"]) for x in files}
    gone = book.execute("SELECT * FROM ditarik WHERE edisi = ? ORDER BY kode", number)
    ditarik = tuple(
        BarisDitarik(x["kode"], datetime.fromisoformat(x["pada"]), x["alasan"]) for x in gone
    )
    return Terbitan(
        edisi,
        Badan(row["badan"], "", ""),
        tuple(baris),
        _beda(book, row),
        {kode: file for kode, file in named.items() if kode},
        bool(row["kini"]),
        named.get(""),
        ditarik,
    )


def _beda(book: Book, row: Any) -> Beda:
    added: list[Baris] = []
    changed: list[Ubahan] = []
    gone: list[Baris] = []
    asked = "SELECT * FROM beda WHERE edisi = ? ORDER BY urut"
    for one in book.execute(asked, (row["id"],)):
        before, after = json.loads(one["sebelum"]), json.loads(one["sesudah"])
        if one["jenis"] == "ditambah":
            added.append(after)
        elif one["jenis"] == "dihapus":
            gone.append(before)
        else:
            changed.append(Ubahan(one["kode"], tuple(one["ruas"].split()), before, after))
    return Beda(tuple(added), tuple(changed), tuple(gone), row["tetap"])


def _downloads(book: Book, edisi: int) -> dict[str, Unduhan]:
    rows = book.execute("SELECT * FROM unduhan WHERE edisi = ?", (edisi,)).fetchall()
    return {
        x["bentuk"]: Unduhan(FileTerbit(x["sha256"], x["nama"], x["mime"], x["ukuran"]), x["resep"])
        for x in rows
    }


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
