"""What an insider with a small peran, or a stranger with odd addresses, does not get."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.acts.instansi import kalender
from service.acts.orang import mulai, orang, peran
from service.adapters.ledger.ledger import SqlLedger
from service.domain.catatan import RUMAH
from service.domain.libur import NASIONAL
from service.domain.orang import (
    NamaMasukTidakSah,
    NipTidakSah,
    checked_nama_masuk,
    checked_nip,
)
from service.domain.paket import is_kode
from service.domain.refusals import Refusal, TidakBerwenang
from service.domain.wewenang import ADMINISTRATOR, Hadir
from service.web.app import create_app
from tests.kantor import SANDI, SANDI_LAIN, Kantor
from tests.office import today
from tests.web.test_pintu import log_in, post

SATU, DUA = "dinas_contoh", "badan_contoh"
Enter = Callable[[str], FlaskClient]


@pytest.fixture
def admin(kantor: Kantor) -> Hadir:
    return kantor.opened(SATU, DUA)


def entered(app: Flask, nama_masuk: str) -> FlaskClient:
    client = app.test_client()
    log_in(client, nama_masuk)
    return client


def keeper_of_one(kantor: Kantor, admin: Hadir, *more: str) -> Hadir:
    """An administrator of one instansi and of no other."""
    return kantor.hadir(kantor.person(admin, "contoh.kepala", ADMINISTRATOR, *more).id)


# --- what is to come counts as well


def test_nobody_takes_over_who_will_keep_the_house_tomorrow(kantor: Kantor, admin: Hadir) -> None:
    mine = keeper_of_one(kantor, admin)
    coming = kantor.person(admin, "contoh.calon")
    besok = today(kantor) + timedelta(days=1)
    tugas = peran.Penugasan(RUMAH, "", ADMINISTRATOR, besok)
    peran.give(kantor, admin, coming.id, tugas)
    isian = orang.Isian("contoh.lain", "Contoh Lain")

    for act in (
        lambda: orang.invite(kantor, mine, coming.id),
        lambda: orang.deactivate(kantor, mine, coming.id),
        lambda: orang.change(kantor, mine, coming.id, coming.versi, isian),
    ):
        with pytest.raises(TidakBerwenang):
            act()


def test_who_cannot_come_in_does_not_count_as_keeping_the_house(
    kantor: Kantor, admin: Hadir
) -> None:
    second, token = orang.create(kantor, admin, RUMAH, orang.Isian("contoh.dua", "Contoh Dua"))
    peran.give(kantor, admin, second.id, peran.Penugasan(RUMAH, "", ADMINISTRATOR))

    with pytest.raises(orang.AdministratorTerakhir):
        orang.deactivate(kantor, admin, admin.orang.id)
    with pytest.raises(orang.AdministratorTerakhir):
        peran.take(kantor, admin, kantor.held(admin.orang.id)[0].id)

    mulai.choose_password(kantor, token, SANDI, "192.0.2.1")
    orang.deactivate(kantor, admin, admin.orang.id)
    assert not kantor.hadir(admin.orang.id).peran


def test_nobody_is_added_to_an_instansi_that_is_not_at_work(kantor: Kantor, admin: Hadir) -> None:
    with pytest.raises(Refusal, match="belum disiapkan"):
        orang.create(kantor, admin, "tidak_ada", orang.Isian("contoh.tiga", "Contoh Tiga"))

    assert orang.create(kantor, admin, SATU, orang.Isian("contoh.tiga", "Contoh Tiga"))


def test_a_link_made_before_somebody_keeps_the_house_does_not_let_its_maker_in(
    kantor: Kantor, admin: Hadir
) -> None:
    mine = keeper_of_one(kantor, admin)
    coming = kantor.person(admin, "contoh.calon")
    token = orang.invite(kantor, mine, coming.id)
    peran.give(kantor, admin, coming.id, peran.Penugasan(RUMAH, "", ADMINISTRATOR))

    with pytest.raises(mulai.TautanTidakBerlaku):
        mulai.choose_password(kantor, token, SANDI_LAIN, "192.0.2.66")


def test_the_head_of_one_unit_reads_no_journal_and_is_not_led_to_one(
    kantor: Kantor, admin: Hadir, app: Flask
) -> None:
    one = kantor.person(admin, "contoh.bidang")
    peran.give(kantor, admin, one.id, peran.Penugasan(SATU, "bidang_satu", "ppid"))
    client = entered(app, "contoh.bidang")

    for path in ("/jurnal", "/jurnal?instansi=rumah", "/jurnal/rumah/1", f"/jurnal/{SATU}/1"):
        assert client.get(path).status_code == 404, path
    assert "/jurnal" not in client.get("/").text


# --- what belongs to others is not there


def test_what_belongs_to_another_instansi_answers_like_what_is_not_there(
    kantor: Kantor, admin: Hadir, app: Flask
) -> None:
    keeper_of_one(kantor, admin)
    other = kantor.person(admin, "contoh.jauh", "ppid", instansi=DUA)
    isian = kalender.IsianLibur(date(2026, 12, 1), "Hari contoh", NASIONAL)
    libur = kalender.add(kantor, admin, DUA, isian)
    held = kantor.held(other.id)[0].id
    client = entered(app, "contoh.kepala")

    for at, there in (
        ("/peran/{}/cabut", held),
        ("/delegasi/{}/cabut", held),
        ("/orang/{}/nonaktif", other.id),
        ("/orang/{}/tautan", other.id),
        ("/kalender/{}/hapus?versi=1", libur.id),
    ):
        seen = post(client, at.format(there), at="/akun")
        absent = post(client, at.format("x" * len(there)), at="/akun")
        assert (seen.status_code, seen.text) == (absent.status_code, absent.text), at
        assert seen.status_code == 404, at


def test_an_officer_learns_of_no_peran_by_trying_to_end_it(
    kantor: Kantor, admin: Hadir, app: Flask
) -> None:
    kantor.person(admin, "contoh.petugas", "petugas")
    held = kantor.held(kantor.person(admin, "contoh.ppid", "ppid").id)[0].id
    client = entered(app, "contoh.petugas")

    seen = post(client, f"/delegasi/{held}/cabut", at="/akun")
    absent = post(client, f"/delegasi/{'x' * len(held)}/cabut", at="/akun")

    assert (seen.status_code, seen.text) == (404, absent.text)


def test_failed_work_of_the_house_is_shown_to_who_keeps_the_whole_house(
    kantor: Kantor, admin: Hadir, app: Flask
) -> None:
    keeper_of_one(kantor, admin)
    client = entered(app, "contoh.kepala")

    assert client.get("/gagal").status_code == 403
    assert "/gagal" not in client.get("/").text
    assert entered(app, "admin.contoh").get("/gagal").status_code == 200


def test_a_peran_of_an_instansi_is_never_one_of_the_house(kantor: Kantor, admin: Hadir) -> None:
    assert not is_kode(RUMAH)
    with pytest.raises(Refusal):
        peran.give(kantor, admin, admin.orang.id, peran.Penugasan(RUMAH, "", "ppid"))


# --- odd addresses, on both databases


@pytest.mark.parametrize(
    "path",
    [
        "/jurnal?sebelum=99999999999999999999999",
        "/jurnal?sebelum=-5",
        "/jurnal?dari=0001-01-01",
        "/jurnal?sampai=9999-12-31",
        "/jurnal?siapa=%00",
        "/jurnal?apa=%00&siapa=%ED%A0%80",
        "/jurnal?instansi=%00",
        "/jurnal/%00/1",
        "/jurnal/dinas_contoh/999999999999",
        "/orang/%00",
        "/orang/%F0%9F%98%80",
        "/orang?cari=%00&halaman=99999999",
        "/kalender?tahun=99999999999999999999&instansi=%00",
        "/kiriman?halaman=99999999",
        "/gagal?halaman=99999999",
        "/instansi/%00",
        "/siapkan/%00",
        "/siapkan/..%2Fumum",
        "/rupa/%00.css",
        "/masuk?kembali=%00%0d%0aSet-Cookie:x=1",
        "/mulai/%00",
        "/%00",
    ],
)
def test_an_odd_address_is_answered_calmly(ledger: SqlLedger, tmp_path: Path, path: str) -> None:
    kantor = Kantor(ledger, tmp_path)
    kantor.opened()
    client = entered(create_app(kantor), "admin.contoh")

    answer = client.get(path)

    assert answer.status_code in (200, 302, 303, 404), answer.text
    assert "Set-Cookie:x" not in str(answer.headers)


@pytest.mark.parametrize(
    "path",
    [
        "/peran/%00/cabut",
        "/delegasi/%00/cabut",
        "/orang/%00/aktif",
        "/kalender/%00/hapus",
        "/gagal/identify/%00/coba",
    ],
)
def test_an_odd_address_of_a_button_is_answered_calmly(
    ledger: SqlLedger, tmp_path: Path, path: str
) -> None:
    kantor = Kantor(ledger, tmp_path)
    kantor.opened()

    answer = post(entered(create_app(kantor), "admin.contoh"), path, at="/akun")

    assert answer.status_code == 404


# --- names


@pytest.mark.parametrize(
    "nip", ["١٩٨٠٠١٠١٢٠٠٥٠١١٠٠١", "198001012005011001\n2", "19800101200501100²"]
)
def test_a_nip_is_written_with_our_own_digits(nip: str) -> None:
    with pytest.raises(NipTidakSah):
        checked_nip(nip)


@pytest.mark.parametrize(
    "name",
    [
        "cоntoh.satu",
        "contoh․satu",
        "contoh\u200bsatu",
        "contoh.satu\n.",
        "cont\u0131h",
        "contoh\x00",
    ],
)
def test_a_log_in_name_that_only_looks_like_another_is_refused(name: str) -> None:
    with pytest.raises(NamaMasukTidakSah):
        checked_nama_masuk(name)


@pytest.mark.parametrize("isian", ["[" * 30_000, '[["a","\\ud800"]]', '{"a":1}', "null", "x"])
def test_a_waiting_form_that_was_tampered_with_is_answered_calmly(
    kantor: Kantor, admin: Hadir, app: Flask, isian: str
) -> None:
    client = app.test_client()
    sent = {"nama_masuk": "admin.contoh", "sandi": SANDI, "lanjut": "/orang", "isian": isian}

    answer = post(client, "/masuk", at="/masuk", **sent)

    assert answer.status_code == 200
    assert "Kirim isian tadi" in answer.text
    assert client.get("/akun").status_code == 200
