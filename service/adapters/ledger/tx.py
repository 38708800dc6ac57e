"""One transaction on the ledger."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, ClassVar, Protocol, TypeVar, cast

from sqlalchemy import (
    Connection,
    delete,
)
from sqlalchemy.exc import IntegrityError

from service.adapters.ledger import lines, tables
from service.adapters.ledger.indeks import reindex
from service.adapters.ledger.journal import Journal
from service.adapters.ledger.numbers import Numbers
from service.adapters.ledger.rows import from_row, to_row
from service.adapters.ledger.tables import TABLES
from service.domain.catatan import Catatan, Kepala
from service.domain.kiriman import Kiriman
from service.domain.naskah import Naskah
from service.domain.nomor import Buku, Nomor, Tulisan
from service.domain.pekerjaan import TUGAS
from service.domain.refusals import Overtaken, TidakAda
from service.domain.teks import Teks

T = TypeVar("T")
POLOS = Tulisan()
FENCES = 2**30  # leaves room to raise a fence, in a column of four bytes


class Row(Protocol):
    """What every kind has that lies in a table of its own."""

    __dataclass_fields__: ClassVar[dict[str, Any]]
    id: str
    versi: int


def as_row(thing: object) -> Row:
    """A thing, known to have an id and a versi."""
    return cast(Row, thing)


class SqlReading:
    """A look at the ledger."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def get(self, kind: type[T], id_: str) -> T:
        asked = lines.one_by_id(TABLES[kind])
        row = self.connection.execute(asked, {lines.ID: id_}).mappings().first()
        if row is None:
            raise TidakAda
        return from_row(kind, row)

    def find(self, kind: type[T], **equal: object) -> list[T]:
        empty = tuple(name for name, value in equal.items() if value is None)
        told = {name: value for name, value in equal.items() if value is not None}
        among = tuple(name for name, value in told.items() if isinstance(value, list))
        equal_ = tuple(name for name in told if name not in among)
        asked = lines.all_where(TABLES[kind], equal_, empty, among)
        rows = self.connection.execute(asked, told).mappings()
        return [from_row(kind, row) for row in rows]

    def hold(self, berkas: str) -> None:
        """A look holds nothing."""

    def brought(self, sha256: str, instansi: str, atmost: int) -> list[Kiriman]:
        told = {"isi": sha256, "milik": instansi, "paling": atmost}
        return [
            from_row(Kiriman, row)
            for row in self.connection.execute(lines.BROUGHT, told).mappings()
        ]

    def written_as(self, sha256: str, atmost: int) -> list[Naskah]:
        told = {"isi": sha256, "paling": atmost}
        rows = self.connection.execute(lines.WRITTEN_AS, told).mappings()
        return [from_row(Naskah, row) for row in rows]

    def came_back(self, instansi: str, naskah: Sequence[Naskah]) -> list[Kiriman]:
        told = {f"naskah_{n}": f"%{one.id}%" for n, one in enumerate(naskah)}
        since, asked = min(one.dibuat for one in naskah), lines.came_back(len(naskah))
        rows = self.connection.execute(asked, {**told, "milik": instansi, "sejak": since})
        found, own = [from_row(Kiriman, row) for row in rows.mappings()], {x.id for x in naskah}
        return [one for one in found if own & set(one.kembali)]

    def kepala(self, instansi: str) -> Kepala:
        return Journal(self.connection).kepala(instansi)


