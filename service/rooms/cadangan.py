"""Where backups are taken from, and an empty house to prove them in."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from service.adapters.ledger.engine import open_engine
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.owed import SqlOwed
from service.adapters.ledger.pages import SqlPages
from service.adapters.ledger.pulse import SqlPulse
from service.config import CODE, Settings
from service.disk import Disk, write_new
from service.domain.cadangan.isi import KUNCI_NIK, KUNCI_SIMPANAN
from service.domain.cadangan.setelan import kept
from service.domain.cadangan.tolak import PemulihanTerputus
from service.opened_once import opened_once
from service.rooms.store import Storing

if TYPE_CHECKING:  # adapters are imported by whoever first needs them
    from service.adapters.cadangan import RakCadangan
    from service.adapters.ledger.potret import SqlPotret

TERPUTUS = "pemulihan-belum-selesai"


def require_whole(settings: Settings) -> None:
    """Refuse a home that a restore was not done with."""
    mark = settings.home / TERPUTUS
    if mark.is_file():
        raise PemulihanTerputus(mark.read_text(encoding="utf-8", errors="replace")[:200])


class Hush:
    """A bell in an empty house."""

    def ring(self) -> None:
        pass


@dataclass(frozen=True)
class Penjaga:
    """The port Penjagaan, by the settings."""

    settings: Settings
    segel: str
    terbit: Path

    @property
    def folder(self) -> Path | None:
        return self.settings.cadangan

    @property
    def sandi(self) -> str:
        return self.settings.cadangan_sandi

    @property
    def setelan(self) -> Mapping[str, str]:
        return kept(os.environ)

    def beside(self, folders: Sequence[str]) -> list[tuple[str, Path]]:
        home = self.settings.home
        return [
            (path.relative_to(home).as_posix(), path)
            for folder in folders
            for path in sorted((home / folder).rglob("*"))
            if path.is_file() and not path.is_symlink()
        ]

    def place(self, nama: str) -> Path:
        path = self.settings.home / nama
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return path

    def begun(self, nama: str) -> None:
        mark = self.settings.home / TERPUTUS
        mark.unlink(missing_ok=True)
        write_new(Disk(), mark, nama.encode())

    def done(self) -> None:
        (self.settings.home / TERPUTUS).unlink(missing_ok=True)

    def keys(self) -> list[tuple[str, Path]]:
        own = self.settings.home / KUNCI_NIK
        found = [(KUNCI_NIK, own)] if own.is_file() else []
        file = self.settings.key_file
        return [*found, (KUNCI_SIMPANAN, file)] if file else found


class Backing(Storing):
    """The keeper of backups."""

    @opened_once
    def snapshots(self) -> SqlPotret:
        from service.adapters.ledger.potret import SqlPotret

        return SqlPotret(self.lists.ledger)

    @opened_once
    def archives(self) -> RakCadangan:
        from service.adapters.cadangan import RakCadangan

        told = tomllib.loads((CODE / "pyproject.toml").read_text(encoding="utf-8"))
        return RakCadangan(Disk(), str(told["project"]["version"]))

    @opened_once
    def penjagaan(self) -> Penjaga:
        from service.publik.box import daftar

        return Penjaga(self.settings, self._seal.mark, daftar(self.settings))

    @contextmanager
    def twin(self, room: Path) -> Iterator[Self]:
        with self._ledger(room) as ledger:
            told = replace(
                self.settings,
                home=room,
                ledger=ledger,
                store=str(room / "tertutup"),
                store_publik=str(room / "terbuka"),
                publik=f"sqlite:///{room}/publik/terbit/publik.db",
                inbox=room / "inbox",
                cadangan=None,
            )
            house = self._another(told)
            try:
                yield house
            finally:
                house.close()

    @contextmanager
    def _ledger(self, room: Path) -> Iterator[str]:
        if self.settings.ledger.startswith("sqlite"):
            yield f"sqlite:///{room}/berkas.db"
            return
        from service.adapters.ledger.potret_pg import throwaway

        with throwaway(self.settings.ledger) as url:
            yield url

    def _another(self, settings: Settings) -> Self:
        """A house like this one elsewhere; nobody hears its bell."""
        bell = Hush()
        engine = open_engine(settings.ledger, lasting=False)
        ledger = SqlLedger(engine, self.clock, bell)
        owed = SqlOwed(ledger, settings.sewa, settings.jeda)
        return type(self)(
            settings, engine, self.clock, bell, ledger, owed, SqlPulse(ledger), SqlPages(ledger)
        )
