"""The book of what is published: one state of it, read only, and the next when it is replaced."""

from __future__ import annotations

import json
import sqlite3
import threading
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from service.domain.edisi.edisi import TERBIT
from service.domain.edisi.terbitan import Badan, FileTerbit
from service.domain.informasi.beda import Baris
from service.domain.refusals import Unavailable
from service.face.isi import Tautan

BENTUK = 1  # as the publisher writes it


@dataclass(frozen=True)
class Edisi:
    """An edition as it was handed over; `id` is its place in this book, and no more."""

    id: int
    badan: str
    daftar: str
    tahun: int
    urut: int
    jenis: str
    keadaan: str
    nama: str
    sk_nomor: str
    sk_tanggal: date | None
    terbit: datetime | None
    ditarik: datetime | None
    alasan: str
    banyak: int
    kini: bool
    beda: str
    tetap: int

    @property
    def tampak(self) -> bool:
        """Whether its lines may be read."""
        return self.keadaan == TERBIT


@dataclass(frozen=True)
class Terbit:
    """A line of today's list."""

    isi: Baris
    badan: str
    edisi: int
    pada: datetime | None

    @property
    def kode(self) -> str:
        """Its permanent code."""
        return self.isi["kode"]


@dataclass(frozen=True)
class Nilai:
    """One value by which the list is narrowed, and the places that have it, as bits."""

    nilai: str
    sebutan: str
    banyak: int
    bit: int


