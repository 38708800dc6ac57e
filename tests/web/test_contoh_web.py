"""The sample home on the pages: before anybody keeps the house, for its keeper, and inside it."""

from __future__ import annotations

import re

import pytest

from service.acts.orang import mulai
from service.adapters.contoh_folder import FolderSamples
from service.domain.contoh import DIHAPUS, DIMINTA, KOSONG
from service.domain.orang import Orang
from service.web.app import create_app
from tests.web.test_pintu import csrf, log_in, post

KUNCI = "kunci-pintu-contoh"


@pytest.fixture
def admin(kantor, app):
    """The administrator's browser, with the sample agency at work."""
    kantor.opened()
    client = app.test_client()
    log_in(client, "admin.contoh")
    return client


@pytest.fixture
def inside(kantor):
    """The pages of a sample home, and a browser that came by its door."""
    kantor.opened()
    kantor.samples = FolderSamples(kantor.home, KUNCI)
    return create_app(kantor).test_client()


def rows(kantor) -> int:
    with kantor.ledger.read():
        return sum(one.urut for one in kantor.lists.kepala())


def keeper(kantor) -> str:
    with kantor.ledger.read() as reading:
        return reading.find(Orang, nama_masuk="admin.contoh")[0].id


def test_whoever_holds_the_first_link_may_look_at_samples_before_keeping_the_house(kantor, app):
    token = mulai.first_link(kantor)
    client, before = app.test_client(), rows(kantor)
    first = client.get(f"/mulai/{token}")
    assert f"/mulai/{token}/contoh" in first.text

    page = client.get(f"/mulai/{token}/contoh")
    told = {"csrf": csrf(page), "instansi": "dinas_contoh"}
    assert client.post(f"/mulai/{token}/contoh/muat", data=told).status_code == 303
    assert kantor.samples.wanted() == ("dinas_contoh",)

    told = {"csrf": csrf(client.get(f"/mulai/{token}/contoh"))}
    assert client.post(f"/mulai/{token}/contoh/hapus", data=told).status_code == 303
    assert kantor.samples.now().keadaan == DIHAPUS
    assert rows(kantor) == before
    assert client.get(f"/mulai/{token}").status_code == 200


def test_a_link_of_somebody_else_opens_no_samples(kantor, app, admin):
    made = post(
        admin,
        "/orang/baru",
        at="/orang/baru",
        nama="Sampel Satu",
        nama_masuk="satu",
        nip="",
        instansi="dinas_contoh",
    )
    path = re.search(r'value="http://localhost(/mulai/[^"]+)"', made.text)[1]
    stranger = app.test_client()

    assert stranger.get(f"{path}/contoh").status_code == 404
    assert stranger.get("/mulai/salah/contoh").status_code == 404
    assert kantor.samples.now().keadaan == KOSONG


def test_the_keeper_asks_sees_how_far_it_is_opens_it_and_lets_it_go(kantor, admin):
    assert post(admin, "/contoh/muat", at="/contoh", instansi="semua").status_code == 303
    assert "menunggu giliran" in admin.get("/contoh").text

    kantor.samples.begin()
    kantor.samples.tell(12)
    assert "12 langkah SOP" in admin.get("/contoh").text
    kantor.samples.finish()
    kantor.samples.open(8090)
    door = f'href="http://localhost:8090/contoh/{kantor.samples.played()}"'
    assert door in admin.get("/contoh").text

    again = post(admin, "/contoh/hapus", at="/contoh")
    assert again.status_code == 303
    assert "sedang dihapus" in admin.get("/contoh").text


def test_an_agency_that_is_not_offered_and_a_second_sample_home_are_refused(kantor, admin):
    wrong = post(admin, "/contoh/muat", at="/contoh", instansi="../../etc")
    assert wrong.status_code == 422
    assert kantor.samples.now().keadaan == KOSONG

    page = admin.get("/contoh")
    kantor.samples.ask(("badan_contoh",))
    told = {"csrf": csrf(page), "instansi": "dinas_contoh"}
    second = admin.post("/contoh/muat", data=told)
    assert second.status_code in (409, 422)
    assert "sudah ada atau sedang disusun" in second.text
    assert kantor.samples.wanted() == ("badan_contoh",)
    assert kantor.samples.now().keadaan == DIMINTA


def test_an_officer_neither_sees_nor_takes_away_samples(kantor, app, admin):
    kantor.person(kantor.hadir(keeper(kantor)), "petugas.contoh", "petugas")
    client = app.test_client()
    log_in(client, "petugas.contoh")

    assert client.get("/contoh").status_code in (403, 404)
    assert post(client, "/contoh/muat", instansi="semua").status_code in (403, 404)
    assert kantor.samples.now().keadaan == KOSONG


def test_in_a_sample_home_one_comes_in_as_anybody_by_its_door_alone(kantor, inside):
    assert inside.get("/contoh/salah").status_code == 404
    assert inside.get("/contoh").status_code in (303, 404)

    door = inside.get(f"/contoh/{KUNCI}")
    assert "Rumah contoh." in door.text
    who = re.search(r'name="orang" value="([^"]+)"', door.text)[1]
    token = re.search(r'name="csrf" value="([^"]+)"', door.text)[1]
    came = inside.post(f"/contoh/{KUNCI}", data={"csrf": token, "orang": who})

    assert came.status_code == 303
    assert "berkas-contoh=" in came.headers["Set-Cookie"]
    page = inside.get("/akun")
    assert page.status_code == 200
    assert "Rumah contoh." in page.text
    assert f"/contoh/{KUNCI}" in page.text
    nobody = inside.post(f"/contoh/{KUNCI}", data={"csrf": csrf(page), "orang": "tidak-ada"})
    assert nobody.status_code == 404


def test_a_real_home_has_no_such_door(kantor, app):
    kantor.opened()
    client = app.test_client()
    page = client.get("/masuk")

    assert client.get("/contoh/").status_code == 404
    assert client.get(f"/contoh/{KUNCI}").status_code == 404
    told = {"csrf": csrf(page), "orang": "x"}
    assert client.post(f"/contoh/{KUNCI}", data=told).status_code == 404
    assert "Rumah contoh" not in page.text
