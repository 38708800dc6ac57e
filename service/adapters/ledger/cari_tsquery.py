"""Looking for words by PostgreSQL's tsvector.

Its planner cannot know how rare a word is that it never met, and then walks the whole book for it.
So, unless it knows the words to be common, we look first: where few files fit, these are sorted;
where many do, the book is walked from its end until a page is full. A phrase of common
words may be either: for it the end of the book is walked first.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, func, select, text

from service.adapters.ledger import tables
from service.adapters.ledger.cari_tanya import Bahasa, Dicari
from service.domain.cari import Frasa

FEW = 2_000
MANY = 5_000
LAST = 4_000  # files at the end of the book in which a phrase of common words is looked for
# A plan that was made for all words alike knows of none how rare it is, and walks the whole book.
_EACH_ANEW = {"plan_cache_mode": "force_custom_plan"}
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


def _phrase(one: Frasa, between: str = " <-> ") -> str:
    words = between.join(f"'{word}'" for word in one.kata)
    return f"({words}{':*' if one.awalan else ''})"


def _words(one: Frasa) -> str:
    return _phrase(one, " & ")


_FITS = "teks.cari_kata @@ CAST(:match AS tsquery)"
_EXPLAIN = text(
    "EXPLAIN (FORMAT JSON) SELECT 1 FROM teks WHERE teks.cari_kata @@ CAST(:match AS tsquery)"
)
_BAHASA = Bahasa(" & ", " | ", " & !", _phrase)
_KATA = Bahasa(" & ", " | ", " & !", _words)  # the same, wherever its words stand


def numbers(look: Connection, asked: Dicari) -> list[int]:
    """The numbers of what fits, newest first."""
    part = tables.teks.c
    match = text(_FITS).bindparams(match=_BAHASA.write(asked))
    span: list[ColumnElement[bool]] = [part.urut >= asked.first, part.urut <= asked.last]
    _plan(look, _EACH_ANEW)
    if _common(look, asked):
        if not _has_phrase(asked):
            return _walked(look, asked, [match, *span])
        last = _walked(look, asked, [match, *span, part.urut >= _last(span)])
        if len(last) == asked.atmost:
            return last
    _plan(look, _BY_WORD)
    few = list(look.execute(select(part.urut).where(match, *span).limit(FEW + 1)).scalars())
    if not few:
        return []
    if len(few) <= FEW:
        _plan(look, dict.fromkeys(_BY_WORD, "on"))
        return _sifted(look, asked, sorted(few, reverse=True))
    return _walked(look, asked, [match, *span])


def _common(look: Connection, asked: Dicari) -> bool:
    """Whether the planner knows these words to be everywhere; of a phrase it knows nothing."""
    plan = look.execute(_EXPLAIN, {"match": _KATA.write(asked)}).scalar_one()
    return bool(plan[0]["Plan"]["Plan Rows"] > MANY)


def _has_phrase(asked: Dicari) -> bool:
    return any(len(way.kata) > 1 for one in asked.tanya.dan for way in one.atau)


def _last(span: list[ColumnElement[bool]]) -> Any:
    """Where the end of the book begins."""
    part = tables.teks.c
    first = select(part.urut).where(*span).order_by(part.urut.desc()).offset(LAST).limit(1)
    return func.coalesce(first.scalar_subquery(), 0)


def _walked(look: Connection, asked: Dicari, fits: list[Any]) -> list[int]:
    _plan(look, _BY_TIME)
    found = _page(look, asked, fits)
    _plan(look, dict.fromkeys(_BY_TIME, "on"))
    return found


def _sifted(look: Connection, asked: Dicari, few: list[int]) -> list[int]:
    """The page that these make, newest first: no more are looked at than it takes to fill it."""
    full, seen = asked.skip + asked.atmost, list[int]()
    share = 2 * full
    part = tables.teks.c
    while few and len(seen) < full:
        next_, few = few[:share], few[share:]
        shown = select(part.urut).where(part.urut.in_(next_), asked.allowed)
        seen += sorted(look.execute(shown).scalars(), reverse=True)
        share *= 4
    return seen[asked.skip : full]


def _page(look: Connection, asked: Dicari, fits: list[Any]) -> list[int]:
    part = tables.teks.c
    page = select(part.urut).where(*fits, asked.allowed).order_by(part.urut.desc())
    return list(look.execute(page.offset(asked.skip).limit(asked.atmost)).scalars())


def _plan(look: Connection, settings: dict[str, str]) -> None:
    """Ways of looking, for the rest of this transaction."""
    calls = ", ".join(f"set_config('{name}', '{value}', true)" for name, value in settings.items())
    look.execute(text(f"SELECT {calls}"))


def swept(engine: Engine) -> bool:
    """Give back the room of what was taken out, in the table and in its index."""
    with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text("VACUUM teks"))
    return True
