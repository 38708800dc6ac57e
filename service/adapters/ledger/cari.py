"""Looking for words, by SQLite's FTS5 and by PostgreSQL's tsvector; both find the same."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import ColumnElement, and_, false, or_, select

from service.adapters.ledger import cari_fts5, cari_tsquery, tables
from service.adapters.ledger.cari_tanya import TERAKHIR, Dicari
from service.adapters.ledger.engine import said_plainly
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.rows import from_row
from service.domain.cari import Tanya
from service.domain.kiriman import Kiriman
from service.domain.teks import JENIS, KEADAAN, PINTU, tanda, tanda_tempat, urut_of
from service.ports.cari import SaringCari, Temu
from service.ports.kiriman import Jangkauan

_NUMBERS = {"sqlite": cari_fts5.numbers, "postgresql": cari_tsquery.numbers}


class SqlCari:
    """The port Cari."""

    def __init__(self, ledger: SqlLedger) -> None:
        self.ledger = ledger

    def found(
        self,
        tanya: Tanya,
        tempat: Collection[Jangkauan],
        saring: SaringCari,
        skip: int,
        atmost: int,
    ) -> list[Temu]:
        marks = _marks(tempat, saring)
        if tanya.kosong or not marks[0]:
            return []
        asked = Dicari(
            tanya,
            marks,
            [_seen(tempat), *_besides(saring)],
            urut_of(saring.dari) if saring.dari else 0,
            urut_of(saring.sampai, -1) if saring.sampai else TERAKHIR,
            skip,
            atmost,
        )
        part, file, row = tables.teks, tables.file, tables.kiriman
        with said_plainly(), self.ledger.reader.begin() as look:
            numbers = _NUMBERS[self.ledger.engine.dialect.name](look, asked)
            whole = (
                select(part.c.isi, file.c.id.label("file_id"), file.c.nama.label("nama_file"), row)
                .join_from(part, row, part.c.kiriman == row.c.id)
                .join(file, file.c.id == part.c.file)
                .where(part.c.urut.in_(numbers))
                .order_by(part.c.urut.desc())
            )
            return [
                Temu(from_row(Kiriman, one), one["file_id"], one["nama_file"], one["isi"])
                for one in look.execute(whole).mappings()
            ]


# --- what the person may see, and what else was asked for: the row of the kiriman decides


def _seen(tempat: Iterable[Jangkauan]) -> ColumnElement[bool]:
    row = tables.kiriman.c
    places = [
        and_(
            row.instansi == one.instansi,
            row.rahasia.is_(one.rahasia),
            *([row.unit == one.unit] if one.unit else []),
        )
        for one in tempat
    ]
    return or_(false(), *places)


def _besides(saring: SaringCari) -> list[ColumnElement[bool]]:
    row = tables.kiriman.c
    equal = {
        row.instansi: saring.instansi,
        row.unit: saring.unit,
        row.jenis: saring.jenis,
        row.pintu: saring.pintu,
        row.keadaan: saring.keadaan,
    }
    asked = [column == value for column, value in equal.items() if value]
    if saring.dari:
        asked.append(row.diterima >= saring.dari)
    if saring.sampai:
        asked.append(row.diterima <= saring.sampai)
    return asked


# --- the same again as marks in the index, so that few rows are looked at


def _marks(tempat: Iterable[Jangkauan], saring: SaringCari) -> list[list[str]]:
    """One of each line stands in whatever can fit; the first line says where one may look."""
    places = {
        tanda_tempat(one.instansi, one.unit, rahasia=one.rahasia)
        for one in tempat
        if not saring.instansi or one.instansi == saring.instansi
    }
    lines = [sorted(places)]
    if saring.instansi and saring.unit:
        here = saring.instansi, saring.unit
        lines.append([tanda_tempat(*here, rahasia=secret) for secret in (False, True)])
    if saring.jenis:
        lines.append([tanda(JENIS, saring.jenis)])
    if saring.pintu:
        lines.append([tanda(PINTU, saring.pintu)])
    if saring.keadaan:
        lines.append([tanda(KEADAAN, saring.keadaan)])
    return lines
