"""Looking for words, by SQLite's FTS5 and by PostgreSQL's tsvector; both find the same."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, select

from service.adapters.ledger import cari_fts5, cari_tsquery, tables
from service.adapters.ledger.cari_tanya import TERAKHIR, Dicari
from service.adapters.ledger.cari_terlihat import allowed
from service.adapters.ledger.engine import said_plainly
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.naskah import told_papers
from service.adapters.ledger.rows import from_row
from service.domain.cari import Tanya
from service.domain.kiriman import File, Kiriman
from service.domain.naskah import Naskah
from service.domain.teks import (
    JENIS,
    KEADAAN,
    MUSNAH,
    NASKAH,
    PINTU,
    TATA,
    tanda,
    tanda_tempat,
    urut_of,
)
from service.ports.cari import Batas, SaringCari, Temu
from service.ports.kiriman import Jangkauan

_NUMBERS = {"sqlite": cari_fts5.numbers, "postgresql": cari_tsquery.numbers}
_SWEPT = {"sqlite": cari_fts5.swept, "postgresql": cari_tsquery.swept}
_PART, _PAPER = tables.teks, tables.naskah
_SHOWN = (_PART.c.file, _PART.c.naskah, _PART.c.halaman, _PART.c.isi)


class SqlCari:
    """The port Cari."""

    def __init__(self, ledger: SqlLedger) -> None:
        self.ledger = ledger

    def found(
        self, tanya: Tanya, batas: Batas, saring: SaringCari, skip: int, atmost: int
    ) -> list[Temu]:
        marks = _marks(batas.tempat, saring)
        if tanya.kosong or not marks[0]:
            return []
        asked = Dicari(
            tanya,
            marks,
            allowed(batas, saring),
            urut_of(saring.dari) if saring.dari else 0,
            urut_of(saring.sampai, -1) if saring.sampai else TERAKHIR,
            skip,
            atmost,
        )
        with said_plainly(), self.ledger.reader.begin() as look:
            numbers = _NUMBERS[self.ledger.engine.dialect.name](look, asked)
            whole = select(*_SHOWN).where(_PART.c.urut.in_(numbers))
            return _told(look, whole.order_by(_PART.c.urut.desc()))

    def within(self, thing: File | Naskah, batas: Batas) -> list[Temu]:
        of = _PART.c.file if isinstance(thing, File) else _PART.c.naskah
        parts = select(*_SHOWN).where(of == thing.id, allowed(batas, SaringCari()))
        with said_plainly(), self.ledger.reader.begin() as look:
            return _told(look, parts.order_by(_PART.c.urut))

    def lacking(self, atmost: int) -> list[str]:
        own = _PART.alias("milik")
        kept = (own.c.id == _PAPER.c.id) & (own.c.tata == TATA)
        fresh = own.c.sumber.in_((_PAPER.c.versi, MUSNAH))
        papers = select(_PAPER.c.id).outerjoin(own, kept & fresh).where(own.c.id.is_(None))
        files = select(_PART.c.file).where(_PART.c.tata < TATA, _PART.c.file != "").distinct()
        with said_plainly(), self.ledger.reader.begin() as look:
            found = list(look.execute(papers.limit(atmost)).scalars())
            if len(found) < atmost:
                found += look.execute(files.limit(atmost - len(found))).scalars()
        return found

    def exposed(self, atmost: int) -> tuple[list[str], list[str]]:
        letter, matter = tables.kiriman.c, tables.berkas.c
        of = _PART.join(tables.kiriman, letter.id == _PART.c.kiriman)
        came = select(_PART.c.kiriman).select_from(of).where(letter.rahasia.is_(True))
        of = _PART.join(_PAPER, _PAPER.c.id == _PART.c.naskah)
        of = of.join(tables.berkas, matter.id == _PAPER.c.berkas)
        ours = select(_PART.c.naskah).select_from(of).where(matter.rahasia.is_(True))
        with said_plainly(), self.ledger.reader.begin() as look:
            worded = (one.where(_PART.c.isi != "").distinct().limit(atmost) for one in (came, ours))
            kiriman, naskah = (list(look.execute(one).scalars()) for one in worded)
        return kiriman, naskah

    def swept(self) -> bool:
        with said_plainly():
            return _SWEPT[self.ledger.engine.dialect.name](self.ledger.engine)


def _told(look: Connection, asked: Select[Any]) -> list[Temu]:
    """The parts with what is told of their file or their paper: three questions at most."""
    parts = look.execute(asked).mappings().all()
    letters = _letters(look, [one["file"] for one in parts if one["file"]])
    papers = told_papers(look, [one["naskah"] for one in parts if one["naskah"]])
    return [_temu(one, letters, papers) for one in parts]


def _temu(one: RowMapping, letters: dict[str, Any], papers: dict[str, Any]) -> Temu:
    if one["naskah"]:
        return Temu(one["isi"], one["halaman"], naskah=papers[one["naskah"]])
    kiriman, file = letters[one["file"]]
    return Temu(one["isi"], one["halaman"], kiriman, file)


def _letters(look: Connection, files: Sequence[str]) -> dict[str, tuple[Kiriman, File]]:
    if not files:
        return {}
    held = look.execute(select(tables.file).where(tables.file.c.id.in_(files))).mappings()
    known = [from_row(File, one) for one in held]
    of = {one.kiriman for one in known}
    came = look.execute(select(tables.kiriman).where(tables.kiriman.c.id.in_(of))).mappings()
    letters = {one["id"]: from_row(Kiriman, one) for one in came}
    return {one.id: (letters[one.kiriman], one) for one in known}


# --- the same again as marks in the index, so that few rows are looked at


def _marks(tempat: Collection[Jangkauan], saring: SaringCari) -> list[list[str]]:
    """One of each line stands in whatever can fit; the first line says where one may look."""
    places = [one for one in tempat if not saring.instansi or one.instansi == saring.instansi]
    letters = {tanda_tempat(one.instansi, one.unit, rahasia=one.rahasia) for one in places}
    kind = [saring.jenis_naskah] if saring.jenis_naskah else []
    papers = {tanda(NASKAH, one.instansi, *kind) for one in places if one.instansi}
    first = (set() if saring.keluar else letters) | (set() if saring.masuk else papers)
    lines = [sorted(first)]
    if saring.instansi and saring.unit:
        here = saring.instansi, saring.unit
        own = [tanda_tempat(*here, rahasia=secret) for secret in (False, True)]
        lines.append([*own, *sorted(papers)])
    if saring.jenis:
        lines.append([tanda(JENIS, saring.jenis)])
    if saring.pintu:
        lines.append([tanda(PINTU, saring.pintu)])
    if saring.keadaan:
        lines.append([tanda(KEADAAN, saring.keadaan)])
    return lines
