"""Lists of papers out to be signed: each place by the index of its agency and peran."""

from __future__ import annotations

import heapq
from collections.abc import Collection
from datetime import datetime
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    RowMapping,
    Select,
    Table,
    and_,
    exists,
    false,
    func,
    not_,
    or_,
    select,
    tuple_,
)

from service.adapters.ledger import tables
from service.adapters.ledger.engine import said_plainly
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.naskah import apart
from service.adapters.ledger.rows import from_row
from service.adapters.ledger.types import moment
from service.domain import tempat_ttd as t
from service.domain.berkas import DIARSIPKAN, DIBATALKAN
from service.domain.naskah import DIARSIPKAN as TERIKAT
from service.domain.naskah import DIKIRIM, DITANDATANGANI, Naskah
from service.domain.ruas import BEBAS
from service.domain.tembusan import Tembusan
from service.domain.tempat_ttd import TempatTtd
from service.ports.berkas import Menunggu
from service.ports.kiriman import Jangkauan
from service.ports.tanda_tangan import BarisTembusan, BarisTtd, SaringKeluar

T = TypeVar("T")
PLACE, ROW, MATTER = tables.tempat_ttd.c, tables.naskah.c, tables.berkas.c
SEEN, LETTER = tables.dilihat_ttd.c, tables.kiriman.c
_BESIDE = tables.tempat_ttd.alias("tempat_lain")
_PLACE = "tempat_"  # before the names of its columns, which those of the paper share


