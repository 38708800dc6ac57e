"""The door of the officers' web: who comes in, how the cookie travels, what is refused."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.acts.orang import mulai
from service.domain.refusals import Unavailable
from service.web.app import create_app
from service.web.dasar.lanjut import local_path
from service.web.dasar.limit import CADANGAN, Ember
from tests.kantor import SANDI, SANDI_LAIN


def csrf(answer: TestResponse) -> str:
    return re.search(r'name="csrf" value="([^"]+)"', answer.text)[1]


def log_in(client: FlaskClient, nama: str = "satu", sandi: str = SANDI, to: str = "/", **more):
    page = client.get("/masuk", query_string={"kembali": to}, **more)
    sent = {"csrf": csrf(page), "nama_masuk": nama, "sandi": sandi, "kembali": to}
    return client.post("/masuk", data=sent, **more)


def post(client: FlaskClient, path: str, at: str = "/akun", **sent: str) -> TestResponse:
    return client.post(path, data={"csrf": csrf(client.get(at)), **sent})


def cookies(answer: TestResponse) -> dict[str, str]:
    return {line.split("=")[0]: line for line in answer.headers.getlist("Set-Cookie")}


def test_a_person_logs_in_lands_where_they_wanted_and_logs_out(kantor, client):
    kantor.person(kantor.opened(), "satu", "petugas")

    answer = log_in(client, to="/kiriman")

    assert (answer.status_code, answer.location) == (303, "/kiriman")
    page = client.get("/kiriman")
    assert page.status_code == 200
    assert "Sampel Satu" in page.text
    post(client, "/keluar")
    assert client.get("/kiriman").status_code == 303


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(kantor, client):
    kantor.person(kantor.opened(), "satu")

    line = cookies(log_in(client))["berkas"]

    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(line.split("; "))
    assert "Domain" not in line
    assert "Expires" not in line


def test_over_tls_the_cookie_travels_sealed_and_only_to_this_host(kantor):
    kantor.person(kantor.opened(), "satu")
    client = create_app(kantor, tls=True, hsts=True).test_client()

    answer = log_in(client, base_url="https://berkas.contoh.go.id")

    line = cookies(answer)["__Host-berkas"]
    assert "Secure" in line.split("; ")
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_a_session_laid_on_a_person_before_they_log_in_is_worth_nothing_after(kantor, app):
    admin = kantor.opened()
    kantor.person(admin, "satu", "petugas")
    kantor.person(admin, "jahat")
    attacker = app.test_client()
    log_in(attacker, "jahat")
    laid = attacker.get_cookie("berkas").value
    victim = app.test_client()
    victim.set_cookie("berkas", laid)
    page = victim.get("/akun")
    assert "Sampel Jahat" in page.text
    sent = {"csrf": csrf(page), "nama_masuk": "satu", "sandi": SANDI}

    victim.post("/masuk", data=sent)

    assert victim.get_cookie("berkas").value != laid
    assert "Sampel Satu" in victim.get("/akun").text
    assert attacker.get("/akun").status_code == 303  # the old session ended with the log-in


@pytest.mark.parametrize("token", [None, "", "tebakan", "å"])
def test_a_form_without_our_secret_changes_nothing(kantor, app, client, token):
    kantor.person(kantor.opened(), "satu")
    log_in(client)
    sent = {"lama": SANDI, "sandi": SANDI_LAIN}

    answer = client.post("/akun/sandi", data=sent if token is None else {**sent, "csrf": token})

    assert answer.status_code == 403
    assert "Tidak ada yang diubah" in answer.text
    assert log_in(app.test_client(), sandi=SANDI).status_code == 303


def test_a_log_in_form_from_nowhere_is_refused(kantor, client):
    kantor.person(kantor.opened(), "satu")

    answer = client.post("/masuk", data={"nama_masuk": "satu", "sandi": SANDI, "csrf": ""})

    assert answer.status_code == 403


def test_a_form_from_another_site_is_refused_even_with_the_secret(kantor, client):
    kantor.person(kantor.opened(), "satu")
    log_in(client)
    sent = {"csrf": csrf(client.get("/akun"))}

    for asal in ("https://jahat.contoh", "null", "http://localhost:99"):
        assert client.post("/keluar", data=sent, headers={"Origin": asal}).status_code == 403
    assert (
        client.post("/keluar", data=sent, headers={"Origin": "http://localhost"}).status_code == 303
    )


def test_the_secret_of_one_person_does_not_serve_another(kantor, app):
    admin = kantor.opened()
    kantor.person(admin, "satu")
    kantor.person(admin, "dua")
    satu, dua = app.test_client(), app.test_client()
    log_in(satu, "satu")
    log_in(dua, "dua")

    answer = satu.post("/keluar", data={"csrf": csrf(dua.get("/akun"))})

    assert answer.status_code == 403


def test_a_wrong_password_keeps_the_name_and_never_the_password(kantor, client):
    kantor.person(kantor.opened(), "satu")

    known = log_in(client, "satu", "salah semua ini")
    unknown = log_in(client, "tiada", "salah semua ini")

    assert known.status_code == unknown.status_code == 401
    assert 'value="satu"' in known.text
    assert "salah semua ini" not in known.text
    same = known.text.replace('value="satu"', 'value="tiada"')
    assert re.sub(r'csrf" value="[^"]+', "", same) == re.sub(
        r'csrf" value="[^"]+', "", unknown.text
    )


def test_after_too_many_guesses_the_page_says_how_long_to_wait(kantor, client):
    kantor.person(kantor.opened(), "satu")
    for _ in range(5):
        log_in(client, sandi="salah semua ini")

    answer = log_in(client)

    assert answer.status_code == 429
    assert "Tunggu 15 detik" in answer.text


def test_a_session_that_ended_of_silence_leads_back_to_the_same_place(kantor, client):
    kantor.person(kantor.opened(), "satu", "petugas")
    log_in(client)
    kantor.clock.go(hours=2)

    away = client.get("/kiriman?urut=nama")

    assert away.location == "/masuk?kembali=%2Fkiriman%3Furut%3Dnama"
    assert "Sesi Anda berakhir" in client.get(away.location).text
    assert log_in(client, to="/kiriman?urut=nama").location == "/kiriman?urut=nama"


def test_what_was_typed_when_the_session_ended_is_sent_after_logging_in_again(kantor, app):
    admin = kantor.opened()
    satu = kantor.person(admin, "satu")
    client = app.test_client()
    log_in(client, "admin.contoh")
    page = client.get(f"/orang/{satu.id}/ubah")
    versi = re.search(r'name="versi" value="(\d+)"', page.text)[1]
    typed = {"nama": 'Sampel "Baru" <b>', "nama_masuk": "satu", "nip": "", "versi": versi}
    kantor.clock.go(hours=2)
    sent = {**typed, "csrf": csrf(page)}
    asked = client.post(f"/orang/{satu.id}/ubah", data=sent, headers={"Origin": "http://localhost"})
    assert asked.status_code == 401
    assert "masih utuh" in asked.text

    again = {**hidden(asked), "nama_masuk": "admin.contoh", "sandi": SANDI}
    waits = client.post("/masuk", data=again)
    assert kantor.hadir(satu.id).orang.nama == "Sampel Satu"  # nothing sends itself
    done = client.post(f"/orang/{satu.id}/ubah", data=hidden(waits))

    assert done.location == f"/orang/{satu.id}?kabar=disimpan"
    assert kantor.hadir(satu.id).orang.nama == 'Sampel "Baru" <b>'


def test_what_another_site_sends_is_not_kept_and_a_password_never_is(kantor, client):
    kantor.person(kantor.opened(), "satu")
    elsewhere = client.post("/akun/sandi", data={"x": "1"}, headers={"Origin": "http://jahat"})
    assert elsewhere.status_code == 303
    sent = {"lama": SANDI, "sandi": SANDI_LAIN, "csrf": "x"}

    ours = client.post("/akun/sandi", data=sent, headers={"Origin": "http://localhost"})

    assert ours.status_code == 401
    assert SANDI not in ours.text
    assert SANDI_LAIN not in ours.text


def hidden(page: TestResponse) -> dict[str, str]:
    """Every hidden field of a page, as a browser would send it back."""
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page.text)
    return {name: unescape(value) for name, value in found}


@pytest.mark.parametrize(
    "there",
    ["https://jahat.contoh", "//jahat.contoh", "/\\jahat.contoh", "\\\\jahat", "/a\r\nb", "masuk"],
)
def test_nobody_is_led_away_after_logging_in(kantor, client, there):
    kantor.person(kantor.opened(), "satu")

    assert local_path(there) == "/"
    assert log_in(client, to=there).status_code in (303, 422)
    if there.isprintable():
        assert client.get("/masuk", query_string={"kembali": there}).location == "/"


def test_every_answer_carries_the_headers_that_keep_others_out(kantor, client):
    kantor.person(kantor.opened(), "satu")
    log_in(client)

    for path in ("/", "/akun", "/tiada", "/orang", "/wajah/berkas.css"):
        headers = client.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert "camera=()" in headers["Permissions-Policy"]
        assert ("no-store" in headers["Cache-Control"]) is (not path.startswith("/wajah"))
        assert "Strict-Transport-Security" not in headers


def test_what_cannot_be_found_and_what_may_not_be_seen_look_alike(kantor, client):
    admin = kantor.opened("dinas_contoh", "badan_contoh")
    kantor.person(admin, "satu", "administrator")
    lain = kantor.person(admin, "lain", instansi="badan_contoh")
    log_in(client)

    there, nowhere = client.get(f"/orang/{lain.id}"), client.get("/orang/tiada")

    assert there.status_code == nowhere.status_code == 404
    sentence = re.compile(r"<p>[^<]*tidak ditemukan[^<]*</p>")
    assert sentence.search(there.text)
    assert sentence.search(nowhere.text)


def test_an_officer_who_is_no_administrator_is_told_so(kantor, client):
    kantor.person(kantor.opened(), "satu", "petugas")
    log_in(client)

    answer = client.get("/orang")

    assert answer.status_code == 403
    assert "tidak berwenang" in answer.text
    assert 'href="/orang"' not in client.get("/").text


def test_a_fault_of_ours_shows_a_code_and_no_more(kantor, app, client, caplog):
    class Rusak:
        def count_macet(self):
            raise RuntimeError("rahasia dalam jejak")

    kantor.administrator()
    log_in(client, "admin.contoh")
    kantor.lists = Rusak()

    answer = client.get("/")

    assert answer.status_code == 500
    kode = re.search(r'sandi-rantai">([0-9a-f]{8})<', answer.text)[1]
    assert "rahasia" not in answer.text
    assert kode in caplog.text
    assert "rahasia dalam jejak" in caplog.text


def test_a_ledger_that_is_away_is_said_plainly_and_to_be_tried_again(kantor, client):
    class Pergi:
        def read(self):
            raise Unavailable("Buku induk sedang tidak dapat dihubungi. Coba lagi sebentar.")

        begin = read

    kantor.person(kantor.opened(), "satu")
    log_in(client)
    kantor.ledger = Pergi()

    answer = client.get("/akun")

    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert "Buku induk sedang tidak dapat dihubungi" in answer.text


def test_a_body_too_large_is_refused_with_a_sentence(kantor, client):
    page = client.get("/masuk")

    answer = client.post("/masuk", data={"csrf": csrf(page), "sandi": "x" * 3_000_000})

    assert answer.status_code == 413
    assert "lebih besar" in answer.text


def test_a_one_time_token_stands_in_no_log(kantor, client, caplog):
    caplog.set_level("DEBUG")
    token = mulai.first_link(kantor)

    assert client.get(f"/mulai/{token}").status_code == 200

    assert "/mulai/<token>" in caplog.text
    assert token not in caplog.text


def test_looking_at_a_one_time_link_does_not_use_it_up_but_using_it_does(kantor, client):
    path = f"/mulai/{mulai.first_link(kantor)}"
    client.get(path)
    page = client.get(path)
    sent = {"csrf": csrf(page), "nama": "Contoh", "nama_masuk": "contoh.satu", "sandi": SANDI}

    assert client.post(path, data=sent).location == "/siapkan"

    again = client.get(path)
    assert again.status_code == 404
    assert "Tautan ini tidak berlaku" in again.text


def test_a_header_that_claims_another_address_is_not_believed(kantor, app):
    kantor.person(kantor.opened(), "satu")
    for n in range(21):
        client = app.test_client()
        log_in(
            client, f"tebak{n}", "salah semua ini", headers={"X-Forwarded-For": f"198.51.100.{n}"}
        )

    late = log_in(app.test_client(), "tebak-lagi", headers={"X-Forwarded-For": "198.51.100.99"})

    assert late.status_code == 429


def test_a_stranger_who_asks_without_end_is_slowed_and_a_person_is_not():
    ember, now = Ember(), 100.0
    taken = [ember.take("192.0.2.1", now) for _ in range(int(CADANGAN) + 5)]

    assert taken.count(True) == CADANGAN
    assert ember.take("192.0.2.2", now)
    assert not ember.take("192.0.2.1", now)
    assert ember.take("192.0.2.1", now + 1)
