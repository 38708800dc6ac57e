"""The one place where adapters meet the house: it is built, brought up to date and looked over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from service.adapters import clock as clocks
from service.adapters.ledger import schema
from service.adapters.ledger.engine import open_engine
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.owed import SqlOwed
from service.adapters.ledger.pages import SqlPages
from service.adapters.ledger.pulse import SqlPulse
from service.config import Settings
from service.domain.refusals import Refusal, Unavailable
from service.domain.rumah import BelumAdaRumah
from service.rooms import LazyBell
from service.rooms import RealHouse as RealHouse
from service.rooms.cadangan import require_whole

if TYPE_CHECKING:
    from service.adapters.contoh_folder import FolderSamples
    from service.adapters.packs import FolderPacks
    from service.adapters.sop_word import SopWord


def build(settings: Settings, *, lasting: bool = True) -> RealHouse:
    """The house for these settings; not `lasting`: no connection stays open between two uses."""
    clock, bell = clocks.SystemClock(), LazyBell(settings)
    engine = open_engine(settings.ledger, lasting=lasting)
    ledger = SqlLedger(engine, clock, bell)
    owed = SqlOwed(ledger, settings.sewa, settings.jeda)
    return RealHouse(
        settings, engine, clock, bell, ledger, owed, SqlPulse(ledger), SqlPages(ledger)
    )


def packs_in(folder: Path) -> FolderPacks:
    """The packs of a folder by themselves, without what the ledger changed."""
    from service.adapters.packs import FolderPacks

    return FolderPacks(folder)


def packs_used(settings: Settings) -> FolderPacks:
    """The packs with what was changed on pages, where the ledger is there and fits this code."""
    file = settings.ledger.removeprefix("sqlite:///")
    if file != settings.ledger and not Path(file).is_file():
        return packs_in(settings.packs)  # nothing was ever changed, and none is made to look
    try:
        house = open_checked(settings)
    except (Refusal, Unavailable):
        return packs_in(settings.packs)
    try:
        return house.packs.still()
    finally:
        house.close()


def samples(settings: Settings) -> FolderSamples:
    """The sample home beside this one, as its keeper knows it."""
    from service.adapters.contoh_folder import FolderSamples

    return FolderSamples(settings.home, settings.contoh)


def sop_forms() -> SopWord:
    """What prints an SOP back as its official form."""
    from service.adapters.sop_word import SopWord

    return SopWord()


def migrate(settings: Settings) -> str:
    """Bring the ledger up to this code; the schema it then stands at."""
    require_whole(settings)
    engine = open_engine(settings.ledger, lasting=False)
    return schema.migrate(engine)


def ready(settings: Settings) -> None:
    """Refuse, before anything runs, what no waiting will mend: a wrong key, packs others write."""
    house = build(settings, lasting=False)
    try:
        house.store.has("0" * 64)
        house.store_publik.has("0" * 64)
        house.packs.instansi()
    except Unavailable as away:
        if away.permanent:
            raise
    finally:
        house.close()


def stands(settings: Settings) -> bool:
    """Whether a house was ever made here; looking makes none."""
    if not settings.ledger_stands:
        return False
    engine = open_engine(settings.ledger, lasting=False)
    try:
        return bool(schema.revision(engine))
    finally:
        engine.dispose()


def need_house(settings: Settings) -> None:
    """Refuse where there is nothing to be opened yet, or what a restore was not done with."""
    require_whole(settings)
    if not stands(settings):
        raise BelumAdaRumah


def open_checked(settings: Settings) -> RealHouse:
    """The house, where its ledger fits this code; else the refusal that says what to do."""
    need_house(settings)
    house = build(settings)
    schema.check(house.engine)
    return house


def certificate(settings: Settings) -> tuple[Path, Path, str]:
    """Certificate, key and fingerprint for the pages: the given ones, else the house's own."""
    from service.adapters import tls

    if settings.tls_cert and settings.tls_key:
        return settings.tls_cert, settings.tls_key, tls.fingerprint(settings.tls_cert)
    names = tls.own_names(settings.bind)
    cert, key = tls.own_certificate(settings.home / "tls", names, clocks.SystemClock().now())
    return cert, key, tls.fingerprint(cert)
