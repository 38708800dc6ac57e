"""Looking for words by PostgreSQL's tsvector.

Its planner cannot know how rare a word is that it never met, and then walks the whole book for it.
So, unless it knows the words to be common, we look first: where few files fit, these are sorted;
where many do, the book is walked from its end until a page is full.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, TextClause, select, text

from service.adapters.ledger import tables
from service.adapters.ledger.cari_tanya import Bahasa, Dicari
from service.domain.cari import Frasa

FEW = 1_000
MANY = 5 * FEW
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


_FITS = "teks.cari_kata @@ CAST(:match AS tsquery)"
_EXPLAIN = text(
    "EXPLAIN (FORMAT JSON) SELECT 1 FROM teks WHERE teks.cari_kata @@ CAST(:match AS tsquery)"
)
_BAHASA = Bahasa(" & ", " | ", " & !", _phrase)


def numbers(look: Connection, asked: Dicari) -> list[int]:
    """The numbers of what fits, newest first."""
    part = tables.teks.c
    match = text(_FITS).bindparams(match=_BAHASA.write(asked))
    span: list[ColumnElement[bool]] = [part.urut >= asked.first, part.urut <= asked.last]
    if _common(look, asked, match):
        return _walked(look, asked, [match, *span])
    _plan(look, _BY_WORD)
    few = list(look.execute(select(part.urut).where(match, *span).limit(FEW + 1)).scalars())
    if not few:
        return []
    if len(few) <= FEW:
        _plan(look, dict.fromkeys(_BY_WORD, "on"))
        return _page(look, asked, [part.urut.in_(few)])
    return _walked(look, asked, [match, *span])


def _common(look: Connection, asked: Dicari, match: TextClause) -> bool:
    """Whether the planner knows these words to be everywhere; of a phrase it knows nothing."""
    ways = [way for one in asked.tanya.dan for way in one.atau]
    if any(len(way.kata) > 1 for way in ways):
        return False
    plan = look.execute(_EXPLAIN, match.compile().params).scalar_one()
    return bool(plan[0]["Plan"]["Plan Rows"] > MANY)


def _walked(look: Connection, asked: Dicari, fits: list[Any]) -> list[int]:
    _plan(look, _BY_TIME)
    found = _page(look, asked, fits)
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
