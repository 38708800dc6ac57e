"""A draft of an SOP begins once, for one person, out of a file that the virus scanner passed."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from service.acts.sop.konsep_masuk import (
    FileSopBervirus,
    FileSopTakTerpindai,
    Unggah,
    other_table,
    take_in,
)
from service.acts.sop.pakai import open_from
from service.domain.refusals import TidakAda, Unavailable
from service.domain.simpanan import Simpanan
from service.domain.sop.konsep import SopKonsep
from service.domain.temuan import TERLALU_BESAR_DIPINDAI
from service.house import RealHouse
from tests.acts.test_sop_konsep import printed
from tests.conftest import new_sqlite
from tests.jobs.test_bernomor import Scanner
from tests.office import INSTANSI, open_house, person, rule


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        rule(whole)
        yield whole


def test_no_file_with_an_sop_is_opened_or_kept_that_the_scanner_did_not_pass(
    house: RealHouse, tmp_path: Path
) -> None:
    tim, path = person(house, "tim", "tim_sekretariat"), printed(house, tmp_path / "sop.docx")
    house.opened["scanner"] = looks = Scanner()
    asked = Unggah("kunci1", INSTANSI, path.name, path)

    for found, no in (("Contoh", FileSopBervirus), (TERLALU_BESAR_DIPINDAI, FileSopTakTerpindai)):
        looks.virus = found
        with pytest.raises(no, match="Tidak ada yang disimpan"):
            take_in(house, tim, asked)
    looks.virus, looks.away = "", True
    with pytest.raises(Unavailable, match="Pemindai mati"):
        take_in(house, tim, asked)

    with house.ledger.read() as reading:
        assert not reading.find(SopKonsep, instansi=INSTANSI)
        assert not reading.find(Simpanan)
    looks.away = False
    assert len(take_in(house, tim, asked).langkah) == 7
    looks.virus = "Contoh"  # its list knows more today than when the file came
    with pytest.raises(FileSopBervirus):
        other_table(house, tim, "kunci1", 2, "kunci2")


def test_an_sop_is_opened_only_as_ones_own_draft_however_often_it_is_sent(
    house: RealHouse,
) -> None:
    tim, ppid = person(house, "tim", "tim_sekretariat"), person(house, "ppid", "ppid")
    made = open_from(house, tim, INSTANSI, "uji_konsekuensi", "kunci1")

    assert open_from(house, tim, INSTANSI, "uji_konsekuensi", "kunci1") == made
    with pytest.raises(TidakAda):
        open_from(house, ppid, INSTANSI, "uji_konsekuensi", "kunci1")
    with pytest.raises(TidakAda):
        open_from(house, tim, INSTANSI, "rapat", "kunci1")


def test_an_sop_opened_twice_at_once_is_one_draft(house: RealHouse) -> None:
    tim = person(house, "tim", "tim_sekretariat")
    with ThreadPoolExecutor(4) as at_once:
        every = list(
            at_once.map(
                lambda _: open_from(house, tim, INSTANSI, "uji_konsekuensi", "kunci1"), range(4)
            )
        )

    assert {one.id for one in every} == {"kunci1"}
    with house.ledger.read() as reading:
        assert len(reading.find(SopKonsep, instansi=INSTANSI)) == 1
