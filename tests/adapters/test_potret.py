"""The ledger is taken at one moment and laid elsewhere, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from service.adapters.clock import SystemClock
from service.adapters.ledger import schema
from service.adapters.ledger.engine import open_engine
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.potret import SqlPotret
from service.domain.cadangan.manifes import Isian
from service.domain.cadangan.tolak import MesinLain, RumahBerisi
from service.domain.refusals import Refusal, Unavailable
from service.house import RealHouse
from tests import pangkalan, servers
from tests.conftest import CountingBell
from tests.office import arrive_letter, open_house


@pytest.fixture
def house(tmp_path: Path, ledger_url: str) -> Iterator[RealHouse]:
    with open_house(tmp_path, ledger_url) as one:
        arrive_letter(one, tmp_path)
        yield one


def of(url: str) -> SqlPotret:
    return SqlPotret(SqlLedger(open_engine(url, lasting=False), SystemClock(), CountingBell()))


@pytest.fixture
def empty(tmp_path: Path, ledger_url: str) -> SqlPotret:
    """A place of the same kind where no ledger stands."""
    if ledger_url.startswith("sqlite"):
        return of(f"sqlite:///{tmp_path}/lain/berkas.db")
    name = f"pulih_{tmp_path.name[-20:]}"
    pangkalan.create(name)
    return of(servers.postgres_url(name))


def test_what_was_taken_is_what_is_laid(house: RealHouse, empty: SqlPotret, tmp_path: Path) -> None:
    here = of(house.settings.ledger)
    room = tmp_path / "ruang"
    room.mkdir()

    potret = here.take(room)
    arrive_letter(house, tmp_path, "Datang kemudian")
    assert empty.is_empty()
    assert not here.is_empty()
    empty.lay(potret.file, potret.isian)

    assert empty.told() == potret.isian
    assert potret.isian.baris["kiriman"] == 1
    assert [one.instansi for one in potret.isian.kepala] == ["kemensetneg"]
    assert {one.dipegang for one in potret.dipegang.values()} == {True}
    assert here.told() != potret.isian
    assert empty.migrate() == schema.head() == potret.isian.skema
    empty.awake()
    assert empty.told().baris["sesi"] == 0


def test_a_ledger_is_never_laid_over_another(house: RealHouse, tmp_path: Path) -> None:
    here = of(house.settings.ledger)
    room = tmp_path / "ruang"
    room.mkdir()
    potret = here.take(room)

    with pytest.raises(RumahBerisi, match="Tidak ada yang diubah"):
        here.lay(potret.file, potret.isian)
    with pytest.raises(MesinLain, match="BERKAS_LEDGER"):
        here.lay(potret.file, replace(potret.isian, mesin="lain"))


def test_two_that_are_taken_of_the_same_ledger_are_the_same_bytes(
    house: RealHouse, tmp_path: Path
) -> None:
    taken = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        files = of(house.settings.ledger).take(tmp_path / name).file
        taken.append({one.name: one.read_bytes()[100:] for one in files})

    assert taken[0] == taken[1]


def test_rows_of_a_later_release_are_not_laid(empty: SqlPotret, tmp_path: Path) -> None:
    if empty.mesin == "sqlite":
        return
    with pytest.raises(Refusal, match="lebih baru"):
        empty.lay([], Isian("9999", "postgresql"))
    assert empty.is_empty()


def test_a_damaged_ledger_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "berkas.db").write_bytes(b"bukan buku induk" * 999)
    (tmp_path / "ruang").mkdir()

    with pytest.raises(Unavailable, match="rusak"):
        of(f"sqlite:///{tmp_path}/berkas.db").take(tmp_path / "ruang")
