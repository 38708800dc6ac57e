"""What only a browser shows: forms that outlive a session, and the pages about people, to all."""

from __future__ import annotations

from datetime import date

import pytest

from service.acts.orang import delegasi
from tests.kantor import SANDI
from tests.web.browser import DESKTOP, PHONE, axe, spills


def come_in(page, nama_masuk):
    page.get_by_label("Nama masuk").fill(nama_masuk)
    page.locator("input[name=sandi]").fill(SANDI)
    page.get_by_role("button", name="Masuk").click()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_what_an_officer_typed_outlives_the_session(kantor, alamat, open_window, script):
    admin = kantor.opened()
    satu = kantor.person(admin, "satu")
    page = open_window(script=script).page
    page.goto(f"{alamat}/orang/{satu.id}/ubah")
    come_in(page, "admin.contoh")
    page.get_by_label("Nama lengkap").fill("Sampel Satu & Anak")
    kantor.clock.go(hours=2)

    page.get_by_role("button", name="Simpan perubahan").click()
    if script:
        axe(page)
    assert "masih utuh" in page.inner_text("main")
    come_in(page, "admin.contoh")
    assert "Sampel Satu & Anak" in page.inner_text("main")
    if script:
        axe(page)
    page.get_by_role("button", name="Kirim isian tadi").click()

    assert page.url == f"{alamat}/orang/{satu.id}?kabar=disimpan"
    assert page.inner_text("h1") == "Sampel Satu & Anak"


def test_a_peran_is_taken_back_only_after_one_is_asked(kantor, alamat, win):
    admin = kantor.opened()
    satu = kantor.person(admin, "satu", "petugas")
    page = win.page
    page.goto(f"{alamat}/orang/{satu.id}")
    come_in(page, "admin.contoh")

    page.get_by_role("button", name="Cabut…").click()
    assert "Cabut peran Petugas dari Sampel Satu?" in page.inner_text("dialog[open]")
    page.locator("dialog[open] button[type=submit]").click()

    assert "Peran dicabut" in page.inner_text("main")
    assert kantor.hadir(satu.id).peran == ()
    win.quiet()


def test_the_pages_about_people_are_readable_by_all(kantor, alamat, win):
    admin = kantor.opened()
    kepala = kantor.person(admin, "kepala", "atasan_ppid", "administrator")
    wakil = kantor.person(admin, "wakil")
    hari = date(2026, 11, 21)
    source = next(one for one in kantor.held(kepala.id) if one.peran == "atasan_ppid")
    asked = delegasi.Pinjaman(source.id, wakil.id, hari, hari)
    delegasi.delegate(kantor, kantor.hadir(kepala.id), asked)
    page = win.page
    page.goto(f"{alamat}/akun")
    come_in(page, "kepala")

    for path in ("/akun", f"/orang/{kepala.id}", f"/orang/{wakil.id}/ubah", "/kiriman"):
        page.goto(alamat + path)
        axe(page)
        win.size(PHONE)
        assert spills(page) == []
        win.size(DESKTOP)
    page.goto(f"{alamat}/orang/{wakil.id}")
    page.get_by_role("button", name="Buat tautan sekali pakai").click()
    axe(page)
    win.quiet()
