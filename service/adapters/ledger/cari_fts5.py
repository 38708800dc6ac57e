"""Looking for words by SQLite's FTS5."""

from __future__ import annotations

from sqlalchemy import Connection, column, exists, select, table, text

from service.adapters.ledger import tables
from service.adapters.ledger.cari_tanya import Bahasa, Dicari
from service.domain.cari import Frasa

_FTS = table("cari_teks", column("rowid"))


def _phrase(one: Frasa) -> str:
    return f'"{" ".join(one.kata)}"{" *" if one.awalan else ""}'


_BAHASA = Bahasa(" AND ", " OR ", " NOT ", _phrase)


def numbers(look: Connection, asked: Dicari) -> list[int]:
    """The numbers of what fits, newest first."""
    match = text("cari_teks MATCH :match").bindparams(match=_BAHASA.write(asked))
    # Asked of each hit in turn: the index leads, newest first, and stops when a page is full.
    part, row, number = tables.teks.c, tables.kiriman.c, _FTS.c.rowid
    fits = exists().where(part.urut == number, row.id == part.kiriman, *asked.allowed)
    found = select(number).where(match, number >= asked.first, number <= asked.last, fits)
    page = found.order_by(number.desc()).offset(asked.skip).limit(asked.atmost)
    return list(look.execute(page).scalars())
