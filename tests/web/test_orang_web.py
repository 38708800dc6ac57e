"""The pages about people, as an administrator and an officer use them; without a browser."""

from __future__ import annotations

import re
from datetime import date, timedelta
from io import BytesIO

import pytest
from PIL import Image
from werkzeug.test import TestResponse

from service.acts.orang import mulai
from service.domain.orang import Orang
from service.domain.setelan import Setelan
from service.domain.wewenang import WAJIB, Act
from tests.kantor import SANDI, SANDI_LAIN, Kantor
from tests.web.test_pintu import csrf, log_in, post

HARI_INI = date(2026, 11, 21)


@pytest.fixture
def admin(kantor, app):
    """The administrator's browser, with the sample agency at work."""
    kantor.opened()
    client = app.test_client()
    log_in(client, "admin.contoh")
    return client


def person_of(kantor: Kantor, nama_masuk: str) -> Orang:
    with kantor.ledger.read() as reading:
        return reading.find(Orang, nama_masuk=nama_masuk)[0]


def test_a_new_person_gets_a_link_and_comes_in_by_it(kantor, app, admin):
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
    own = app.test_client()
    page = own.get(path)
    assert "Sampel Satu" in page.text

    answer = own.post(path, data={"csrf": csrf(page), "sandi": SANDI})

    assert answer.status_code == 303
    assert "Anda belum memegang peran" in own.get("/").text


def test_a_form_with_faults_names_each_and_keeps_what_was_typed(kantor, admin):
    answer = post(
        admin,
        "/orang/baru",
        at="/orang/baru",
        nama="",
        nama_masuk="satu",
        nip="123\u202e",
        instansi="tiada",
    )

    assert answer.status_code == 422
    for kata in ("Isi nama lengkap.", "tanda yang tidak terlihat", "Pilih instansi dari daftar."):
        assert kata in answer.text
    assert 'value="satu"' in answer.text


def test_a_taken_name_is_said_on_the_form(kantor, admin):
    answer = post(
        admin,
        "/orang/baru",
        at="/orang/baru",
        nama="Sampel",
        nama_masuk="ADMIN.contoh",
        nip="",
        instansi="dinas_contoh",
    )

    assert answer.status_code == 409
    assert "sudah dipakai orang lain" in answer.text
    assert 'value="Sampel"' in answer.text


def test_a_peran_is_given_shown_and_taken_back(kantor, app, admin):
    satu = kantor.person(kantor.hadir(person_of(kantor, "admin.contoh").id), "satu")
    at = f"/orang/{satu.id}"
    sent = {"tempat": "dinas_contoh/bidang_satu", "sebagai": "definitif"}
    kosong = {"mulai": "", "sampai": "", "dasar": ""}

    given = post(admin, f"{at}/peran", at=at, peran="petugas", **sent, **kosong)

    assert given.location == f"{at}?kabar=peran"
    shown = admin.get(given.location).text
    assert "Peran diberikan." in shown
    assert "Dinas Contoh, Bidang Satu Contoh" in shown
    assert kantor.hadir(satu.id).may(Act.IDENTIFY, "dinas_contoh", "bidang_satu")
    pemegang = kantor.held(satu.id)[0]
    post(admin, f"/peran/{pemegang.id}/cabut", at=at)
    assert kantor.hadir(satu.id).peran == ()
    assert "dicabut" in admin.get(at).text


def test_an_acting_official_without_a_letter_is_refused_on_the_page(kantor, admin):
    satu = kantor.person(kantor.hadir(person_of(kantor, "admin.contoh").id), "satu")
    at = f"/orang/{satu.id}"

    answer = post(
        admin,
        f"{at}/peran",
        at=at,
        peran="ppid",
        tempat="dinas_contoh/*",
        sebagai="plh",
        mulai="",
        sampai="2026-11-30",
        dasar="",
    )

    assert answer.status_code == 422
    assert "nomor surat perintah" in answer.text
    assert kantor.held(satu.id) == []


