"""The ledger at one moment, and put where none is: the port Snapshots on both databases."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from sqlalchemy import Connection, delete, func, inspect, select, table, text

from service.adapters.ledger import potret_pg, potret_sqlite, schema, tables
from service.adapters.ledger.engine import said_plainly
from service.adapters.ledger.ledger import SqlLedger
from service.domain.cadangan.manifes import Isian
from service.domain.cadangan.tolak import MesinLain, RumahBerisi
from service.domain.catatan import Kepala
from service.domain.hasil_fixity import JENIS as FIXITY
from service.domain.keutuhan import HARIAN, PENUH
from service.domain.simpanan import DIBUANG, DIPEGANG, HILANG
from service.ports.cadangan import Potret, Tersimpan

TURUNAN = ("cari_teks", "sqlite_")  # what the database keeps of its own
SKEMA = "alembic_version"


class SqlPotret:
    """The port Snapshots."""

    def __init__(self, ledger: SqlLedger) -> None:
        self.ledger = ledger
        self.engine = ledger.engine

    @property
    def mesin(self) -> str:
        return str(self.engine.dialect.name)

    @cached_property
    def _file(self) -> Path:
        return Path(self.engine.url.database or "")

    def take(self, room: Path) -> Potret:
        if self.mesin == "sqlite":
            file = room / "berkas.db"
            potret_sqlite.copied(self._file, file)
            with potret_sqlite.opened(file) as engine, engine.connect() as look:
                return Potret(self._told(look), (file,), _held(look))
        with said_plainly(), self.ledger.reader.begin() as look:
            files = potret_pg.copied(look, _names(look), room)
            return Potret(self._told(look), tuple(files), _held(look))

    def rows(self, source: Path, out: Path) -> bool:
        if not source.is_file():
            return False
        potret_sqlite.copied(source, out)
        return True

    def is_empty(self) -> bool:
        if self.mesin == "sqlite" and not self._file.exists():
            return True
        with said_plainly(), self.engine.connect() as look:
            return not [x for x in inspect(look).get_table_names() if not x.startswith(TURUNAN)]

    def lay(self, files: Sequence[Path], isian: Isian) -> None:
        if isian.mesin != self.mesin:
            raise MesinLain(isian.mesin, self.mesin)
        if not self.is_empty():
            raise RumahBerisi("Buku induk di BERKAS_LEDGER")
        if self.mesin == "sqlite":
            potret_sqlite.laid(files[0], self._file)
            return
        with said_plainly(), self.engine.begin() as connection:  # rows and tables, or neither
            schema.raise_to(connection, isian.skema)
            potret_pg.laid(connection, _names(connection), files)

    def told(self) -> Isian:
        with said_plainly(), self.ledger.reader.begin() as look:
            return self._told(look)

    def known(self, skema: str) -> bool:
        return schema.is_known(skema)

    def migrate(self) -> str:
        return schema.migrate(self.engine)

    def awake(self) -> None:
        with said_plainly(), self.engine.begin() as connection:
            kept = tables.detak.c.jenis.in_((FIXITY, HARIAN, PENUH))
            connection.execute(delete(tables.detak).where(~kept))
            connection.execute(delete(tables.sesi))

    def _told(self, look: Connection) -> Isian:
        many = select(func.count())
        baris = {
            name: look.execute(many.select_from(table(name))).scalar_one() for name in _names(look)
        }
        heads = look.execute(text("SELECT instansi, urut, rantai FROM kepala ORDER BY instansi"))
        kepala = tuple(Kepala(*row) for row in heads) if "kepala" in baris else ()
        last = look.execute(text("SELECT id, terakhir FROM buku")) if "buku" in baris else ()
        skema = look.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
        return Isian(skema, self.mesin, baris, kepala, {str(id_): int(n) for id_, n in last})


def _names(look: Connection) -> list[str]:
    """Every table that stands there, whatever release made it, in order."""
    names = inspect(look).get_table_names()
    return sorted(x for x in names if not x.startswith(TURUNAN) and x != SKEMA)


def _held(look: Connection) -> dict[str, Tersimpan]:
    asked = text("SELECT id, ukuran, keadaan FROM simpanan")
    return {
        str(id_): Tersimpan(int(ukuran), keadaan == DIPEGANG)
        for id_, ukuran, keadaan in look.execute(asked)
        if keadaan not in (DIBUANG, *HILANG)
    }
