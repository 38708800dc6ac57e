"""What is open by an answer or a test and in no list is picked by a person and proposed once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from service.domain.berkas import SELESAI, Berkas
from service.domain.butir import Butir
from service.domain.catatan import MESIN, Catatan
from service.domain.informasi.informasi import Informasi
from service.domain.kiriman import DIDAFTAR, Kiriman
from service.domain.permohonan import Isian, Keputusan, Permohonan
from service.domain.uji import LembarUji
from service.house import RealHouse
from tests.office import INSTANSI, UNIT, today
from tests.web.rumah_web import Orang, officer, rumah_web

RINCIAN, TERTUTUP = "Rekapitulasi perjalanan dinas contoh", "Permohonan contoh yang dirahasiakan"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


def given(
    house: RealHouse, rincian: str = RINCIAN, nasib: str = "diberikan", *, rahasia: bool = False
) -> str:
    """A request that was answered so; its id."""
    id_, kiriman, now, day = house.new_id(), house.new_id(), house.clock.now(), today(house)
    said = Keputusan(dikuasai="ya", keputusan=nasib, pemberitahuan=day.isoformat())
    about = Isian(nama="Contoh Pemohon", rincian=rincian)
    made = (id_, kiriman, INSTANSI, UNIT, "", "selesai", now, day, day, about)
    with house.ledger.begin() as tx:
        tx.add(Kiriman(kiriman, INSTANSI, UNIT, "web", "a.pdf", DIDAFTAR, now, rahasia=rahasia))
        tx.add(Permohonan(*made, keputusan=said, nomor_daftar=f"{id_[:4]}/REG/2026"))
        tx.note(Catatan(INSTANSI, MESIN, "kiriman_diterima", now, kiriman))
    return id_


def found_in_test(house: RealHouse, judul: str, hasil: str, *, rahasia: bool = False) -> str:
    """An item of a test that is over; its id."""
    id_, now = house.new_id(), house.clock.now() - timedelta(minutes=1)
    matter = Berkas(
        house.new_id(), INSTANSI, UNIT, "Uji contoh", "", SELESAI, now, ditutup=now, rahasia=rahasia
    )
    with house.ledger.begin() as tx:
        tx.add(matter)
        sheet = LembarUji(kategori="berkala", unit=UNIT)
        tx.add(Butir(id_, matter.id, 1, judul, UNIT, hasil, uji=sheet))
        tx.note(Catatan(INSTANSI, MESIN, "berkas_dibuka", now, matter.id))
    return id_


def at(house: RealHouse) -> str:
    return f"/laporan/{INSTANSI}/{today(house).year}/belum-masuk"


def sent(who: Orang, path: str, **told: str):
    data = {"csrf": who.csrf, "ringkasan": RINCIAN, "unit": UNIT, "kategori": "berkala", **told}
    return who.client.post(path, data=data)


def test_what_was_given_or_found_open_is_listed_until_it_is_proposed(house: RealHouse) -> None:
    asked, tim = given(house), officer(house, "tim", "tim_sekretariat")
    found_in_test(house, "Butir contoh yang terbuka", "terbuka")
    path = f"{at(house)}/permohonan/{asked}"

    page = tim.client.get(at(house)).text
    assert RINCIAN in page
    assert "Butir contoh yang terbuka" in page
    assert "Yang tidak pernah diminta dan tidak pernah diuji tidak tampak di sini" in page
    assert 'value="setiap_saat" selected' in tim.client.get(path).text
    assert sent(tim, path).status_code == 303

    with house.ledger.read() as reading:
        (one,) = reading.find(Informasi, instansi=INSTANSI)
    assert (one.keadaan, one.kategori, one.unsur.ringkasan) == ("usulan", "berkala", RINCIAN)
    assert one.pelengkap.dasar.endswith("/REG/2026")
    assert "Contoh Pemohon" not in repr(one.unsur)
    page = tim.client.get(at(house)).text
    assert RINCIAN not in page
    assert "Butir contoh yang terbuka" in page
    assert sent(tim, path).status_code == 303  # sent twice it is one
    with house.ledger.read() as reading:
        assert len(reading.find(Informasi, instansi=INSTANSI)) == 1


def test_nothing_refused_withheld_or_excluded_is_offered(house: RealHouse) -> None:
    closed = given(house, TERTUTUP, rahasia=True)
    given(house, "Ditolak contoh", "tidak_diberikan")
    found_in_test(house, "Butir contoh tertutup", "terbuka", rahasia=True)
    found_in_test(house, "Butir contoh dikecualikan", "dikecualikan")
    tim = officer(house, "tim", "tim_sekretariat")

    page = tim.client.get(at(house)).text

    assert "Semua yang terbuka sudah ada barisnya" in page
    assert tim.client.get(f"{at(house)}/permohonan/{closed}").status_code == 404
    assert sent(tim, f"{at(house)}/permohonan/{closed}").status_code == 404


def test_a_proposal_without_words_comes_back_with_what_is_missing(house: RealHouse) -> None:
    asked, tim = given(house), officer(house, "tim", "tim_sekretariat")

    answer = sent(tim, f"{at(house)}/permohonan/{asked}", ringkasan=" ")

    assert answer.status_code == 422
    assert "Isi ringkasan isi informasi." in answer.text
    assert sent(tim, f"{at(house)}/permohonan/{asked}", unit="tidak_ada").status_code == 422


def test_a_unit_proposes_from_its_own_tests_and_reads_no_register(house: RealHouse) -> None:
    given(house)
    found_in_test(house, "Butir contoh yang terbuka", "sebagian")
    unit = officer(house, "unit", "unit", unit=UNIT)

    page = unit.client.get(at(house)).text

    assert RINCIAN not in page
    assert "Butir contoh yang terbuka" in page