def test_a_person_is_changed_shut_out_and_let_back_in(kantor, app, admin):
    satu = kantor.person(kantor.hadir(person_of(kantor, "admin.contoh").id), "satu", "petugas")
    at = f"/orang/{satu.id}"
    own = app.test_client()
    log_in(own, "satu")
    page = admin.get(f"{at}/ubah")
    versi = re.search(r'name="versi" value="(\d+)"', page.text)[1]
    sent = {"csrf": csrf(page), "versi": versi, "nama_masuk": "satu", "nip": ""}
    admin.post(f"{at}/ubah", data={**sent, "nama": "Sampel Baru"})
    late = admin.post(f"{at}/ubah", data={**sent, "nama": "Sampel Lama"})
    assert late.status_code == 409
    assert "Sampel Baru" in admin.get(at).text

    post(admin, f"{at}/nonaktif", at=at)

    assert own.get("/").status_code == 303
    assert "dinonaktifkan" in admin.get(at).text
    again = post(admin, f"{at}/aktif", at=at)
    assert "/mulai/" in again.text


def test_an_officer_lends_a_peran_for_a_term_and_takes_it_back(kantor, app, admin):
    keeper = kantor.hadir(person_of(kantor, "admin.contoh").id)
    kepala = kantor.person(keeper, "kepala", "atasan_ppid")
    wakil = kantor.person(keeper, "wakil")
    own = app.test_client()
    log_in(own, "kepala")
    sent = {"pemegang": kantor.held(kepala.id)[0].id, "kepada": wakil.id, "dasar": ""}
    until = (HARI_INI + timedelta(days=2)).isoformat()

    lent = post(own, "/akun/delegasi", mulai=HARI_INI.isoformat(), sampai=until, **sent)

    assert lent.location == "/akun?kabar=delegasi"
    assert "delegasi dari Sampel Kepala kepada Sampel Wakil" in own.get("/akun").text
    assert kantor.hadir(wakil.id).may(Act.SIGN, "dinas_contoh")
    wrong = post(own, "/akun/delegasi", mulai="2026-11-31", sampai="", **sent)
    assert wrong.status_code == 422
    assert "belum berupa tanggal yang ada" in wrong.text
    post(own, f"/delegasi/{kantor.held(wakil.id)[0].id}/cabut")
    assert not kantor.hadir(wakil.id).may(Act.SIGN)


def test_a_person_changes_their_password_and_stays_in(kantor, app, admin):
    kantor.person(kantor.hadir(person_of(kantor, "admin.contoh").id), "satu")
    own = app.test_client()
    log_in(own)

    answer = post(own, "/akun/sandi", lama=SANDI, sandi=SANDI_LAIN)

    assert answer.location == "/akun?kabar=sandi"
    assert own.get("/akun").status_code == 200
    weak = post(own, "/akun/sandi", lama=SANDI_LAIN, sandi="pendek")
    assert weak.status_code == 422
    assert "paling sedikit 12" in weak.text


def test_the_office_chooses_its_four_eyes_rule(kantor, admin):
    at = "/instansi/dinas_contoh"
    versi = re.search(r'name="versi" value="(\d+)"', admin.get(at).text)[1]

    answer = post(admin, f"{at}/setelan", at=at, empat_mata=WAJIB, versi=versi)

    assert answer.status_code == 303
    with kantor.ledger.read() as reading:
        assert reading.get(Setelan, "dinas_contoh").empat_mata == WAJIB


