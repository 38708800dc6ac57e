"""A key on a token or a card: made known on one's account with its PIN, and signed with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from service.domain.kunci_ttd import PERANGKAT
from service.domain.naskah import DITANDATANGANI
from service.house import RealHouse
from service.web.app import create_app
from tests.perangkat import LABEL, MODUL, PIN, TOKEN
from tests.web.browser import DESKTOP, PHONE, served, sound
from tests.web.naskah_web import now
from tests.web.rumah_web import Orang, come_in, officer, rumah_web, with_password
from tests.web.test_tanda_tangan_web import approved, keys, signs

pytestmark = pytest.mark.usefixtures("bertanda", "perangkat")
SALAH = "998877665"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as one:
        yield replace(one, settings=replace(one.settings, pkcs11=MODUL))


@pytest.fixture
def atasan(house: RealHouse) -> Orang:
    return officer(house, "atasan", "atasan_ppid")


def brings(who: Orang, **odd: str):
    sent = {"csrf": who.csrf, "token": TOKEN, "label": LABEL, "nama": "Kartu saya", "pin": PIN}
    return who.client.post("/akun/sertifikat/token", data=sent | odd)


def test_from_the_token_to_the_signed_paper(house: RealHouse, atasan: Orang) -> None:
    one = approved(house)
    assert "PIN token" in atasan.client.get("/akun/sertifikat").text

    assert brings(atasan).location == "/akun/sertifikat?kabar=sertifikat-token"

    page = atasan.client.get("/akun/sertifikat?kabar=sertifikat-token").text
    assert "Kartu saya" in page
    assert "Token dikenal" in page
    assert [key.jenis for key in keys(house)] == [PERANGKAT]
    assert signs(house, atasan, one, PIN).status_code == 303
    assert now(house, one).keadaan == DITANDATANGANI


@pytest.mark.parametrize(
    ("odd", "kata"),
    [
        ({"pin": SALAH}, "PIN"),
        ({"pin": ""}, "PIN token"),
        ({"token": "token lain"}, "token"),
        ({"label": "label lain"}, "label"),
        ({"token": "x" * 65}, "64"),
    ],
)
def test_what_is_amiss_is_said_and_the_pin_is_never_shown_again(
    house: RealHouse, atasan: Orang, odd: dict[str, str], kata: str
) -> None:
    answer = brings(atasan, **odd)

    assert answer.status_code == 422
    assert kata.lower() in answer.text.lower()
    assert PIN not in answer.text
    assert SALAH not in answer.text
    assert keys(house) == []


def test_without_a_driver_no_token_is_offered(tmp_path: Path) -> None:
    (tmp_path / "lain").mkdir()
    with rumah_web(tmp_path / "lain") as house:
        atasan = officer(house, "atasan", "atasan_ppid")
        assert "PIN token" not in atasan.client.get("/akun/sertifikat").text
        refused = brings(atasan)
        assert refused.status_code == 422
        assert "BERKAS_TOKEN" in refused.text


def test_the_page_is_for_everybody(house: RealHouse, win) -> None:
    with_password(house, "atasan", "atasan_ppid")
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "atasan", "/akun/sertifikat")
        win.page.get_by_role("textbox", name="PIN token").wait_for()
        for width in (DESKTOP, PHONE):
            win.size(width)
            sound(win)
