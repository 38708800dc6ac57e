"""Failed work: an administrator sees why, has it tried again, or lets it go with a reason."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.adapters.clock import new_id
from service.adapters.ledger.owed import SqlOwed
from service.domain.orang import Orang
from service.domain.pekerjaan import BERAT, Gagal
from tests.kantor import Kantor
from tests.web.test_pintu import log_in, post

SEBAB = "Templat rusak di paragraf 3."


@pytest.fixture
def admin(kantor: Kantor, app: Flask) -> FlaskClient:
    kantor.opened()
    client = app.test_client()
    log_in(client, "admin.contoh")
    return client


@pytest.fixture
def macet(kantor: Kantor) -> str:
    """Work that failed for good; what it was for."""
    owed, untuk = SqlOwed(kantor.ledger, timedelta(seconds=20), ()), new_id()
    with kantor.ledger.begin() as tx:
        tx.plan("identify", untuk)
    kantor.clock.go(seconds=1)
    [one] = owed.claim(BERAT, 1, set)
    begun = owed.start(one.job, one.untuk, one.fence, "uji")
    assert begun
    owed.fail(begun, Gagal(SEBAB, lagi=False))
    return untuk


def alamat(untuk: str, act: str) -> str:
    return f"/gagal/identify/{untuk}/{act}"


def test_the_page_says_what_failed_and_why(admin: FlaskClient, macet: str) -> None:
    page = admin.get("/gagal").text

    assert "Mengenali file yang masuk" in page
    assert SEBAB in page
    assert "File asli tersimpan utuh." in page


def test_the_first_page_of_the_day_names_it_too(admin: FlaskClient, macet: str) -> None:
    assert "Periksa 1 pekerjaan yang gagal" in admin.get("/").text


def test_tried_again_it_is_owed_from_its_first_try(
    kantor: Kantor, admin: FlaskClient, macet: str
) -> None:
    answer = post(admin, alamat(macet, "coba"), at="/gagal")

    assert answer.status_code == 303
    assert SEBAB not in admin.get("/gagal").text
    owed = SqlOwed(kantor.ledger, timedelta(seconds=20), ())
    assert [one.untuk for one in owed.claim(BERAT, 5, set)] == [macet]


def test_let_go_without_a_reason_it_stays(admin: FlaskClient, macet: str) -> None:
    answer = post(admin, alamat(macet, "abaikan"), at="/gagal", alasan="  ")

    assert answer.status_code == 422
    assert "Isi alasan." in answer.text
    assert SEBAB in admin.get("/gagal").text


def test_let_go_with_a_reason_it_is_gone_and_the_journal_knows(
    kantor: Kantor, admin: FlaskClient, macet: str
) -> None:
    answer = post(admin, alamat(macet, "abaikan"), at="/gagal", alasan="File contoh, tidak perlu.")

    assert answer.status_code == 303
    assert "Tidak ada pekerjaan yang gagal" in admin.get("/gagal").text
    last = kantor.lists.jurnal("rumah", 10_000, 1)[0]
    assert last.perbuatan == "pekerjaan_diabaikan"
    assert (last.tentang, last.rincian) == (macet, {"job": "identify"})
    assert "Alasan: File contoh, tidak perlu." in admin.get("/jurnal?instansi=rumah").text


def test_work_that_has_not_failed_cannot_be_let_go(admin: FlaskClient, kantor: Kantor) -> None:
    untuk = new_id()
    with kantor.ledger.begin() as tx:
        tx.plan("identify", untuk)

    answer = post(admin, alamat(untuk, "abaikan"), at="/gagal", alasan="coba-coba")

    assert answer.status_code == 404


@pytest.mark.parametrize("job", ["os.system", "tidak_ada", "identify'--"])
def test_an_invented_job_is_not_found(admin: FlaskClient, job: str) -> None:
    answer = post(admin, f"/gagal/{job}/{new_id()}/coba", at="/gagal")

    assert answer.status_code == 404


def test_an_officer_who_keeps_no_machine_does_not_see_it(
    kantor: Kantor, app: Flask, admin: FlaskClient, macet: str
) -> None:
    kantor.person(kantor.hadir(_admin_id(kantor)), "petugas.contoh", "petugas")
    client = app.test_client()
    log_in(client, "petugas.contoh")

    assert client.get("/gagal").status_code == 403


def _admin_id(kantor: Kantor) -> str:
    with kantor.ledger.read() as look:
        return look.find(Orang, nama_masuk="admin.contoh")[0].id
