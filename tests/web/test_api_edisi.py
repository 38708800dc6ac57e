"""A program begins a draft of the list in the matter of its decree; people do all that follows."""

from __future__ import annotations

import pytest

from service.acts.berkas.baru import begun
from service.acts.berkas.buka import Pembukaan
from service.acts.instansi import pilihan as instansi
from service.acts.orang.hadir import operator
from service.domain.berkas import Berkas
from service.domain.edisi.edisi import BATAL, RANCANGAN, Edisi
from service.house import RealHouse
from tests.office import INSTANSI, UNIT
from tests.web.api import Program, program
from tests.web.rahasia import LAIN
from tests.web.test_api_permohonan import DUA, house

__all__ = ["house"]
MENETAPKAN, LAINNYA = "penetapan_dip", "rapat"


def matter(house: RealHouse, sop: str = MENETAPKAN, unit: str = "") -> Berkas:
    with house.ledger.begin() as tx:
        return begun(house, tx, Pembukaan(house.new_id(), INSTANSI, unit, sop, "Berkas contoh"))


def editions(house: RealHouse) -> list[Edisi]:
    with house.ledger.read() as reading:
        return reading.find(Edisi)


@pytest.fixture
def tim(house: RealHouse) -> Program:
    return program(house, "tim_sekretariat")


@DUA
def test_a_draft_is_begun_once_and_given_up_on_the_version_that_was_seen(house: RealHouse):
    tim, at = program(house, "tim_sekretariat"), f"/berkas/{matter(house).id}/edisi"
    told = {"id": house.new_id()}

    first, again = (tim.post(at, told) for _ in range(2))
    second = tim.post(at, {"id": house.new_id()})
    batal = f"/edisi/{told['id']}/batal"
    bare, late = tim.post(batal), tim.post(batal, versi=9)
    gone = tim.post(batal, versi=first.json["versi"])
    twice = tim.post(batal, versi=gone.json["versi"])

    assert (first.status_code, first.json) == (201, again.json), first.text
    assert first.json["keadaan"] == RANCANGAN
    assert second.status_code == 409
    assert [x.status_code for x in (bare, late, gone, twice)] == [428, 412, 200, 409]
    assert gone.json["keadaan"] == BATAL
    assert tim.get(f"/edisi/{told['id']}").json == gone.json
    assert [x.keadaan for x in editions(house)] == [BATAL]
    assert [x.sebut for x in house.audit.findings([]) if x.dilanggar] == []


@pytest.mark.parametrize("id_", ["", "x", "A" * 26, None, 1])
def test_a_draft_without_an_id_of_its_own_is_not_begun(house: RealHouse, tim: Program, id_):
    answer = tim.post(f"/berkas/{matter(house).id}/edisi", {"id": id_})

    assert (answer.status_code, list(answer.json["salah"])) == (422, ["id"])
    assert editions(house) == []


def test_only_in_a_matter_that_makes_a_list_by_who_draws_one_up(house: RealHouse, tim: Program):
    making, other = matter(house), matter(house, LAINNYA, UNIT)
    instansi.set_up(house, operator(house), LAIN)
    told = {"id": house.new_id()}

    def begins(who: Program, berkas: str) -> tuple[int, str]:
        answer = who.post(f"/berkas/{berkas}/edisi", told)
        return answer.status_code, answer.json["detail"]

    nowhere = begins(tim, "a" * 26)
    foreign = program(house, "tim_sekretariat", instansi=LAIN)
    assert begins(tim, other.id) == nowhere == begins(foreign, making.id)
    assert nowhere[0] == 404
    assert begins(program(house, "unit", UNIT), making.id)[0] == 403
    assert begins(program(house, "petugas"), making.id)[0] == 403
    assert editions(house) == []

    assert begins_well(tim, making, told)
    for way in (told["id"], "a" * 26):
        answer = foreign.post(f"/edisi/{way}/batal", versi=1)
        assert answer.status_code == 404
    assert [x.keadaan for x in editions(house)] == [RANCANGAN]


def begins_well(who: Program, one: Berkas, told: dict[str, str]) -> bool:
    return who.post(f"/berkas/{one.id}/edisi", told).status_code == 201
