"""Lists of pieces of information: one question, however many places are asked for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, not_, or_, select, tuple_

from service.adapters.ledger import tables
from service.adapters.ledger.engine import said_plainly
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.naskah import apart
from service.adapters.ledger.rows import from_row
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import (
    BERLAKU_KECUALI,
    DICABUT,
    MENUNGGU,
    TERBATAS_DILIHAT,
    USULAN_KECUALI,
)
from service.domain.informasi.sumbu import KATEGORI_DIP
from service.domain.informasi.waktu import TIADA
from service.ports.informasi import SaringInformasi
from service.ports.kiriman import Jangkauan

ROW = tables.informasi.c
KATA_TERBANYAK = 6
_SAID = {name: ROW.unsur[name].as_string() for name in ("ringkasan", "penguasa", "tempat")}
_BEHIND = ROW.unsur["penanggung_jawab"].as_string()
_WORDS = (_SAID["ringkasan"], _SAID["penguasa"], _BEHIND)
PARTS = ("aktif", "inaktif", "nasib_akhir", "tertulis")
_KEPT = [ROW.unsur["retensi", part].as_string() for part in PARTS]
# An element that says nothing at all; what says too little is told on the page of the piece.
_LACKS = (
    *(text == "" for text in (*_SAID.values(), _BEHIND)),
    ROW.unsur["waktu", "ketelitian"].as_string() == TIADA,
    and_(
        ROW.unsur["bentuk", 0].as_string().is_(None),
        ROW.unsur["bentuk_tertulis"].as_string() == "",
    ),
    and_(*(part == "" for part in _KEPT)),
)
_CLOSED = ROW.keadaan.in_(sorted(TERBATAS_DILIHAT))


class SqlInformasi:
    """The port InformasiLists."""

    def __init__(self, ledger: SqlLedger) -> None:
        self.ledger = ledger

    def by_kode(
        self, tempat: Collection[Jangkauan], saring: SaringInformasi, after: str, atmost: int
    ) -> list[Informasi]:
        asked = select(tables.informasi).where(*_asked(tempat, saring), ROW.kode > after)
        return self._read(asked.order_by(ROW.kode).limit(atmost))

    def count(self, tempat: Collection[Jangkauan], saring: SaringInformasi, atmost: int) -> int:
        some = select(ROW.id).where(*_asked(tempat, saring)).limit(atmost).subquery()
        with said_plainly(), self.ledger.reader.begin() as look:
            return look.execute(select(func.count()).select_from(some)).scalar_one()

    def pending(self, tempat: Collection[Jangkauan]) -> list[tuple[str, bool, int]]:
        waits = SaringInformasi(tuple(sorted(MENUNGGU)))
        asked = select(ROW.unit, ROW.dikembalikan, func.count()).where(*_asked(tempat, waits))
        with said_plainly(), self.ledger.reader.begin() as look:
            rows = look.execute(asked.group_by(ROW.unit, ROW.dikembalikan))
            return [(unit, bool(back), many) for unit, back, many in rows]

    def as_of(self, versi: Mapping[str, int]) -> dict[str, Informasi]:
        kept, pairs = tables.riwayat.c, list(versi.items())
        if not pairs:
            return {}
        asked = select(kept.id, kept.isi).where(
            kept.jenis == str(tables.informasi.name), tuple_(kept.id, kept.versi).in_(pairs)
        )
        with said_plainly(), self.ledger.reader.begin() as look:
            return {row.id: from_row(Informasi, row.isi) for row in look.execute(asked) if row.isi}

    def withheld(self, instansi: str, after: str, atmost: int) -> list[Informasi]:
        asked = select(tables.informasi).where(
            ROW.instansi == instansi, ROW.keadaan.in_(sorted(BERLAKU_KECUALI)), ROW.kode > after
        )
        return self._read(asked.order_by(ROW.kode).limit(atmost))

    def shown(self, instansi: str) -> frozenset[str]:
        gone = sorted(TERBATAS_DILIHAT | {DICABUT})
        asked = select(ROW.kode).where(
            ROW.instansi == instansi, ROW.terbit_pada.is_not(None), ROW.keadaan.not_in(gone)
        )
        with said_plainly(), self.ledger.reader.begin() as look:
            return frozenset(str(kode) for kode in look.execute(asked).scalars())

    def left(self, instansi: str) -> dict[str, datetime]:
        line = tables.riwayat_informasi.c
        asked = (
            select(ROW.kode, func.max(line.pada))
            .where(line.informasi == ROW.id, ROW.instansi == instansi)
            .where(line.ke.in_((DICABUT, USULAN_KECUALI)))
            .group_by(ROW.kode)
        )
        with said_plainly(), self.ledger.reader.begin() as look:
            return {str(kode): pada for kode, pada in look.execute(asked)}

    def _read(self, asked: Select[Any]) -> list[Informasi]:
        with said_plainly(), self.ledger.reader.begin() as look:
            return [from_row(Informasi, row) for row in look.execute(asked).mappings()]


def _asked(tempat: Collection[Jangkauan], saring: SaringInformasi) -> list[ColumnElement[bool]]:
    asked: list[ColumnElement[bool]] = [or_(false(), *map(_placed, apart(tempat)))]
    if saring.keadaan:
        asked.append(ROW.keadaan.in_(saring.keadaan))
    if saring.kategori:
        asked.append(ROW.kategori == saring.kategori)
    if saring.unit:
        asked.append(ROW.unit == saring.unit)
    asked += [_says(one) for one in saring.kata.split()[:KATA_TERBANYAK]]
    if saring.kurang:
        asked.append(or_(ROW.kategori.not_in(list(KATEGORI_DIP)), *_LACKS))
    if saring.dikembalikan is not None:
        asked.append(ROW.dikembalikan.is_(saring.dikembalikan))
    return asked


def _says(kata: str) -> ColumnElement[bool]:
    """Whether it says a word, whatever stands before or behind it."""
    return or_(*(text.icontains(kata, autoescape=True) for text in _WORDS))


def _placed(one: Jangkauan) -> ColumnElement[bool]:
    here = [ROW.instansi == one.instansi, _CLOSED if one.rahasia else not_(_CLOSED)]
    return and_(*here, ROW.unit == one.unit) if one.unit else and_(*here)
