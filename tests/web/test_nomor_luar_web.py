"""A number from SRIKANDI or a paper book: shown, made void with a reason, and recorded anew."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook

from service.acts.nomor import batal as nomor_batal
from service.acts.nomor import luar as nomor_luar
from service.acts.nomor.luar import Luar, PerluDipastikan, SudahDicatat
from service.domain.nomor import BATAL, EKSTERNAL, FINAL, Nomor
from service.domain.seri import Perkara
from service.domain.wewenang import Hadir
from tests.kantor import Kantor
from tests.web.browser import served
from tests.web.test_instansi_web import said
from tests.web.test_nomor_web import BUKU, KODE, rows, send, take
from tests.web.test_pintu import csrf, log_in
from tests.web.test_real_pages import SANDI, sound

HARI = date(2026, 11, 3)
SALAH = "Salah ketik nomor contoh"


@pytest.fixture
def petugas(kantor: Kantor) -> Hadir:
    kantor.ledger.clock = kantor.clock
    admin = kantor.opened()
    kantor.person(admin, "contoh.unit", "unit")
    take(kantor, "surat1", date(2026, 11, 5))
    return kantor.hadir(
        kantor.person(admin, "contoh.tata", "tim_sekretariat", "pengelola_arsip").id
    )


@pytest.fixture
def tata(app: Flask, petugas: Hadir) -> FlaskClient:
    client = app.test_client()
    log_in(client, "contoh.tata")
    return client


def recorded(kantor: Kantor, oleh: Hadir, nomor: str = "B-77/X/2026", on: date = HARI) -> Nomor:
    asked = Luar("memorandum", nomor, on, "Dari SRIKANDI")
    return nomor_luar.record(kantor, oleh, KODE, asked, pasti=True)


def page_of(one: Nomor) -> str:
    return f"/nomor/{one.id}"


def test_what_is_recorded_is_shown_at_once_with_what_can_be_done(tata, kantor):
    sent = {"nomor": "045/M/XII/2026", "tanggal": "2026-12-03", "perihal": "Dari SRIKANDI"}

    kept = send(tata, f"{BUKU}/ambil/luar", **sent)

    assert kept.status_code == 303
    page = said(tata.get(kept.location))
    for words in ("Nomor dari luar tercatat", "045/M/XII/2026", "Tercatat", "Register lain"):
        assert words in page
    # Its month is one of the book's, though no number of ours is dated there.
    assert "045/M/XII/2026" in said(tata.get(f"{BUKU}?bulan=2026-12"))
    assert "001/M/XI/2026" in said(tata.get(BUKU))


def test_a_number_from_outside_is_made_void_and_every_proof_says_why(tata, kantor, petugas):
    one = recorded(kantor, petugas)
    assert f'href="{page_of(one)}"' in tata.get(BUKU).text

    done = send(tata, page_of(one), versi="1", alasan=SALAH)
    assert done.status_code == 405  # the page itself takes nothing
    page = tata.get(page_of(one))
    sent = {"csrf": csrf(page), "versi": "1", "alasan": SALAH}
    done = tata.post(f"{page_of(one)}/batal", data=sent)

    assert done.status_code == 303
    after = said(tata.get(done.location))
    assert SALAH in after and "Barisnya tetap dengan alasannya" in after
    assert "Batalkan nomor ini" not in after
    for path in (BUKU, f"{BUKU}/berita-acara?bulan=2026-11"):
        told = said(tata.get(path))
        assert "B-77/X/2026" in told and "Batal" in told and SALAH in told, path
    book = load_workbook(io.BytesIO(tata.get(f"{BUKU}/xlsx?bulan=2026-11").data))
    head, line = book["Nomor dari luar"].iter_rows(values_only=True)
    assert head == ("Nomor", "Tanggal", "Perihal", "Keadaan", "Keterangan")
    assert line == ("B-77/X/2026", "03-11-2026", "Dari SRIKANDI", "Batal", SALAH)
    again = tata.post(f"{page_of(one)}/batal", data=sent)
    assert again.status_code == 409
    assert "sudah batal" in said(again)


def test_what_cannot_be_is_said_and_nothing_changes(tata, app, kantor, petugas):
    one = recorded(kantor, petugas)
    sent = {"csrf": csrf(tata.get(page_of(one))), "versi": "1", "alasan": SALAH}

    for wrong, status in (({"alasan": ""}, 422), ({"alasan": "x"}, 422), ({"versi": "7"}, 409)):
        assert tata.post(f"{page_of(one)}/batal", data={**sent, **wrong}).status_code == status
    for path in (f"{page_of(one)}/pakai", f"{page_of(one)}x/batal", f"{BUKU}/luar/1/batal"):
        assert tata.post(path, data=sent).status_code == 404, path
    for path in (f"{page_of(one)}x", f"{BUKU}/luar/1", f"{BUKU}/n/luar"):
        assert tata.get(path).status_code == 404, path
    unit = app.test_client()
    log_in(unit, "contoh.unit")
    assert "Batalkan nomor ini" not in said(unit.get(page_of(one)))
    no = {**sent, "csrf": csrf(unit.get(page_of(one)))}
    assert unit.post(f"{page_of(one)}/batal", data=no).status_code == 403
    assert [x.keadaan for x in rows(kantor).values() if x.sumber == EKSTERNAL] == [FINAL]


def test_an_excluded_number_from_outside_is_not_there_for_whoever_may_not(
    tata, app, kantor, petugas
):
    asked = Luar("memorandum", "R-9/X/2026", HARI, "Hal tertutup", Perkara(rahasia=True))
    one = nomor_luar.record(kantor, petugas, KODE, asked, pasti=True)
    unit = app.test_client()
    log_in(unit, "contoh.unit")

    assert tata.get(page_of(one)).status_code == 200
    assert unit.get(page_of(one)).status_code == 404


def test_a_void_note_does_not_stand_in_the_way_of_the_right_one(kantor, petugas):
    wrong = recorded(kantor, petugas)
    with pytest.raises(SudahDicatat):
        recorded(kantor, petugas)
    nomor_batal.void(kantor, petugas, wrong.id, wrong.versi, SALAH)

    right = recorded(kantor, petugas)

    assert (rows(kantor)[f"luar/{wrong.id.rsplit('/', 1)[1]}"].keadaan) == BATAL
    assert right.keadaan == FINAL
    with pytest.raises(SudahDicatat):
        recorded(kantor, petugas)


def test_of_many_twins_none_is_overlooked(kantor, petugas):
    for n in range(5):
        recorded(kantor, petugas, on=HARI + timedelta(days=n))

    for n in range(5):
        with pytest.raises(SudahDicatat):
            recorded(kantor, petugas, "b-77 /x/2026", HARI + timedelta(days=n))
    with pytest.raises(PerluDipastikan, match="Nomor yang sama ada 2 lagi"):
        asked = Luar("memorandum", "B-77/X/2026", date(2026, 11, 30), "Dari SRIKANDI")
        nomor_luar.record(kantor, petugas, KODE, asked)


@pytest.mark.parametrize("tempat", ["", "/n/1", "/ambil/luar", "/berita-acara"])
def test_the_menu_says_where_one_is_on_every_page_of_a_book(tata, tempat):
    page = tata.get(f"{BUKU}{tempat}").text

    [here] = [
        line
        for line in page.split("<a ")
        if 'aria-current="page"' in line.split("</a>")[0] and 'href="/nomor"' in line
    ]
    assert "Buku nomor" in here


def test_no_month_of_a_year_that_never_was_breaks_a_book(tata):
    assert tata.get(f"{BUKU}?bulan=0000-01").status_code == 200


def test_its_page_is_sound_wide_and_narrow_and_voids_by_hand(app, kantor, petugas, win):
    one = recorded(kantor, petugas)
    with served(app) as alamat:
        page = win.page
        page.goto(f"{alamat}/masuk")
        page.get_by_label("Nama masuk").fill("contoh.tata")
        page.get_by_label("Sandi", exact=True).fill(SANDI)
        page.get_by_role("button", name="Masuk", exact=True).click()
        page.wait_for_url(f"{alamat}/")
        page.goto(alamat + page_of(one))
        sound(win)
        page.get_by_label("Alasan").fill(SALAH)
        page.get_by_role("button", name="Batalkan nomor ini").click()
        page.wait_for_url("**kabar=nomor-luar-batal")
        sound(win)
        for path in (BUKU, f"{BUKU}/berita-acara"):
            page.goto(alamat + path)
            assert SALAH in page.content()
            sound(win)