def test_a_new_instansi_is_set_up_by_the_form(kantor, app):
    kantor.administrator()
    client = app.test_client()
    log_in(client, "admin.contoh")
    sent = {
        "nama": "Kantor Contoh",
        "kode": "",
        "singkatan": "",
        "kota": "Kota Contoh",
        "zona": "WITA",
        "laman": "",
        "kop_induk": "PEMERINTAH CONTOH",
        "kop_alamat": "Jalan Contoh 1\nKota Contoh",
        "unit": "Bagian Umum; BU\nBagian Data; BD",
        "pejabat": "Contoh Satu; Kepala Kantor Contoh;",
        "jabatan_atasan_ppid": "Kepala Kantor Contoh",
        "jabatan_ppid": "",
        "nomor_memorandum": "41",
        "empat_mata": "peringatkan",
    }
    broken = post(client, "/siapkan/baru", at="/siapkan/baru", **{**sent, "unit": "Bagian;"})
    assert broken.status_code == 422
    assert "Unit kerja baris 1 belum lengkap. Tulis: nama; kode." in broken.text
    assert "Jalan Contoh 1" in broken.text

    picture = Image.new("RGB", (40, 40), "navy")
    picture.save(bytes_ := BytesIO(), "PNG")
    page = client.get("/siapkan/baru")

    def send(logo: bytes) -> TestResponse:
        parts = {**sent, "csrf": csrf(page), "logo": (BytesIO(logo), "../../logo.svg")}
        return client.post("/siapkan/baru", data=parts, content_type="multipart/form-data")

    for wrong in (b"<svg onload='x'/>", bytes_.getvalue() + bytes(200_000)):
        refused = send(wrong)
        assert refused.status_code == 422
        assert "Logo harus gambar PNG atau JPEG" in refused.text
    answer = send(bytes_.getvalue())

    out = kantor.packs.file("kantor_contoh", "logo.png", kantor.home / "logo")
    assert out.read_bytes() == bytes_.getvalue()
    assert answer.location == "/siapkan/kantor_contoh"
    page = client.get(answer.location).text
    assert "inbox/kantor_contoh/bagian_umum" in page
    assert (kantor.inbox / "kantor_contoh" / "bagian_data").is_dir()


def menu_of(client, path):
    return client.get(path, follow_redirects=True).text.split("</nav>")[0]


def test_a_page_stands_under_one_line_of_the_menu(kantor, admin, app):
    keeper = kantor.hadir(person_of(kantor, "admin.contoh").id)
    kantor.person(keeper, "satu", "petugas")
    own = app.test_client()
    log_in(own)

    lines = re.findall(r'<li[^>]*><a href="(/[^"]*)"', menu_of(own, "/"))
    assert {"/meja", "/tanda-tangan", "/tinta"} <= set(lines)
    for path in lines:
        if not path.startswith(("/keadaan", "/gagal")):  # need more of a house than stands here
            here = re.findall(r'href="([^"]*)" aria-current="page"', menu_of(own, path))
            assert here == [path]


def test_every_page_of_the_menu_opens_for_whoever_sees_it(kantor, app, admin):
    keeper = kantor.hadir(person_of(kantor, "admin.contoh").id)
    kantor.person(keeper, "satu", "ppid")
    own = app.test_client()
    log_in(own)

    for client in (admin, own):
        for path in re.findall(r'<li><a href="(/[^"]*)"', client.get("/").text):
            if not path.startswith(("/keadaan", "/gagal")):  # need more of a house than stands here
                assert client.get(path, follow_redirects=True).status_code == 200, path


def test_the_link_of_the_first_administrator_leads_through_the_set_up(kantor, app):
    client = app.test_client()
    path = f"/mulai/{mulai.first_link(kantor)}"
    sent = {"nama": "Contoh Satu", "nama_masuk": "contoh.satu"}
    weak = client.post(path, data={**sent, "csrf": csrf(client.get(path)), "sandi": "lemah"})
    assert weak.status_code == 422
    assert 'value="Contoh Satu"' in weak.text

    first = client.post(path, data={**sent, "csrf": csrf(client.get(path)), "sandi": SANDI})
    page = client.get(first.location)
    early = client.get("/siapkan/dinas_contoh")
    assert (early.status_code, "siap dipakai" in early.text) == (404, False)
    chosen = {"csrf": csrf(page), "kode": "dinas_contoh", "empat_mata": "peringatkan"}
    done = client.post("/siapkan", data=chosen)

    assert "Dinas Contoh siap dipakai" in client.get(done.location).text
