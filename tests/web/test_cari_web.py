"""Search as officers see it, in Chromium; and nobody finds what is not theirs."""

from __future__ import annotations

import pytest

from service.acts.cari.teks import relabelled
from service.acts.orang import peran
from service.domain.kiriman import Surat
from tests.web.browser import DESKTOP, PHONE, axe, spills
from tests.web.register import changed, let_in, surat

RAHASIA = Surat("R-7/2026", "2026-11-02", "Perkara saksi terlindung", "Pelapor Contoh")


@pytest.fixture
def isi(kantor):
    """Who may see what: an officer, a head, one unit; and letters of all sides."""
    admin = kantor.opened()
    people = {
        "petugas": kantor.person(admin, "contoh.petugas", "petugas"),
        "ppid": kantor.person(admin, "contoh.ppid", "ppid"),
        "satu": kantor.person(admin, "contoh.satu"),
    }
    at = peran.Penugasan("dinas_contoh", "bidang_satu", "unit")
    peran.give(kantor, admin, people["satu"].id, at)
    surat(kantor, "Keterangan pembayaran gaji pegawai kontrak.", unit="bidang_satu")
    surat(kantor, "Pembayaran honor. NIK 3171 0123 4567 8901, HP 0812-3456-7890.")
    surat(kantor, "Pembayaran kepada saksi.", rahasia=True, surat=RAHASIA, nama="saksi.pdf")
    return people


def test_words_are_found_with_their_places_marked(kantor, isi, alamat, win):
    page = win.page
    let_in(page, alamat, kantor, isi["petugas"])
    page.goto(f"{alamat}/cari")
    page.get_by_label("Kata yang dicari").fill("bayar -honor")
    page.get_by_role("button", name="Cari", exact=True).click()

    assert page.locator(".hasil > li").count() == 1
    assert page.locator("mark").all_inner_texts() == ["pembayaran"]
    for width, dark in ((DESKTOP, False), (PHONE, True)):
        win.size(width)
        win.dark(dark)
        axe(page)
        assert spills(page) == []
    win.quiet()


@pytest.mark.parametrize("asked", ["saksi", "R-7/2026", "saksi.pdf", "terlindung", "pelapor"])
def test_what_is_withheld_is_found_by_whom_it_may_be_seen_alone(kantor, isi, alamat, win, asked):
    page = win.page
    for who, many in (("petugas", 0), ("satu", 0), ("ppid", 1)):
        let_in(page, alamat, kantor, isi[who])
        page.goto(f"{alamat}/cari?kata={asked}")
        assert page.locator(".hasil > li").count() == many, who
        if not many:
            assert "Tidak ada file yang cocok" in page.content()
            assert "terlindung" not in page.locator("main").inner_text()


def test_a_unit_finds_its_own_letters_alone(kantor, isi, alamat, win):
    let_in(win.page, alamat, kantor, isi["satu"])
    win.page.goto(f"{alamat}/cari?kata=bayar")

    assert win.page.locator(".hasil > li").count() == 1
    options = win.page.locator("#r-unit option").all_text_contents()
    assert options == ["Semua unit", "Bidang Satu Contoh"]


def test_nobody_is_found_by_the_numbers_that_name_a_person(kantor, isi, alamat, win):
    let_in(win.page, alamat, kantor, isi["petugas"])
    for asked in ("3171012345678901", "3171", "081234567890", "7890"):
        win.page.goto(f"{alamat}/cari?kata={asked}")
        assert win.page.locator(".hasil > li").count() == 0, asked

    win.page.goto(f"{alamat}/cari?kata=honor")
    assert "NIK •" in win.page.locator(".potongan").inner_text()


def test_a_letter_that_becomes_secret_is_found_no_more_and_its_new_words_are(
    kantor, isi, alamat, win
):
    one = surat(kantor, "Rencana belanja.")
    after = changed(kantor, one, surat=Surat(perihal="Anggaran perubahan"))
    with kantor.ledger.begin() as tx:
        relabelled(kantor, tx, after)
    let_in(win.page, alamat, kantor, isi["petugas"])
    win.page.goto(f"{alamat}/cari?kata=anggaran+belanja")
    assert win.page.locator(".hasil > li").count() == 1

    changed(kantor, after, rahasia=True)

    win.page.goto(f"{alamat}/cari?kata=belanja")
    assert win.page.locator(".hasil > li").count() == 0


def test_where_the_store_is_sealed_the_words_of_withheld_files_lie_nowhere(
    kantor, isi, alamat, win
):
    kantor.sealed = True
    secret = Surat("R-9/2026", "2026-11-02", "Perihal tertutup", "")
    surat(kantor, "Kata kunci gaharu.", rahasia=True, surat=secret)
    let_in(win.page, alamat, kantor, isi["ppid"])

    win.page.goto(f"{alamat}/cari?kata=gaharu")
    assert win.page.locator(".hasil > li").count() == 0
    assert "tidak ikut dicari" in win.page.locator("main").inner_text()
    win.page.goto(f"{alamat}/cari?kata=R-9/2026")
    assert win.page.locator(".hasil > li").count() == 1


def test_a_long_list_is_read_page_by_page_to_its_end(kantor, isi, alamat, win):
    for n in range(25):
        surat(kantor, f"Laporan banjir ke-{n}.")
    let_in(win.page, alamat, kantor, isi["petugas"])
    win.page.goto(f"{alamat}/cari?kata=banjir")
    assert win.page.locator(".hasil > li").count() == 20
    win.page.get_by_role("link", name="Berikutnya").click()

    assert win.page.locator(".hasil > li").count() == 5
    assert "Halaman 2" in win.page.locator(".halaman").inner_text()


@pytest.mark.parametrize(
    "asked",
    ["%22", "*", "-", "%27+OR+1%3D1", "%C0%80", "%F0%9F%98%80", "a" * 5000, "%3Cimg%20src=x%3E"],
)
def test_whatever_is_typed_ends_on_a_page(kantor, isi, alamat, win, asked):
    let_in(win.page, alamat, kantor, isi["petugas"])
    answer = win.page.goto(f"{alamat}/cari?kata={asked}&dari=0001-01-01&halaman=999999&unit=x/y/z")

    assert answer.status == 200
    assert win.page.locator(".kosong").count() == 1
