"""Lists of kiriman: each place by its own index, so a long book makes no list slow."""

from __future__ import annotations

import heapq
from collections.abc import Collection
from itertools import islice
from typing import Any

from sqlalchemy import (
    ColumnElement,
    TextClause,
    exists,
    func,
    literal,
    select,
    tuple_,
)

from service.adapters.ledger import tables
from service.adapters.ledger.engine import said_plainly
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.rows import from_row
from service.domain.catatan import RUMAH, Catatan
from service.domain.kiriman import DIDAFTAR, MENUNGGU_PETUGAS, Kiriman
from service.domain.pemisah import TANPA_NOMOR
from service.ports.kiriman import Antrean, Jangkauan, Letak, SaringKiriman


class SqlKiriman:
    """The port KirimanLists."""

    def __init__(self, ledger: SqlLedger) -> None:
        self.ledger = ledger

    def newest(
        self,
        tempat: Collection[Jangkauan],
        saring: SaringKiriman,
        after: Letak | None,
        atmost: int,
    ) -> list[Kiriman]:
        row = tables.kiriman.c
        found = []
        with said_plainly(), self.ledger.reader.begin() as look:
            for one in _apart(tempat):
                asked = select(tables.kiriman).where(*_asked(one, saring))
                if after:
                    edge = tuple_(literal(after.diterima, row.diterima.type), literal(after.id))
                    asked = asked.where(tuple_(row.diterima, row.id) < edge)
                asked = asked.order_by(row.diterima.desc(), row.id.desc()).limit(atmost)
                found.append([from_row(Kiriman, one) for one in look.execute(asked).mappings()])
        newest = heapq.merge(*found, key=lambda one: (one.diterima, one.id), reverse=True)
        return list(islice(newest, atmost))

    def count(self, tempat: Collection[Jangkauan], saring: SaringKiriman, atmost: int) -> int:
        many = 0
        with said_plainly(), self.ledger.reader.begin() as look:
            for one in _apart(tempat):
                some = select(literal(1)).where(*_asked(one, saring)).limit(atmost - many)
                counted = select(func.count()).select_from(some.subquery())
                many += look.execute(counted).scalar_one()
                if many >= atmost:
                    break
        return many

    def waiting(
        self, tempat: Collection[Jangkauan], skip: int, atmost: int
    ) -> tuple[int, list[Kiriman]]:
        row, many, found = tables.kiriman.c, 0, []
        with said_plainly(), self.ledger.reader.begin() as look:
            for one in _apart(tempat):
                here = _waiting(one)
                counted = select(func.count()).select_from(tables.kiriman).where(*here)
                many += look.execute(counted).scalar_one()
                asked = select(row.diterima, row.id).where(*here)
                asked = asked.order_by(row.diterima, row.id).limit(skip + atmost)
                found.append([(one.diterima, one.id) for one in look.execute(asked)])
            ids = [id_ for _, id_ in islice(heapq.merge(*found), skip, skip + atmost)]
            rows = look.execute(select(tables.kiriman).where(row.id.in_(ids))).mappings()
            shown = sorted(
                (from_row(Kiriman, one) for one in rows), key=lambda one: (one.diterima, one.id)
            )
            return many, shown

    def count_held(self) -> int:
        # What is held is owed its next look, and failed at nothing; so the short list tells it.
        owed = tables.pekerjaan.c
        held = (owed.job == "identify", owed.tunda_sampai.is_not(None), owed.percobaan == 0)
        asked = select(func.count()).select_from(tables.pekerjaan).where(*held)
        with said_plainly(), self.ledger.reader.begin() as look:
            return int(look.execute(asked).scalar_one())

    def files(self, ids: Collection[str]) -> dict[str, int]:
        row = tables.file.c
        asked = select(row.kiriman, func.count().label("banyak")).where(row.kiriman.in_(ids))
        with said_plainly(), self.ledger.reader.begin() as look:
            rows = look.execute(asked.group_by(row.kiriman))
            return {one.kiriman: one.banyak for one in rows}

    def trail(self, kiriman: Kiriman) -> list[Catatan]:
        line = tables.catatan
        # Spelt so that no index leads by it: by what it is about one comes to few lines.
        milik = line.c.instansi.concat("") == (kiriman.instansi or RUMAH)
        here = (milik, line.c.tentang == kiriman.id)
        asked = select(line).where(*here).order_by(line.c.urut.desc())
        with said_plainly(), self.ledger.reader.begin() as look:
            return [from_row(Catatan, row) for row in look.execute(asked).mappings()]

    def objections(self, tempat: Collection[Jangkauan], atmost: int) -> list[Kiriman]:
        row, found = tables.kiriman.c, dict[str, Kiriman]()
        lines = (tables.keberatan.c.kiriman, tables.permohonan.c.kiriman)
        plain = (row.kode.not_in(TANPA_NOMOR), *(~exists().where(row.id == one) for one in lines))
        kinds: tuple[tuple[ColumnElement[bool] | TextClause, ...], ...] = (
            (_aside(row.keadaan, DIDAFTAR), tables.OBJECTS),
            (_aside(row.keadaan, MENUNGGU_PETUGAS), tables.OBJECTS),
            (_aside(row.keadaan, MENUNGGU_PETUGAS), tables.MAY_OBJECT),
        )
        with said_plainly(), self.ledger.reader.begin() as look:
            for kind in kinds:
                some = list[Kiriman]()
                for one in _apart(tempat):
                    here = [row.instansi == one.instansi, _aside(row.rahasia, one.rahasia)]
                    if one.unit:
                        here.append(_aside(row.unit, one.unit))
                    asked = select(tables.kiriman).where(*here, *kind, *plain)
                    asked = asked.order_by(row.diterima, row.id).limit(atmost)
                    some += [from_row(Kiriman, line) for line in look.execute(asked).mappings()]
                found |= {one.id: one for one in sorted(some, key=lambda one: one.diterima)}
        return list(found.values())[:atmost]

    def underway(self, kiriman_id: str) -> Antrean:
        owed = tables.pekerjaan.c
        asked = select(owed.mulai, owed.macet).where(
            owed.job.in_(("identify", "pisah")), owed.untuk == kiriman_id
        )
        with said_plainly(), self.ledger.reader.begin() as look:
            found = look.execute(asked).first()
        if found is None:
            return ""
        if found.macet:
            return "macet"
        return "dikerjakan" if found.mulai else "antre"


