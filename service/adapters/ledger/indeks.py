"""SQLite's index of words, kept in step with the table it leans on.

A trigger would do it, but SQLite runs none on a virtual table while it trusts no schema; and a
ledger file that somebody prepared is not to be trusted. PostgreSQL keeps its index by itself.
"""

from __future__ import annotations

from sqlalchemy import Connection, text

from service.domain.teks import Teks

_OUT = text("INSERT INTO cari_teks(cari_teks, rowid, akar) VALUES ('delete', :urut, :akar)")
_IN = text("INSERT INTO cari_teks(rowid, akar) VALUES (:urut, :akar)")


def reindex(connection: Connection, before: object, after: object) -> None:
    """Take out of the index what a row said before, and put in what it says now."""
    if connection.dialect.name != "sqlite":
        return
    for line, one in ((_OUT, before), (_IN, after)):
        if isinstance(one, Teks):
            connection.execute(line, {"urut": one.urut, "akar": one.akar})
