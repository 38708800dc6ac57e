"""The table of days off, as those who keep it use its page."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.acts.instansi import kalender as acts
from service.acts.instansi.kalender import IsianLibur, days_off
from service.adapters.ledger.ledger import SqlLedger
from service.domain.libur import DAERAH, Libur
from tests.kantor import Kantor
from tests.web.browser import served
from tests.web.test_instansi_web import fields, said
from tests.web.test_pintu import csrf, log_in
from tests.web.test_real_pages import let_in, sound

AT = "/kalender?instansi=dinas_contoh"
SENT = {
    "tanggal": "2026-11-25",
    "nama": "Hari Jadi Kota Contoh",
    "jenis": DAERAH,
    "rujukan": "SE 1/2026",
    "kepastian": "pasti",
}


@pytest.fixture
def kantor(buku_induk: SqlLedger, tmp_path: Path) -> Kantor:
    one = Kantor(buku_induk, tmp_path)
    one.opened()
    return one


@pytest.fixture
def admin(app: Flask) -> FlaskClient:
    client = app.test_client()
    log_in(client, "admin.contoh")
    return client


def table(kantor: Kantor, tahun: int = 2026, instansi: str = "dinas_contoh") -> list[Libur]:
    with kantor.ledger.read() as reading:
        return days_off(reading, instansi, tahun)


def send(client: FlaskClient, path: str, **sent: str) -> TestResponse:
    return client.post(path, data={"csrf": csrf(client.get(AT)), **sent})


def jadi(kantor: Kantor, client: FlaskClient) -> Libur:
    """A day off of this office, added on the page."""
    answer = send(client, "/kalender", instansi="dinas_contoh", **SENT)
    assert answer.status_code == 303
    return next(one for one in table(kantor) if one.nama == SENT["nama"])


def edit(client: FlaskClient, one: Libur, **sent: str) -> TestResponse:
    page = client.get(f"/kalender/{one.id}/ubah")
    return client.post(f"/kalender/{one.id}/ubah", data={**fields(page), **SENT, **sent})


def test_a_year_without_a_table_gets_the_seed_once(kantor, admin):
    empty = admin.get(f"{AT}&tahun=2029")
    assert "Belum ada tabel libur tahun 2029" in said(empty)
    assert "Isi tabel bawaan tahun 2029" in said(empty)

    answer = send(admin, "/kalender/bawaan", instansi="dinas_contoh", tahun="2029")

    assert answer.status_code == 303
    assert all(one.sementara for one in table(kantor, 2029))
    full = said(admin.get(answer.location))
    assert "Isi tabel bawaan" not in full
    assert "Sementara: tanggal menurut perhitungan" in full
    again = send(admin, "/kalender/bawaan", instansi="dinas_contoh", tahun="2029")
    assert again.status_code == 409
    assert "sudah berisi" in said(again)


@pytest.mark.parametrize("tahun", ["", "x", "1", "99999", "2040", "-2026"])
def test_a_year_that_the_page_does_not_show_gets_no_seed(kantor, admin, tahun):
    answer = send(admin, "/kalender/bawaan", instansi="dinas_contoh", tahun=tahun)

    assert answer.status_code == 404
    assert table(kantor, 2040) == []


def test_a_day_off_is_changed_and_leads_to_its_new_year(kantor, admin):
    one = jadi(kantor, admin)

    answer = edit(admin, one, tanggal="2027-11-25", nama="Hari Jadi", kepastian="sementara")

    assert answer.location == "/kalender?instansi=dinas_contoh&tahun=2027&kabar=disimpan"
    after = next(x for x in table(kantor, 2027) if x.id == one.id)
    assert (after.tanggal, after.nama, after.sementara) == (date(2027, 11, 25), "Hari Jadi", True)
    assert one.id not in {x.id for x in table(kantor)}


@pytest.mark.parametrize(
    ("wrong", "status", "kata"),
    [
        ({"tanggal": "2026-02-30"}, 422, "belum berupa tanggal yang ada"),
        ({"tanggal": "2026-12-25", "jenis": "nasional"}, 409, "25 Desember 2026 sudah tercatat"),
        ({"nama": ""}, 422, "Isi nama hari libur."),
        ({"jenis": "sesukanya"}, 422, "Pilih jenis dari daftar."),
        ({"kepastian": ""}, 422, "Isi kepastian."),
        ({"versi": "9"}, 409, "Sudah diubah orang lain"),
    ],
)
def test_a_change_that_cannot_be_is_said_and_what_was_typed_stays(
    kantor, admin, wrong, status, kata
):
    one = jadi(kantor, admin)

    answer = edit(admin, one, **{"rujukan": "SE 2/2026", **wrong})

    assert answer.status_code == status
    assert kata in said(answer)
    assert 'value="SE 2/2026"' in answer.text
    assert one in table(kantor)


def test_a_day_off_of_another_office_is_not_there(kantor, app, admin):
    keeper = kantor.hadir(next(iter(kantor.lists.pelaku("dinas_contoh"))))
    kantor.person(keeper, "satu", "tim_sekretariat")
    kantor.person(keeper, "dua", "ppid")
    other = acts.add(
        kantor, keeper, "badan_contoh", IsianLibur(date(2026, 11, 25), "Hari Lain", DAERAH)
    )
    satu, dua = app.test_client(), app.test_client()
    log_in(satu, "satu")
    log_in(dua, "dua")
    own = jadi(kantor, satu)

    assert satu.get(f"/kalender/{own.id}/ubah").status_code == 200
    for path in (f"/kalender/{other.id}/ubah", "/kalender/tiada/ubah"):
        assert satu.get(path).status_code == 404
        assert send(satu, path, **SENT, versi="1").status_code == 404
    assert send(satu, f"/kalender/{other.id}/hapus?versi=1").status_code == 404
    assert dua.get(f"/kalender/{own.id}/ubah").status_code == 403
    page = dua.get(f"{AT}&tahun=2029")
    assert "Tim Sekretariat atau administrator dapat mengisinya" in said(page)
    assert "Isi tabel bawaan" not in page.text
    assert table(kantor, instansi="badan_contoh") == [other]


def test_the_pages_of_the_calendar_are_sound(kantor, app, admin, win):
    one = jadi(kantor, admin)
    with served(app) as alamat:
        let_in(win.page, alamat)
        for path in (f"{AT}&tahun=2029", AT, f"/kalender/{one.id}/ubah"):
            win.page.goto(alamat + path)
            sound(win)
        win.page.goto(f"{alamat}{AT}&tahun=2029")
        win.page.get_by_role("button", name="Isi tabel bawaan tahun 2029").click()
        win.page.wait_for_url(re.compile("kabar=disimpan"))

        win.page.get_by_role("link", name=re.compile("(Natal|Yesus).*: ubah$")).first.click()
        win.page.get_by_label("Sudah ditetapkan").check()
        win.page.get_by_role("button", name="Simpan perubahan").click()

        win.page.wait_for_url(re.compile("kabar=disimpan"))
    assert [one.sementara for one in table(kantor, 2029)].count(False) == 1
