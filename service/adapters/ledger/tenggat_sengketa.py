"""Disputes that have not ended, with the letters that call to a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select

from service.adapters.ledger import tables
from service.adapters.ledger.rows import from_row
from service.domain import sengketa as d
from service.domain.sengketa import Sengketa, SuratSengketa
from service.ports.kiriman import Jangkauan
from service.ports.tenggat import Disengketakan

TERBUKA = tuple(sorted(set(d.TAHAP) - d.TERTUTUP))
SEKALIGUS = 500  # ids in one question


def open_disputes(
    look: Connection, places: Sequence[Jangkauan], atmost: int
) -> list[Disengketakan]:
    """Those in places that do not overlap, each once."""
    rows = look.execute(asked(places).limit(atmost)).mappings().all()
    letters = _letters(look, [row["id"] for row in rows], places)
    return [
        Disengketakan(
            from_row(Sengketa, row),
            tuple(one for one, _ in letters[row["id"]]),
            row["tertutup"],
            frozenset(one.id for one, held in letters[row["id"]] if held),
        )
        for row in rows
    ]


def asked(places: Sequence[Jangkauan]) -> Select[Any]:
    """The question for disputes, by agency and stage, so that what has ended is not passed by."""
    row, objected, came = tables.sengketa, tables.keberatan, tables.kiriman
    source = row.join(objected, objected.c.id == row.c.keberatan)
    source = source.join(came, came.c.id == objected.c.kiriman)
    return (
        select(row, came.c.rahasia.label("tertutup"))
        .select_from(source)
        .where(row.c.instansi.in_({one.instansi for one in places}), row.c.tahap.in_(TERBUKA))
        .where(or_(*(_within(one) for one in places)))
        .order_by(row.c.instansi, row.c.tahap, row.c.diajukan, row.c.id)  # as the index has them
    )


def _within(one: Jangkauan) -> ColumnElement[bool]:
    row, came = tables.sengketa, tables.kiriman
    here = [row.c.instansi == one.instansi, came.c.rahasia == one.rahasia]
    return and_(*here, *([row.c.unit == one.unit] if one.unit else []))


def _letters(
    look: Connection, ids: Collection[str], places: Sequence[Jangkauan]
) -> dict[str, list[tuple[SuratSengketa, bool]]]:
    """Letters with a day, each with whether it is withheld; such a one only where it is seen."""
    letter, came, every = tables.surat_sengketa, tables.kiriman, list(ids)
    seen = or_(came.c.rahasia.is_(False), *(_sees(one) for one in places if one.rahasia))
    found = defaultdict[str, list[tuple[SuratSengketa, bool]]](list)
    for n in range(0, len(every), SEKALIGUS):
        some = select(letter, came.c.rahasia.label("tertutup"))
        some = some.join(came, came.c.id == letter.c.kiriman).where(seen)
        some = some.where(letter.c.sengketa.in_(every[n : n + SEKALIGUS]))
        some = some.where(letter.c.acara.is_not(None), letter.c.dicabut.is_(False))
        for one in look.execute(some.order_by(letter.c.id)).mappings():
            found[one["sengketa"]].append((from_row(SuratSengketa, one), one["tertutup"]))
    return found


def _sees(one: Jangkauan) -> ColumnElement[bool]:
    """A withheld letter within a place where what is withheld may be seen."""
    came = tables.kiriman
    return and_(came.c.instansi == one.instansi, *([came.c.unit == one.unit] if one.unit else []))
