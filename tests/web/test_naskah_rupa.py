"""The form of a naskah in a real browser: without script, by keyboard, on a narrow screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask, Response, render_template_string, request
from jinja2 import StrictUndefined

from service.domain.paper import kept
from service.face.door import KEBIJAKAN, dress
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir
from service.web.naskah.isian import APA, SEMENTARA, UBAH, Bahan, form_of
from service.web.naskah.kirim import read, reshaped
from service.web.naskah.lembar import lembar
from tests.domain.naskah_contoh import undangan
from tests.web import contoh
from tests.web.browser import served, sound

PASANGAN = undangan()
HALAMAN = """{% extends "layout.html" %}
{% block judul %}Undangan contoh{% endblock %}
{% block kepala_html %}{{ super() }}<link rel="stylesheet" href="{{ wajah("naskah.css") }}">
{% endblock %}
{% block isi %}{{ m.kepala("Undangan contoh", []) }}{{ m.terlihat(l.terlihat) }}
{{ m.isian_naskah(l, muka) }}{% endblock %}"""


def office() -> Flask:
    """One page with one form, which remembers what was kept."""
    app = Flask("naskah")
    dress(app)
    app.jinja_env.undefined = StrictUndefined
    app.config["ISIAN"] = {}

    def known() -> Bahan:
        tetap = {"kop": PASANGAN.contoh["kop"]}
        meja = {"butir": Tautan("Buka meja uji", "/meja")}
        return Bahan(PASANGAN, app.config["ISIAN"], tetap, meja)

    def page(formulir: Formulir) -> str:
        told = lembar(known(), formulir)
        return render_template_string(HALAMAN, l=told, muka=contoh.MUKA)

    @app.get("/naskah")
    def show() -> str:
        return page(form_of(known(), "/naskah"))

    @app.post("/naskah")
    def save() -> str:
        if ubah := request.form.get(UBAH):
            return page(reshaped(known(), "/naskah", request.form, ubah))
        whole = request.form.get(APA) != SEMENTARA
        sent = read(known(), "/naskah", request.form, lengkap=whole)
        if not sent.formulir.keliru:
            app.config["ISIAN"] = kept(PASANGAN, sent.isian)
            return "disimpan"
        return page(sent.formulir)

    @app.get("/rupa/contoh.css")
    def rupa() -> Response:
        return Response("", mimetype="text/css")

    @app.after_request
    def strict(answer: Response) -> Response:
        answer.headers["Content-Security-Policy"] = KEBIJAKAN
        return answer

    return app


@pytest.fixture
def app() -> Flask:
    return office()


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    with served(app) as one:
        yield f"{one}/naskah"


def test_the_form_is_sound_empty_filled_in_and_full_of_faults(win, app, address):
    win.page.goto(address)
    sound(win)

    win.size(1280)
    win.page.get_by_role("button", name="Simpan naskah", exact=True).last.click()
    assert win.page.locator(".ringkasan li").count() > 5
    sound(win)

    app.config["ISIAN"] = kept(PASANGAN, PASANGAN.contoh | {"peta": "a" * 64})
    win.page.goto(address)
    assert win.page.get_by_text("Sudah ada: satu gambar.").is_visible()
    sound(win)


def test_rows_come_and_go_without_script_and_an_unfinished_paper_is_kept(open_window, app, address):
    page = open_window(script=False).page
    page.goto(address)
    page.get_by_label("Hal", exact=True).fill("Rapat contoh")
    rows = page.locator(".baris-isian")
    rows.nth(0).get_by_label("Pokok acara").fill("Pembukaan")
    rows.nth(1).get_by_label("Pokok acara").fill("Uji")

    page.get_by_role("button", name="Tambah baris").click()
    assert rows.count() == 4
    assert page.url.endswith("#r-isi-acara-4-pokok")
    page.get_by_role("button", name="Hapus baris 1, Susunan acara").click()
    assert rows.count() == 3
    assert rows.nth(0).get_by_label("Pokok acara").input_value() == "Uji"
    assert page.locator(".ringkasan").count() == 0
    page.get_by_role("button", name="Simpan dulu, lengkapi nanti").click()

    assert page.inner_text("body") == "disimpan"
    isian = app.config["ISIAN"]
    assert (isian["hal"], isian["pembuka"]) == ("Rapat contoh", "")
    assert isian["acara"] == [{"pokok": "Uji", "hari": "", "catatan": ""}]


def test_the_enter_key_saves_and_takes_no_row_out(open_window, app, address):
    app.config["ISIAN"] = kept(PASANGAN, PASANGAN.contoh)
    page = open_window(script=False).page
    page.goto(address)

    page.get_by_label("Hal", exact=True).fill("Rapat lain")
    with page.expect_navigation():  # a key alone waits for no answer
        page.keyboard.press("Enter")

    assert page.inner_text("body") == "disimpan"
    assert app.config["ISIAN"]["hal"] == "Rapat lain"
    assert len(app.config["ISIAN"]["acara"]) == 2


def test_each_fault_leads_to_its_field(open_window, address):
    page = open_window(script=False).page
    page.goto(address)
    page.locator(".baris-isian").nth(1).get_by_label("Catatan").fill("Tanpa pokok")
    page.get_by_role("button", name="Simpan naskah", exact=True).last.click()

    page.get_by_role("link", name="Pokok acara belum diisi.").click()

    field = page.locator(":target")
    assert field.get_attribute("name") == "isi-acara-2-pokok"
    assert field.get_attribute("aria-invalid") == "true"
