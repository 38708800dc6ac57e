"""What came back and waits for a person: one question, however many places are asked for."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    RowMapping,
    Select,
    Table,
    and_,
    false,
    func,
    not_,
    or_,
    select,
)

from service.adapters.ledger import tables
from service.adapters.ledger.engine import said_plainly
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.naskah import apart
from service.adapters.ledger.rows import from_row
from service.domain.berkas import Berkas
from service.domain.file_sesat import MENUNGGU as SESAT_MENUNGGU
from service.domain.file_sesat import FileSesat
from service.domain.kembalian import MENUNGGU, Kembalian
from service.domain.naskah import Naskah
from service.ports.kembali import BarisKembali
from service.ports.kiriman import Jangkauan

T = TypeVar("T")
CAME, ROW = tables.kembalian.c, tables.naskah.c
STRAY = tables.file_sesat.c
MATTER, LETTER = tables.berkas.c, tables.kiriman.c
# An open matter that a withheld letter opened bears that letter's name.
_HIDDEN = or_(MATTER.rahasia, func.coalesce(LETTER.rahasia, false()))


class SqlKembali:
    """The port KembaliLists."""

    def __init__(self, ledger: SqlLedger) -> None:
        self.ledger = ledger

    def waiting(self, tempat: Collection[Jangkauan], skip: int, atmost: int) -> list[BarisKembali]:
        asked = _joined(select(*_told("k", tables.kembalian), *_told("n", tables.naskah)))
        asked = asked.add_columns(*_told("b", tables.berkas)).where(*_here(tempat))
        asked = asked.order_by(CAME.datang, CAME.id).offset(skip).limit(atmost)
        with said_plainly(), self.ledger.reader.begin() as look:
            return [_row(row) for row in look.execute(asked).mappings()]

    def count(self, tempat: Collection[Jangkauan], atmost: int) -> int:
        some = _joined(select(CAME.id)).where(*_here(tempat)).limit(atmost).subquery()
        with said_plainly(), self.ledger.reader.begin() as look:
            return look.execute(select(func.count()).select_from(some)).scalar_one()

    def strays(self, atmost: int) -> list[FileSesat]:
        asked = _strays(select(tables.file_sesat)).order_by(STRAY.datang, STRAY.id).limit(atmost)
        with said_plainly(), self.ledger.reader.begin() as look:
            return [from_row(FileSesat, row) for row in look.execute(asked).mappings()]

    def count_strays(self, atmost: int) -> int:
        some = _strays(select(STRAY.id)).limit(atmost).subquery()
        with said_plainly(), self.ledger.reader.begin() as look:
            return look.execute(select(func.count()).select_from(some)).scalar_one()


def _strays(asked: Select[Any]) -> Select[Any]:
    return asked.where(STRAY.keadaan == SESAT_MENUNGGU)


def _here(tempat: Collection[Jangkauan]) -> list[ColumnElement[bool]]:
    return [CAME.keadaan == MENUNGGU, or_(false(), *map(_placed, apart(tempat)))]


def _placed(one: Jangkauan) -> ColumnElement[bool]:
    asked = [MATTER.instansi == one.instansi, _HIDDEN if one.rahasia else not_(_HIDDEN)]
    return and_(*asked, MATTER.unit == one.unit) if one.unit else and_(*asked)


def _joined(asked: Select[Any]) -> Select[Any]:
    together = tables.kembalian.join(tables.naskah, ROW.id == CAME.naskah)
    together = together.join(tables.berkas, MATTER.id == ROW.berkas)
    return asked.select_from(together.outerjoin(tables.kiriman, LETTER.id == MATTER.kiriman))


def _told(mark: str, table: Table) -> list[ColumnElement[Any]]:
    """Its columns under names of their own, for the three share many."""
    return [one.label(f"{mark}_{one.name}") for one in table.columns]


def _row(row: RowMapping) -> BarisKembali:
    return BarisKembali(
        _part(Kembalian, "k", tables.kembalian, row),
        _part(Naskah, "n", tables.naskah, row),
        _part(Berkas, "b", tables.berkas, row),
    )


def _part(kind: type[T], mark: str, table: Table, row: RowMapping) -> T:
    return from_row(kind, {one.name: row[f"{mark}_{one.name}"] for one in table.columns})
