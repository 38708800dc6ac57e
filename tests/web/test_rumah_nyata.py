"""Pages of a real house, with every adapter it will have: its state, and a first day of work."""

from __future__ import annotations

import pytest

from service.acts.orang import mulai, orang
from service.acts.orang.hadir import operator
from service.acts.simpan import receive
from service.adapters.ledger import schema
from service.web.app import create_app
from tests.conftest import new_sqlite
from tests.kantor import SANDI
from tests.office import INSTANSI, UNIT, open_house, person, rule, work
from tests.web.browser import PHONE, served, sound, walk, weigh


@pytest.fixture
def house(tmp_path):
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        yield whole


@pytest.fixture
def alamat(house):
    with served(create_app(house)) as address:
        yield address


def begin(page, house, alamat):
    """The first administrator, by the page."""
    page.goto(f"{alamat}/mulai/{mulai.first_link(house)}")
    page.get_by_label("Nama lengkap").fill("Contoh Kepala")
    page.get_by_label("Nama masuk").fill("contoh.kepala")
    page.locator("input[name=sandi]").fill(SANDI)
    page.get_by_role("button", name="Buat administrator").click()
    page.wait_for_url(f"{alamat}/siapkan")


def test_the_state_of_a_house_that_stands_still_is_sound_and_light(house, alamat, win):
    rule(house)
    begin(win.page, house, alamat)

    weight = weigh(win.page, lambda: win.page.goto(f"{alamat}/keadaan"))

    assert weight <= 60 * 1024
    told = win.page.inner_text("main")
    assert "hal perlu tindakan. File yang sudah diterima tetap aman." in told
    assert "Antrean (Valkey)" in told
    assert f"SQLite, skema {schema.head()}." in told
    assert "Kepala jurnal" in told
    sound(win)
    win.size(PHONE)
    stops = walk(win.page)
    assert [stop["what"] for stop in stops if stop["ring"] < 2 or not stop["seen"]] == []


def test_an_officer_sees_the_state_and_no_journal(house, alamat, win):
    rule(house)
    one = person(house, "contoh.petugas", "petugas")
    token = orang.invite(house, operator(house), one.orang.id)
    page = win.page
    page.context.clear_cookies()
    page.goto(f"{alamat}/mulai/{token}")
    page.locator("input[name=sandi]").fill(SANDI)
    page.get_by_role("button", name="Simpan sandi").click()
    page.goto(f"{alamat}/keadaan")

    assert "Kepala jurnal" not in page.inner_text("main")
    sound(win)


def test_a_first_day_of_work_needs_no_script(house, alamat, open_window, tmp_path):
    win = open_window(script=False)
    page = win.page
    begin(page, house, alamat)
    page.locator(f"input[name=kode][value={INSTANSI}]").check()
    page.get_by_role("button", name="Lanjutkan").click()
    assert "siap dipakai" in page.inner_text("h1")

    page.get_by_role("link", name="Tambah orang").click()
    page.get_by_label("Nama lengkap").fill("Contoh Petugas")
    page.get_by_label("Nama masuk").fill("contoh.petugas")
    page.get_by_role("button", name="Simpan dan buat tautan").click()
    tautan = page.locator("main input").first.input_value().split("/mulai/")[1]
    page.get_by_role("link", name="Beri peran").click()
    page.get_by_label("Peran", exact=True).select_option("petugas")
    page.get_by_role("button", name="Beri peran").click()
    assert "Peran diberikan." in page.inner_text("main")

    page.goto(f"{alamat}/kalender")
    page.get_by_label("Tanggal").fill("2026-12-30")
    page.get_by_label("Nama hari libur").fill("Hari contoh")
    page.get_by_role("button", name="Tambah hari libur").click()
    assert "Hari contoh" in page.inner_text("main")
    for path in ("/jurnal", "/keadaan", "/gagal", "/orang"):
        assert page.goto(alamat + path).status == 200
    page.get_by_role("button", name="Keluar").click()
    assert "Anda sudah keluar." in page.inner_text("body")
    page.go_back()
    assert "Contoh Petugas" not in page.inner_text("body")

    surat = tmp_path / "surat contoh.docx"
    surat.write_bytes(b"contoh")
    receive.accept(
        house,
        [receive.Bawaan(surat, surat.name)],
        receive.Slip(house.new_id(), INSTANSI, UNIT, "folder", surat.name),
    )
    work(house)
    page.goto(f"{alamat}/mulai/{tautan}")
    page.locator("input[name=sandi]").fill(SANDI)
    page.get_by_role("button", name="Simpan sandi").click()
    assert "surat contoh.docx" in page.inner_text("main")
    page.get_by_role("link", name="surat contoh.docx").first.click()
    assert "surat contoh.docx" in page.inner_text("main")
    win.quiet()
