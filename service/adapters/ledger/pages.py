"""Lists for pages: SQL in, plain values out; nothing here writes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, literal, or_, select, tuple_

from service.adapters.ledger import schema, tables
from service.adapters.ledger.engine import said_plainly
from service.adapters.ledger.journal import Journal
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.rows import from_row
from service.domain.catatan import Catatan, Kepala, Ubahan
from service.domain.kait import BELUM, Antaran
from service.domain.pekerjaan import Pekerjaan
from service.ports import SaringJurnal

SEMUA = SaringJurnal()


class SqlPages:
    """The port Pages."""

    def __init__(self, ledger: SqlLedger) -> None:
        self.ledger = ledger

    def macet(self, skip: int = 0, atmost: int | None = None) -> list[Pekerjaan]:
        owed = tables.pekerjaan
        order = (owed.c.macet, owed.c.job, owed.c.untuk)
        asked = select(owed).where(owed.c.macet.is_not(None)).order_by(*order)
        with said_plainly(), self.ledger.reader.begin() as look:
            rows = look.execute(asked.offset(skip).limit(atmost)).mappings()
            return [from_row(Pekerjaan, row) for row in rows]

    def count_macet(self) -> int:
        owed = tables.pekerjaan
        asked = select(func.count()).select_from(owed).where(owed.c.macet.is_not(None))
        with said_plainly(), self.ledger.reader.begin() as look:
            return int(look.execute(asked).scalar_one())

    def owed(self, job: str, untuk: str) -> Pekerjaan | None:
        owed = tables.pekerjaan
        asked = select(owed).where(owed.c.job == job, owed.c.untuk == untuk)
        with said_plainly(), self.ledger.reader.begin() as look:
            row = look.execute(asked).mappings().first()
        return from_row(Pekerjaan, row) if row else None

    def kepala(self) -> list[Kepala]:
        with said_plainly(), self.ledger.reader.begin() as look:
            return Journal(look).all_kepala()

    def count_due(self) -> int:
        owed, now = tables.pekerjaan, self.ledger.clock.now()
        due = or_(owed.c.tunda_sampai.is_(None), owed.c.tunda_sampai <= now)
        asked = select(func.count()).select_from(owed).where(owed.c.macet.is_(None), due)
        with said_plainly(), self.ledger.reader.begin() as look:
            return int(look.execute(asked).scalar_one())

    def last_drawn(self, tahun: int) -> datetime | None:
        book = tables.buku.c
        asked = select(func.max(book.diambil)).where(book.tahun.in_((0, tahun)))
        with said_plainly(), self.ledger.reader.begin() as look:
            found: datetime | None = look.execute(asked).scalar()
        return found

    def work(self) -> list[tuple[str, str, int]]:
        owed = tables.pekerjaan.c
        stands = case(
            (owed.macet.is_not(None), "macet"),
            (owed.mulai.is_not(None), "dikerjakan"),
            else_="menunggu",
        )
        asked = select(owed.job, stands, func.count()).group_by(owed.job, stands)
        with said_plainly(), self.ledger.reader.begin() as look:
            return sorted((str(a), str(b), int(n)) for a, b, n in look.execute(asked))

    def antaran(self, kait: str, skip: int, atmost: int) -> list[Antaran]:
        told = tables.antaran_kait
        asked = select(told).where(told.c.kait == kait).order_by(told.c.urut.desc())
        return self._antaran(asked.offset(skip).limit(atmost))

    def count_antaran(self) -> dict[tuple[str, str], int]:
        told = tables.antaran_kait.c
        asked = select(told.kait, told.keadaan, func.count()).group_by(told.kait, told.keadaan)
        with said_plainly(), self.ledger.reader.begin() as look:
            return {(str(a), str(b)): int(n) for a, b, n in look.execute(asked)}

    def antaran_lama(self, sebelum: datetime, atmost: int) -> list[Antaran]:
        told = tables.antaran_kait
        over = and_(told.c.keadaan != BELUM, told.c.dibuat < sebelum)
        return self._antaran(select(told).where(over).limit(atmost))

    def _antaran(self, asked: Select[Any]) -> list[Antaran]:
        with said_plainly(), self.ledger.reader.begin() as look:
            return [from_row(Antaran, row) for row in look.execute(asked).mappings()]

    def oldest_owed(self) -> datetime | None:
        owed, now = tables.pekerjaan, self.ledger.clock.now()
        since = func.coalesce(owed.c.tunda_sampai, owed.c.dibuat)
        ready = and_(owed.c.macet.is_(None), owed.c.mulai.is_(None), since <= now)
        with said_plainly(), self.ledger.reader.begin() as look:
            found: datetime | None = look.execute(select(func.min(since)).where(ready)).scalar()
        return found

    def paket(self) -> dict[str, int]:
        held = tables.paket.c
        with said_plainly(), self.ledger.reader.begin() as look:
            return {row.id: row.versi for row in look.execute(select(held.id, held.versi))}

    def ledger_told(self) -> str:
        engine = self.ledger.engine
        names = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
        return f"{names[engine.dialect.name]}, skema {schema.check(engine)}."

    def jurnal(
        self, instansi: str, before: int, atmost: int, saring: SaringJurnal = SEMUA
    ) -> list[Catatan]:
        line = tables.catatan
        here = line.c.instansi == instansi
        if saring == SEMUA:
            asked = select(line).where(here, line.c.urut < before).order_by(line.c.urut.desc())
        else:
            asked = select(line).where(here, *_asked(saring))
            asked = asked.order_by(line.c.waktu.desc(), line.c.urut.desc())
        with said_plainly(), self.ledger.reader.begin() as look:
            at = look.execute(select(line.c.waktu).where(here, line.c.urut == before)).scalar()
            if saring != SEMUA and at is not None:
                edge = tuple_(literal(at, line.c.waktu.type), literal(before))
                asked = asked.where(tuple_(line.c.waktu, line.c.urut) < edge)
            rows = look.execute(asked.limit(atmost)).mappings()
            return [from_row(Catatan, row) for row in rows]

    def isi(self, changes: Sequence[Ubahan]) -> dict[tuple[str, str, int], dict[str, object]]:
        kept = tables.riwayat
        # Column by column, for SQLite finds no index for a list of triples; a few rows too many.
        asked = select(kept).where(
            kept.c.jenis.in_({one.jenis for one in changes}),
            kept.c.id.in_({one.id for one in changes}),
            kept.c.versi.in_({v for one in changes for v in (one.versi - 1, one.versi)}),
        )
        with said_plainly(), self.ledger.reader.begin() as look:
            return {(row.jenis, row.id, row.versi): row.isi for row in look.execute(asked)}

    def urut_terakhir(self, buku: str) -> int | None:
        asked = select(tables.buku.c.terakhir).where(tables.buku.c.id == buku)
        with said_plainly(), self.ledger.reader.begin() as look:
            found: int | None = look.execute(asked).scalar()
        return found

    def pelaku(self, instansi: str) -> dict[str, str]:
        ids = self._each("siapa", instansi)
        names = self.nama_orang(ids)
        return {id_: names.get(id_, id_) for id_ in ids}

    def perbuatan(self, instansi: str) -> list[str]:
        return self._each("perbuatan", instansi)

    def _each(self, column: str, instansi: str) -> list[str]:
        """Every value of a column once, found by stepping through its index."""
        line = tables.catatan
        here, name = line.c.instansi == instansi, line.c[column]
        step = select(func.min(name).label("value")).where(here).cte("step", recursive=True)
        after = select(func.min(name)).where(here, name > step.c.value).scalar_subquery()
        step = step.union_all(select(after).where(step.c.value.is_not(None)))
        asked = select(step.c.value).where(step.c.value.is_not(None))
        with said_plainly(), self.ledger.reader.begin() as look:
            return list(look.execute(asked).scalars())

    def nama_orang(self, ids: Collection[str]) -> dict[str, str]:
        orang = tables.orang
        with said_plainly(), self.ledger.reader.begin() as look:
            rows = look.execute(select(orang.c.id, orang.c.nama).where(orang.c.id.in_(ids)))
            return {row.id: row.nama for row in rows}


def _asked(saring: SaringJurnal) -> list[ColumnElement[bool]]:
    line = tables.catatan.c
    asked = []
    if saring.siapa:
        asked.append(line.siapa == saring.siapa)
    if saring.perbuatan:
        asked.append(line.perbuatan == saring.perbuatan)
    if saring.dari:
        asked.append(line.waktu >= saring.dari)
    if saring.sampai:
        asked.append(line.waktu <= saring.sampai)
    return asked
