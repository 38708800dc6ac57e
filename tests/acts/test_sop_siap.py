"""Who can put an SOP in force is called when its writers say that it is ready, and not before."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from service.acts.instansi import pilihan as instansi
from service.acts.orang import orang, peran
from service.acts.orang.hadir import operator
from service.acts.sop import konsep as konsep_acts
from service.acts.sop import pakai as sop_pakai
from service.acts.sop.konsep import KonsepSelesai
from service.acts.sop.konsep_masuk import other_table
from service.acts.sop.pakai import KonsepBerubahSejakDibandingkan, SopLainTerganggu
from service.acts.sop.siap import (
    BukanPenulis,
    KonsepBelumSiap,
    KonsepBerubah,
    declare,
    ready_for,
    take_back,
    who_can_use,
)
from service.domain.catatan import Catatan
from service.domain.refusals import TidakAda
from service.domain.sop.konsep import GUGUR, SIAP, SopKonsep
from service.domain.sop.konsep_siap import is_ready
from service.domain.wewenang import WAJIB, Hadir
from service.house import RealHouse
from tests.acts.test_sop_konsep import KODE, agreed, edited, printed, taken
from tests.acts.test_sop_lain import drafted, in_force
from tests.conftest import new_postgres, new_sqlite
from tests.office import INSTANSI, UNIT, at_desk, open_house, person, rule

LAIN = "kalteng_biro_umum"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        rule(whole)
        yield whole


@pytest.fixture(params=[new_sqlite, new_postgres])
def house_dua(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[RealHouse]:
    """The same office on SQLite, and again on PostgreSQL."""
    with open_house(tmp_path, request.param(tmp_path)) as whole:
        rule(whole)
        yield whole


def said(house: RealHouse, oleh: Hadir, konsep: SopKonsep) -> SopKonsep:
    return declare(house, oleh, konsep.id, seen(house, konsep).versi)


def seen(house: RealHouse, konsep: SopKonsep) -> SopKonsep:
    with house.ledger.read() as reading:
        return reading.get(SopKonsep, konsep.id)


def called(house: RealHouse, *people: Hadir) -> list[bool]:
    """Whether something waits for each of them."""
    return [bool(ready_for(house, one)) for one in people]


def told(house: RealHouse) -> list[str]:
    """What was done, the last first."""
    return [one.perbuatan for one in house.lists.jurnal(INSTANSI, 10_000, 100)]


def test_who_did_not_write_it_is_called_until_it_is_in_force(house_dua: RealHouse) -> None:
    house = house_dua
    tim, ppid = person(house, "tim", "tim_sekretariat"), person(house, "ppid", "ppid")
    atasan = person(house, "atasan", "atasan_ppid")
    bidang = person(house, "bidang", "ppid", unit=UNIT)
    konsep = sop_pakai.open_from(house, tim, INSTANSI, KODE, "k1")
    edited(house, ppid, konsep, 0, waktu="45 menit")
    everybody = (tim, ppid, atasan, bidang)

    assert called(house, *everybody) == [False, False, False, False]
    after = said(house, tim, konsep)
    assert (after.siap, after.siap_oleh) == (SIAP, tim.orang.id)
    assert called(house, *everybody) == [False, False, True, False]
    with house.ledger.read() as reading:
        names = [one.orang.nama for one in who_can_use(house, reading, seen(house, konsep))]
    assert names == ["Contoh atasan"]

    sop_pakai.use(house, atasan, agreed(house, konsep))
    assert called(house, *everybody) == [False, False, False, False]
    assert told(house).count("sop_konsep_siap") == 1
    with pytest.raises(KonsepSelesai, match="sudah dipakai"):
        said(house, tim, konsep)
    assert [one for one in house.audit.findings([]) if not one.utuh] == []


def test_what_is_written_after_takes_the_readiness_away(house_dua: RealHouse) -> None:
    house = house_dua
    tim, ppid = person(house, "tim", "tim_sekretariat"), person(house, "ppid", "ppid")
    konsep = sop_pakai.open_from(house, tim, INSTANSI, KODE, "k1")
    said(house, tim, konsep)
    edited(house, tim, konsep, 0, waktu=konsep.langkah[0].isi["waktu"])  # saved as it was
    assert called(house, ppid) == [True]

    edited(house, tim, konsep, 0, waktu="45 menit")

    assert called(house, ppid) == [False]
    now = seen(house, konsep)
    assert (now.siap, now.siap_oleh) == (GUGUR, tim.orang.id)
    with pytest.raises(KonsepBerubah, match="berubah sejak Anda membukanya"):
        declare(house, tim, konsep.id, konsep.versi)
    assert not is_ready(seen(house, konsep))
    said(house, tim, konsep)
    assert called(house, ppid) == [True]


def test_a_word_said_twice_is_said_once_and_can_be_taken_back(house: RealHouse) -> None:
    tim, ppid = person(house, "tim", "tim_sekretariat"), person(house, "ppid", "ppid")
    konsep = sop_pakai.open_from(house, tim, INSTANSI, KODE, "k1")

    first, again = (declare(house, tim, konsep.id, konsep.versi) for _ in range(2))
    assert first.siap_sejak == again.siap_sejak
    compared = agreed(house, konsep)
    take_back(house, tim, konsep.id)
    take_back(house, tim, konsep.id)

    assert called(house, ppid) == [False]
    assert told(house)[:2] == ["sop_konsep_tidak_siap", "sop_konsep_siap"]
    with pytest.raises(
        KonsepBerubahSejakDibandingkan
    ):  # it was compared while its writer still called it ready
        sop_pakai.use(house, ppid, compared)


def test_a_draft_that_is_thrown_away_calls_nobody(house: RealHouse) -> None:
    tim, ppid = person(house, "tim", "tim_sekretariat"), person(house, "ppid", "ppid")
    konsep = said(house, tim, sop_pakai.open_from(house, tim, INSTANSI, KODE, "k1"))
    konsep_acts.discard(house, tim, konsep.id, seen(house, konsep).versi)

    assert called(house, ppid) == [False]
    with pytest.raises(KonsepSelesai, match="sudah dibuang"):
        take_back(house, tim, konsep.id)


def test_a_draft_with_faults_is_not_called_ready_and_says_all_of_them(house: RealHouse) -> None:
    tim, ppid = person(house, "tim", "tim_sekretariat"), person(house, "ppid", "ppid")
    konsep = sop_pakai.open_from(house, tim, INSTANSI, KODE, "k1")
    edited(house, tim, konsep, 0, pelaksana=["entah"])
    edited(house, tim, konsep, 1, keluaran=["bukan_bahan"])

    with pytest.raises(KonsepBelumSiap, match="masih ada 2 kesalahan") as no:
        said(house, tim, konsep)
    assert len(no.value.faults) == 3
    assert called(house, ppid) == [False]
    assert not seen(house, konsep).siap


def test_a_draft_that_would_stop_another_sop_is_not_called_ready(house: RealHouse) -> None:
    ppid, tim = person(house, "ppid", "ppid"), person(house, "tim", "tim_sekretariat")
    below = in_force(house, ppid, "Anak contoh")
    above = in_force(house, ppid, "Induk contoh", baris=f'rujukan = "{below.kode}"')
    circle = drafted(house, tim, "Anak", below.kode, baris=f'rujukan = "{above.kode}"')

    with pytest.raises(SopLainTerganggu):
        said(house, tim, circle)
    assert called(house, ppid) == [False]


def test_only_who_wrote_it_says_that_it_is_ready(house: RealHouse) -> None:
    tim, ppid = person(house, "tim", "tim_sekretariat"), person(house, "ppid", "ppid")
    konsep = sop_pakai.open_from(house, tim, INSTANSI, KODE, "k1")

    with pytest.raises(BukanPenulis):
        said(house, ppid, konsep)
    said(house, tim, konsep)
    with pytest.raises(BukanPenulis):
        take_back(house, person(house, "dua", "tim_sekretariat"), konsep.id)
    with pytest.raises(TidakAda):
        said(house, person(house, "arsip", "pengelola_arsip"), konsep)
    assert called(house, ppid) == [True]


def test_whom_a_draft_calls_may_give_it_back_to_writers_who_are_gone(house: RealHouse) -> None:
    tim, ppid = person(house, "tim", "tim_sekretariat"), person(house, "ppid", "ppid")
    konsep = sop_pakai.open_from(house, tim, INSTANSI, KODE, "k1")
    said(house, tim, konsep)

    take_back(house, ppid, konsep.id)

    assert called(house, ppid) == [False]
    assert ppid.orang.id not in seen(house, konsep).penyiap


def test_only_people_of_its_agency_are_called(house: RealHouse) -> None:
    tim, ppid = person(house, "tim", "tim_sekretariat"), person(house, "ppid", "ppid")
    admin = operator(house)
    instansi.set_up(house, admin, LAIN, WAJIB)
    made, _ = orang.create(house, admin, LAIN, orang.Isian("jauh", "Contoh jauh"))
    peran.give(house, admin, made.id, peran.Penugasan(LAIN, "", "ppid"))
    konsep = said(house, tim, sop_pakai.open_from(house, tim, INSTANSI, KODE, "k1"))

    far = at_desk(house, made.id)
    assert called(house, ppid, far) == [True, False]
    with pytest.raises(TidakAda):
        said(house, far, konsep)
    with house.ledger.read() as reading:
        found = who_can_use(house, reading, konsep)
    assert [one.orang.id for one in found] == [ppid.orang.id]


def test_who_was_deactivated_or_wrote_in_it_is_not_named(house: RealHouse) -> None:
    ppid, atasan = person(house, "ppid", "ppid"), person(house, "atasan", "atasan_ppid")
    konsep = sop_pakai.open_from(house, ppid, INSTANSI, KODE, "k1")
    with house.ledger.read() as reading:
        assert [one.orang.id for one in who_can_use(house, reading, konsep)] == [atasan.orang.id]
    orang.deactivate(house, operator(house), atasan.orang.id)

    with house.ledger.read() as reading:
        assert who_can_use(house, reading, konsep) == []


def test_another_table_of_the_same_file_is_not_ready_with_the_first(
    house: RealHouse, tmp_path: Path
) -> None:
    tim, ppid = person(house, "tim", "tim_sekretariat"), person(house, "ppid", "ppid")
    konsep = said(house, tim, taken(house, tim, printed(house, tmp_path / "sop.docx")))
    with house.ledger.begin() as tx:  # as if its file had a table before this one
        before = tx.get(SopKonsep, konsep.id)
        tx.save(before, replace(before, tabel=1))
        now = house.clock.now()
        tx.note(Catatan(INSTANSI, tim.orang.id, "sop_konsep_diubah", now, konsep.id))

    fresh = other_table(house, tim, konsep.id, 0, house.new_id())

    assert fresh.id != konsep.id
    assert not is_ready(fresh)
    assert [one.id for one in ready_for(house, ppid)] == [konsep.id]


@pytest.mark.parametrize("new", [new_sqlite, new_postgres])
def test_two_who_say_it_at_once_say_one_thing(tmp_path: Path, new: Callable[[Path], str]) -> None:
    with open_house(tmp_path, new(tmp_path)) as house:
        rule(house)
        tim, dua = person(house, "tim", "tim_sekretariat"), person(house, "dua", "tim_sekretariat")
        konsep = sop_pakai.open_from(house, tim, INSTANSI, KODE, "k1")
        versi = edited(house, dua, konsep, 0, waktu="45 menit").versi
        came = list[object]()
        start = threading.Barrier(2)

        def press(who: Hadir) -> None:
            start.wait()
            came.append(declare(house, who, konsep.id, versi).siap_oleh)

        threads = [threading.Thread(target=press, args=(one,)) for one in (tim, dua)]
        for one in threads:
            one.start()
        for one in threads:
            one.join(30)

        assert len(came) == 2
        assert told(house).count("sop_konsep_siap") == 1
        assert {seen(house, konsep).siap_oleh} == set(came)
