"""Lists of matters: each place and each peran by its own index, merged as they come."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, false, func, or_, select

from service.adapters.ledger import tables
from service.adapters.ledger.engine import said_plainly
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.rows import from_row
from service.domain.berkas import BERJALAN, Berkas
from service.domain.catatan import Catatan
from service.domain.informasi.informasi import Informasi
from service.domain.komentar import BERAT, Ikut
from service.domain.naskah import Naskah
from service.domain.pasangan_versi import PasanganKonsep, PasanganTerbit
from service.domain.sengketa import Sengketa
from service.domain.sop.lintas import Lintas
from service.domain.sop.tampak import DITUNDA, LEWAT, SEGERA
from service.ports.berkas import Menunggu, SaringBerkas
from service.ports.kiriman import Jangkauan

ROW = tables.berkas.c
FAR = date.max


class SqlBerkas:
    """The port BerkasLists."""

    def __init__(self, ledger: SqlLedger) -> None:
        self.ledger = ledger

    def waiting(
        self, places: Collection[Menunggu], atmost: int, sampai: date | None = None
    ) -> list[Berkas]:
        by_then = [ROW.jatuh <= sampai] if sampai else []
        with said_plainly(), self.ledger.reader.begin() as look:
            found = [
                _some(look, select(tables.berkas).where(*here, *by_then), atmost)
                for here in _waits(look, places)
            ]
        return list(islice(heapq.merge(*found, key=_due), atmost))

    def count_waiting(
        self, places: Collection[Menunggu], atmost: int, sampai: date | None = None
    ) -> int:
        many = 0
        by_then = [ROW.jatuh <= sampai] if sampai else []
        with said_plainly(), self.ledger.reader.begin() as look:
            for here in _waits(look, places):
                some = select(ROW.id).where(*here, *by_then).limit(atmost - many)
                counted = select(func.count()).select_from(some.subquery())
                many += look.execute(counted).scalar_one()
                if many >= atmost:
                    break
        return many

    def listed(
        self,
        tempat: Collection[Jangkauan],
        saring: SaringBerkas,
        hari: tuple[date, date],
        skip: int,
        atmost: int,
    ) -> list[Berkas]:
        found = list[list[Berkas]]()
        with said_plainly(), self.ledger.reader.begin() as look:
            for one in _apart(tempat):
                asked = select(tables.berkas).where(*_placed(one), *_asked(saring, hari))
                if saring.keadaan == BERJALAN:
                    found.append(_some(look, asked, skip + atmost))
                    continue
                asked = asked.order_by(ROW.dibuka.desc(), ROW.id.desc()).limit(skip + atmost)
                rows = look.execute(asked).mappings()
                found.append([from_row(Berkas, row) for row in rows])
        if saring.keadaan == BERJALAN:
            merged = heapq.merge(*found, key=_due)
        else:
            merged = heapq.merge(*found, key=lambda one: (one.dibuka, one.id), reverse=True)
        return list(islice(merged, skip, skip + atmost))

    def ticking(self, instansi: str) -> list[str]:
        under_way = (ROW.instansi == instansi, ROW.keadaan == BERJALAN, ROW.sidik != "")
        asked = select(ROW.id).where(*under_way, ROW.ditunda.is_(None)).order_by(ROW.id)
        with said_plainly(), self.ledger.reader.begin() as look:
            return list(look.execute(asked).scalars())

    def trail(
        self,
        berkas: Berkas | Naskah | Sengketa | PasanganKonsep | PasanganTerbit | Informasi,
    ) -> list[Catatan]:
        line = tables.catatan
        # Spelt so that no index leads by it: by what it is about one comes to few lines.
        here = (line.c.instansi.concat("") == berkas.instansi, line.c.tentang == berkas.id)
        asked = select(line).where(*here).order_by(line.c.urut.desc())
        with said_plainly(), self.ledger.reader.begin() as look:
            return [from_row(Catatan, row) for row in look.execute(asked).mappings()]

    def entrusted(self, orang: str, atmost: int) -> list[Berkas]:
        mine = (ROW.pemilik == orang, ROW.keadaan == BERJALAN, ROW.atas_nama != "")
        with said_plainly(), self.ledger.reader.begin() as look:
            return _some(look, select(tables.berkas).where(*mine), atmost)

    def told(
        self, orang: str, tempat: Collection[Jangkauan], atmost: int
    ) -> tuple[int, list[tuple[Ikut, Berkas]]]:
        row = tables.ikut
        source = row.join(tables.berkas, ROW.id == row.c.berkas)
        unseen = (row.c.orang == orang, row.c.kabar.in_(BERAT))
        here = or_(false(), *(and_(*_placed(one)) for one in _apart(tempat)))
        weight = case({one: n for n, one in enumerate(BERAT)}, value=row.c.kabar)
        asked = select(row).select_from(source).where(*unseen, here)
        asked = asked.order_by(weight.desc(), row.c.sejak.desc(), row.c.id).limit(atmost)
        with said_plainly(), self.ledger.reader.begin() as look:
            counted = select(func.count()).select_from(source).where(*unseen, here)
            many = look.execute(counted).scalar_one()
            found = [from_row(Ikut, one) for one in look.execute(asked).mappings()]
            about = select(tables.berkas).where(ROW.id.in_({one.berkas for one in found}))
            matters = [from_row(Berkas, one) for one in look.execute(about).mappings()]
        known = {one.id: one for one in matters}
        return many, [(one, known[one.berkas]) for one in found]

    def passages(
        self, instansi: str, sop: str, dari: datetime, sampai: datetime, atmost: int
    ) -> list[Lintas]:
        passed = tables.jejak.c
        # Spelt so that no index leads by the matter.
        asked = (
            select(
                ROW.id.label("berkas"), ROW.unit, ROW.rahasia, ROW.untuk,
                passed.langkah, passed.masuk, passed.diambil, passed.keluar, passed.kembali,
                ROW.jeda,
            )
            .join(tables.berkas, ROW.id == passed.berkas)
            .where(passed.keluar.between(dari, sampai), passed.dilewati.is_(False))
            .where(ROW.instansi.concat("") == instansi, ROW.sop.concat("") == sop)
            .order_by(passed.keluar.desc(), passed.id)
            .limit(atmost)
        )  # fmt: skip
        with said_plainly(), self.ledger.reader.begin() as look:
            rows = look.execute(asked).mappings()
            return [Lintas(**{**row, "jeda": tuple(row["jeda"])}) for row in rows]


def _due(one: Berkas) -> tuple[Any, ...]:
    return one.jatuh or FAR, one.dibuka, one.id


def _some(look: Connection, asked: Select[Any], atmost: int) -> list[Berkas]:
    """Those with a term by its end, then those without one by age: each by the same index."""
    found = list[Berkas]()
    for part in (
        asked.where(ROW.jatuh.is_not(None)).order_by(ROW.jatuh, ROW.dibuka, ROW.id),
        asked.where(ROW.jatuh.is_(None)).order_by(ROW.dibuka, ROW.id),
    ):
        if len(found) < atmost:
            rows = look.execute(part.limit(atmost - len(found))).mappings()
            found += [from_row(Berkas, row) for row in rows]
    return found


def _waits(look: Connection, places: Collection[Menunggu]) -> Iterator[list[ColumnElement[bool]]]:
    """One question for each place and each set of peran that is waited for there."""
    known = {kode: _each(look, kode) for kode in {one.tempat.instansi for one in places}}
    for one in places:
        for joined in known[one.tempat.instansi]:
            asked = joined.split("+") if joined else []
            if one.peran.intersection(asked) and one.tanpa.isdisjoint(asked):
                under_way = (ROW.keadaan == BERJALAN, ROW.menunggu == joined)
                yield [*_placed(one.tempat), *under_way]


def _each(look: Connection, instansi: str) -> list[str]:
    """Every set of peran that some matter waits for, found by stepping through the index."""
    here = (ROW.instansi == instansi, ROW.keadaan == BERJALAN)
    step = select(func.min(ROW.menunggu).label("value")).where(*here).cte("step", recursive=True)
    after = select(func.min(ROW.menunggu)).where(*here, ROW.menunggu > step.c.value)
    step = step.union_all(select(after.scalar_subquery()).where(step.c.value.is_not(None)))
    asked = select(step.c.value).where(step.c.value.is_not(None))
    return list(look.execute(asked).scalars())


def _apart(tempat: Collection[Jangkauan]) -> list[Jangkauan]:
    """The places without those that lie within another."""
    wide = {(one.instansi, one.rahasia) for one in tempat if not one.unit}
    return sorted(
        {one for one in tempat if not one.unit or (one.instansi, one.rahasia) not in wide},
        key=lambda one: (one.instansi, one.unit, one.rahasia),
    )


def _placed(one: Jangkauan) -> list[ColumnElement[bool]]:
    # Spelt so that no index leads by them: the state and the term come to fewer rows.
    asked = [
        ROW.instansi == one.instansi,
        func.coalesce(ROW.rahasia, one.rahasia) == one.rahasia,
    ]
    return [*asked, func.coalesce(ROW.unit, one.unit) == one.unit] if one.unit else asked


def _asked(saring: SaringBerkas, hari: tuple[date, date]) -> list[ColumnElement[bool]]:
    asked = [ROW.keadaan == saring.keadaan] if saring.keadaan else []
    today, soon = hari
    if saring.tampak == LEWAT:
        asked.append(ROW.jatuh < today)
    if saring.tampak == SEGERA:
        asked.append(ROW.jatuh.between(today, soon))
    if saring.tampak == DITUNDA:
        asked.append(ROW.ditunda.is_not(None))
    if saring.sop:
        asked.append(func.coalesce(ROW.sop, saring.sop) == saring.sop)
    if saring.unit:
        asked.append(func.coalesce(ROW.unit, saring.unit) == saring.unit)
    if saring.cari:
        like = f"%{_plain(saring.cari)}%"
        asked.append(or_(ROW.judul.ilike(like, escape="!"), ROW.id == saring.cari))
    return asked


def _plain(words: str) -> str:
    """The words themselves: nothing in them stands for other letters."""
    return words.replace("!", "!!").replace("%", "!%").replace("_", "!_")
