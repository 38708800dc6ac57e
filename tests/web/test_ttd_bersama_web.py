"""Many papers at one sitting, at the pages: looked at one by one, signed at one press."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from service.acts.ttd import bersama as ttd_bersama
from service.house import RealHouse
from service.web.app import create_app
from tests.meja_ttd import Meja
from tests.pki import FRASA, Pki
from tests.web.browser import DESKTOP, PHONE, served, sound
from tests.web.rumah_web import Orang, come_in, officer, with_password

pytestmark = pytest.mark.usefixtures("tanpa_layanan")

SALAH = "frasa rahasia yang keliru"
SEMUA = "/tanda-tangan/bersama"


@pytest.fixture
def meja(house: RealHouse, ppid: Orang, pki: Pki, tmp_path: Path) -> Meja:
    return Meja(house, ppid.hadir, pki, tmp_path)


def looks(who: Orang, at: str) -> TestResponse:
    """Presses the button that says that the paper was looked at."""
    page = who.client.get(at).text
    found = re.search(
        r'action="(/naskah/\w+/sudah-dilihat)".*?name="sidik"[^>]*value="(\w+)"', page, re.S
    )
    assert found
    return who.client.post(found[1], data={"csrf": who.csrf, "sidik": found[2]})


def signs(who: Orang, meja: Meja, *marks: str, frasa: str = FRASA) -> TestResponse:
    sent = {"csrf": who.csrf, "kunci": meja.kunci.id, "frasa": frasa, "pilih": list(marks)}
    return who.client.post(SEMUA, data=sent)


def test_from_the_desk_one_paper_leads_to_the_next_and_then_all_are_signed(
    meja: Meja, ppid: Orang
) -> None:
    ids = [meja.lays(1), meja.lays(2), meja.lays(1)]
    desk = ppid.client.get("/tanda-tangan").text
    assert "1 dari 2 naskah berkas ini" in desk
    assert "Belum ada naskah yang Anda tandai" in ppid.client.get(SEMUA).text
    at = f"/naskah/{ids[0]}/tanda-tangan"
    assert at in desk

    way = [at]
    while way[-1] != SEMUA:
        way.append(looks(ppid, way[-1]).location)

    order = [ids[0], ids[2], ids[1]]
    assert way == [*(f"/naskah/{one}/tanda-tangan" for one in order), SEMUA]
    assert "Tanda tangani 3 yang sudah dilihat" in ppid.client.get("/tanda-tangan").text
    page = ppid.client.get(SEMUA).text
    marks = [ttd_bersama.mark(x) for x in ttd_bersama.looked(meja.house, meja.ppid)]
    assert all(one in page for one in marks)

    done = signs(ppid, meja, *marks[:2])

    assert done.status_code == 200
    assert done.text.count("ditandatangani.</li>") == 2
    assert "2 naskah ditandatangani." in done.text
    assert "</html>" in done.text
    assert FRASA not in done.text
    assert [meja.signed(one) for one in ids] == [True, False, True]


def test_a_wrong_passphrase_or_nothing_chosen_shows_the_form_again(meja: Meja, ppid: Orang) -> None:
    one = meja.lays(1)
    meja.looks(one)
    (mark,) = meja.marks()

    wrong = signs(ppid, meja, mark, frasa=SALAH)
    assert wrong.status_code == 422
    assert "Frasa sandi tidak membuka" in wrong.text
    assert SALAH not in wrong.text
    for marks in ((), (f"{one}.7",), ("x" * 300,)):
        empty = signs(ppid, meja, *marks)
        assert empty.status_code == 422
    assert not meja.signed(one)


def test_nobody_says_for_another_that_they_looked(
    house: RealHouse, meja: Meja, ppid: Orang
) -> None:
    one = meja.lays(1)
    other = officer(house, "petugas", "petugas")
    sent = {"csrf": other.csrf, "sidik": "0" * 32}
    assert other.client.post(f"/naskah/{one}/sudah-dilihat", data=sent).status_code == 404
    stale = {"csrf": ppid.csrf, "sidik": "0" * 32}
    assert ppid.client.post(f"/naskah/{one}/sudah-dilihat", data=stale).status_code == 409
    assert meja.looked == []


def test_who_closes_the_page_leaves_the_rest_unsigned_and_the_passphrase_is_gone(
    meja: Meja, ppid: Orang
) -> None:
    ids = [meja.lays(1) for _ in range(3)]
    meja.looks(*ids)
    sent = {"csrf": ppid.csrf, "kunci": meja.kunci.id, "frasa": FRASA, "pilih": list(meja.marks())}

    with ppid.client.post(SEMUA, data=sent, buffered=False) as answer:
        parts = answer.iter_encoded()
        shown = b"".join(next(parts) for _ in range(2))

    assert b"ditandatangani.</li>" in shown
    assert [meja.signed(one) for one in ids] == [True, False, False]
    assert meja.looked == ids[1:]


def test_what_is_out_stands_on_one_page_for_who_may_see_its_matter(
    house: RealHouse, meja: Meja, ppid: Orang
) -> None:
    meja.lays(1)
    petugas = officer(house, "petugas", "petugas")
    page = petugas.client.get("/tanda-tangan/keluar")
    assert "Perkara 1" in page.text
    assert "hari ini" in page.text
    for asked in ("peran=unit", "cara=tinta", "umur=lewat", "umur=7"):
        narrowed = petugas.client.get(f"/tanda-tangan/keluar?{asked}").text
        assert "Perkara 1" not in narrowed
    for odd in ("peran=x", "cara=%27", "umur=-1", "halaman=99999999"):
        assert petugas.client.get(f"/tanda-tangan/keluar?{odd}").status_code == 200
    assert "/tanda-tangan/keluar" in ppid.client.get("/tanda-tangan").text


def test_by_keyboard_on_a_phone_several_are_signed_and_the_pages_are_sound(
    house: RealHouse, win, pki: Pki, tmp_path: Path
) -> None:
    meja = Meja(house, with_password(house, "ppid", "ppid"), pki, tmp_path)
    ids = [meja.lays(1), meja.lays(2)]
    meja.looks(ids[0])
    with served(create_app(house)) as alamat:
        page = win.page
        come_in(page, alamat, "ppid", "/tanda-tangan")
        for width in (DESKTOP, PHONE):
            win.size(width)
            sound(win)
        page.get_by_role("link", name="Lihat satu per satu").press("Enter")
        page.get_by_role("button", name="Sudah saya lihat").wait_for()
        sound(win)
        page.get_by_role("button", name="Sudah saya lihat").press("Enter")
        page.get_by_role("textbox", name="Frasa sandi atau PIN").fill(FRASA)
        sound(win)
        page.get_by_role("button", name="Tanda tangani semuanya").press("Enter")
        page.get_by_text("2 naskah ditandatangani").wait_for()
        sound(win)
        page.get_by_role("link", name="Kembali ke meja tanda tangan").press("Enter")
        page.get_by_text("Tidak ada yang menunggu").wait_for()
        page.get_by_role("link", name="Semua yang menunggu tanda tangan").press("Enter")
        page.get_by_text("yang paling lama lebih dahulu").wait_for()
        sound(win)
    assert all(map(meja.signed, ids))
