"""Lists of archives: who may see one is said by its matter, as that stands now."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import ColumnElement, and_, false, func, or_, select, tuple_

from service.adapters.ledger import tables
from service.adapters.ledger.arsip_file import files_of, named_in
from service.adapters.ledger.engine import said_plainly
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.naskah import apart
from service.adapters.ledger.rows import from_row
from service.adapters.ledger.tx import as_row
from service.domain.arsip.arsip import Arsip
from service.domain.arsip.hapus import FileArsip
from service.domain.arsip.pinjam import Pinjaman
from service.domain.berkas import TERTUTUP, Berkas
from service.ports.arsip import BarisArsip, BarisPinjam, SaringArsip
from service.ports.kiriman import Jangkauan

ROW, MATTER = tables.arsip.c, tables.berkas.c
BOTH = tables.arsip.join(tables.berkas, ROW.id == MATTER.id)


class SqlArsip:
    """The port ArsipLists."""

    def __init__(self, ledger: SqlLedger) -> None:
        self.ledger = ledger

    def by_closing(
        self,
        tempat: Collection[Jangkauan],
        saring: SaringArsip,
        after: tuple[date, str] | None,
        atmost: int,
    ) -> list[BarisArsip]:
        told = [MATTER.judul, MATTER.unit.label("unit_berkas"), MATTER.rahasia]
        asked = select(*tables.arsip.c, *told).select_from(BOTH).where(*_asked(tempat, saring))
        if after:
            asked = asked.where(tuple_(ROW.ditutup, ROW.id) > tuple_(*after))
        asked = asked.order_by(ROW.ditutup, ROW.id).limit(atmost)
        with said_plainly(), self.ledger.reader.begin() as look:
            rows = look.execute(asked).mappings().all()
        return [
            BarisArsip(
                from_row(Arsip, {name: row[name] for name in tables.arsip.c.keys()}),  # noqa: SIM118
                row["judul"],
                row["unit_berkas"],
                bool(row["rahasia"]),
            )
            for row in rows
        ]

    def count(self, tempat: Collection[Jangkauan], saring: SaringArsip, atmost: int) -> int:
        some = select(ROW.id).select_from(BOTH).where(*_asked(tempat, saring)).limit(atmost)
        with said_plainly(), self.ledger.reader.begin() as look:
            return look.execute(select(func.count()).select_from(some.subquery())).scalar_one()

    def unlisted(self, tempat: Collection[Jangkauan], atmost: int) -> list[Berkas]:
        known = select(ROW.id).where(ROW.id == MATTER.id).exists()
        asked = select(tables.berkas).where(
            _placed(tempat), MATTER.keadaan.in_(sorted(TERTUTUP)), ~known
        )
        asked = asked.order_by(MATTER.ditutup, MATTER.id).limit(atmost)
        with said_plainly(), self.ledger.reader.begin() as look:
            return [from_row(Berkas, row) for row in look.execute(asked).mappings()]

    def lent(
        self, tempat: Collection[Jangkauan], sampai: date, atmost: int, peminjam: str = ""
    ) -> list[BarisPinjam]:
        loan = tables.pinjaman_arsip
        told = [MATTER[name].label(f"berkas_{name}") for name in ("judul", "instansi", "unit")]
        asked = (
            select(*loan.c, *told)
            .select_from(loan.join(tables.berkas, loan.c.arsip == MATTER.id))
            .where(_placed(tempat), loan.c.kembali.is_(None), loan.c.kembali_sebelum <= sampai)
            .order_by(loan.c.kembali_sebelum, loan.c.id)
            .limit(atmost)
        )
        if peminjam:
            asked = asked.where(loan.c.peminjam == peminjam)
        with said_plainly(), self.ledger.reader.begin() as look:
            rows = look.execute(asked).mappings().all()
        return [
            BarisPinjam(
                from_row(Pinjaman, {name: row[name] for name in loan.c.keys()}),  # noqa: SIM118
                row["berkas_judul"],
                row["berkas_instansi"],
                row["berkas_unit"],
            )
            for row in rows
        ]

    def named(self, sidik: Collection[str], but: object | None = None) -> frozenset[str]:
        going = ("", "") if but is None else (tables.TABLES[type(but)].name, as_row(but).id)
        with said_plainly(), self.ledger.reader.begin() as look:
            return named_in(look, sidik, going)

    def files(self, berkas: Collection[str]) -> FileArsip:
        with said_plainly(), self.ledger.reader.begin() as look:
            return files_of(look, berkas)


def _asked(tempat: Collection[Jangkauan], saring: SaringArsip) -> list[ColumnElement[bool]]:
    where = [_placed(tempat)]
    if saring.keadaan:
        where.append(ROW.keadaan.in_(saring.keadaan))
    if saring.kode:
        below = (ROW.kode.startswith(saring.kode + one, autoescape=True) for one in "./-")
        where.append(or_(ROW.kode == saring.kode, *below))
    if saring.unit:
        where.append(MATTER.unit == saring.unit)
    if saring.nasib:
        judged = func.coalesce(func.nullif(ROW.penilaian, ""), ROW.retensi["nasib"].as_string())
        where.append(judged == saring.nasib)
    if saring.tidak_aktif:
        where.append(ROW.aktif_sampai < saring.tidak_aktif)
    if saring.habis:
        where.append(ROW.inaktif_sampai < saring.habis)
    if saring.vital:
        where.append(ROW.vital)
    return where


def _placed(tempat: Collection[Jangkauan]) -> ColumnElement[bool]:
    places = [
        and_(
            MATTER.instansi == one.instansi,
            MATTER.rahasia.is_(one.rahasia),
            *([MATTER.unit == one.unit] if one.unit else []),
        )
        for one in apart(tempat)
    ]
    return or_(*places) if places else false()
