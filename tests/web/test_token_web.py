"""The pages about tokens, and the door that a token opens."""

from __future__ import annotations

import logging
import re

import pytest

from service.acts.orang import token
from service.domain.token import Token
from service.web.dasar.limit import CADANGAN_PROGRAM
from tests.kantor import Kantor
from tests.web.test_pintu import log_in, post


@pytest.fixture
def admin(kantor, app):
    kantor.opened()
    client = app.test_client()
    log_in(client, "admin.contoh")
    return client


def form(**more: str) -> dict[str, str]:
    told = {
        "id": "a" * 26,
        "nama": "Portal data",
        "tempat": "dinas_contoh/bidang_satu",
        "peran": "petugas",
        "sampai": "2026-12-31",
    }
    return told | more


def made(admin) -> str:
    page = post(admin, "/token/baru", at="/token/baru", **form())
    return re.search(r'value="(berkas_[^"]+)"', page.text)[1]


def asked(app, rahasia: str, path: str = "/api/v1", cara: str = "GET", **more):
    heads = {"Authorization": f"Bearer {rahasia}"}
    return app.test_client().open(path, method=cara, headers=heads, **more)


def test_a_token_is_made_shown_once_lets_in_and_is_taken_back(app, admin):
    rahasia = made(admin)

    told = asked(app, rahasia)

    assert told.json["nama"] == "Portal data (program)"
    assert told.json["peran"][0]["unit"] == "bidang_satu"
    for path in ("/token", f"/token/{'a' * 26}"):
        page = admin.get(path).text
        assert "Portal data" in page
        assert rahasia not in page
    again = post(admin, "/token/baru", at="/token/baru", **form())
    assert again.status_code == 409
    assert "hanya ditampilkan sekali" in again.text
    gone = post(admin, f"/token/{'a' * 26}/cabut", at="/token")
    assert "Token dicabut." in admin.get(gone.location).text
    assert asked(app, rahasia).status_code == 401


def test_a_form_with_faults_makes_no_token_and_keeps_what_was_typed(kantor: Kantor, admin):
    page = post(admin, "/token/baru", at="/token/baru", **form(sampai="", peran="administrator"))

    assert page.status_code == 422
    assert "Isi berlaku sampai." in page.text
    assert "Pilih peran dari daftar." in page.text
    assert 'value="Portal data"' in page.text
    with kantor.ledger.read() as reading:
        assert reading.find(Token) == []


def test_an_officer_without_the_keys_finds_no_tokens(kantor, app, admin):
    kantor.person(kantor.hadir(_admin_id(kantor)), "satu", "ppid")
    client = app.test_client()
    log_in(client, "satu")

    assert client.get("/token").status_code == 403
    assert client.get("/orang").status_code == 403
    assert "program" not in admin.get("/orang").text.split("<main")[1]


def _admin_id(kantor: Kantor) -> str:
    with kantor.ledger.read() as reading:
        return next(x.id for x in reading.find(_orang()) if x.nama_masuk == "admin.contoh")


def _orang() -> type:
    from service.domain.orang import Orang

    return Orang


@pytest.mark.parametrize("told", ["", "salah", "berkas_" + "x" * 43, "x\u00e9", "a" * 5000])
def test_what_is_no_token_is_asked_for_one(app, admin, told):
    answer = asked(app, told)

    assert answer.status_code == 401
    assert answer.mimetype == "application/problem+json"
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_token_opens_no_page_of_people_and_none_in_an_address(app, admin):
    rahasia = made(admin)

    assert asked(app, rahasia, "/kiriman").status_code == 303
    assert app.test_client().get(f"/api/v1?token={rahasia}").status_code == 401


def test_what_a_token_may_not_do_is_refused_and_needs_no_form_of_a_page(app, admin):
    rahasia = made(admin)
    sent = {"id": "b" * 26, "instansi": "badan_contoh", "unit": "", "sop": "x", "judul": "y"}

    answer = asked(app, rahasia, "/api/v1/berkas", "POST", json=sent)

    assert answer.status_code == 404
    assert answer.json["title"] == "Tidak ditemukan"


def test_who_asks_without_end_waits_and_their_neighbours_do_not(app, admin):
    rahasia = made(admin)
    client, heads = app.test_client(), {"Authorization": f"Bearer {rahasia}"}

    found = {client.get("/api/v1", headers=heads).status_code for _ in range(500)}

    assert CADANGAN_PROGRAM < 500
    assert found == {200, 429}
    late = client.get("/api/v1", headers=heads)
    assert late.headers["Retry-After"] == "5"
    assert admin.get("/token").status_code == 200


def test_no_token_stands_in_a_log(app, admin, caplog):
    rahasia = made(admin)
    with caplog.at_level(logging.DEBUG):
        asked(app, rahasia)
        asked(app, rahasia + "x")
        asked(app, rahasia, "/api/v1/tidak-ada")

    assert rahasia not in caplog.text


def test_the_list_asks_the_ledger_as_often_for_many_tokens_as_for_few(kantor, admin):
    keeper = kantor.hadir(_admin_id(kantor))
    made(admin)
    few = admin.get("/token").text.count("<tr>")
    for n in range(5):
        isian = token.Isian(f"P{n}", "dinas_contoh", "", "petugas", kantor.clock.now().date())
        token.make(kantor, keeper, kantor.new_id(), isian)

    assert admin.get("/token").text.count("<tr>") == few + 5
