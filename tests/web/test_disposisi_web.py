"""A letter goes from the head to those who work on it, and back with a word: in Chromium."""

from __future__ import annotations

import pytest
from pypdf import PdfReader

from service.acts.orang import peran
from service.domain.disposisi import DITERUSKAN, SELESAI, Disposisi
from service.domain.kiriman import Surat
from tests.web.browser import DESKTOP, PHONE, axe, spills
from tests.web.register import let_in, session, surat

TERTUTUP = Surat("R-7/2026", "2026-11-02", "Perkara tertutup", "Pelapor Contoh")


@pytest.fixture
def orang(kantor):
    admin = kantor.opened()
    people = {
        "ppid": kantor.person(admin, "contoh.kepala", "ppid"),
        "petugas": kantor.person(admin, "contoh.petugas", "petugas"),
        "arsip": kantor.person(admin, "contoh.arsip", "pengelola_arsip"),
        "satu": kantor.person(admin, "contoh.satu"),
    }
    at = peran.Penugasan("dinas_contoh", "bidang_satu", "unit")
    peran.give(kantor, admin, people["satu"].id, at)
    return people


def sound(win):
    for width, dark in ((DESKTOP, False), (PHONE, True)):
        win.size(width)
        win.dark(dark)
        axe(win.page)
        assert spills(win.page) == []
    win.size(DESKTOP)
    win.dark(False)


def rows(kantor):
    with kantor.ledger.read() as look:
        return look.find(Disposisi)


def give(page, alamat, kiriman, *people, isi="Tindak lanjuti", catatan=""):
    page.goto(f"{alamat}/kiriman/{kiriman.id}/disposisi")
    page.get_by_label("Orang (boleh kosong)", exact=True).select_option(label=people[0])
    page.get_by_label(isi).check()
    page.get_by_label("Catatan").fill(catatan)
    page.get_by_role("button", name="Kirim disposisi").click()


def test_a_letter_is_given_taken_up_passed_on_and_done(kantor, orang, alamat, win):
    kiriman = surat(kantor)
    page = win.page
    let_in(page, alamat, kantor, orang["ppid"])
    give(page, alamat, kiriman, orang["petugas"].nama, catatan="Selesaikan minggu ini.")
    assert "Disposisi terkirim" in page.content()
    sound(win)

    let_in(page, alamat, kantor, orang["petugas"])
    page.goto(alamat)
    page.get_by_role("link", name="Kerjakan disposisi PPID Contoh").click()
    page.get_by_role("button", name="Terima disposisi").click()
    assert "Diterima, dikerjakan" in page.locator(".disposisi").inner_text()
    sound(win)
    page.get_by_role("link", name="Teruskan…").click()
    sound(win)
    page.get_by_label("Orang (boleh kosong)", exact=True).select_option(label=orang["arsip"].nama)
    page.get_by_label("Simpan atau arsipkan").check()
    page.get_by_role("button", name="Teruskan disposisi").click()

    let_in(page, alamat, kantor, orang["arsip"])
    page.goto(f"{alamat}/kiriman/{kiriman.id}/disposisi")
    page.get_by_text("Tandai selesai").first.click()
    page.get_by_label("Hasil").fill("Tersimpan di Rak 3.")
    page.get_by_role("button", name="Tandai selesai").click()

    assert "Hasil: Tersimpan di Rak 3." in page.locator(".disposisi").inner_text()
    ended = {one.kepada_nama: one.keadaan for one in rows(kantor)}
    assert ended == {orang["petugas"].nama: DITERUSKAN, orang["arsip"].nama: SELESAI}
    page.goto(alamat)
    assert "disposisi" not in page.locator("main").inner_text().lower()
    win.quiet()


def test_a_sheet_for_nobody_or_with_nothing_on_it_comes_back_as_it_was_filled(
    kantor, orang, alamat, win
):
    kiriman = surat(kantor)
    page = win.page
    let_in(page, alamat, kantor, orang["ppid"])
    page.goto(f"{alamat}/kiriman/{kiriman.id}/disposisi")
    page.get_by_label("Untuk diketahui").check()
    page.get_by_role("button", name="Kirim disposisi").click()
    assert "Pilih sedikitnya satu penerima" in page.locator(".ringkasan").inner_text()
    assert page.get_by_label("Untuk diketahui").is_checked()

    page.get_by_label("Untuk diketahui").uncheck()
    page.get_by_label("Pengelola Arsip").check()
    page.get_by_role("button", name="Kirim disposisi").click()
    assert "Pilih sedikitnya satu isi disposisi" in page.locator(".ringkasan").inner_text()
    page.get_by_label("Untuk diketahui").check()
    page.get_by_label("Batas waktu (boleh kosong)").fill("2020-01-01")
    page.get_by_role("button", name="Kirim disposisi").click()
    assert "Batas waktu sudah lewat" in page.locator(".ringkasan").inner_text()
    assert rows(kantor) == []


