"""A step in other hands, a term that is over, and a matter in another unit: at the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from service.acts.kiriman import putusan as desk
from service.domain.berkas import Berkas
from service.domain.catatan import Catatan
from service.domain.orang import PLT, Pemegang
from service.house import RealHouse
from service.web.app import create_app
from tests.acts.test_putusan_kiriman import DITETAPKAN, come, found
from tests.office import INSTANSI, UNIT, today
from tests.web.browser import DESKTOP, PHONE, served, sound
from tests.web.rumah_web import Orang, come_in, officer, rumah_web, with_password
from tests.web.test_berkas_web import brought, does, opened


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


def acting(house: RealHouse, who: Orang, peran: str, since: int, until: int) -> None:
    """A peran as Plt., from and until so many days from today."""
    now = today(house)
    row = Pemegang(
        house.new_id(),
        who.hadir.orang.id,
        INSTANSI,
        "",
        peran,
        now + timedelta(since),
        now + timedelta(until),
        PLT,
        dasar="SPT/1/CONTOH",
    )
    with house.ledger.begin() as tx:
        tx.add(row)
        tx.note(Catatan(INSTANSI, "mesin", "peran_diberikan", house.clock.now(), row.orang))


def test_a_step_is_given_on_behalf_waits_for_its_taker_and_names_both(house: RealHouse) -> None:
    tim, arsip = (
        officer(house, "tim", "tim_sekretariat"),
        officer(house, "arsip", "pengelola_arsip"),
    )
    at = opened(tim)
    assert "Contoh arsip (atas nama)" in tim.client.get(at).text
    bare = does(tim, at, "serah", kepada=arsip.hadir.orang.id, alasan="")
    assert bare.status_code == 422
    assert "Tulis alasannya." in bare.text
    assert "Menerima permohonan" not in arsip.client.get("/").text
    given = does(tim, at, "serah", kepada=arsip.hadir.orang.id, alasan="Dinas luar contoh")
    assert given.location.endswith("kabar=dititipkan")

    assert "Menerima permohonan" in arsip.client.get("/").text
    assert f'href="{at}"' in arsip.client.get("/berkas").text
    assert "Contoh arsip a.n. Contoh tim" in arsip.client.get(at).text
    brought(arsip, at, "surat_permohonan", "didaftar")
    assert does(arsip, at, "selesai", hasil="uji").status_code == 303
    page = tim.client.get(at).text
    assert "oleh Contoh arsip a.n. Contoh tim, uji" in page
    assert "Menitipkan langkah atas nama pelaksananya kepada Contoh arsip" in page
    assert "Alasan: Dinas luar contoh" in page
    assert "Selesaikan langkah" not in arsip.client.get(at).text
    assert f'href="{at}"' not in arsip.client.get("/berkas").text


def test_a_step_is_handed_to_one_of_its_own_people_without_a_reason(house: RealHouse) -> None:
    tim, dua = officer(house, "tim", "tim_sekretariat"), officer(house, "dua", "tim_sekretariat")
    at = opened(tim)
    answer = does(tim, at, "serah", kepada=dua.hadir.orang.id, alasan="")

    assert answer.location.endswith("kabar=diserahkan")
    with house.ledger.read() as reading:
        [one] = reading.find(Berkas)
    assert (one.pemilik, one.atas_nama) == (dua.hadir.orang.id, "")


def test_an_acting_official_whose_term_is_over_reads_why(house: RealHouse) -> None:
    tim, late = officer(house, "tim", "tim_sekretariat"), officer(house, "unit", "unit")
    gone = officer(house, "lama")
    for who in (late, gone):
        acting(house, who, "tim_sekretariat", -9, -1)
    at = opened(tim)
    brought(tim, at, "surat_permohonan", "didaftar")
    assert "Selesaikan langkah" not in late.client.get(at).text
    answer = does(late, at, "selesai", hasil="uji")
    assert answer.status_code == 403
    assert re.search(r"Masa Anda sebagai Plt\. .* berakhir \w+, \d+ \w+ \d{4}\.", answer.text)
    shut = gone.client.get("/berkas")
    assert shut.status_code == 403
    assert "Masa Anda sebagai Plt. " in shut.text

    acting(house, late, "tim_sekretariat", 0, 5)
    assert does(late, at, "selesai", hasil="uji").status_code == 303


def test_a_matter_that_stayed_says_where_its_letter_went(house: RealHouse, tmp_path: Path) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    came = come(house, tmp_path, unit="")
    letter = desk.confirm(house, tim.hadir, came.id, came.versi, DITETAPKAN)
    at = f"/berkas/{letter.berkas}"
    assert "Kirimannya" not in tim.client.get(at).text
    does(tim, at, "ambil")
    letter = found(house, came.id)
    desk.confirm(house, tim.hadir, came.id, letter.versi, replace(DITETAPKAN, unit=UNIT))
    page = tim.client.get(at).text

    assert "sudah dipindah ke Biro Hubungan Masyarakat; berkas ini tetap di sini" in page
    assert f'<option value="{UNIT}" selected>' in page
    assert does(tim, at, "pindah", unit=UNIT, alasan="Mengikuti suratnya").status_code == 303
    assert "sudah dipindah ke" not in tim.client.get(at).text


def test_a_matter_is_moved_with_a_reason_and_the_page_is_for_everybody(
    house: RealHouse, tmp_path: Path, win
) -> None:
    with_password(house, "tim", "tim_sekretariat")
    dua, arsip = (
        officer(house, "dua", "tim_sekretariat"),
        officer(house, "arsip", "pengelola_arsip"),
    )
    at = opened(dua)
    does(dua, at, "serah", kepada=arsip.hadir.orang.id, alasan="Dinas luar contoh")
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "tim", at)
        for summary in win.page.locator("details > summary").all():
            summary.click()
        for width in (PHONE, DESKTOP):
            win.size(width)
            win.page.screenshot(path=tmp_path / f"titip-{width}.png", full_page=True)
        sound(win)
        part = win.page.locator("section", has=win.page.get_by_text("Pindahkan ke unit lain")).last
        part.get_by_label("Unit").select_option("-")
        part.get_by_label("Alasan").fill("Unit contoh lain yang menguasai")
        part.get_by_role("button", name="Pindahkan ke unit lain").click()
        win.page.get_by_text("Berkas sudah dipindah ke unit itu.").wait_for()
    assert does(dua, at, "pindah", unit="tidak_ada", alasan="Contoh").status_code == 422
    with house.ledger.read() as reading:
        [one] = reading.find(Berkas)
    assert (one.unit, one.pemilik) == ("", "")
