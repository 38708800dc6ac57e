"""A sitting at BSrE at the pages: a code is asked for, typed once, and what it signed stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from service.acts.ttd import kunci as kunci_ttd
from service.house import RealHouse
from service.web.app import create_app
from tests.acts.test_ttd_kode import joined
from tests.bsre_tiruan import NIK, Tiruan, tiruan
from tests.meja_ttd import Meja
from tests.pki import Pki
from tests.pki import served as pki_served
from tests.web.browser import DESKTOP, PHONE, served, sound
from tests.web.rumah_web import Orang, come_in, officer, rumah_web

SEMUA = "/tanda-tangan/bersama"


@pytest.fixture(scope="module")
def pki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pki]:
    with pki_served(tmp_path_factory.mktemp("pki")) as one:
        yield one


@pytest.fixture
def layanan(tmp_path: Path) -> Iterator[Tiruan]:
    with tiruan(tmp_path) as one:
        yield one


@pytest.fixture
def house(tmp_path: Path, layanan: Tiruan) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        joined(whole, layanan)
        yield whole


@pytest.fixture
def ppid(house: RealHouse) -> Orang:
    return officer(house, "ppid", "ppid")


@pytest.fixture
def meja(house: RealHouse, ppid: Orang, pki: Pki, tmp_path: Path) -> Meja:
    one = Meja(house, ppid.hadir, pki, tmp_path)
    one.kunci = kunci_ttd.add_bsre(house, one.ppid, NIK)
    one.looks(*(one.lays(n) for n in (1, 2, 2)))
    return one


def sends(who: Orang, meja: Meja, *marks: str, **more: str) -> TestResponse:
    sent = {"csrf": who.csrf, "kunci": meja.kunci.id, "frasa": "", "pilih": list(marks)}
    told = {**sent, "macam": "frasa", **more}
    return who.client.post(SEMUA, data=told, buffered=True)  # read to its end, and shut


def test_a_code_is_sent_for_those_that_are_ticked_and_the_ticks_stay(
    meja: Meja, ppid: Orang, layanan: Tiruan
) -> None:
    marks = meja.marks()

    page = sends(ppid, meja, *marks[:2], minta="kode")

    assert page.status_code == 200
    assert "Kode sekali pakai untuk 2 naskah dikirim" in page.text
    assert page.text.count("checked") == 2
    assert '<option value="totp" selected>' in page.text
    assert "Perlu diperbaiki" not in page.text
    assert layanan.sisa_kode[NIK] == 2
    assert layanan.ditandatangani == 0
    kode = layanan.totp[NIK]
    assert kode not in page.text

    done = sends(ppid, meja, *marks[:2], macam="totp", frasa=kode)

    assert "2 naskah ditandatangani." in done.text
    assert kode not in done.text
    assert layanan.ditandatangani == 2


def test_where_each_paper_has_its_code_the_page_says_so_and_leads_on(
    house: RealHouse, meja: Meja, ppid: Orang, layanan: Tiruan
) -> None:
    joined(house, layanan, banyak=False)
    marks = meja.marks()
    assert "hanya untuk satu naskah" in ppid.client.get(SEMUA).text
    assert "untuk 1 naskah dikirim" in sends(ppid, meja, *marks, minta="kode").text

    done = sends(ppid, meja, *marks, macam="totp", frasa=layanan.totp[NIK])

    assert "1 naskah ditandatangani, 2 tidak." in done.text
    assert "satu kode untuk setiap naskah" in done.text
    assert f'href="{SEMUA}"' in done.text
    assert len(meja.looked) == 2


def test_a_wrong_code_a_badly_typed_one_and_none_say_plainly_what_to_do(
    meja: Meja, ppid: Orang, layanan: Tiruan
) -> None:
    marks = meja.marks()
    none = sends(ppid, meja, minta="kode")
    assert none.status_code == 422
    assert "Belum ada naskah yang dicentang" in none.text
    odd = sends(ppid, meja, *marks, macam="totp", frasa="bukan kode!")
    assert odd.status_code == 422
    assert "4 sampai 12 angka atau huruf" in odd.text
    assert "bukan kode!" not in odd.text
    wrong = sends(ppid, meja, *marks, macam="totp", frasa="000000")
    assert "Kode sekali pakai (TOTP) salah atau sudah lewat waktunya" in wrong.text
    assert "0 naskah ditandatangani, 3 tidak." in wrong.text
    layanan.keadaan.clear()
    gone = sends(ppid, meja, *marks, minta="kode")
    assert gone.status_code == 422
    assert "belum terdaftar di BSrE" in gone.text
    assert len(meja.looked) == 3


def test_the_sitting_is_sound_on_a_phone_and_at_a_desk(
    house: RealHouse, meja: Meja, layanan: Tiruan, win, tmp_path: Path
) -> None:
    assert meja.looked
    with served(create_app(house)) as alamat:
        page = win.page
        come_in(page, alamat, "ppid", SEMUA)
        page.get_by_role("button", name="Kirim kode untuk yang dicentang").click()
        page.get_by_text("Kode sekali pakai untuk 3 naskah dikirim").wait_for()
        for width in (PHONE, DESKTOP):
            win.size(width)
            page.screenshot(path=tmp_path / f"kode-{width}.png", full_page=True)
            sound(win)
        page.locator("input[name=frasa]").fill(layanan.totp[NIK])
        page.get_by_role("button", name="Tanda tangani semuanya").click()
        page.get_by_text("3 naskah ditandatangani.").wait_for()
