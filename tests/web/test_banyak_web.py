"""One act on many matters at the pages: chosen, asked once more, and told one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.domain.berkas import Berkas
from service.house import RealHouse
from service.web.app import create_app
from tests.web.browser import DESKTOP, PHONE, served, sound
from tests.web.rumah_web import Orang, come_in, officer, rumah_web, with_password
from tests.web.test_berkas_web import does, opened


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


def boxes(who: Orang, tampil: str = "saya") -> list[str]:
    page = who.client.get(f"/berkas?tampil={tampil}").text
    return re.findall(r'name="pilih" value="([^"]+)"', page)


def asks(who: Orang, apa: str, pilih: list[str]):
    return who.client.post("/berkas/banyak", data={"csrf": who.csrf, "apa": apa, "pilih": pilih})


def sends(who: Orang, apa: str, pilih: list[str], **more: str):
    tanda = re.search(r'name="tanda" value="([^"]+)"', asks(who, apa, pilih).text)[1]
    sent = {"csrf": who.csrf, "tanda": tanda, "berkas": pilih, **more}
    return who.client.post(f"/berkas/banyak/{apa}", data=sent), sent


def matters(house: RealHouse) -> list[Berkas]:
    with house.ledger.read() as reading:
        return reading.find(Berkas)


def test_the_chosen_are_shown_once_more_and_each_has_its_answer(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    ways = [opened(tim, f"Perkara {n}") for n in range(3)]
    chosen = boxes(tim)
    assert len(chosen) == 3
    page = asks(tim, "tunda", chosen).text
    assert "Belum ada yang dikerjakan." in page
    assert all(f"Perkara {n}</label>" in page for n in range(3))
    assert {one.versi for one in matters(house)} == {1}
    does(tim, ways[0], "ambil")
    bare, _ = sends(tim, "tunda", chosen, alasan="")
    assert bare.status_code == 422
    assert "Isi alasan." in bare.text

    answer, sent = sends(tim, "tunda", chosen, alasan="Menunggu contoh")
    assert "2 berkas dikerjakan, 1 tidak." in answer.text
    assert "Sudah diubah orang lain sejak Anda membukanya." in answer.text
    again = tim.client.post("/berkas/banyak/tunda", data=sent)
    assert again.text.count("Sudah dikerjakan pada pengiriman sebelumnya.") == 2
    assert sorted(one.versi for one in matters(house)) == [2, 2, 2]
    held = boxes(tim, "ditunda")
    answer, _ = sends(tim, "lanjutkan", held, alasan="Contoh sudah ada")
    assert "2 berkas dikerjakan." in answer.text


def test_what_makes_no_sense_does_nothing_and_says_so(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    opened(tim)
    chosen = boxes(tim)
    for apa, pilih, status in (
        ("hapus", chosen, 404),
        ("ambil", [], 422),
        ("ambil", ["tiada.1", "x", ".."], 422),
        ("ambil", [f"{n}.1" for n in range(201)], 422),
    ):
        assert asks(tim, apa, pilih).status_code == status
        sent = {"csrf": tim.csrf, "tanda": "tanda-contoh", "berkas": pilih}
        answer = tim.client.post(f"/berkas/banyak/{apa}", data=sent)
        assert answer.status_code == status
    assert [one.versi for one in matters(house)] == [1]
    assert "200 sekaligus" in asks(tim, "ambil", [f"{n}.1" for n in range(201)]).text


def test_who_may_not_see_a_matter_learns_nothing_of_it_here(house: RealHouse) -> None:
    tim, unit = officer(house, "tim", "tim_sekretariat"), officer(house, "unit", "unit")
    opened(tim, "Perkara tertutup contoh", "rahasia")
    chosen = boxes(tim)
    for path, name in (("/berkas/banyak", "pilih"), ("/berkas/banyak/ambil", "berkas")):
        sent = {"csrf": unit.csrf, "apa": "ambil", "tanda": "tanda-contoh", name: chosen}
        answer = unit.client.post(path, data=sent)
        assert answer.status_code == 422
        assert "tertutup contoh" not in answer.text
    assert [one.pemilik for one in matters(house)] == [""]


def test_steps_are_given_to_one_person_and_two_hundred_fit_on_a_page(house: RealHouse) -> None:
    tim, dua = officer(house, "tim", "tim_sekretariat"), officer(house, "dua", "tim_sekretariat")
    for n in range(2):
        opened(tim, f"Perkara {n}")
    chosen = boxes(tim)
    assert "Contoh dua</option>" in asks(tim, "serahkan", chosen).text
    answer, _ = sends(tim, "serahkan", chosen, kepada=dua.hadir.orang.id, alasan="")
    assert "2 berkas dikerjakan." in answer.text
    assert {one.pemilik for one in matters(house)} == {dua.hadir.orang.id}
    answer, _ = sends(tim, "ingatkan", boxes(tim), alasan="")
    assert "2 berkas dikerjakan." in answer.text
    assert "Untuk Anda (2)" in dua.client.get("/").text
    assert 'value="200" selected' in tim.client.get("/berkas?baris=200").text
    assert boxes(tim, "selesai") == []  # nothing is done with what is over


def test_it_is_chosen_and_sent_by_keyboard_on_every_width(
    house: RealHouse, tmp_path: Path, win
) -> None:
    with_password(house, "tim", "tim_sekretariat", "ppid")
    dua = officer(house, "dua", "tim_sekretariat")
    for n in range(4):
        opened(dua, f"Permohonan informasi contoh ke-{n} tentang anggaran kegiatan")
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "tim", "/berkas")
        page = win.page
        rows = page.locator("tbody input[name=pilih]")
        rows.nth(0).click()
        rows.nth(2).click(modifiers=["Shift"])
        assert [rows.nth(n).is_checked() for n in range(4)] == [True, True, True, False]
        page.get_by_label("Untuk berkas yang dicentang").select_option("tunda")
        _look(win, tmp_path, "banyak-daftar")
        page.get_by_role("button", name="Lanjut").press("Enter")
        page.get_by_role("heading", name="Tunda beberapa berkas").wait_for()
        page.get_by_label("Alasan").fill("Menunggu jawaban contoh")
        _look(win, tmp_path, "banyak-tanya")
        page.get_by_role("button", name="Tunda semuanya").press("Enter")
        page.get_by_text("3 berkas dikerjakan.").wait_for()
        _look(win, tmp_path, "banyak-hasil")
    assert sum(one.ditunda is not None for one in matters(house)) == 3


def _look(win, folder: Path, nama: str) -> None:
    for width in (PHONE, DESKTOP):
        win.size(width)
        win.page.screenshot(path=folder / f"{nama}-{width}.png", full_page=True)
    sound(win)
