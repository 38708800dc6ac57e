"""The journal's tables: row versions, chained lines, and where each chain ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, insert, select, update

from service.adapters.ledger import tables
from service.adapters.ledger.engine import upsert
from service.adapters.ledger.rows import content, from_row, to_row
from service.adapters.ledger.tables import TABLES, UNJOURNALED
from service.domain.catatan import AWAL, Catatan, Kepala, Ubahan, chain, hash_of

# Built once: every act of the house writes these.
_VERSION, _LINE = insert(tables.riwayat), insert(tables.catatan)
_HEAD = select(tables.kepala).where(tables.kepala.c.instansi == bindparam("milik"))
_HEAD_LOCKED = _HEAD.with_for_update()
_ADVANCE = (
    update(tables.kepala)
    .where(tables.kepala.c.instansi == bindparam("milik"))
    .values(urut=bindparam("sampai"), rantai=bindparam("kini"))
)


class UnnotedAct(RuntimeError):
    """A journaled row was changed in a transaction that noted nothing: a fault of ours."""


class Journal:
    """What one transaction does to the journal."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.ubahan: list[Ubahan] = []
        self.versions: list[dict[str, Any]] = []  # kept, and not yet written
        self.lines: list[Catatan] = []
        self.silent: Catatan | None = None

    def changed(self, before: Any, after: Any) -> None:
        """Keep the row's new version, and remember that it changed."""
        kind = type(after)
        if kind in UNJOURNALED:
            return
        isi = content(after)
        jenis, hash_ = str(TABLES[kind].name), hash_of(isi)
        self._keep(jenis, after.id, after.versi, isi, hash_)
        earlier = "" if before is None else hash_of(content(before))
        self.ubahan.append(Ubahan(jenis, after.id, after.versi, earlier, hash_))

    def removed(self, before: Any) -> None:
        """Keep that the row was taken out."""
        kind = type(before)
        if kind in UNJOURNALED:
            return
        jenis, versi = str(TABLES[kind].name), before.versi + 1
        self._keep(jenis, before.id, versi, {}, "")
        self.ubahan.append(Ubahan(jenis, before.id, versi, hash_of(content(before)), ""))

    def _keep(self, jenis: str, id_: str, versi: int, isi: dict[str, Any], hash_: str) -> None:
        row = {"jenis": jenis, "id": id_, "versi": versi, "isi": isi, "hash": hash_}
        self.versions.append(row)

    def _write_versions(self) -> None:
        if self.versions:
            self.connection.execute(_VERSION, self.versions)
            self.versions = []

    def last_versi(self, kind: type, ids: Sequence[str]) -> dict[str, int]:
        """The last version that was ever kept of each row; nothing of one that never was."""
        self._write_versions()
        kept = tables.riwayat.c
        named = and_(kept.jenis == str(TABLES[kind].name), kept.id.in_(ids))
        asked = select(kept.id, func.max(kept.versi).label("versi")).where(named).group_by(kept.id)
        return {one.id: one.versi for one in self.connection.execute(asked)}

    def note(self, catatan: Catatan) -> None:
        """Remember a line for the end of the transaction."""
        self.lines.append(catatan)

    def note_if_silent(self, catatan: Catatan) -> None:
        """A line for where nobody else says that a number was drawn."""
        self.silent = self.silent or catatan

    def write(self) -> None:
        """Chain the lines, each instansi in turn; the first line carries the changes."""
        self._write_versions()
        if self.silent and not self.lines and {one.jenis for one in self.ubahan} == {"nomor"}:
            self.lines = [self.silent]
        if not self.lines:
            if self.ubahan:
                raise UnnotedAct([u.jenis for u in self.ubahan])
            return
        self.lines[0] = replace(self.lines[0], ubahan=tuple(self.ubahan))
        # Always in the same order, so that two transactions cannot wait for each other.
        for instansi in sorted({line.instansi for line in self.lines}):
            self._extend(instansi, [line for line in self.lines if line.instansi == instansi])

    def _extend(self, instansi: str, lines: list[Catatan]) -> None:
        head = self._locked(instansi)
        for line in lines:
            whole = chain(line, head)
            head = Kepala(instansi, whole.urut, whole.rantai)
            self.connection.execute(_LINE, to_row(whole))
        now = {"milik": instansi, "sampai": head.urut, "kini": head.rantai}
        self.connection.execute(_ADVANCE, now)

    def _locked(self, instansi: str) -> Kepala:
        """Where the journal ends, held so that nobody extends it before we commit."""
        head = self.kepala(instansi, lock=True)
        if head.urut:
            return head
        first = upsert(self.connection, tables.kepala).values(to_row(head))
        self.connection.execute(first.on_conflict_do_nothing())
        return self.kepala(instansi, lock=True)

    def kepala(self, instansi: str, *, lock: bool = False) -> Kepala:
        """Where the journal ends."""
        asked = _HEAD_LOCKED if lock else _HEAD
        row = self.connection.execute(asked, {"milik": instansi}).mappings().first()
        return from_row(Kepala, row) if row else Kepala(instansi, 0, AWAL)

    def all_kepala(self) -> list[Kepala]:
        """Where every journal ends."""
        asked = select(tables.kepala).order_by(tables.kepala.c.instansi)
        return [from_row(Kepala, row) for row in self.connection.execute(asked).mappings()]

    def read(self, instansi: str) -> Iterator[Catatan]:
        """Every line of a journal, in order."""
        asked = (
            select(tables.catatan)
            .where(tables.catatan.c.instansi == instansi)
            .order_by(tables.catatan.c.urut)
            .execution_options(yield_per=1000)
        )
        for row in self.connection.execute(asked).mappings():
            yield from_row(Catatan, row)
