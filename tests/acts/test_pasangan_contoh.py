"""The proof of a draft: owed anew where it failed, and its failing told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from service.domain.catatan import MESIN, Catatan
from service.domain.refusals import Unavailable
from service.domain.wewenang import WAJIB
from service.house import RealHouse
from tests.acts.test_pasangan import changed, people, proved, seen, sent
from tests.conftest import new_sqlite
from tests.office import INSTANSI, open_house, rule, work


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        rule(whole, WAJIB)
        yield whole


@pytest.mark.parametrize("galat", ["", "Contoh sebab"])
def test_the_same_file_once_more_owes_a_proof_that_failed_anew(
    house: RealHouse, tmp_path: Path, galat: str
) -> None:
    tim, _ = people(house)
    konsep = sent(house, tim, changed(tmp_path))
    with house.ledger.begin() as tx:
        tx.save(konsep, replace(konsep, galat=galat))
        tx.note(Catatan(INSTANSI, MESIN, "pasangan_konsep_dicetak", house.clock.now(), konsep.id))

    again = sent(house, tim, changed(tmp_path), versi=seen(house, konsep).versi)
    work(house)

    now = seen(house, konsep)
    assert again.id == now.id
    assert now.tercetak
    assert now.galat == ""


def test_a_proof_that_can_never_be_made_says_why(
    house: RealHouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tim, _ = people(house)

    def never(*_: object, **__: object) -> Path:
        raise Unavailable("Halaman templat ini tidak dapat dicetak.", permanent=True)

    monkeypatch.setattr(type(house.trimmer), "trim", never)

    konsep = proved(house, tim, changed(tmp_path))

    assert konsep.galat == "Halaman templat ini tidak dapat dicetak."
    assert not konsep.tercetak
