"""Looking for words by PostgreSQL's tsvector.

Its planner cannot know how rare a word is that it never met, and then walks the whole book for it.
So we look first: where few files fit, these are sorted; where many do, the book is walked from its
end until a page is full.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, select, text

from service.adapters.ledger import tables
from service.adapters.ledger.cari_tanya import Bahasa, Dicari
from service.domain.cari import Frasa

FEW = 1_000
_BY_WORD = {"jit": "off", "enable_seqscan": "off", "enable_indexscan": "off"}
_BY_TIME = {
    "jit": "off",
    "enable_seqscan": "off",
    "enable_indexscan": "on",
    "enable_bitmapscan": "off",
    "enable_hashjoin": "off",
    "enable_mergejoin": "off",
    "enable_sort": "off",
}


def _phrase(one: Frasa) -> str:
    words = " <-> ".join(f"'{word}'" for word in one.kata)
    return f"({words}{':*' if one.awalan else ''})"


_BAHASA = Bahasa(" & ", " | ", " & !", _phrase)


def numbers(look: Connection, asked: Dicari) -> list[int]:
    """The numbers of what fits, newest first."""
    part = tables.teks.c
    match = text("teks.cari_kata @@ CAST(:match AS tsquery)").bindparams(match=_BAHASA.write(asked))
    span: list[ColumnElement[bool]] = [part.urut >= asked.first, part.urut <= asked.last]
    _plan(look, _BY_WORD)
    few = list(look.execute(select(part.urut).where(match, *span).limit(FEW + 1)).scalars())
    if not few:
        return []
    if len(few) <= FEW:
        _plan(look, dict.fromkeys(_BY_WORD, "on"))
        return _page(look, asked, [part.urut.in_(few)])
    _plan(look, _BY_TIME)
    found = _page(look, asked, [match, *span])
    _plan(look, dict.fromkeys(_BY_TIME, "on"))
    return found


def _page(look: Connection, asked: Dicari, fits: list[Any]) -> list[int]:
    part, row = tables.teks, tables.kiriman
    found = select(part.c.urut).join_from(part, row, part.c.kiriman == row.c.id)
    page = found.where(*fits, *asked.allowed).order_by(part.c.urut.desc())
    return list(look.execute(page.offset(asked.skip).limit(asked.atmost)).scalars())


def _plan(look: Connection, settings: dict[str, str]) -> None:
    """Ways of looking, for the rest of this transaction."""
    calls = ", ".join(f"set_config('{name}', '{value}', true)" for name, value in settings.items())
    look.execute(text(f"SELECT {calls}"))
