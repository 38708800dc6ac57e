"""Looking for words by SQLite's FTS5.

What is taken out is only marked as gone in it, until its parts are merged: then nothing of it is
left in the file, for Debian's SQLite writes over what it lets go.
"""

from __future__ import annotations

from sqlalchemy import Connection, Engine, column, exists, select, table, text

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
    part, number = tables.teks.c, _FTS.c.rowid
    fits = exists().where(part.urut == number, asked.allowed).correlate(_FTS)
    found = select(number).where(match, number >= asked.first, number <= asked.last, fits)
    page = found.order_by(number.desc()).offset(asked.skip).limit(asked.atmost)
    return list(look.execute(page).scalars())


SEKALI = 256  # pages that are merged in one transaction
_MERGED = text("INSERT INTO cari_teks(cari_teks, rank) VALUES ('merge', :pages)")
_CHANGES = text("SELECT total_changes()")


def swept(engine: Engine) -> bool:
    """Merge some parts of the index; whether there was nothing to merge."""
    with engine.begin() as connection:
        before = connection.execute(_CHANGES).scalar_one()
        connection.execute(_MERGED, {"pages": -SEKALI})
        done = connection.execute(_CHANGES).scalar_one() - before
    return bool(done < 2)  # what SQLite's manual says of it
