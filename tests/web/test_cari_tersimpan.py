"""A search is kept from its page, opened again, and taken away."""

from __future__ import annotations

import re

import pytest

from service.acts.orang import orang
from service.acts.orang.hadir import operator
from service.house import RealHouse
from tests.web.rumah_web import Orang, officer


@pytest.fixture
def petugas(house: RealHouse) -> Orang:
    return officer(house, "petugas", "petugas")


def kept(who: Orang, **told: str):
    return who.client.post("/cari/tersimpan", data={"csrf": who.csrf, **told})


def test_a_search_is_kept_opened_again_and_taken_away(petugas: Orang) -> None:
    page = petugas.client.get("/cari?kata=gaharu&keadaan=naskah.konsep").text
    assert 'href="/cari/tersimpan?kata=gaharu&amp;keadaan=naskah.konsep"' in page
    form = petugas.client.get("/cari/tersimpan?kata=gaharu&keadaan=naskah.konsep").text
    id_ = re.search(r'name="id" value="(\w+)"', form)
    assert id_

    told = {"id": id_[1], "nama": "Konsep gaharu", "bagi": "sendiri"}
    for _ in range(2):
        answer = kept(petugas, **told, kata="gaharu", keadaan="naskah.konsep")
        assert answer.headers["Location"] == "/cari/tersimpan?kabar=pencarian-disimpan"

    page = petugas.client.get("/cari/tersimpan").text
    assert page.count(">Konsep gaharu</a>") == 1
    assert 'href="/cari?kata=gaharu&amp;keadaan=naskah.konsep"' in page
    assert "gaharu · Keadaan: Naskah: konsep" in page
    petugas.client.post(f"/cari/tersimpan/{id_[1]}/hapus", data={"csrf": petugas.csrf})
    assert "Belum ada pencarian tersimpan" in petugas.client.get("/cari/tersimpan").text


def test_what_is_shared_shows_its_owner_and_cannot_be_taken_away_by_others(
    house: RealHouse, petugas: Orang
) -> None:
    place = re.search(
        r'<option value="(\w+/)">Semua di', petugas.client.get("/cari/tersimpan?kata=x").text
    )
    assert place
    kept(petugas, id="a" * 26, nama="Bersama", bagi=place[1], kata="gaharu")
    rekan = officer(house, "rekan", "ppid")

    page = rekan.client.get("/cari/tersimpan").text

    assert ">Bersama</a>" in page
    assert "dari " in page
    assert "Hapus" not in page
    answer = rekan.client.post(f"/cari/tersimpan/{'a' * 26}/hapus", data={"csrf": rekan.csrf})
    assert answer.status_code == 404


def test_what_somebody_who_left_had_shared_is_taken_away_by_the_ppid(
    house: RealHouse, petugas: Orang
) -> None:
    place = re.search(
        r'<option value="(\w+/)">Semua di', petugas.client.get("/cari/tersimpan?kata=x").text
    )
    assert place
    kept(petugas, id="a" * 26, nama="Bersama", bagi=place[1], kata="gaharu")
    ppid, rekan = officer(house, "kepala", "ppid"), officer(house, "rekan", "petugas")
    orang.deactivate(house, operator(house), petugas.hadir.orang.id)

    assert "Hapus" not in rekan.client.get("/cari/tersimpan").text
    page = ppid.client.get("/cari/tersimpan").text
    assert "yang tidak bertugas di sini lagi" in page
    assert "Hapus pencarian" in page
    ppid.client.post(f"/cari/tersimpan/{'a' * 26}/hapus", data={"csrf": ppid.csrf})

    assert "Belum ada pencarian tersimpan" in rekan.client.get("/cari/tersimpan").text


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"nama": "", "bagi": "sendiri", "kata": "x"}, "Nama pencarian"),
        ({"nama": "a" * 300, "bagi": "sendiri", "kata": "x"}, "80"),
        ({"nama": "A", "bagi": "lain/../x", "kata": "x"}, "Terlihat oleh"),
        ({"nama": "A", "bagi": "sendiri"}, "Belum ada yang dicari"),
    ],
)
def test_what_cannot_be_kept_says_why_on_its_form(
    petugas: Orang, told: dict[str, str], said: str
) -> None:
    answer = kept(petugas, id="a" * 26, **told)

    assert answer.status_code == 422
    assert said in answer.text
