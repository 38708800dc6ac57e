"""An objection about a withheld request is withheld, however it comes and whichever came first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from service.acts.kiriman import putusan as putusan_kiriman
from service.acts.register import keberatan, keberatan_surat, permohonan
from service.acts.register.permohonan import Masukan
from service.domain.catatan import MESIN, Catatan
from service.domain.keberatan import Keberatan
from service.domain.kiriman import DIDAFTAR, Kiriman
from service.domain.permohonan import Permohonan
from service.domain.refusals import TidakAda
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.acts.test_putusan_kiriman import audited
from tests.loket import ISIAN, KEBERATAN_ISIAN, new_kode
from tests.office import INSTANSI, UNIT, arrive_letter, person, work
from tests.web.rumah_web import rumah_web


@pytest.fixture
def house(tmp_path: Path, ledger_url: str) -> Iterator[RealHouse]:
    """An office, on SQLite and again on PostgreSQL."""
    with rumah_web(tmp_path, ledger_url) as whole:
        yield whole


@pytest.fixture
def sekretariat(house: RealHouse) -> Hadir:
    return person(house, "sekretariat", "tim_sekretariat")


def asked(house: RealHouse) -> Permohonan:
    came = Masukan(new_kode(), INSTANSI, UNIT, house.clock.now(), ISIAN, jalan="surat")
    one = permohonan.register(house, came)
    work(house)
    return one


def about(house: RealHouse, one: Permohonan) -> Masukan:
    isian = {**KEBERATAN_ISIAN, "nomor_permohonan": one.nomor_daftar}
    return Masukan(new_kode(), INSTANSI, UNIT, house.clock.now(), isian, jalan="surat")


def withhold(house: RealHouse, oleh: Hadir, one: Permohonan) -> None:
    before = kiriman(house, one)
    putusan_kiriman.secret(house, oleh, before.id, before.versi)


def kiriman(house: RealHouse, one: Permohonan | Keberatan) -> Kiriman:
    with house.ledger.read() as reading:
        return reading.get(Kiriman, one.kiriman)


def test_an_objection_about_a_withheld_request_stands_in_the_closed_agenda(
    house: RealHouse, sekretariat: Hadir
) -> None:
    request = asked(house)
    withhold(house, sekretariat, request)

    made = keberatan.register(house, about(house, request))
    work(house)

    came = kiriman(house, made)
    assert came.rahasia
    assert came.nomor_agenda.startswith("R-")
    assert made.nomor_agenda == came.nomor_agenda
    assert audited(house) == []


def test_an_objection_about_an_open_request_is_open(house: RealHouse) -> None:
    made = keberatan.register(house, about(house, asked(house)))

    assert not kiriman(house, made).rahasia


def test_a_request_that_becomes_withheld_takes_its_objections_along(
    house: RealHouse, sekretariat: Hadir
) -> None:
    request, other = asked(house), asked(house)
    made = keberatan.register(house, about(house, request))
    apart = keberatan.register(house, about(house, other))
    work(house)

    withhold(house, sekretariat, request)

    assert kiriman(house, made).rahasia
    assert kiriman(house, made).nomor_agenda.startswith("R-")
    assert not kiriman(house, apart).rahasia
    assert audited(house) == []


def test_a_letter_that_objects_to_a_withheld_request_is_withheld_once_it_says_so(
    house: RealHouse, sekretariat: Hadir, tmp_path: Path
) -> None:
    request = asked(house)
    withhold(house, sekretariat, request)
    letter = arrive_letter(house, tmp_path)
    work(house)
    with house.ledger.begin() as tx:
        one = tx.get(Kiriman, letter.id)
        tx.save(one, replace(one, jenis="keberatan", keadaan=DIDAFTAR))
        tx.note(Catatan(INSTANSI, MESIN, "kiriman_diputuskan", house.clock.now(), one.id))

    petugas = person(house, "petugas", "petugas")
    made = keberatan_surat.record(house, petugas, letter.id, about(house, request))

    came = kiriman(house, made)
    assert came.rahasia
    assert (came.nomor_daftar, came.nomor_agenda) == (made.nomor, made.nomor_agenda)
    assert made.nomor_agenda.startswith("R-")
    with pytest.raises(TidakAda):
        keberatan_surat.record(house, petugas, letter.id, about(house, request))
    assert audited(house) == []