class SqlTx(SqlReading):
    """A transaction; `finish` writes the journal, and says whether work is owed."""

    def __init__(self, connection: Connection, now: Callable[[], datetime]) -> None:
        super().__init__(connection)
        self.now = now
        self.journal = Journal(connection)
        self.numbers = Numbers(connection, self.journal, now)
        self.owes = False

    @property
    def alone(self) -> bool:
        return self.connection.dialect.name == "sqlite"  # it has one writer at a time

    def hold(self, berkas: str) -> None:
        if not self.alone:
            self.connection.execute(lines.TOP_HELD, {lines.ID: berkas})

    def hold_sops(self, instansi: str) -> None:
        if not self.alone:
            self.connection.execute(lines.HELD_BY_NAME, {lines.ID: f"sop/{instansi}"})

    def hold_pairs(self, instansi: str) -> None:
        if not self.alone:
            self.connection.execute(lines.HELD_BY_NAME, {lines.ID: f"pasangan/{instansi}"})

    def hold_editions(self, instansi: str) -> None:
        if not self.alone:
            self.connection.execute(lines.HELD_BY_NAME, {lines.ID: f"edisi/{instansi}"})

    def add(self, thing: object) -> None:
        table, (row,) = TABLES[type(thing)], self._taken_up(type(thing), [as_row(thing)])
        try:
            self.connection.execute(lines.add_to(table), to_row(row))
        except IntegrityError as taken:
            raise Overtaken(table.name, row.id) from taken
        reindex(self.connection, None, row)
        self.journal.changed(None, row)

    def add_all(self, things: Sequence[object]) -> None:
        for kind in dict.fromkeys(map(type, things)):
            if kind is Teks:
                raise TypeError(f"a {kind.__name__} is written one by one")
            rows = self._taken_up(kind, [as_row(one) for one in things if type(one) is kind])
            table = TABLES[kind]
            try:
                self.connection.execute(lines.add_to(table), [to_row(one) for one in rows])
            except IntegrityError as taken:
                raise Overtaken(table.name) from taken
            for one in rows:
                self.journal.changed(None, one)

    def _taken_up(self, kind: type, rows: list[Row]) -> list[Row]:
        """What was taken out and is put in again goes on from the version of its removal."""
        if kind not in tables.REMOVABLE:
            return rows
        last = self.journal.last_versi(kind, [one.id for one in rows])
        return [replace(one, versi=last.get(one.id, 0) + 1) for one in rows]

    def save(self, before: T, after: T) -> None:
        table = TABLES[type(after)]
        id_, versi = as_row(before).id, as_row(before).versi
        next_ = replace(as_row(after), versi=versi + 1)
        if next_.id != id_:
            raise ValueError(f"a {type(after).__name__} keeps its id")
        try:
            seen = {lines.ID: id_, lines.VERSI: versi}
            done = self.connection.execute(lines.change_in(table), to_row(next_) | seen)
        except IntegrityError as taken:
            raise Overtaken(table.name, id_) from taken
        if done.rowcount != 1:
            raise Overtaken(table.name, next_.id)
        reindex(self.connection, before, next_)
        self.journal.changed(before, next_)

    def drop(self, thing: object) -> None:
        kind, gone = type(thing), as_row(thing)
        if kind not in tables.UNJOURNALED | tables.REMOVABLE:
            raise TypeError(f"a {kind.__name__} is part of the register and is never taken out")
        table = TABLES[kind]
        seen = {lines.ID: gone.id, lines.VERSI: gone.versi}
        done = self.connection.execute(lines.take_from(table), seen)
        if done.rowcount != 1 and kind in tables.REMOVABLE:
            raise Overtaken(table.name, gone.id)
        if done.rowcount == 1:
            reindex(self.connection, thing, None)
        self.journal.removed(thing)

    def draw(self, buku: Buku, untuk: str, isi: Tulisan = POLOS) -> Nomor:
        return self.numbers.draw(buku, untuk, isi)

    def insert(self, buku: Buku, untuk: str, isi: Tulisan, cara: str) -> Nomor:
        return self.numbers.insert(buku, untuk, isi, cara)

    def carry(self, buku: Buku, awal: int, akhir: int, on: date | None) -> None:
        self.numbers.carry(buku, awal, akhir, on)

    def around(self, buku: str, urut: int) -> tuple[date | None, date | None]:
        return self.numbers.around(buku, urut)

    def settle(self, buku: str, on: date) -> None:
        self.numbers.settle(buku, on)

    def plan(self, job: str, untuk: str, sesudah: datetime | None = None) -> None:
        told = {
            "pekerjaan": job,
            "bagi": untuk,
            "lajur": TUGAS[job].jalur,
            "kini": self.now(),
            # Not 0: a worker that slept since an earlier life of this work must not fit in.
            "pagar": secrets.randbelow(FENCES),
        }
        if sesudah is not None:
            told["sesudah"] = sesudah
        dialect = self.connection.dialect.name
        self.connection.execute(lines.plan_work(dialect, later=sesudah is not None), told)
        self.owes = True

    def dismiss(self, job: str, untuk: str) -> None:
        table = tables.pekerjaan
        done = self.connection.execute(
            delete(table).where(
                table.c.job == job, table.c.untuk == untuk, table.c.macet.is_not(None)
            )
        )
        if done.rowcount != 1:
            raise Overtaken("pekerjaan", untuk)

    def note(self, catatan: Catatan) -> None:
        self.journal.note(catatan)

    def finish(self) -> None:
        """Chain what was noted; the last thing before the commit."""
        self.journal.write()
