"""The registers of an office: a page of lines and their count, each by its own index."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, false, func, or_, select
from sqlalchemy.sql.elements import SQLCoreOperations

from service.adapters.ledger import tables
from service.adapters.ledger.engine import said_plainly
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.rows import from_row
from service.domain.disposisi import TERBUKA, Disposisi
from service.domain.keberatan import Keberatan
from service.domain.kiriman import BERKAS, Kiriman
from service.domain.masukan import DITERIMA, MasukanPublik
from service.domain.naskah import Naskah
from service.domain.permohonan import Permohonan
from service.domain.sengketa import Sengketa
from service.ports.kiriman import Jangkauan
from service.ports.register import (
    ADA_KERTAS,
    TANPA_LOKASI,
    Keluar,
    SaringRegister,
    Urutan,
)

SEKALIGUS = 2_000  # ids in one question
Rows = tuple[int, list[Any]]


class SqlRegister:
    """The port Register."""

    def __init__(self, ledger: SqlLedger) -> None:
        self.ledger = ledger

    def masuk(self, saring: SaringRegister, urutan: Urutan) -> tuple[int, list[Kiriman]]:
        row = tables.kiriman
        where = [*_placed(row, saring), *_moments(row, saring), *_papers(saring)]
        # Spelt so that no index leads by it: nearly all came through another door.
        where += [row.c.rahasia == saring.rahasia, func.coalesce(row.c.pintu, "") != BERKAS]
        many, rows = self._listed(row, where, (row.c.diterima, row.c.id), urutan, select(row))
        return many, [from_row(Kiriman, one) for one in rows]

    def keluar(self, saring: SaringRegister, urutan: Urutan) -> tuple[int, list[Keluar]]:
        paper, matter, came = tables.naskah, tables.berkas, tables.kiriman
        source = paper.join(matter, matter.c.id == paper.c.berkas)
        source = source.outerjoin(came, came.c.id == matter.c.kiriman)
        withheld = or_(matter.c.rahasia, func.coalesce(came.c.rahasia, False))
        where = [
            paper.c.instansi == saring.instansi,
            paper.c.nomor != "",
            withheld.is_(saring.rahasia),
            *_units(matter.c.unit, saring),
            *_between(paper.c.tanggal, saring.hari_dari, saring.hari_sampai),
        ]
        if saring.keadaan:
            where.append(paper.c.keadaan == saring.keadaan)
        whole = select(paper, matter.c.judul, matter.c.unit).select_from(source)
        order = (paper.c.tanggal, paper.c.id)
        many, rows = self._listed(source, where, order, urutan, whole)
        return many, [Keluar(from_row(Naskah, one), one["judul"], one["unit"]) for one in rows]

    def permohonan(self, saring: SaringRegister, urutan: Urutan) -> tuple[int, list[Permohonan]]:
        many, rows = self._legal(tables.permohonan, saring, urutan)
        return many, [from_row(Permohonan, one) for one in rows]

    def keberatan(self, saring: SaringRegister, urutan: Urutan) -> tuple[int, list[Keberatan]]:
        many, rows = self._legal(tables.keberatan, saring, urutan)
        return many, [from_row(Keberatan, one) for one in rows]

    def sengketa(
        self, tempat: Collection[Jangkauan], tahap: Collection[str], skip: int, atmost: int
    ) -> list[Sengketa]:
        row, objected, came = tables.sengketa, tables.keberatan, tables.kiriman
        source = row.join(objected, objected.c.id == row.c.keberatan)
        source = source.join(came, came.c.id == objected.c.kiriman)
        asked = select(row).select_from(source).where(_within(row, came, tempat))
        asked = asked.where(row.c.tahap.in_(tahap))
        asked = asked.order_by(row.c.diajukan.desc(), row.c.id.desc()).offset(skip).limit(atmost)
        with said_plainly(), self.ledger.reader.begin() as look:
            return [from_row(Sengketa, one) for one in look.execute(asked).mappings()]

    def masukan(
        self,
        tempat: Collection[Jangkauan],
        dari: datetime | None,
        sampai: datetime,
        skip: int,
        atmost: int,
    ) -> tuple[dict[str, int], list[MasukanPublik]]:
        row, came = tables.masukan_publik, tables.kiriman
        source = row.join(came, came.c.id == row.c.kiriman)
        where = [_within(row, came, tempat), row.c.diterima <= sampai]
        where += [row.c.diterima > dari] if dari else []
        asked = select(row).select_from(source).where(*where)
        asked = asked.order_by(row.c.keadaan != DITERIMA, row.c.diterima, row.c.id)
        counted = select(row.c.keadaan, func.count()).select_from(source).where(*where)
        with said_plainly(), self.ledger.reader.begin() as look:
            rows = look.execute(counted.group_by(row.c.keadaan))
            many = {one[0]: one[1] for one in rows}
            some = look.execute(asked.offset(skip).limit(atmost)).mappings()
            return many, [from_row(MasukanPublik, one) for one in some]

    def _legal(self, row: Any, saring: SaringRegister, urutan: Urutan) -> Rows:
        came = tables.kiriman
        source = row.join(came, came.c.id == row.c.kiriman)
        where = [*_placed(row, saring), *_moments(row, saring)]
        where.append(came.c.rahasia == saring.rahasia)
        whole = select(row).select_from(source)
        return self._listed(source, where, (row.c.diterima, row.c.id), urutan, whole)

    def _listed(
        self,
        source: FromClause,
        where: list[ColumnElement[bool]],
        order: tuple[SQLCoreOperations[Any], ...],
        urutan: Urutan,
        whole: Select[Any],
    ) -> Rows:
        turned = [one.desc() if urutan.turun else one.asc() for one in order]
        some = whole.where(*where).order_by(*turned).offset(urutan.skip).limit(urutan.atmost)
        with said_plainly(), self.ledger.reader.begin() as look:
            rows = list(look.execute(some).mappings())
            if not urutan.skip and len(rows) < urutan.atmost:
                return len(rows), rows  # these are all
            counted = select(func.count()).select_from(source).where(*where)
            return int(look.execute(counted).scalar_one()), rows

    def disposisi(self, kiriman: Collection[str]) -> dict[str, list[Disposisi]]:
        row = tables.disposisi
        found: dict[str, list[Disposisi]] = {}
        with said_plainly(), self.ledger.reader.begin() as look:
            for ids in _some(kiriman):
                asked = select(row).where(row.c.kiriman.in_(ids)).order_by(row.c.dibuat, row.c.id)
                for one in look.execute(asked).mappings():
                    found.setdefault(one["kiriman"], []).append(from_row(Disposisi, one))
        return found

    def files(self, kiriman: Collection[str]) -> dict[str, int]:
        row, found = tables.file.c, dict[str, int]()
        with said_plainly(), self.ledger.reader.begin() as look:
            for ids in _some(kiriman):
                asked = select(row.kiriman, func.count()).where(row.kiriman.in_(ids))
                rows = look.execute(asked.group_by(row.kiriman))
                found |= {one[0]: one[1] for one in rows}
        return found

    def waiting(self, instansi: Collection[str], kepada: Collection[str]) -> list[Disposisi]:
        row = tables.disposisi
        mine = (
            row.c.instansi.in_(instansi),
            row.c.kepada.in_(kepada),
            row.c.keadaan.in_(TERBUKA),
        )
        asked = select(row).where(*mine).order_by(row.c.dibuat, row.c.id).limit(SEKALIGUS)
        with said_plainly(), self.ledger.reader.begin() as look:
            return [from_row(Disposisi, one) for one in look.execute(asked).mappings()]

    def since(self, instansi: str) -> Any:
        row = tables.kiriman.c
        asked = select(row.diterima).where(row.instansi == instansi)
        with said_plainly(), self.ledger.reader.begin() as look:
            return look.execute(asked.order_by(row.diterima, row.id).limit(1)).scalar()


def _within(row: Any, came: Any, tempat: Collection[Jangkauan]) -> ColumnElement[bool]:
    """Whether a line, and the kiriman it stands on, lie in one of these places."""
    places = (
        and_(
            row.c.instansi == one.instansi,
            came.c.rahasia == one.rahasia,
            *([row.c.unit == one.unit] if one.unit else []),
        )
        for one in tempat
    )
    return or_(false(), *places)


def _placed(row: Any, saring: SaringRegister) -> list[ColumnElement[bool]]:
    asked = [row.c.instansi == saring.instansi, *_units(row.c.unit, saring)]
    if saring.keadaan:
        asked.append(row.c.keadaan == saring.keadaan)
    return asked


def _units(column: Any, saring: SaringRegister) -> list[ColumnElement[bool]]:
    asked = [column.in_(saring.units)] if saring.units else []
    return [*asked, column == saring.unit] if saring.unit else asked


def _moments(row: Any, saring: SaringRegister) -> list[ColumnElement[bool]]:
    return _between(row.c.diterima, saring.dari, saring.sampai)


def _between(column: Any, first: object, last: object) -> list[ColumnElement[bool]]:
    asked = [column >= first] if first else []
    return [*asked, column <= last] if last else asked


def _papers(saring: SaringRegister) -> list[ColumnElement[bool]]:
    lokasi = tables.kiriman.c.fisik["lokasi"].as_string()
    if saring.kertas == TANPA_LOKASI:
        return [lokasi == ""]
    return [lokasi.is_not(None)] if saring.kertas == ADA_KERTAS else []


def _some(ids: Collection[str]) -> list[list[str]]:
    every = list(ids)
    return [every[n : n + SEKALIGUS] for n in range(0, len(every), SEKALIGUS)]
