"""The schema: brought up to the code, and refused where it is newer.

Alembic is loaded by who asks for the schema, not by every worker at its start.
"""

from __future__ import annotations

import logging
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, func, select, text

from service.adapters.ledger.engine import said_plainly
from service.domain.refusals import Refusal

if TYPE_CHECKING:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

logging.getLogger("alembic").setLevel(logging.WARNING)
SCRIPTS = Path(__file__).with_name("migrations")
ONE_AT_A_TIME = 0x6265726B6173  # the lock of whoever migrates
# VACUUM (FULL) would carry over what an older snapshot may still see; this carries what stands.
KEYS_ANEW = "ALTER TABLE kunci_ttd ALTER COLUMN nik TYPE text USING (nik || '')"


class SchemaNewer(Refusal):
    """The ledger was written by a later Berkas."""

    def __init__(self, found: str) -> None:
        super().__init__(
            f"Buku induk ini (skema {found}) dibuat oleh versi Berkas yang lebih baru. "
            "Tidak ada yang diubah. Pasang versi Berkas yang sama atau lebih baru, "
            "atau pulihkan cadangan yang sesuai dengan versi ini."
        )


class SchemaOlder(Refusal):
    """The ledger waits to be migrated."""

    def __init__(self) -> None:
        super().__init__(
            "Buku induk belum dimutakhirkan ke versi ini. Jalankan ./berkas migrate "
            "(./berkas run melakukannya sendiri)."
        )


def _config(connection: Connection | None = None) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def revision(engine: Engine) -> str:
    """The revision the ledger stands at; '' where it is empty."""
    from alembic.migration import MigrationContext

    with said_plainly(), engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() or ""


def head() -> str:
    """The revision this code knows last."""
    return _scripts().get_current_head() or ""


def check(engine: Engine) -> str:
    """The revision, where the code and the ledger agree."""
    found = revision(engine)
    if found and found not in _known():
        raise SchemaNewer(found)
    if found != head():
        raise SchemaOlder
    return found


def migrate(engine: Engine) -> str:
    """Bring the ledger up to this code; nothing where it is there already."""
    from alembic import command

    found = revision(engine)
    if found and found not in _known():
        raise SchemaNewer(found)
    if found != head():
        with said_plainly(), engine.begin() as connection:
            if engine.dialect.name == "postgresql":  # SQLite lets in one writer by itself
                connection.execute(select(func.pg_advisory_xact_lock(ONE_AT_A_TIME)))
            command.upgrade(_config(connection), "head")
    return head()


def is_known(skema: str) -> bool:
    """Whether this code can take such a ledger over."""
    return skema in _known()


def raise_to(connection: Connection, skema: str) -> None:
    """Make an empty ledger as it stood at a revision, for rows of that time."""
    from alembic import command

    if not is_known(skema):
        raise SchemaNewer(skema)
    command.upgrade(_config(connection), skema)


def scrub(engine: Engine) -> None:
    """Write the ledger anew without what was overwritten; it is long only where it is large."""
    with said_plainly():
        if engine.dialect.name == "postgresql":
            alone = engine.execution_options(isolation_level="AUTOCOMMIT")
            with alone.connect() as connection:
                connection.execute(text(KEYS_ANEW))
            return
        with closing(engine.raw_connection()) as raw:
            for line in ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
                raw.cursor().execute(line).fetchall()


def _known() -> set[str]:
    return {one.revision for one in _scripts().walk_revisions()}


def _scripts() -> ScriptDirectory:
    from alembic.script import ScriptDirectory

    return ScriptDirectory.from_config(_config())