def _apart(tempat: Collection[Jangkauan]) -> list[Jangkauan]:
    """The places without those that lie within another: no kiriman is met twice."""
    wide = {(one.instansi, one.rahasia) for one in tempat if not one.unit}
    return sorted(
        {one for one in tempat if not one.unit or (one.instansi, one.rahasia) not in wide},
        key=lambda one: (one.instansi, one.unit, one.rahasia),
    )


def _aside(column: ColumnElement[Any], value: str | bool) -> ColumnElement[bool]:
    """The column is this value; spelt so that no index leads by it instead of by a rarer one."""
    return func.coalesce(column, value) == value


def _waiting(one: Jangkauan) -> list[ColumnElement[bool]]:
    """In words that only the index of what waits answers."""
    row = tables.kiriman.c
    asked = [row.instansi == one.instansi, row.keadaan == MENUNGGU_PETUGAS]
    asked.append(_aside(row.rahasia, one.rahasia))
    return [*asked, _aside(row.unit, one.unit)] if one.unit else asked


def _asked(one: Jangkauan, saring: SaringKiriman) -> list[ColumnElement[bool]]:
    row = tables.kiriman.c
    asked = [row.instansi == one.instansi, row.rahasia == one.rahasia]
    if one.unit:
        asked.append(row.unit == one.unit)
    equal = {"keadaan": saring.keadaan, "akhir": saring.akhir, "pintu": saring.pintu}
    asked += [row[name] == value for name, value in equal.items() if value]
    if saring.unit:
        asked.append(row.unit == saring.unit)
    if saring.dari:
        asked.append(row.diterima >= saring.dari)
    if saring.sampai:
        asked.append(row.diterima <= saring.sampai)
    return asked
