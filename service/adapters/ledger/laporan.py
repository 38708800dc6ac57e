"""The counts behind the reports, made where the lines lie."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, false, func, or_, select

from service.adapters.ledger import tables
from service.adapters.ledger.engine import said_plainly
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.types import moment
from service.domain.informasi.keadaan import DICABUT, TERBATAS_DILIHAT, TERVERIFIKASI
from service.domain.laporan.gerak import BERGERAK, Peristiwa
from service.domain.laporan.ketersediaan import Hitungan
from service.domain.laporan.umur import Umur
from service.domain.laporan.verifikasi import Langkah
from service.ports.kiriman import Jangkauan

ROW, LINE = tables.informasi.c, tables.riwayat_informasi.c
_WITH = tables.riwayat_informasi.join(tables.informasi, LINE.informasi == ROW.id)


class SqlLaporan:
    """The port LaporanLists."""

    def __init__(self, ledger: SqlLedger) -> None:
        self.ledger = ledger

    def standing(
        self, tempat: Collection[Jangkauan], pada: datetime | None = None
    ) -> list[Hitungan]:
        asked = select(ROW.unit, ROW.kategori, ROW.keadaan, func.count())
        group = [ROW.unit, ROW.kategori, ROW.keadaan]
        if pada is not None:
            later = tables.riwayat_informasi.alias("kemudian")
            over = select(later.c.id).where(
                later.c.informasi == LINE.informasi,
                later.c.urut > LINE.urut,
                later.c.pada <= moment(pada),
            )
            asked = select(ROW.unit, ROW.kategori, LINE.ke, func.count()).select_from(_WITH)
            asked = asked.where(LINE.pada <= moment(pada), ~over.exists())
            group[2] = LINE.ke
        return [Hitungan(*one) for one in self._read(asked.where(_open(tempat)).group_by(*group))]

    def moves(
        self, tempat: Collection[Jangkauan], dari: datetime, sampai: datetime
    ) -> list[Peristiwa]:
        since = tables.riwayat_informasi.alias("sejak")
        lately = select(since.c.informasi).where(
            since.c.ke.in_(BERGERAK), since.c.pada.between(moment(dari), moment(sampai))
        )
        asked = select(LINE.informasi, LINE.urut, LINE.ke, LINE.pada).select_from(_WITH)
        asked = asked.where(_open(tempat), LINE.ke.in_(BERGERAK), LINE.pada <= moment(sampai))
        return [Peristiwa(*one) for one in self._read(asked.where(LINE.informasi.in_(lately)))]

    def verdicts(
        self, tempat: Collection[Jangkauan], dari: datetime, sampai: datetime
    ) -> list[Langkah]:
        asked = select(ROW.unit, LINE.informasi, LINE.urut, LINE.ke, LINE.ruas).select_from(_WITH)
        asked = asked.where(
            _open(tempat),
            or_(LINE.ke == TERVERIFIKASI, LINE.alasan != ""),
            LINE.pada.between(moment(dari), moment(sampai)),
        )
        return [
            Langkah(unit, piece, urut, ke, tuple(ruas))
            for unit, piece, urut, ke, ruas in self._read(asked)
        ]

    def ages(
        self, tempat: Collection[Jangkauan], sejak: Sequence[tuple[str, date]], lama: str
    ) -> list[Umur]:
        fresh = func.coalesce(ROW.dimutakhirkan_pada, ROW.terbit_pada)
        name = case(*((fresh >= first, nama) for nama, first in sejak), else_=lama)
        asked = select(ROW.kategori, name.label("umur"), func.count())
        asked = asked.where(_open(tempat), ROW.terbit_pada.is_not(None), ROW.keadaan != DICABUT)
        return [Umur(*one) for one in self._read(asked.group_by(ROW.kategori, "umur"))]

    def known(
        self, instansi: str, ids: Collection[str], dasar: Collection[str]
    ) -> tuple[set[str], set[str]]:
        ground = ROW.pelengkap["dasar"].as_string()
        asked = select(ROW.id, ground).where(
            ROW.instansi == instansi, or_(ROW.id.in_(ids), ground.in_(dasar))
        )
        rows = self._read(asked) if ids or dasar else []
        return {id_ for id_, _ in rows} & set(ids), {why for _, why in rows} & set(dasar)

    def _read(self, asked: Select[Any]) -> list[Any]:
        with said_plainly(), self.ledger.reader.begin() as look:
            return list(look.execute(asked))


def _open(tempat: Collection[Jangkauan]) -> ColumnElement[bool]:
    """What lies in these places and is not withheld; a place of withheld matters shows nothing."""
    places = (
        and_(ROW.instansi == one.instansi, *([ROW.unit == one.unit] if one.unit else []))
        for one in tempat
        if not one.rahasia
    )
    return and_(or_(false(), *places), ROW.keadaan.not_in(sorted(TERBATAS_DILIHAT)))
