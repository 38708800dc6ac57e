"""Comments at the pages: said, seen on the first page, taken back; by keyboard and on a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.domain.catatan import Catatan
from service.domain.komentar import Komentar
from service.house import RealHouse
from service.web.app import create_app
from tests.web.browser import DESKTOP, PHONE, served, sound
from tests.web.rumah_web import Orang, come_in, officer, rumah_web, with_password
from tests.web.test_berkas_web import opened


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


def says(who: Orang, at: str, teks: str, tanda: str = ""):
    page = who.client.get(at).text
    mark = re.findall(r'name="tanda" value="([^"]+)"', page)[-1]
    sent = {"csrf": who.csrf, "tanda": tanda or mark, "teks": teks}
    return who.client.post(f"{at}/komentar", data=sent)


def test_a_comment_is_shown_as_it_was_written_and_waits_on_the_first_page_until_it_is_seen(
    house: RealHouse,
) -> None:
    tim, head = officer(house, "tim", "tim_sekretariat"), officer(house, "kepala", "ppid")
    arsip = officer(house, "arsip", "pengelola_arsip")
    at = opened(tim)
    text = "Mohon @arsip periksa <b>map</b>\nhttps://contoh.go.id/a?b=1&c=2"
    assert says(head, at, text).location.endswith("#komentar")

    for who, word in ((tim, "Ada komentar baru"), (arsip, "Anda disebut dalam komentar")):
        first = who.client.get("/").text
        assert "Untuk Anda (1)" in first
        assert word in first
    assert "Untuk Anda" not in head.client.get("/").text
    page = arsip.client.get(at).text
    assert "Mohon @arsip periksa &lt;b&gt;map&lt;/b&gt;\nhttps://contoh.go.id/a?b=1&amp;c=2" in page
    assert 'href="https://contoh.go.id' not in page
    assert "Untuk Anda" not in arsip.client.get("/").text
    assert "Untuk Anda (1)" in tim.client.get("/").text


def test_a_comment_that_cannot_be_kept_comes_back_with_its_words(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = opened(tim)
    wrong = says(tim, at, "Mohon @tidak.ada melihat map contoh")
    assert wrong.status_code == 422
    assert "@tidak.ada tidak dikenal, atau tidak dapat melihat berkas ini" in wrong.text
    assert "Mohon @tidak.ada melihat map contoh</textarea>" in wrong.text
    long = says(tim, at, "x" * 5001)
    assert "Komentar paling banyak 5000 huruf" in long.text
    assert says(tim, at, "").status_code == 422
    for _ in range(2):
        assert says(tim, at, "Sama", tanda="tanda-yang-sama").status_code == 303

    with house.ledger.read() as reading:
        assert [one.teks for one in reading.find(Komentar)] == ["Sama"]


def test_who_wrote_it_takes_it_back_and_nobody_else_is_offered_to(house: RealHouse) -> None:
    tim, head = officer(house, "tim", "tim_sekretariat"), officer(house, "kepala", "ppid")
    at = opened(tim)
    says(tim, at, "Salah tulis contoh")
    way = re.search(rf'action="({at}/komentar/[^"]+/tarik)"', tim.client.get(at).text)[1]
    assert f'action="{way}"' not in head.client.get(at).text
    assert head.client.post(way, data={"csrf": head.csrf}).status_code == 403
    assert tim.client.post(way, data={"csrf": tim.csrf}).status_code == 303

    page = head.client.get(at).text
    assert "Komentar ini sudah ditarik penulisnya." in page
    assert "Salah tulis contoh" not in page


def test_a_withheld_matter_is_spoken_of_only_among_those_who_may_see_it(house: RealHouse) -> None:
    tim, unit = officer(house, "tim", "tim_sekretariat"), officer(house, "unit", "unit")
    at = opened(tim, "Perkara tertutup contoh", "rahasia")
    assert says(tim, at, "Mohon @unit melihat").status_code == 422
    assert says(tim, at, "Hanya di antara kita").status_code == 303
    assert "@unit</b>" not in tim.client.get(at).text  # nobody is offered who may not see it
    assert "@unit</b>" in tim.client.get(opened(tim)).text
    sent = {"csrf": unit.csrf, "tanda": "tanda-contoh", "teks": "Contoh"}

    for path in (f"{at}/komentar", f"{at}/ikuti"):
        assert unit.client.post(path, data={**sent, "ikuti": "ya"}).status_code == 404
    assert "tertutup contoh" not in unit.client.get("/").text


def test_following_is_chosen_and_left(house: RealHouse) -> None:
    tim, unit = officer(house, "tim", "tim_sekretariat"), officer(house, "unit", "unit")
    at = opened(tim)
    assert "Ikuti berkas ini" in unit.client.get(at).text
    unit.client.post(f"{at}/ikuti", data={"csrf": unit.csrf, "ikuti": "ya"})
    assert "Berhenti mengikuti" in unit.client.get(at).text
    says(tim, at, "Satu contoh")
    assert "Untuk Anda (1)" in unit.client.get("/").text
    unit.client.get(at)
    unit.client.post(f"{at}/ikuti", data={"csrf": unit.csrf, "ikuti": "tidak"})
    says(tim, at, "Dua contoh")

    assert "Untuk Anda" not in unit.client.get("/").text


def test_old_comments_are_a_step_away(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = opened(tim)
    now = house.clock.now()
    with house.ledger.begin() as tx:
        for n in range(60):
            id_, kata = house.new_id(), f"kata ke-{n:02d} contoh"
            tx.add(Komentar(id_, at.split("/")[-1], tim.hadir.orang.id, now, kata))
        tx.note(Catatan("kemensetneg", tim.hadir.orang.id, "komentar_ditulis", now, "contoh"))

    page = tim.client.get(at).text
    assert page.count('class="ucapan"') == 50
    assert "Tampilkan 10 komentar sebelumnya" in page
    assert tim.client.get(f"{at}?komentar=semua").text.count('class="ucapan"') == 60


def test_the_section_is_for_everybody(house: RealHouse, tmp_path: Path, win) -> None:
    with_password(house, "tim", "tim_sekretariat")
    dua, head = officer(house, "dua", "tim_sekretariat"), officer(house, "kepala", "ppid")
    at = opened(dua)
    says(head, at, "Mohon @tim melengkapi daftar hadirnya.\n\nDua baris contoh.")
    says(dua, at, "Sudah, " + "kata_yang_panjang_sekali_tanpa_spasi" * 4)
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "tim", "/")
        for path, nama in (("/", "beranda"), (at, "komentar")):
            win.page.goto(f"{alamat}{path}")
            win.page.wait_for_load_state("networkidle")
            for width in (PHONE, DESKTOP):
                win.size(width)
                win.page.screenshot(path=tmp_path / f"{nama}-{width}.png", full_page=True)
            sound(win)