def test_only_who_may_see_a_letter_can_be_given_it(kantor, orang, alamat, win):
    page = win.page
    let_in(page, alamat, kantor, orang["ppid"])
    for kiriman, named, missing in (
        (surat(kantor), ("petugas", "arsip"), ("satu",)),
        (surat(kantor, unit="bidang_satu"), ("petugas", "satu"), ()),
        (surat(kantor, rahasia=True, surat=TERTUTUP), ("arsip",), ("petugas", "satu")),
    ):
        page.goto(f"{alamat}/kiriman/{kiriman.id}/disposisi")
        offered = page.locator("#r-orang_satu option").all_text_contents()
        assert {orang[one].nama for one in named} <= set(offered)
        assert not {orang[one].nama for one in missing} & set(offered)


def test_a_withheld_letter_and_one_that_is_not_there_answer_alike(kantor, orang, client):
    secret = surat(kantor, rahasia=True, surat=TERTUTUP)
    client.set_cookie("berkas", session(kantor, orang["petugas"]))
    for end in ("", "/cetak"):
        one, none = (
            client.get(f"/kiriman/{id_}/disposisi{end}") for id_ in (secret.id, kantor.new_id())
        )
        assert one.status_code == none.status_code == 404
        assert one.data == none.data


def test_nobody_but_the_one_it_was_given_to_can_take_it_up(kantor, orang, client, alamat, win):
    kiriman = surat(kantor)
    let_in(win.page, alamat, kantor, orang["ppid"])
    give(win.page, alamat, kiriman, orang["petugas"].nama)
    [one] = rows(kantor)
    client.set_cookie("berkas", session(kantor, orang["arsip"]))
    page = client.get(f"/kiriman/{kiriman.id}/disposisi").get_data(as_text=True)
    assert "Terima disposisi" not in page
    assert "Kirim disposisi" not in page
    token = page.split('name="csrf" value="')[1].split('"')[0]

    for way, status in (("terima", 403), ("selesai", 404), ("teruskan", 404)):
        sent = {"csrf": token, "versi": "1", "hasil": "", "orang_satu": ""}
        assert client.post(f"/disposisi/{one.id}/{way}", data=sent).status_code == status
    assert [x.keadaan for x in rows(kantor)] == ["dikirim"]


def test_two_hands_cannot_take_up_one_sheet_twice(kantor, orang, client, alamat, win):
    kiriman = surat(kantor)
    let_in(win.page, alamat, kantor, orang["ppid"])
    give(win.page, alamat, kiriman, orang["petugas"].nama)
    [one] = rows(kantor)
    client.set_cookie("berkas", session(kantor, orang["petugas"]))
    page = client.get(f"/kiriman/{kiriman.id}/disposisi").get_data(as_text=True)
    token = page.split('name="csrf" value="')[1].split('"')[0]

    sent = {"csrf": token, "versi": "1"}
    answers = [client.post(f"/disposisi/{one.id}/terima", data=sent) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 409]


def test_the_sheet_is_printed_on_one_page_filled_or_for_the_hand(
    kantor, orang, alamat, win, tmp_path
):
    kiriman = surat(kantor)
    page = win.page
    let_in(page, alamat, kantor, orang["ppid"])
    for filled in (False, True):
        if filled:
            give(page, alamat, kiriman, orang["petugas"].nama, catatan="Segera jawab.")
        page.goto(f"{alamat}/kiriman/{kiriman.id}/disposisi/cetak")
        sound(win)
        out = tmp_path / "lembar.pdf"
        page.pdf(path=str(out), prefer_css_page_size=True)
        [sheet] = PdfReader(out).pages
        words = " ".join(sheet.extract_text().split())
        assert "LEMBAR DISPOSISI" in words
        assert "800/1/X/2026" in words
        assert ("Segera jawab." in words) is filled
        assert "Kirim disposisi" not in words


def test_who_got_it_stands_in_the_agenda_and_the_journal_says_only_that(kantor, orang, alamat, win):
    kiriman = surat(kantor)
    page = win.page
    let_in(page, alamat, kantor, orang["ppid"])
    give(page, alamat, kiriman, orang["petugas"].nama, catatan="Kata yang tertutup.")
    page.goto(f"{alamat}/register")
    assert f"disposisi: {orang['petugas'].nama}" in page.locator("#register").inner_text()

    told = kantor.lists.jurnal("dinas_contoh", 10**6, 5)
    assert told[0].perbuatan == "disposisi_dikirim"
    assert "tertutup" not in str(told[0])