def _other(*asked: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether the paper has a place of this time of which that is so."""
    same = (_BESIDE.c.naskah == PLACE.naskah, _BESIDE.c.ajuan == PLACE.ajuan)
    return exists().where(*same, *asked)


# An open matter that a withheld letter opened bears that letter's name.
_HIDDEN = or_(MATTER.rahasia, func.coalesce(LETTER.rahasia, false()))
_TURN = and_(
    not_(_other(_BESIDE.c.keadaan == t.PERLU_DICEK)),
    or_(
        PLACE.urutan == BEBAS,
        not_(_other(_BESIDE.c.keadaan == t.MENUNGGU, _BESIDE.c.urut < PLACE.urut)),
    ),
)
_OPEN, _DOUBT = (t.MENUNGGU, t.PERLU_DICEK), PLACE.keadaan == t.PERLU_DICEK


class SqlTtd:
    """The port TtdLists."""

    def __init__(self, ledger: SqlLedger) -> None:
        self.ledger = ledger

    def to_sign(
        self,
        places: Collection[Menunggu],
        orang: str,
        skip: int,
        atmost: int,
        *,
        dilihat: bool = False,
    ) -> list[BarisTtd]:
        asked = [
            mine(one, orang, dilihat=dilihat).where(PLACE.jalan == t.ELEKTRONIK) for one in places
        ]
        found = [self._read(one.order_by(*_DESK), skip + atmost) for one in asked]
        merged = heapq.merge(*found, key=_on_desk)
        return [one for _, one in islice(merged, skip, skip + atmost)]

    def owed(self, places: Collection[Menunggu], sejak: datetime, atmost: int) -> list[BarisTtd]:
        asked = [_told(_for(one)).where(_TURN, PLACE.diminta <= moment(sejak)) for one in places]
        return self._longest(asked, 0, atmost)

    def out(
        self, tempat: Collection[Jangkauan], saring: SaringKeluar, skip: int, atmost: int
    ) -> list[BarisTtd]:
        asked = []
        for place in apart(tempat):
            one = _told(_out(place)).where(PLACE.keadaan.in_(_OPEN))
            one = one.where(_DOUBT if saring.ragu else or_(_DOUBT, _TURN))
            if saring.peran:
                one = one.where(PLACE.peran == saring.peran)
            if saring.jalan:
                one = one.where(PLACE.jalan == saring.jalan)
            if saring.lewat:
                one = one.where(PLACE.jatuh < saring.lewat)
            if saring.sejak:
                one = one.where(PLACE.diminta <= moment(saring.sejak))
            asked.append(one)
        return self._longest(asked, skip, atmost)

    def places(self, naskah: Collection[str]) -> dict[str, list[TempatTtd]]:
        same = and_(PLACE.naskah == ROW.id, PLACE.ajuan == ROW.ajuan)
        asked = select(tables.tempat_ttd).join(tables.naskah, same)
        asked = asked.where(ROW.id.in_(naskah)).order_by(PLACE.naskah, PLACE.urut)
        found: dict[str, list[TempatTtd]] = {}
        with said_plainly(), self.ledger.reader.begin() as look:
            for row in look.execute(asked).mappings():
                found.setdefault(row["naskah"], []).append(from_row(TempatTtd, row))
        return found

    def copies(
        self, untuk: Collection[tuple[str, str]], skip: int, atmost: int
    ) -> list[BarisTembusan]:
        if not untuk:
            return []
        copy = tables.tembusan
        told = (*(c.label(f"{_PLACE}{c.name}") for c in copy.columns), MATTER.judul.label("judul"))
        together = copy.join(tables.naskah, ROW.id == copy.c.naskah)
        together = together.join(tables.berkas, MATTER.id == ROW.berkas)
        asked = select(tables.naskah, *told).select_from(together)
        asked = asked.where(
            tuple_(copy.c.instansi, copy.c.tujuan).in_(list(untuk)),
            ROW.keadaan.in_((DITANDATANGANI, TERIKAT)),
            not_(MATTER.rahasia),
        )
        asked = asked.order_by(copy.c.sejak.desc(), copy.c.id).offset(skip).limit(atmost)
        with said_plainly(), self.ledger.reader.begin() as look:
            return [
                BarisTembusan(_part(Tembusan, copy, row), from_row(Naskah, row), row["judul"])
                for row in look.execute(asked).mappings()
            ]

    def _longest(self, asked: list[Select[Any]], skip: int, atmost: int) -> list[BarisTtd]:
        known = [one.where(PLACE.diminta.is_not(None)).order_by(*_AGE) for one in asked]
        found = [self._read(one, skip + atmost) for one in known]
        merged = heapq.merge(*found, key=_age)
        return [one for _, one in islice(merged, skip, skip + atmost)]

    def count(self, places: Collection[Menunggu]) -> int:
        here = (_TURN, PLACE.jalan == t.ELEKTRONIK)
        with said_plainly(), self.ledger.reader.begin() as look:
            return sum(
                look.execute(_joined(select(func.count())).where(*here, *_for(one))).scalar_one()
                for one in places
            )

    def _read(self, asked: Select[Any], atmost: int) -> list[tuple[datetime, BarisTtd]]:
        with said_plainly(), self.ledger.reader.begin() as look:
            rows = look.execute(asked.limit(atmost)).mappings()
            return [(row["dibuka_berkas"], _row(row)) for row in rows]


_DESK = (_TURN.desc(), MATTER.dibuka, MATTER.id, ROW.dibuat, PLACE.id)
_AGE = (PLACE.diminta, PLACE.id)


def _age(one: tuple[datetime, BarisTtd]) -> tuple[Any, ...]:
    return one[1].tempat.diminta, one[1].tempat.id


def _on_desk(one: tuple[datetime, BarisTtd]) -> tuple[Any, ...]:
    dibuka, row = one
    return not row.giliran, dibuka, row.naskah.berkas, row.naskah.dibuat, row.tempat.id


def mine(one: Menunggu, orang: str, *, dilihat: bool) -> Select[Any]:
    """The places that somebody of this peran signs, and whether this person looked."""
    seen = and_(SEEN.tempat == PLACE.id, SEEN.orang == orang, SEEN.terlihat == ROW.versi)
    asked = _told(_for(one), seen)
    return asked.where(_TURN, SEEN.id.is_not(None)) if dilihat else asked


def _told(where: list[ColumnElement[bool]], seen: ColumnElement[bool] | None = None) -> Select[Any]:
    told = (
        *(column.label(f"{_PLACE}{column.name}") for column in tables.tempat_ttd.columns),
        MATTER.judul.label("judul_berkas"),
        MATTER.unit.label("unit_berkas"),
        _HIDDEN.label("rahasia_berkas"),
        MATTER.dibuka.label("dibuka_berkas"),
        _TURN.label("giliran"),
        (false() if seen is None else SEEN.id.is_not(None)).label("dilihat"),
    )
    return _joined(select(tables.naskah, *told), seen).where(*where)


def _joined(asked: Select[Any], seen: ColumnElement[bool] | None = None) -> Select[Any]:
    together = tables.tempat_ttd.join(tables.naskah, ROW.id == PLACE.naskah)
    together = together.join(tables.berkas, MATTER.id == ROW.berkas)
    together = together.outerjoin(tables.kiriman, LETTER.id == MATTER.kiriman)
    if seen is not None:
        together = together.outerjoin(tables.dilihat_ttd, seen)
    return asked.select_from(together)


def _for(one: Menunggu) -> list[ColumnElement[bool]]:
    """Empty places, of the present time of papers that are out, where this peran signs here."""
    return [
        PLACE.keadaan == t.MENUNGGU,
        PLACE.peran.in_(sorted(one.peran)),
        *_out(one.tempat),
    ]


def _out(one: Jangkauan) -> list[ColumnElement[bool]]:
    asked = [
        PLACE.instansi == one.instansi,
        PLACE.ajuan == ROW.ajuan,
        ROW.keadaan == DIKIRIM,
        MATTER.keadaan.not_in((DIBATALKAN, DIARSIPKAN)),
        _HIDDEN if one.rahasia else not_(_HIDDEN),
    ]
    return [*asked, MATTER.unit == one.unit] if one.unit else asked


def _row(row: RowMapping) -> BarisTtd:
    return BarisTtd(
        from_row(Naskah, row),
        _part(TempatTtd, tables.tempat_ttd, row),
        row["judul_berkas"],
        row["unit_berkas"],
        bool(row["rahasia_berkas"]),
        bool(row["giliran"]),
        bool(row["dilihat"]),
    )


def _part(kind: type[T], table: Table, row: RowMapping) -> T:
    """What stands beside the paper in one row, under names of its own."""
    return from_row(kind, {one.name: row[f"{_PLACE}{one.name}"] for one in table.columns})
