"""Signing at the pages: a certificate of one's own, the desk, one paper, and going back on it."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from service.acts.naskah import submit
from service.domain.kunci_ttd import TERBESAR, KunciTtd
from service.domain.naskah import DIKEMBALIKAN, DIKIRIM, DITANDATANGANI, Naskah
from service.domain.tempat_ttd import ELEKTRONIK
from service.house import RealHouse
from service.web.app import create_app
from tests.office import work
from tests.pki import FRASA, Pki
from tests.web.browser import DESKTOP, PHONE, served, sound
from tests.web.naskah_web import konsep, now
from tests.web.rumah_web import Orang, come_in, officer, with_password

pytestmark = pytest.mark.usefixtures("berpasangan")

SALAH = "frasa rahasia yang keliru"


@pytest.fixture
def atasan(house: RealHouse) -> Orang:
    return officer(house, "atasan", "atasan_ppid")


def approved(house: RealHouse) -> Naskah:
    """A paper whose approver chose that it is signed here, through the page."""
    penyiap = officer(house, "penyiap", "petugas", "tim_sekretariat")
    ppid = officer(house, "ppid", "ppid")
    one = konsep(house, penyiap.hadir)
    submit.submit(house, one.id, penyiap.hadir)
    submit.initial(house, one.id, penyiap.hadir, now(house, one).versi, "Contoh")
    page = ppid.client.get(f"/naskah/{one.id}").text
    assert "Cara tanda tangan" in page
    sent = {"csrf": ppid.csrf, "sidik": seen(page), "jalan": ELEKTRONIK}
    assert ppid.client.post(f"/naskah/{one.id}/setujui", data=sent).status_code == 303
    work(house)
    assert now(house, one).keadaan == DIKIRIM
    return now(house, one)


def seen(page: str) -> str:
    found = re.search(r'name="sidik"[^>]*value="(\w+)"', page)
    assert found
    return found[1]


def brings(who: Orang, path: Path, frasa: str = FRASA, **more: str) -> TestResponse:
    sent = {"csrf": who.csrf, "frasa": frasa, "nama": "Kunci saya", **more}
    sent |= {"file": (io.BytesIO(path.read_bytes()), path.name)}
    return who.client.post("/akun/sertifikat", data=sent)


def keys(house: RealHouse) -> list[KunciTtd]:
    with house.ledger.read() as reading:
        return reading.find(KunciTtd)


def signs(house: RealHouse, who: Orang, one: Naskah, frasa: str = FRASA) -> TestResponse:
    at = f"/naskah/{one.id}/tanda-tangan"
    sent = {"sidik": seen(who.client.get(at).text), "kunci": keys(house)[0].id, "frasa": frasa}
    return who.client.post(at, data={"csrf": who.csrf, **sent})


def test_from_the_certificate_to_the_signed_paper(
    house: RealHouse, atasan: Orang, pki: Pki
) -> None:
    one = approved(house)
    assert "Tanda tangani Surat Contoh" in atasan.client.get("/").text
    desk = atasan.client.get("/tanda-tangan").text
    assert "Belum ada sertifikat pada akun Anda" in desk
    assert one.nomor in desk
    assert "Tambahkan sertifikat" in atasan.client.get(f"/naskah/{one.id}/tanda-tangan").text

    assert brings(atasan, pki.pkcs12("kepala")).location.startswith("/akun/sertifikat")
    mine = atasan.client.get("/akun/sertifikat").text
    assert "Kunci saya" in mine
    assert "Contoh Kepala" in mine
    done = signs(house, atasan, one)

    assert done.location == f"/naskah/{one.id}?kabar=naskah-ttd"
    assert now(house, one).keadaan == DITANDATANGANI
    page = atasan.client.get(done.location).text
    assert "Tanda tangan Anda terbubuh" in page
    assert "Tanda tangan elektronik" in page or "Elektronik" in page
    assert one.nomor not in atasan.client.get("/tanda-tangan").text


def test_a_wrong_passphrase_is_told_and_never_shown_again(
    house: RealHouse, atasan: Orang, pki: Pki
) -> None:
    one = approved(house)
    answer = brings(atasan, pki.pkcs12("kepala"), SALAH)
    assert answer.status_code == 422
    assert SALAH not in answer.text
    assert keys(house) == []
    brings(atasan, pki.pkcs12("kepala"))

    wrong = signs(house, atasan, one, SALAH)

    assert wrong.status_code == 422
    assert SALAH not in wrong.text
    assert now(house, one).keadaan == DIKIRIM
    assert signs(house, atasan, one).status_code == 303


def test_what_is_no_certificate_is_refused_in_words(
    house: RealHouse, atasan: Orang, pki: Pki, tmp_path: Path
) -> None:
    bad = tmp_path / "kunci.p12"
    for held in (b"", b"bukan sertifikat", b"\x30\x82" + bytes(1_000), b"x" * (TERBESAR + 1)):
        bad.write_bytes(held)
        answer = brings(atasan, bad)
        assert answer.status_code == 422
        assert "Belum ada" in answer.text
    assert "sudah berakhir" in brings(atasan, pki.pkcs12("berakhir")).text
    sent = {"csrf": atasan.csrf, "frasa": FRASA, "nama": ""}
    assert atasan.client.post("/akun/sertifikat", data=sent).status_code == 422
    assert keys(house) == []


def test_nobody_signs_for_another_or_with_another_s_key(
    house: RealHouse, atasan: Orang, pki: Pki
) -> None:
    one = approved(house)
    brings(atasan, pki.pkcs12("kepala"))
    at = f"/naskah/{one.id}/tanda-tangan"
    lain = officer(house, "lain", "ppid")
    sent = {"csrf": lain.csrf, "sidik": "0" * 32, "kunci": keys(house)[0].id, "frasa": FRASA}
    assert lain.client.post(at, data=sent).status_code == 404
    assert "Tidak ada tempat tanda tangan" in lain.client.get(at).text
    gone = f"/akun/sertifikat/{keys(house)[0].id}/lepas"
    assert lain.client.post(gone, data={"csrf": lain.csrf}).status_code == 404
    stale = {**sent, "csrf": atasan.csrf}
    assert atasan.client.post(at, data=stale).status_code == 409
    assert now(house, one).keadaan == DIKIRIM


def test_who_does_not_sign_says_why_and_the_paper_goes_back(
    house: RealHouse, atasan: Orang, pki: Pki
) -> None:
    one = approved(house)
    brings(atasan, pki.pkcs12("kepala"))
    page = atasan.client.get(f"/naskah/{one.id}/tanda-tangan").text
    at, sent = f"/naskah/{one.id}/tidak-menandatangani", {"csrf": atasan.csrf, "sidik": seen(page)}
    assert atasan.client.post(at, data={**sent, "alasan": ""}).status_code == 422

    assert atasan.client.post(at, data={**sent, "alasan": "Salah alamat."}).status_code == 303

    assert now(house, one).keadaan == DIKEMBALIKAN
    assert atasan.client.post(at, data={**sent, "alasan": "Lagi."}).status_code == 404


def test_a_certificate_that_was_let_go_is_offered_no_more(
    house: RealHouse, atasan: Orang, pki: Pki
) -> None:
    brings(atasan, pki.pkcs12("kepala"))
    at = f"/akun/sertifikat/{keys(house)[0].id}/lepas"
    for _ in range(2):
        assert atasan.client.post(at, data={"csrf": atasan.csrf}).status_code == 303
    assert "Kunci saya" not in atasan.client.get("/akun/sertifikat").text


def test_it_is_signed_by_keyboard_and_the_pages_are_sound(
    house: RealHouse, win, pki: Pki, tmp_path: Path
) -> None:
    with_password(house, "atasan", "atasan_ppid")
    one = approved(house)
    with served(create_app(house)) as alamat:
        page = win.page
        come_in(page, alamat, "atasan", "/tanda-tangan")
        sound(win)
        page.goto(f"{alamat}/akun/sertifikat")
        page.get_by_label("File sertifikat").set_input_files(pki.pkcs12("kepala"))
        page.get_by_role("textbox", name="Frasa sandi file itu").fill(FRASA)
        page.get_by_role("button", name="Tambahkan sertifikat").press("Enter")
        page.get_by_text("Sertifikat tersimpan").wait_for()
        sound(win)
        win.page.screenshot(path=tmp_path / "sertifikat.png", full_page=True)
        page.goto(f"{alamat}/naskah/{one.id}")
        page.get_by_role("link", name="Tanda tangani…").press("Enter")
        page.get_by_role("textbox", name="Frasa sandi atau PIN").wait_for()
        sound(win)
        for width in (PHONE, DESKTOP):
            win.size(width)
            win.page.screenshot(path=tmp_path / f"tanda-tangan-{width}.png", full_page=True)
        page.get_by_role("textbox", name="Frasa sandi atau PIN").fill(FRASA)
        page.get_by_role("button", name="Tanda tangani", exact=True).press("Enter")
        page.get_by_text("Tanda tangan Anda terbubuh").wait_for()
        sound(win)
        win.page.screenshot(path=tmp_path / "naskah-ttd.png", full_page=True)
    assert now(house, one).keadaan == DITANDATANGANI
