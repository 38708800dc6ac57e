"""Looking for words, by SQLite's FTS5 and by PostgreSQL's tsvector; both find the same."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import ColumnElement, Select, and_, column, exists, false, or_, select, table, text

from service.adapters.ledger import tables
from service.adapters.ledger.engine import said_plainly
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.rows import from_row
from service.domain.cari import Frasa, Syarat, Tanya
from service.domain.kiriman import Kiriman
from service.domain.teks import JENIS, PINTU, tanda, tanda_tempat, urut_of
from service.ports.cari import SaringCari, Temu
from service.ports.kiriman import Jangkauan

SQLITE, POSTGRESQL = "sqlite", "postgresql"
_FTS = table("cari_teks", column("rowid"))


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
        dialect = self.ledger.engine.dialect.name
        order = _ORDER[dialect]
        allowed = [_seen(tempat), *_besides(saring)]
        asked = _MATCH[dialect](tanya, marks, allowed)
        first = asked.where(*_between(saring, order)).order_by(order.desc())
        first = first.offset(skip).limit(atmost)
        part, file, row = tables.teks, tables.file, tables.kiriman
        with said_plainly(), self.ledger.reader.begin() as look:
            numbers = list(look.execute(first).scalars())
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


def _between(saring: SaringCari, order: ColumnElement[int]) -> list[ColumnElement[bool]]:
    """The same span by the number that sorts, which is how the index can leave out the rest."""
    asked = []
    if saring.dari:
        asked.append(order >= urut_of(saring.dari))
    if saring.sampai:
        asked.append(order <= urut_of(saring.sampai, -1))
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
    return lines


def _fts5(tanya: Tanya, marks: list[list[str]], allowed: list[ColumnElement[bool]]) -> Select[int]:
    def phrase(one: Frasa) -> str:
        return f'"{" ".join(one.kata)}"{" *" if one.awalan else ""}'

    def either(ways: Iterable[str]) -> str:
        return f"({' OR '.join(ways)})"

    def terms(some: Iterable[Syarat]) -> list[str]:
        return [either(map(phrase, one.atau)) for one in some]

    # Marks come last: the rarest word leads, and the index asks them only where it stands.
    words = " AND ".join(terms(tanya.dan))
    if tanya.bukan:
        words = f"({words}) NOT {either(terms(tanya.bukan))}"
    if tanya.nomor:
        words = f'(({words}) OR "{tanya.nomor}")'
    lines = [either(f'"{one}"' for one in line) for line in marks]
    match = text("cari_teks MATCH :match").bindparams(match=" AND ".join([f"({words})", *lines]))
    # Asked of each hit in turn: the index leads, newest first, and stops when a page is full.
    part, row = tables.teks.c, tables.kiriman.c
    fits = exists().where(part.urut == _FTS.c.rowid, row.id == part.kiriman, *allowed)
    return select(_FTS.c.rowid).where(match, fits)


def _tsquery(
    tanya: Tanya, marks: list[list[str]], allowed: list[ColumnElement[bool]]
) -> Select[int]:
    def phrase(one: Frasa) -> str:
        return " <-> ".join(f"'{word}'" for word in one.kata) + (":*" if one.awalan else "")

    def either(ways: Iterable[str]) -> str:
        return f"({' | '.join(ways)})"

    def terms(some: Iterable[Syarat]) -> list[str]:
        return [either(f"({phrase(way)})" for way in one.atau) for one in some]

    words = " & ".join(terms(tanya.dan))
    if tanya.bukan:
        words = f"({words}) & !{either(terms(tanya.bukan))}"
    if tanya.nomor:
        words = f"(({words}) | '{tanya.nomor}')"
    lines = [either(f"'{one}'" for one in line) for line in marks]
    match = text("teks.cari_kata @@ CAST(:match AS tsquery)").bindparams(
        match=" & ".join([f"({words})", *lines])
    )
    part, row = tables.teks, tables.kiriman
    whole = select(part.c.urut).join_from(part, row, part.c.kiriman == row.c.id)
    return whole.where(match, *allowed)


_ORDER: dict[str, ColumnElement[int]] = {
    SQLITE: _FTS.c.rowid,
    POSTGRESQL: tables.teks.c.urut,
}
_MATCH = {SQLITE: _fts5, POSTGRESQL: _tsquery}
