"""What came in can be searched once it was looked at, also where the same came before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.domain.cari import read
from service.domain.teks import Teks
from service.house import RealHouse
from service.ports.cari import Batas, SaringCari
from service.ports.kiriman import Jangkauan
from tests.conftest import new_sqlite
from tests.office import INSTANSI, UNIT, arrive, arrive_letter, open_house, rule, work
from tests.papers import letter


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as one:
        rule(one)
        yield one


def found(house: RealHouse, asked: str, unit: str = "") -> list[str]:
    tanya = read(asked, house.stemmer.akar)
    places = [Jangkauan(INSTANSI, unit, rahasia=False)]
    hits = house.cari.found(tanya, Batas(places), SaringCari(), 0, 10)
    return [one.kiriman.id for one in hits if one.kiriman]


def test_a_letter_is_found_by_its_words_and_its_agenda_number(house: RealHouse, tmp_path: Path):
    one = arrive_letter(house, tmp_path, "Usulan pengadaan gaharu")
    assert found(house, "gaharu") == []

    work(house)

    assert found(house, "usul gaharu") == [one.id]
    assert found(house, "0001/AGENDA") == [one.id]


def test_the_same_letter_in_another_unit_is_found_there_too(house: RealHouse, tmp_path: Path):
    paper = letter(tmp_path / "usulan.docx", "Usulan gaharu")
    first = arrive(house, paper)
    work(house)
    second = arrive(house, paper, unit="biro_umum")
    work(house)

    assert found(house, "gaharu", UNIT) == [first.id]
    assert found(house, "gaharu", "biro_umum") == [second.id]


def test_a_text_of_very_many_parts_is_written_down_at_the_first_try(
    house: RealHouse, tmp_path: Path
):
    paper = tmp_path / "daftar.txt"
    paper.write_text("gaharu " * 250 * 400)
    arrive(house, paper)

    work(house)

    with house.ledger.read() as look:
        urut = [one.urut for one in look.find(Teks)]
    assert len(urut) == 400
    assert max(urut) - min(urut) in (399, 2**20 - 1)  # counted on; or over the end of the count
