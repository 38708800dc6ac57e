"""Statements that every transaction needs, built once for each table and kept."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    Delete,
    Insert,
    Select,
    Table,
    Text,
    Update,
    and_,
    bindparam,
    case,
    cast,
    delete,
    func,
    insert,
    literal_column,
    null,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from service.adapters.ledger import tables
from service.adapters.ledger.types import Instant

ID, VERSI = "id_dulu", "versi_dulu"  # the row as it was seen; no column is called so


@cache
def one_by_id(table: Table) -> Select[tuple[object, ...]]:
    """The row of an id."""
    return select(table).where(table.c.id == bindparam(ID))


@cache
def all_where(
    table: Table, equal: tuple[str, ...], empty: tuple[str, ...], among: tuple[str, ...] = ()
) -> Select[tuple[object, ...]]:
    """Rows whose columns equal what is asked, hold nothing or one of several; oldest id first."""
    asked = [table.c[name] == bindparam(name, type_=table.c[name].type) for name in equal]
    asked += [table.c[name].in_(bindparam(name, expanding=True)) for name in among]
    asked += [table.c[name].is_(None) for name in empty]
    return select(table).where(*asked).order_by(table.c.id)


@cache
def add_to(table: Table) -> Insert:
    """A new row."""
    return insert(table)


@cache
def change_in(table: Table) -> Update:
    """A row, where it still is as it was seen."""
    seen = (table.c.id == bindparam(ID), table.c.versi == bindparam(VERSI))
    return (
        update(table).where(*seen).values({one.name: bindparam(one.name) for one in table.columns})
    )


@cache
def take_from(table: Table) -> Delete:
    """A row taken out, where it still is as it was seen."""
    return delete(table).where(table.c.id == bindparam(ID), table.c.versi == bindparam(VERSI))


_ONE, _FILE = tables.kiriman.c, tables.file.c
# Who brought these bytes to an instansi: those with a number first, then by age.
BROUGHT = (
    select(tables.kiriman)
    .where(_ONE.id.in_(select(_FILE.kiriman).where(_FILE.sha256 == bindparam("isi"))))
    # Spelt so that no index leads by it: through the bytes one comes to few, by it to all.
    .where(_ONE.instansi.concat("") == bindparam("milik"))
    .where(or_(_ONE.nomor_agenda != "", _ONE.kembar == ""))
    .order_by(_ONE.nomor_agenda == "", _ONE.diterima, _ONE.id)
    .limit(bindparam("paling"))
)

_BERKAS = tables.berkas.c
_OF = select(_BERKAS.id, _BERKAS.induk).where(_BERKAS.id == bindparam(ID))
_WAY_UP = _OF.cte("jalan_naik", recursive=True)
_ABOVE = select(_BERKAS.id, _BERKAS.induk).where(_BERKAS.id == _WAY_UP.c.induk)
_ALL_UP = _WAY_UP.union_all(_ABOVE)
# The topmost matter above one, held: by one row for all below it no two acts can cross.
TOP_HELD = (
    select(_BERKAS.id)
    .where(_BERKAS.id.in_(select(_ALL_UP.c.id).where(_ALL_UP.c.induk == "")))
    .with_for_update()
)

# On PostgreSQL alone: who asks for the same name waits for the end of who has it. No row is
# held, so it crosses no other lock.
HELD_BY_NAME = select(
    func.pg_advisory_xact_lock(func.hashtextextended(bindparam(ID, type_=Text()), 0))
)

_NASKAH = tables.naskah.c
_BYTES: BindParameter[str] = bindparam("isi")
# Whose papers these bytes are, as written, as printed, or as they came back.
WRITTEN_AS = (
    select(tables.naskah)
    .where(or_(_NASKAH.pdf == _BYTES, _NASKAH.docx == _BYTES, _NASKAH.bertanda_tangan == _BYTES))
    .order_by(_NASKAH.id)
    .limit(bindparam("paling"))
)


@cache
def came_back(many: int) -> Select[tuple[object, ...]]:
    """In what came to an instansi since a moment some of so many papers may be named."""
    said = cast(_ONE.usul, Text)
    asked = or_(*(said.like(bindparam(f"naskah_{n}")) for n in range(many)))
    since = _ONE.diterima >= bindparam("sejak", type_=Instant())
    here = _ONE.instansi == bindparam("milik")
    return select(tables.kiriman).where(here, since, asked).order_by(_ONE.id)


_SELF = tables.pekerjaan
_NOW, _AFTER = (bindparam(name, type_=Instant()) for name in ("kini", "sesudah"))


def _sooner() -> Any:
    """When work that stands already is due, asked for again from a later moment on."""
    owed = _SELF.c
    # What a try took up that now runs is no longer asked for; `start` left diminta at 1.
    asked = and_(owed.macet.is_(None), or_(owed.mulai.is_(None), owed.diminta > 1))
    sooner = or_(owed.tunda_sampai.is_(None), owed.tunda_sampai < _AFTER)
    return case((and_(asked, sooner), owed.tunda_sampai), else_=_AFTER)


@cache
def plan_work(dialect: str, *, later: bool) -> Any:
    """Work is owed; where it is owed already it is asked for once more."""
    made = postgresql.insert(_SELF) if dialect == "postgresql" else sqlite.insert(_SELF)
    fresh = case((_SELF.c.macet.is_not(None), _NOW), else_=_SELF.c.dibuat)
    return made.values(
        job=bindparam("pekerjaan"),
        untuk=bindparam("bagi"),
        jalur=bindparam("lajur"),
        diminta=1,
        dibuat=_NOW,
        fence=bindparam("pagar"),
        percobaan=0,
        hilang=0,
        tunda_sampai=_AFTER if later else null(),
    ).on_conflict_do_update(
        index_elements=["job", "untuk"],
        set_={
            "diminta": _SELF.c.diminta + 1,
            "dibuat": fresh,
            "tunda_sampai": _sooner() if later else literal_column("NULL"),
            "macet": literal_column("NULL"),
            "percobaan": 0,
            "hilang": 0,
        },
    )