class Buku:
    """One state of the book; a thread reads it by a connection of its own."""

    def __init__(self, path: Path, tanda: str, ubah: float) -> None:
        self.path, self.tanda, self.ubah = path, tanda, ubah
        self._own = threading.local()
        self._ways: dict[str, dict[str, dict[str, Nilai]]] = {}
        self._there: dict[str, int] = {}
        form = self.ask("PRAGMA user_version")[0][0]
        if form != BENTUK:
            raise Unavailable("Daftar yang diumumkan ditulis oleh versi lain dari Berkas.")

    def ask(self, sql: str, *values: object) -> list[Any]:
        """The rows that answer."""
        try:
            if not hasattr(self._own, "book"):
                # Immutable: the file is never written in place, and its folder is read only here.
                uri = f"{self.path.as_uri()}?mode=ro&immutable=1"
                self._own.book = sqlite3.connect(uri, uri=True)
                self._own.book.row_factory = sqlite3.Row
            found: list[Any] = self._own.book.execute(sql, values).fetchall()
        except sqlite3.Error as wrong:
            raise Unavailable(f"Daftar yang diumumkan tidak terbaca ({wrong}).") from wrong
        return found

    @cached_property
    def badan(self) -> dict[str, Badan]:
        """The bodies with something published, by their kode, in the order of their names."""
        rows = self.ask("SELECT * FROM badan ORDER BY nama, kode")
        return {row["kode"]: Badan(**dict(row)) for row in rows}

    @cached_property
    def kontak(self) -> tuple[Tautan, ...]:
        """Where one writes to each body."""
        return tuple(Tautan(one.nama, one.surel) for one in self.badan.values() if one.surel)

    @cached_property
    def edisi(self) -> dict[int, Edisi]:
        """Every edition, from the first that was handed over."""
        return {row["id"]: _edition(row) for row in self.ask("SELECT * FROM edisi ORDER BY id")}

    def of(self, daftar: str, badan: str = "") -> list[Edisi]:
        """The editions of a list, the newest first."""
        found = [x for x in self.edisi.values() if x.daftar == daftar and badan in ("", x.badan)]
        return sorted(found, key=lambda one: (one.badan, -one.tahun, -one.urut))

    def one(self, daftar: str, badan: str, tahun: int, urut: int) -> Edisi | None:
        """One edition by what it is called."""
        known = (daftar, badan, tahun, urut)
        found = self.edisi.values()
        return next((x for x in found if (x.daftar, x.badan, x.tahun, x.urut) == known), None)

    def kini(self, daftar: str, badan: str = "") -> list[Edisi]:
        """The editions whose lines are today's list."""
        return [one for one in self.of(daftar, badan) if one.kini]

    def banyak(self, daftar: str) -> int:
        """The lines of today's list."""
        return self._many.get(daftar, 0)

    def places(self, daftar: str) -> int:
        """The places of today's list that have a line, as bits; one just taken out leaves a gap."""
        if daftar not in self._there:
            many, last = self.banyak(daftar), self._last.get(daftar, -1)
            bits = (1 << many) - 1
            if last + 1 != many:
                rows = self.ask("SELECT urut FROM kini WHERE daftar = ?", daftar)
                bits = sum(1 << row[0] for row in rows)
            self._there[daftar] = bits
        return self._there[daftar]

    @cached_property
    def _many(self) -> dict[str, int]:
        rows = self.ask("SELECT daftar, count(*) AS n FROM kini GROUP BY daftar")
        return {row["daftar"]: row["n"] for row in rows}

    @cached_property
    def _last(self) -> dict[str, int]:
        rows = self.ask("SELECT daftar, max(urut) AS n FROM kini GROUP BY daftar")
        return {row["daftar"]: row["n"] for row in rows}

    def pilah(self, daftar: str) -> dict[str, dict[str, Nilai]]:
        """By what today's list is narrowed: the values of each way, by their own names."""
        if daftar not in self._ways:
            self._ways[daftar] = self._pilah(daftar)
        return self._ways[daftar]

    def _pilah(self, daftar: str) -> dict[str, dict[str, Nilai]]:
        found: dict[str, dict[str, Nilai]] = {}
        for row in self.ask("SELECT * FROM pilah WHERE daftar = ? ORDER BY rowid", daftar):
            bit = int.from_bytes(row["bit"], "little")
            one = Nilai(row["nilai"], row["sebutan"], row["banyak"], bit)
            found.setdefault(row["nama"], {})[one.nilai] = one
        return found

    def lines(self, daftar: str, places: list[int]) -> list[Terbit]:
        """The lines of today's list at these places, in that order."""
        marks = ",".join("?" * len(places))
        asked = f"""SELECT k.urut, k.badan, k.edisi, k.pada, b.isi FROM kini k
            JOIN baris b ON b.id = k.baris WHERE k.daftar = ? AND k.urut IN ({marks})"""  # noqa: S608
        rows = {row["urut"]: row for row in self.ask(asked, daftar, *places)}
        return [_line(rows[place]) for place in places]

    def newest(self, daftar: str) -> list[int]:
        """The places of today's list, from the line that changed last."""
        asked = "SELECT urut FROM kini WHERE daftar = ? ORDER BY pada DESC, urut"
        return [row[0] for row in self.ask(asked, daftar)]

    def line(self, daftar: str, kode: str) -> Terbit | None:
        """The line of today's list with this code."""
        asked = """SELECT k.urut, k.badan, k.edisi, k.pada, b.isi FROM kini k
            JOIN baris b ON b.id = k.baris WHERE k.kode = ? AND k.daftar = ?"""
        rows = self.ask(asked, kode, daftar)
        return _line(rows[0]) if rows else None

    def history(self, daftar: str, kode: str) -> list[tuple[Edisi, Baris]]:
        """The line in every edition that has it, from the oldest."""
        asked = """SELECT i.edisi, b.isi FROM baris b JOIN isi i ON i.baris = b.id
            JOIN edisi e ON e.id = i.edisi WHERE b.kode = ? AND e.daftar = ? ORDER BY i.edisi"""
        found = [
            (self.edisi[x["edisi"]], json.loads(x["isi"])) for x in self.ask(asked, kode, daftar)
        ]
        return [(edisi, isi) for edisi, isi in found if edisi.tampak]

    def rows(self, edisi: int, first: int, many: int) -> list[tuple[int, Baris]]:
        """Some lines of an edition, with their numbers."""
        asked = """SELECT i.urut, b.isi FROM isi i JOIN baris b ON b.id = i.baris
            WHERE i.edisi = ? AND i.urut > ? ORDER BY i.urut LIMIT ?"""
        return [(x["urut"], json.loads(x["isi"])) for x in self.ask(asked, edisi, first, many)]

    def beda(self, edisi: int, first: int, many: int) -> list[Any]:
        """Some differences of an edition to the one before."""
        asked = "SELECT * FROM beda WHERE edisi = ? AND urut > ? ORDER BY urut LIMIT ?"
        return self.ask(asked, edisi, first, many)

    def beda_banyak(self, edisi: int) -> int:
        """How many differences there are."""
        return int(self.ask("SELECT count(*) FROM beda WHERE edisi = ?", edisi)[0][0])

    def file(self, edisi: int, kode: str) -> FileTerbit | None:
        """The file of a line in an edition; of the empty code: its signed decree."""
        rows = self.ask("SELECT * FROM file WHERE edisi = ? AND kode = ?", edisi, kode)
        return _file(rows[0]) if rows else None

    def unduhan(self, edisi: int) -> dict[str, FileTerbit]:
        """The formats of an edition."""
        rows = self.ask("SELECT * FROM unduhan WHERE edisi = ?", edisi)
        return {row["bentuk"]: _file(row) for row in rows}

    def ditarik(self, kode: str) -> tuple[datetime, str] | None:
        """When and why a line was taken back, where it was."""
        asked = "SELECT pada, alasan FROM ditarik WHERE kode = ? ORDER BY pada DESC"
        rows = self.ask(asked, kode)
        return (datetime.fromisoformat(rows[0]["pada"]), rows[0]["alasan"]) if rows else None


class Rak:
    """Where the book lies; gives the state that lies there now."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._buku: Buku | None = None

    def buku(self) -> Buku | None:
        """The book; None where nothing was published yet."""
        try:
            seen = self.path.stat()
        except FileNotFoundError:
            return None
        tanda = f"{seen.st_ino:x}-{seen.st_mtime_ns:x}-{seen.st_size:x}"
        with self._lock:
            if self._buku is None or self._buku.tanda != tanda:
                self._buku = Buku(self.path, tanda, seen.st_mtime)
            return self._buku


def _edition(row: Any) -> Edisi:
    told = dict(row)
    told["sk_tanggal"] = date.fromisoformat(row["sk_tanggal"]) if row["sk_tanggal"] else None
    for name in ("terbit", "ditarik"):
        told[name] = _moment(row[name])
    return Edisi(**told | {"kini": bool(row["kini"])})


def _line(row: Any) -> Terbit:
    return Terbit(json.loads(row["isi"]), row["badan"], row["edisi"], _moment(row["pada"]))


def _file(row: Any) -> FileTerbit:
    return FileTerbit(row["sha256"], row["nama"], row["mime"], row["ukuran"])


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
