"""A draft whose proof came to a halt says so, and the proof is asked for again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from service.acts.keadaan import macet
from service.acts.pasangan.cetak import (
    DITUNGGU,
    GAGAL,
    JADI,
    LEPAS,
    MACET,
    PROOF,
    proof_of,
    prove_again,
)
from service.acts.pasangan.konsep import KonsepTemplatSelesai, discard
from service.domain.catatan import MESIN, Catatan
from service.domain.pasangan_versi import PasanganKonsep
from service.domain.pekerjaan import JALUR, Gagal
from service.domain.refusals import TidakAda
from service.domain.wewenang import WAJIB
from service.house import RealHouse
from tests.acts.test_pasangan import changed, people, proved, seen, sent
from tests.conftest import NEW
from tests.office import INSTANSI, UNIT, open_house, person, rule, work

SEBAB = "Pencetak tidak menjawab."


@pytest.fixture(params=NEW)
def house(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[RealHouse]:
    with open_house(tmp_path, NEW[request.param](tmp_path)) as whole:
        rule(whole, WAJIB)
        yield whole


def fails(house: RealHouse, konsep: PasanganKonsep) -> None:
    """Its proof was tried for the last time."""
    claimed = [one for lane in JALUR for one in house.owed.claim(lane, 5, set)]
    (one,) = (one for one in claimed if one.job == PROOF)
    begun = house.owed.start(one.job, one.untuk, one.fence, "pekerja-contoh")
    assert begun
    house.owed.fail(begun, Gagal(SEBAB, lagi=False))


def lets_go(house: RealHouse, konsep: PasanganKonsep) -> None:
    """It failed, and the administrator let it go."""
    fails(house, konsep)
    macet.dismiss(house, PROOF, konsep.id, "admin", "Contoh alasan")


def refuses(house: RealHouse, konsep: PasanganKonsep) -> None:
    """The template itself could not be printed."""
    work(house)
    with house.ledger.begin() as tx:
        now = tx.get(PasanganKonsep, konsep.id)
        tx.save(now, replace(now, ringan="", contoh="", galat=SEBAB))
        tx.note(Catatan(INSTANSI, MESIN, "pasangan_konsep_dicetak", house.clock.now(), now.id))


@pytest.mark.parametrize(
    ("halt", "keadaan", "sebab"),
    [(fails, MACET, SEBAB), (lets_go, LEPAS, ""), (refuses, GAGAL, SEBAB)],
)
def test_a_proof_that_came_to_a_halt_says_why_and_is_made_when_asked_again(
    house: RealHouse,
    tmp_path: Path,
    halt: Callable[[RealHouse, PasanganKonsep], None],
    keadaan: str,
    sebab: str,
) -> None:
    tim, _ = people(house)
    konsep = sent(house, tim, changed(tmp_path))
    assert proof_of(house, konsep).keadaan == DITUNGGU
    halt(house, konsep)

    told = proof_of(house, seen(house, konsep))
    assert (told.keadaan, told.sebab, told.terhenti) == (keadaan, sebab, True)
    prove_again(house, tim, konsep.id)
    prove_again(house, tim, konsep.id)  # pressed twice
    assert proof_of(house, seen(house, konsep)).keadaan == DITUNGGU
    assert work(house) == [PROOF]

    assert proof_of(house, seen(house, konsep)).keadaan == JADI
    lines = house.lists.jurnal(INSTANSI, 10**9, 50)
    asked = [one for one in lines if one.perbuatan == "pasangan_konsep_dicoba_lagi"]
    assert [one.siapa for one in asked] == [tim.orang.id]


def test_a_draft_that_was_seen_just_before_its_proof_was_made_is_not_called_halted(
    house: RealHouse, tmp_path: Path
) -> None:
    tim, _ = people(house)
    konsep = sent(house, tim, changed(tmp_path))
    work(house)

    assert proof_of(house, konsep).keadaan == JADI


def test_a_proof_that_is_there_or_of_a_draft_that_is_gone_is_not_made_again(
    house: RealHouse, tmp_path: Path
) -> None:
    tim, _ = people(house)
    konsep = proved(house, tim, changed(tmp_path))
    prove_again(house, tim, konsep.id)
    assert work(house) == []
    with pytest.raises(TidakAda):
        prove_again(house, person(house, "petugas", "petugas", unit=UNIT), konsep.id)

    discard(house, tim, konsep.id, konsep.versi)
    with pytest.raises(KonsepTemplatSelesai, match="sudah dibuang"):
        prove_again(house, tim, konsep.id)
