"""A round at the pages: a unit that is late is recorded there, and the others go on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.acts.berkas import baru as berkas_baru
from service.acts.berkas.buka import Pembukaan
from service.acts.instansi.pilihan import set_up
from service.acts.orang import mulai, orang, peran
from service.acts.orang.hadir import operator
from service.domain.berkas import BERJALAN, SELESAI, Berkas
from service.house import RealHouse
from service.web.app import create_app
from tests.kantor import SANDI
from tests.office import at_desk
from tests.web.browser import DESKTOP, PHONE, served, sound
from tests.web.rumah_web import Orang, come_in, rumah_web
from tests.web.test_berkas_web import does
from tests.web.test_pintu import log_in

KEMENTERIAN = "ppid_kementerian"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        set_up(whole, operator(whole), KEMENTERIAN)
        yield whole


def somebody(house: RealHouse, nama: str, *memegang: str, unit: str = "") -> Orang:
    admin = operator(house)
    made, _ = orang.create(house, admin, KEMENTERIAN, orang.Isian(nama, f"Contoh {nama}"))
    for one in memegang:
        peran.give(house, admin, made.id, peran.Penugasan(KEMENTERIAN, unit, one))
    mulai.choose_password(house, orang.invite(house, admin, made.id), SANDI, "192.0.2.1")
    client = create_app(house).test_client()
    log_in(client, nama)
    return Orang(client, at_desk(house, made.id))


def a_round(house: RealHouse, oleh: Orang) -> tuple[Berkas, list[Berkas]]:
    """The round of this month and the parts of its units."""
    told = (KEMENTERIAN, "", "pengelolaan_informasi", "Putaran contoh", "bulanan")
    round_ = berkas_baru.open_by(house, oleh.hadir, Pembukaan(house.new_id(), *told))
    with house.ledger.read() as reading:
        return round_, reading.find(Berkas, induk=round_.id)


def now(house: RealHouse, one: Berkas) -> Berkas:
    with house.ledger.read() as reading:
        return reading.get(Berkas, one.id)


def test_who_keeps_the_round_records_at_the_page_of_a_late_unit_that_it_is_not_waited_for(
    house: RealHouse,
) -> None:
    kepala = somebody(house, "kepala", "ppid", "tim_sekretariat")
    round_, units = a_round(house, kepala)
    page = kepala.client.get(f"/berkas/{units[0].id}").text
    # Folded: it is the way out, not what the page leads with.
    assert "<summary>Catat unit ini tidak ditunggu</summary>" in page
    assert "Batalkan berkas" not in page  # a unit's part has no end of its own
    assert "Catat unit ini tidak ditunggu" not in kepala.client.get(f"/berkas/{round_.id}").text
    bare = does(kepala, f"/berkas/{units[0].id}", "tidak-ditunggu", alasan=" ")
    assert bare.status_code == 422
    assert now(house, units[0]) == units[0]
    for one in units:
        done = does(kepala, f"/berkas/{one.id}", "tidak-ditunggu", alasan="Lewat batas contoh")
        assert done.location == f"/berkas/{one.id}?kabar=tidak-ditunggu"

    page = kepala.client.get(done.location).text
    assert "Unit ini tidak ditunggu lagi. Yang sudah dibuatnya tetap tersimpan." in page
    assert "Lewat batas contoh" in page
    assert now(house, units[0]).keadaan == SELESAI
    assert now(house, round_).langkah != round_.langkah
    twice = does(kepala, f"/berkas/{units[0].id}", "tidak-ditunggu", alasan="Sekali lagi contoh")
    assert (twice.status_code, "Berkas ini sudah selesai" in twice.text) == (409, True)


def test_the_units_that_walk_again_are_ticked_at_the_page(house: RealHouse) -> None:
    kepala = somebody(house, "kepala", "ppid", "tim_sekretariat")
    round_, units = a_round(house, kepala)
    for one in units:
        does(kepala, f"/berkas/{one.id}", "tidak-ditunggu", alasan="Lewat batas contoh")
    at = f"/berkas/{round_.id}"
    page = kepala.client.get(at).text
    assert "Unit yang mengulang" in page
    sent = {"hasil": "tidak", "alasan": "Daftar contoh kurang", "unit": units[0].unit}
    back = does(kepala, at, "selesai", **sent)
    assert back.location.endswith("kabar=dikembalikan-langkah"), back.text

    with house.ledger.read() as reading:
        again = [x for x in reading.find(Berkas, induk=round_.id) if x.keadaan == BERJALAN]
    assert [one.unit for one in again] == [units[0].unit]
    assert now(house, round_).langkah == round_.langkah


def test_a_unit_does_not_excuse_itself(house: RealHouse) -> None:
    kepala = somebody(house, "kepala", "ppid", "tim_sekretariat")
    _, units = a_round(house, kepala)
    own = somebody(house, "unit", "unit", "ppid_pelaksana", unit=units[0].unit)

    assert "tidak ditunggu" not in own.client.get(f"/berkas/{units[0].id}").text
    refused = does(own, f"/berkas/{units[0].id}", "tidak-ditunggu", alasan="Alasan contoh")
    assert refused.status_code in (403, 404)
    assert now(house, units[0]) == units[0]


def test_the_page_of_a_unit_is_for_everybody(house: RealHouse, tmp_path: Path, win) -> None:
    kepala = somebody(house, "kepala", "ppid", "tim_sekretariat")
    _, units = a_round(house, kepala)
    with served(create_app(house)) as alamat:
        at = f"/berkas/{units[0].id}"
        come_in(win.page, alamat, "kepala", at)
        win.page.get_by_text("Catat unit ini tidak ditunggu").first.click()
        for width in (PHONE, DESKTOP):
            win.size(width)
            win.page.screenshot(path=tmp_path / f"unit-{width}.png", full_page=True)
        sound(win)
