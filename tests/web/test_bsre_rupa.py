"""Every page of signing at BSrE in a browser: whole on a phone and at a desk, also where it went
wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.house import RealHouse
from service.web.app import create_app
from tests.bsre_tiruan import NIK, Tiruan, tiruan
from tests.web.browser import DESKTOP, PHONE, Window, served, sound
from tests.web.naskah_web import with_pair
from tests.web.rumah_web import Orang, come_in, officer, rumah_web
from tests.web.test_bsre_web import approved, in_doubt, joined


@pytest.fixture
def layanan(tmp_path: Path) -> Iterator[Tiruan]:
    with tiruan(tmp_path) as one:
        yield one


@pytest.fixture
def house(tmp_path: Path, layanan: Tiruan) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        with_pair(whole, tmp_path)
        joined(whole, 2, layanan)
        yield whole


@pytest.fixture
def win(open_window) -> Window:
    """A server of others that does not answer is told with 502."""
    return open_window(expected=("status of 502",))


def looked(win: Window, folder: Path, nama: str) -> None:
    for width in (PHONE, DESKTOP):
        win.size(width)
        win.page.screenshot(path=folder / f"{nama}-{width}.png", full_page=True)
        sound(win)


@pytest.fixture
def atasan(house: RealHouse) -> Orang:
    """Who signs, with a key at BSrE."""
    one = officer(house, "atasan", "atasan_ppid")
    assert one.client.post("/akun/sertifikat/bsre", data={"csrf": one.csrf, "nik": NIK})
    return one


def test_the_page_of_certificates_is_sound_before_and_after_a_nik(
    house: RealHouse, win: Window, tmp_path: Path
) -> None:
    officer(house, "atasan", "atasan_ppid")
    page = win.page
    with served(create_app(house)) as alamat:
        come_in(page, alamat, "atasan", "/akun/sertifikat")
        page.locator("input[name=nik]").fill("3171")
        page.get_by_role("button", name="Tambahkan sertifikat BSrE").click()
        page.get_by_text("NIK terdiri atas 16 angka").wait_for()
        looked(win, tmp_path, "1-sertifikat-salah")
        page.locator("input[name=nik]").fill(NIK)
        page.get_by_role("button", name="Tambahkan sertifikat BSrE").click()
        page.get_by_text(f"NIK ••••{NIK[-4:]}").wait_for()
        looked(win, tmp_path, "2-sertifikat")


def test_the_page_of_signing_is_sound_with_a_wrong_word_with_a_code_and_after_a_lost_answer(
    house: RealHouse, layanan: Tiruan, atasan: Orang, win: Window, tmp_path: Path
) -> None:
    one = approved(house, officer(house, "ppid", "ppid"))
    page = win.page
    with served(create_app(house)) as alamat:
        come_in(page, alamat, "atasan", f"/naskah/{one.id}/tanda-tangan")
        page.locator("input[name=frasa]").fill("durian jatuh")
        page.get_by_role("button", name="Tanda tangani").first.click()
        page.get_by_text("Passphrase salah").first.wait_for()
        looked(win, tmp_path, "3-passphrase-salah")
        page.get_by_role("button", name="Kirim kode sekali pakai").click()
        page.get_by_text("Kode sekali pakai dikirim").wait_for()
        looked(win, tmp_path, "4-kode")
        layanan.tingkah = "putus_sesudah"
        page.locator("input[name=frasa]").fill(layanan.totp[NIK])
        page.get_by_role("button", name="Tanda tangani").first.click()
        page.get_by_text("tidak dikirim ulang").first.wait_for()
        looked(win, tmp_path, "5-jawaban-hilang")
        assert page.locator("input[name=frasa]").count() == 0  # nobody is asked to sign again
        page.get_by_role("link", name="Lihat apa yang diketahui").click()
        page.get_by_role("heading", name="Yang diketahui").wait_for()
        assert atasan.hadir


def test_the_pages_of_a_doubt_are_sound(
    house: RealHouse, layanan: Tiruan, atasan: Orang, win: Window, tmp_path: Path
) -> None:
    one = in_doubt(house, layanan, atasan, officer(house, "ppid", "ppid"))
    page = win.page
    with served(create_app(house)) as alamat:
        come_in(page, alamat, "atasan", f"/naskah/{one.id}/periksa-ttd")
        looked(win, tmp_path, "6-periksa")
        page.get_by_role("button", name="Tidak jadi ditandatangani").click()
        looked(win, tmp_path, "7-periksa-salah")
        page.goto(f"{alamat}/tanda-tangan/keluar")
        looked(win, tmp_path, "8-menunggu")
