"""A series that counts for each unit: its book is chosen first, and only what works is shown."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.acts.instansi.packs import agency
from service.acts.nomor import ambil
from service.domain.nomor import Nomor
from service.domain.seri import Perkara
from tests.kantor import Kantor
from tests.web.browser import served
from tests.web.test_instansi_web import said
from tests.web.test_nomor_web import send
from tests.web.test_pintu import log_in
from tests.web.test_real_pages import SANDI, sound

KODE = "dinas_contoh"
POLA = '\n[seri.{id}]\nnama = "{nama}"\npola = "{{NOMOR}}/{tanda}/{{TAHUN}}"\nper = [{per}]\n'
SERI = (
    POLA.format(id="bidang", nama="Surat bidang", tanda="{KODE_UNIT}", per='"unit"')
    + POLA.format(id="dua", nama="Surat dua", tanda="X", per='"unit", "penandatangan"')
    + '\n[[unit]]\nid = "bidang_tutup"\nnama = "Bidang Tutup Contoh"\nkode = "B9"\n'
    + "sampai = 2026-11-01\n"
)
BIDANG = "/nomor/dinas_contoh/bidang/2026"
SATU = "/nomor/dinas_contoh/bidang@bidang_satu/2026"
PESAN = {"banyak": "2", "sampai": "2026-11-30", "untuk_siapa": "Contoh", "alasan": "Rapat luar"}


@pytest.fixture
def kantor(kantor: Kantor) -> Kantor:
    file = kantor.home / "paket" / KODE / "instansi.toml"
    file.write_text(file.read_text() + SERI)
    kantor.person(kantor.opened(), "contoh.tata", "tim_sekretariat", "pengelola_arsip")
    return kantor


@pytest.fixture
def tata(app: Flask, kantor: Kantor) -> FlaskClient:
    client = app.test_client()
    log_in(client, "contoh.tata")
    return client


def take(kantor: Kantor, unit: str, seri: str = "bidang") -> Nomor:
    """A letter takes its number, as an approval does."""
    with kantor.ledger.begin() as tx:
        minta = ambil.Minta(seri, f"surat{unit}", date(2026, 11, 20), Perkara(unit), longgar=True)
        return ambil.take(kantor, tx, agency(kantor.packs, KODE), minta)


def test_the_series_asks_for_the_unit_and_offers_those_at_work(tata):
    listed, page = said(tata.get("/nomor")), said(tata.get(BIDANG))

    assert "pilih unit kerja" in listed
    assert "pilih unit kerja dan penanda tangan" in listed
    for words in ("Pilih unit kerja", "Bidang Satu Contoh", "1/B1/2026", "1/B2/2026"):
        assert words in page
    for words in ("Bidang Tutup Contoh", "Pesan nomor", "Nomor berikutnya:"):
        assert words not in page
    assert f'href="{SATU}"' in tata.get(BIDANG).text


def test_the_chosen_book_reserves_and_the_others_are_still_offered(tata):
    assert send(tata, f"{SATU}/ambil/pesan", **PESAN).status_code == 303

    assert "2/B1/2026" in said(tata.get(SATU))
    assert "pilih unit kerja" in said(tata.get("/nomor"))
    page = said(tata.get(BIDANG))
    assert "3/B1/2026" in page
    assert "1/B2/2026" in page


def test_two_parts_are_both_chosen(tata):
    found = tata.get("/nomor/dinas_contoh/dua/2026").text

    assert 'href="/nomor/dinas_contoh/dua@bidang_satu+ppid/2026"' in found.replace("%2B", "+")
    half = said(tata.get("/nomor/dinas_contoh/dua@bidang_satu/2026"))
    assert "Pilih penanda tangan" in half
    assert "Bidang Dua Contoh" not in half


@pytest.mark.parametrize("cara", ["pesan", "sisip", "luar", "salin"])
def test_a_deed_on_a_book_without_its_unit_says_what_to_choose(tata, cara):
    answer = tata.get(f"{BIDANG}/ambil/{cara}")

    assert answer.status_code == 422
    assert "unit kerja belum disebut" in said(answer)


@pytest.mark.parametrize(
    "buku",
    [
        "bidang@tiada/2026",
        "bidang@bidang_satu+ppid/2026",
        "bidang@ppid/2026",
        "memorandum@bidang_satu/2026",
        "bidang@bidang_satu/2026-11",
        "bidang@/2026",
    ],
)
def test_a_book_of_what_the_body_does_not_have_is_not_there(tata, buku):
    assert tata.get(f"/nomor/dinas_contoh/{buku}").status_code == 404
    assert tata.get(f"/nomor/dinas_contoh/{buku}/ambil/pesan").status_code == 404


def test_what_was_numbered_without_a_unit_stays_to_be_seen(tata, kantor):
    take(kantor, "")

    page = said(tata.get(BIDANG))

    assert "Pilih unit kerja" in page
    assert "20 November 2026" in page
    assert "Pesan nomor" not in page


def test_the_choice_is_sound_wide_and_narrow_and_followed_by_keyboard(app, kantor, win):
    with served(app) as alamat:
        page = win.page
        page.goto(f"{alamat}/masuk")
        page.get_by_label("Nama masuk").fill("contoh.tata")
        page.get_by_label("Sandi", exact=True).fill(SANDI)
        page.get_by_role("button", name="Masuk", exact=True).click()
        page.wait_for_url(f"{alamat}/")
        page.goto(f"{alamat}/nomor")
        page.get_by_role("link", name="Surat bidang").press("Enter")
        page.wait_for_url(f"{alamat}{BIDANG}")
        sound(win)
        page.get_by_role("link", name="Surat bidang, Bidang Satu Contoh").press("Enter")
        page.wait_for_url(f"{alamat}{SATU}")
        sound(win)
        page.goto(f"{alamat}{BIDANG}/ambil/pesan")
        assert "unit kerja belum disebut" in page.content()
        sound(win)
