"""Lists of papers: each place and each state by the index of its papers, merged as they come."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    and_,
    exists,
    func,
    or_,
    select,
)

from service.adapters.ledger import tables
from service.adapters.ledger.engine import said_plainly
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.rows import from_row
from service.adapters.ledger.types import moment
from service.domain.berkas import DIARSIPKAN, DIBATALKAN
from service.domain.edar_tinta import EdarTinta
from service.domain.kumpulan import Kumpulan
from service.domain.naskah import DIAJUKAN, DIKEMBALIKAN, DIKIRIM, Naskah
from service.domain.paraf import MENUNGGU
from service.domain.tempat_ttd import MENUNGGU as TEMPAT_MENUNGGU
from service.domain.tempat_ttd import TINTA
from service.ports.berkas import Menunggu
from service.ports.kiriman import Jangkauan
from service.ports.naskah import BarisNaskah, SaringNaskah

ROW, MATTER = tables.naskah.c, tables.berkas.c
DIBACA = 1000  # of those sent back, read to find a person's own
PERAN = "peran_paraf"
_TOLD = (
    MATTER.judul.label("judul_berkas"),
    MATTER.unit.label("unit_berkas"),
    MATTER.rahasia.label("rahasia_berkas"),
)
_PLACE = tables.tempat_ttd.c
_INKED = exists().where(
    *(_PLACE.naskah == ROW.id, _PLACE.ajuan == ROW.ajuan),
    *(_PLACE.jalan == TINTA, _PLACE.keadaan == TEMPAT_MENUNGGU),
)
_NEXT = tables.paraf.alias("giliran")
_EARLIER = tables.paraf.alias("lebih_dahulu")


class SqlNaskah:
    """The port NaskahLists."""

    def __init__(self, ledger: SqlLedger) -> None:
        self.ledger = ledger

    def waiting(
        self, places: Collection[Menunggu], setuju: Collection[str], atmost: int
    ) -> list[BarisNaskah]:
        found = dict[str, BarisNaskah]()
        for one in places:
            found |= {x.naskah.id: x for x in self._read(_oldest(_mine(one, setuju), atmost))}
        return sorted(found.values(), key=_age)[:atmost]

    def count_waiting(
        self, places: Collection[Menunggu], setuju: Collection[str], atmost: int
    ) -> int:
        found = set[str]()
        with said_plainly(), self.ledger.reader.begin() as look:
            for one in places:
                asked = _oldest(_mine(one, setuju), atmost).with_only_columns(ROW.id)
                found.update(look.execute(asked).scalars())
        return min(len(found), atmost)

    def returned(self, tempat: Collection[Jangkauan], orang: str, atmost: int) -> list[BarisNaskah]:
        found = list[BarisNaskah]()
        for one in apart(tempat):
            asked = _plain().where(*_placed(one), ROW.keadaan == DIKEMBALIKAN, _open())
            some = self._read(_oldest(asked, DIBACA))
            found += [row for row in some if orang in row.naskah.penyiap]
        return sorted(found, key=_age)[:atmost]

    def listed(
        self, tempat: Collection[Jangkauan], saring: SaringNaskah, skip: int, atmost: int
    ) -> list[BarisNaskah]:
        found = [self._read(newest(asked, skip + atmost)) for asked in each_state(tempat, saring)]
        merged = heapq.merge(*found, key=_age, reverse=True)
        return list(islice(merged, skip, skip + atmost))

    def in_ink(
        self, tempat: Collection[Jangkauan], skip: int, atmost: int
    ) -> list[tuple[BarisNaskah, EdarTinta | None]]:
        found = dict[str, BarisNaskah]()
        for one in apart(tempat):
            asked = _plain().where(*_placed(one), ROW.keadaan == DIKIRIM, _open(), _INKED)
            found |= {x.naskah.id: x for x in self._read(_oldest(asked, skip + atmost))}
        some = sorted(found.values(), key=_age)[skip : skip + atmost]
        sheets = self._sheets([one.naskah.id for one in some])
        return [(one, sheets.get((one.naskah.id, one.naskah.ajuan))) for one in some]

    def _sheets(self, naskah: Collection[str]) -> dict[tuple[str, int], EdarTinta]:
        table = tables.edar_tinta
        asked = select(table).where(table.c.naskah.in_(naskah))
        with said_plainly(), self.ledger.reader.begin() as look:
            found = [from_row(EdarTinta, row) for row in look.execute(asked).mappings()]
        return {(one.naskah, one.ajuan): one for one in found}

    def begun_between(
        self, instansi: str, jenis: str, dari: datetime, sampai: datetime
    ) -> list[Kumpulan]:
        table = tables.kumpulan.c
        asked = select(tables.kumpulan).where(
            *(table.instansi == instansi, table.jenis == jenis),
            *(table.mulai >= moment(dari), table.mulai <= moment(sampai)),
        )
        with said_plainly(), self.ledger.reader.begin() as look:
            return [from_row(Kumpulan, row) for row in look.execute(asked).mappings()]

    def kumpulan(self, instansi: Collection[str], skip: int, atmost: int) -> list[Kumpulan]:
        table = tables.kumpulan
        asked = select(table).where(table.c.instansi.in_(list(instansi)))
        asked = asked.order_by(table.c.dibuat.desc(), table.c.id).offset(skip).limit(atmost)
        with said_plainly(), self.ledger.reader.begin() as look:
            return [from_row(Kumpulan, row) for row in look.execute(asked).mappings()]

    def _read(self, asked: Select[Any]) -> list[BarisNaskah]:
        with said_plainly(), self.ledger.reader.begin() as look:
            return [_line(row) for row in look.execute(asked).mappings()]


def told_papers(look: Connection, ids: Collection[str]) -> dict[str, BarisNaskah]:
    """These papers, each with what is told of its matter."""
    if not ids:
        return {}
    rows = look.execute(_plain().where(ROW.id.in_(ids))).mappings()
    return {row["id"]: _line(row) for row in rows}


def _line(row: RowMapping) -> BarisNaskah:
    return BarisNaskah(
        from_row(Naskah, row),
        row["judul_berkas"],
        row["unit_berkas"],
        row["rahasia_berkas"],
        row.get(PERAN) or "",
    )


def _age(one: BarisNaskah) -> tuple[Any, ...]:
    return one.naskah.dibuat, one.naskah.id


def _plain() -> Select[Any]:
    together = tables.naskah.join(tables.berkas, MATTER.id == ROW.berkas)
    return select(tables.naskah, *_TOLD).select_from(together)


def _next() -> Select[Any]:
    """Papers with the place for initials that is next, where one is empty still."""
    waits = (_EARLIER.c.naskah == ROW.id, _EARLIER.c.ajuan == ROW.ajuan)
    first = select(func.min(_EARLIER.c.urut)).where(*waits, _EARLIER.c.keadaan == MENUNGGU)
    here = and_(
        _NEXT.c.naskah == ROW.id,
        _NEXT.c.ajuan == ROW.ajuan,
        _NEXT.c.urut == first.scalar_subquery(),
    )
    together = tables.naskah.join(tables.berkas, MATTER.id == ROW.berkas)
    together = together.outerjoin(_NEXT, here)
    return select(tables.naskah, *_TOLD, _NEXT.c.peran.label(PERAN)).select_from(together)


def _mine(one: Menunggu, setuju: Collection[str]) -> Select[Any]:
    """What somebody initials next, or approves where nobody has to initial it any more."""
    mine: ColumnElement[bool] = _NEXT.c.peran.in_(one.peran)
    if not one.peran.isdisjoint(setuju):
        mine = or_(mine, _NEXT.c.id.is_(None))
    return _next().where(*_placed(one.tempat), ROW.keadaan == DIAJUKAN, _open(), mine)


def _open() -> ColumnElement[bool]:
    return MATTER.keadaan.not_in((DIBATALKAN, DIARSIPKAN))


def _oldest(asked: Select[Any], atmost: int) -> Select[Any]:
    return asked.order_by(ROW.dibuat, ROW.id).limit(atmost)


def newest(asked: Select[Any], atmost: int = 50) -> Select[Any]:
    """The youngest of what is asked for, by the index of a state."""
    return asked.order_by(ROW.dibuat.desc(), ROW.id.desc()).limit(atmost)


def each_state(tempat: Collection[Jangkauan], saring: SaringNaskah) -> Iterator[Select[Any]]:
    """One question for each place and each state: so an index gives each in order."""
    for one in apart(tempat):
        for keadaan in saring.keadaan:
            asked = _plain().where(*_placed(one), ROW.keadaan == keadaan)
            if saring.jenis:
                asked = asked.where(func.coalesce(ROW.jenis, saring.jenis) == saring.jenis)
            if saring.unit:
                asked = asked.where(func.coalesce(MATTER.unit, saring.unit) == saring.unit)
            if saring.cari:
                asked = asked.where(MATTER.judul.icontains(saring.cari, autoescape=True))
            yield asked


def apart(tempat: Collection[Jangkauan]) -> list[Jangkauan]:
    """The places without those that lie within another."""
    wide = {(one.instansi, one.rahasia) for one in tempat if not one.unit}
    return sorted(
        {one for one in tempat if not one.unit or (one.instansi, one.rahasia) not in wide},
        key=lambda one: (one.instansi, one.unit, one.rahasia),
    )


def _placed(one: Jangkauan) -> list[ColumnElement[bool]]:
    # Spelt so that no index of matters leads: the papers of a state come in their order.
    asked = [
        ROW.instansi == one.instansi,
        func.coalesce(MATTER.rahasia, one.rahasia) == one.rahasia,
    ]
    return [*asked, func.coalesce(MATTER.unit, one.unit) == one.unit] if one.unit else asked
