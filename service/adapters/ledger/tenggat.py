"""What ends on which day: each place and each kind of term by its own index."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from itertools import pairwise
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, bindparam, func, select

from service.adapters.ledger import tables
from service.adapters.ledger.engine import said_plainly
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.rows import from_row
from service.adapters.ledger.tenggat_sengketa import open_disputes
from service.domain import keberatan as b
from service.domain import permohonan as p
from service.domain.berkas import BERJALAN, DIARSIPKAN, SELESAI, Berkas
from service.domain.butir import Butir
from service.domain.keberatan import Keberatan
from service.domain.permohonan import Permohonan
from service.ports.kiriman import Jangkauan
from service.ports.tenggat import Disengketakan, Masa

ROW = tables.berkas.c
MENUNGGU_JAWABAN = (p.DITERIMA, p.TERDAFTAR, p.DIPROSES)
MENUNGGU_TANGGAPAN = (b.DITERIMA, b.TERDAFTAR)
T = TypeVar("T")


class SqlTenggat:
    """The port TermLists."""

    def __init__(self, ledger: SqlLedger) -> None:
        self.ledger = ledger

    def hukum(self, tempat: Collection[Jangkauan], masa: Masa, atmost: int) -> list[Berkas]:
        when = _within(ROW.tenggat, masa)
        return self._matters(tempat, when, ROW.tenggat, atmost)

    def norma(
        self,
        tempat: Collection[Jangkauan],
        dari: datetime,
        sampai: datetime,
        atmost: int,
    ) -> list[Berkas]:
        return self._matters(tempat, [ROW.norma.between(dari, sampai)], ROW.norma, atmost)

    def _matters(
        self,
        tempat: Collection[Jangkauan],
        when: list[ColumnElement[bool]],
        by: Any,
        atmost: int,
    ) -> list[Berkas]:
        found = list[Berkas]()
        with said_plainly(), self.ledger.reader.begin() as look:
            for one in apart(tempat):
                here = [*_placed(tables.berkas, one), ROW.keadaan == BERJALAN, *_open(one)]
                asked = select(tables.berkas).where(*here, *when).order_by(by).limit(atmost)
                found += [from_row(Berkas, row) for row in look.execute(asked).mappings()]
        return sorted(found, key=lambda one: (getattr(one, by.name), one.id))[:atmost]

    def permohonan(
        self, tempat: Collection[Jangkauan], masa: Masa, atmost: int
    ) -> list[tuple[Permohonan, bool]]:
        told = (tables.permohonan, MENUNGGU_JAWABAN)
        return self._legal(Permohonan, told, tempat, masa, atmost)

    def keberatan(
        self, tempat: Collection[Jangkauan], masa: Masa, atmost: int
    ) -> list[tuple[Keberatan, bool]]:
        told = (tables.keberatan, MENUNGGU_TANGGAPAN)
        return self._legal(Keberatan, told, tempat, masa, atmost)

    def sengketa(self, tempat: Collection[Jangkauan], atmost: int) -> list[Disengketakan]:
        if not (places := apart(tempat)):
            return []
        with said_plainly(), self.ledger.reader.begin() as look:
            return open_disputes(look, places, atmost)

    def _legal(
        self,
        kind: type[T],
        told: tuple[Table, tuple[str, ...]],
        tempat: Collection[Jangkauan],
        masa: Masa,
        atmost: int,
    ) -> list[tuple[T, bool]]:
        (table, keadaan), came = told, tables.kiriman
        found = list[tuple[T, bool]]()
        with said_plainly(), self.ledger.reader.begin() as look:
            for one in apart(tempat):
                for state in keadaan:  # each by its index
                    here = [*_placed(table, one), table.c.keadaan == state]
                    asked = (
                        select(table)
                        .join(came, came.c.id == table.c.kiriman)
                        .where(*here, *_within(table.c.tenggat, masa))
                        .where(came.c.rahasia == one.rahasia)
                        .order_by(table.c.tenggat)
                        .limit(atmost)
                    )
                    rows = look.execute(asked).mappings()
                    found += [(from_row(kind, row), one.rahasia) for row in rows]
        return sorted(found, key=_legal_order)[:atmost]

    def dikecualikan(
        self, tempat: Collection[Jangkauan], hasil: Collection[str], atmost: int
    ) -> list[tuple[Butir, Berkas]]:
        item = tables.butir
        found = list[tuple[Butir, Berkas]]()
        with said_plainly(), self.ledger.reader.begin() as look:
            for one in apart(tempat):
                ended = ROW.keadaan.in_((SELESAI, DIARSIPKAN))
                here = [*_placed(tables.berkas, one), *_open(one), ended]
                asked = (
                    select(item.c.id, ROW.id.label("berkas_id"))
                    .join(tables.berkas, ROW.id == item.c.berkas)
                    .where(item.c.hasil.in_(hasil), item.c.dicabut.is_(False), *here)
                    .order_by(item.c.id)
                    .limit(atmost - len(found))
                )
                ids = look.execute(asked).all()
                items = _by_id(look, item, Butir, [x.id for x in ids])
                matters = _by_id(look, tables.berkas, Berkas, [x.berkas_id for x in ids])
                found += [(items[x.id], matters[x.berkas_id]) for x in ids]
        return found

    def per_hari(
        self, tempat: Collection[Jangkauan], masa: Masa, batas: Sequence[datetime]
    ) -> list[int]:
        assert masa.dari
        found = [0] * (len(batas) - 1)
        with said_plainly(), self.ledger.reader.begin() as look:
            for one, both in _together(tempat):
                for on, many in self._days(look, one, masa, both=both):
                    found[(on - masa.dari).days] += many
                here = [*_placed(tables.berkas, one), ROW.keadaan == BERJALAN]
                here += [] if both else _open(one)
                row = look.execute(_per_norm(len(batas)).where(*here), _moments(batas)).one()
                found = [a + b for a, b in zip(found, row, strict=True)]
        return found

    def _days(
        self, look: Connection, one: Jangkauan, masa: Masa, *, both: bool
    ) -> Iterator[tuple[date, int]]:
        """Days and how many terms of the law end on each."""
        here = [*_placed(tables.berkas, one), ROW.keadaan == BERJALAN]
        here += [] if both else _open(one)
        asked = select(ROW.tenggat, func.count()).where(*here, *_within(ROW.tenggat, masa))
        yield from look.execute(asked.group_by(ROW.tenggat)).tuples()
        came = tables.kiriman
        for table, states in (
            (tables.permohonan, MENUNGGU_JAWABAN),
            (tables.keberatan, MENUNGGU_TANGGAPAN),
        ):
            told = table.c.tenggat
            legal = select(told, func.count()).where(*_placed(table, one))
            legal = legal.where(table.c.keadaan.in_(states), *_within(told, masa))
            if not both:
                legal = legal.join(came, came.c.id == table.c.kiriman)
                legal = legal.where(came.c.rahasia == one.rahasia)
            yield from look.execute(legal.group_by(told)).tuples()


def _together(tempat: Collection[Jangkauan]) -> Iterator[tuple[Jangkauan, bool]]:
    """The places, and whether withheld matters and others are both to be counted there."""
    places = apart(tempat)
    for one in places:
        twin = replace(one, rahasia=not one.rahasia)
        if twin not in places:
            yield one, False
        elif not one.rahasia:
            yield one, True


@lru_cache(maxsize=8)
def _per_norm(many: int) -> Select[*tuple[int, ...]]:
    """How many norms lie between each two of so many moments."""
    told = [bindparam(f"b{n}", type_=ROW.norma.type) for n in range(many)]
    each = [
        func.count().filter(ROW.norma >= first, ROW.norma < last) for first, last in pairwise(told)
    ]
    return select(*each).where(ROW.norma >= told[0], ROW.norma < told[-1])


def _moments(batas: Sequence[datetime]) -> dict[str, datetime]:
    return {f"b{n}": at for n, at in enumerate(batas)}


def apart(tempat: Collection[Jangkauan]) -> list[Jangkauan]:
    """The places without those that lie within another."""
    wide = {(one.instansi, one.rahasia) for one in tempat if not one.unit}
    return sorted(
        {one for one in tempat if not one.unit or (one.instansi, one.rahasia) not in wide},
        key=lambda one: (one.instansi, one.unit, one.rahasia),
    )


def _placed(table: Table, one: Jangkauan) -> list[ColumnElement[bool]]:
    asked = [table.c.instansi == one.instansi]
    # Spelt so that no index leads by it: the state and the day come to fewer rows.
    return [*asked, func.coalesce(table.c.unit, one.unit) == one.unit] if one.unit else asked


def _open(one: Jangkauan) -> list[ColumnElement[bool]]:
    return [func.coalesce(ROW.rahasia, one.rahasia) == one.rahasia]


def _within(column: Any, masa: Masa) -> list[ColumnElement[bool]]:
    asked = [column >= masa.dari] if masa.dari else []
    return [*asked, column <= masa.sampai]


def _by_id(look: Any, table: Table, kind: type[T], ids: list[str]) -> dict[str, T]:
    asked: Select[Any] = select(table).where(table.c.id.in_(ids))
    return {row["id"]: from_row(kind, row) for row in look.execute(asked).mappings()}


def _legal_order(one: tuple[Any, bool]) -> tuple[Any, ...]:
    return one[0].tenggat, one[0].id
