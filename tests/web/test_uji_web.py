"""The workbench: all items of a matter on one page, by keyboard, without script, by several."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.acts.berkas.butir import put_in_all
from service.house import RealHouse
from service.web.app import create_app
from tests.office import UNIT
from tests.web.browser import DESKTOP, PHONE, Window, served, sound
from tests.web.meja_uji import copied, deeds, items, met, put, wrote
from tests.web.rumah_web import come_in, officer, rumah_web, with_password
from tests.web.test_berkas_web import LEMBAR


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


def test_a_pasted_list_becomes_items_once(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = met(tim)
    assert "Belum ada butir" in tim.client.get(f"{at}/uji").text
    daftar = "1. Laporan contoh\r\n\r\n2) Daftar saksi\r\n- Berita acara contoh\r\n3\tDenah contoh"
    for _ in range(2):
        assert put(tim, at, daftar).status_code == 303

    names = [one.judul for one in items(house)]
    assert names == ["Laporan contoh", "Daftar saksi", "Berita acara contoh", "Denah contoh"]
    page = tim.client.get(f"{at}/uji").text
    assert "4 butir · 0 lembar lengkap" in page
    assert "0/4" in page
    assert "belum diisi" in page
    assert f'href="{at}/uji">Meja uji' in tim.client.get(at).text


def test_the_501st_item_is_refused_with_all_that_came_with_it(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = met(tim)
    assert put(tim, at, "\n".join(f"Butir contoh {n}" for n in range(499))).status_code == 303
    answer = put(tim, at, "Contoh A\nContoh B", "b" * 26)

    assert answer.status_code == 422
    assert "paling banyak 500 butir. Sudah ada 499" in answer.text
    assert "Contoh A\nContoh B" in answer.text
    assert len(items(house)) == 499
    assert put(tim, at, "  \n\n", "c" * 26).status_code == 422
    long = put(tim, at, "Contoh\n" + "x" * 301, "d" * 26)
    assert "Judul ke-2 lebih dari 300 huruf" in long.text


def test_five_hundred_items_stay_fast_and_light(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = met(tim)
    daftar = "\n".join(f"Butir contoh nomor {n}" for n in range(500))
    who, id_ = tim.hadir, at.rsplit("/", 1)[1]
    put_in_all(house, who, id_, "e" * 26, daftar)
    first = items(house)[0]
    wrote(tim, at, first, dibuka="Panjang sekali contoh. " * 150)
    assert copied(tim, at, items(house)[0], items(house)[1:]).status_code == 303

    took = []
    for _ in range(3):
        began = time.process_time()
        page = tim.client.get(f"{at}/uji")
        took.append(time.process_time() - began)
    assert page.text.count('name="pilih"') == 500
    assert min(took) < 1
    assert len(page.data) < 900_000


def test_laws_and_weighing_go_to_chosen_items_and_each_copy_is_in_the_journal(
    house: RealHouse,
) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = met(tim)
    put(tim, at, "Satu\nDua\nTiga")
    one, two, three = items(house)
    wrote(tim, at, one)
    one, two, three = items(house)
    assert copied(tim, at, one, []).status_code == 422
    assert copied(tim, at, one, [one]).status_code == 422
    assert "Isi yang disalin" in copied(tim, at, one, [two], apa=[]).text
    assert "belum berisi" in copied(tim, at, two, [three]).text
    assert copied(tim, at, one, [two, three]).status_code == 303

    _, two, three = items(house)
    assert [x.uji.dasar for x in (two, three)] == [one.uji.dasar] * 2
    assert two.uji.kepatutan == LEMBAR["kepatutan"]
    assert two.uji.uraian == two.uji.kesimpulan == ""
    told = [line.rincian for line in deeds(house, "butir_disalin")]
    assert {line["butir"] for line in told} == {two.id, three.id}
    assert all(line["dari"] == one.id for line in told)


def test_a_copy_takes_nothing_away_unasked_and_nothing_unseen(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = met(tim)
    put(tim, at, "Satu\nDua\nTiga")
    one, two, three = items(house)
    wrote(tim, at, one)
    wrote(tim, at, two, huruf="c", dibuka="Akibat lain yang ditulis orang")
    one, seen, three = items(house)

    answer = copied(tim, at, one, [seen, three])
    assert answer.status_code == 422
    assert "Sudah berisi tulisan lain: 2. Dua" in answer.text
    assert f'value="{seen.versi}.{seen.id}" checked' in answer.text
    assert items(house)[2].uji == three.uji
    wrote(tim, at, seen, dibuka="Akibat yang baru saja diubah")
    moved = copied(tim, at, one, [seen], timpa="1")
    assert moved.status_code == 409
    assert "Sudah diubah orang lain" in moved.text
    assert copied(tim, at, one, [items(house)[1]], timpa="1").status_code == 303
    assert items(house)[1].uji.dibuka == LEMBAR["dibuka"]


def test_the_workbench_of_a_withheld_matter_is_not_there_for_others(house: RealHouse) -> None:
    tim, unit = officer(house, "tim", "tim_sekretariat"), officer(house, "unit", "unit", unit=UNIT)
    at = met(tim, "rahasia")
    put(tim, at, "Rahasia contoh")
    [one] = items(house)

    assert tim.client.get(f"{at}/uji").status_code == 200
    assert unit.client.get(f"{at}/uji").status_code == 404
    assert put(unit, at, "Dua", "f" * 26).status_code == 404
    assert copied(unit, at, one, [one]).status_code == 404
    for apa in ("setujui", "tarik"):
        answer = tim.client.post(f"{at}/uji/{apa}", data={"csrf": tim.csrf, "versi": "1"})
        assert answer.status_code == 403


def test_the_pages_of_a_test_are_for_everybody_and_for_the_keyboard(
    house: RealHouse, tmp_path: Path, win: Window
) -> None:
    with_password(house, "tim", "tim_sekretariat", "atasan_ppid")
    tim = officer(house, "dua", "tim_sekretariat")
    at = met(tim)
    put(tim, at, "Nama saksi dalam laporan pemeriksaan contoh\nDenah ruang arsip contoh\nTiga")
    wrote(tim, at, items(house)[0])
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "tim", f"{at}/uji")
        pages = (f"{at}/uji", f"{at}/butir/{items(house)[0].id}")
        for n, path in enumerate(pages):
            win.page.goto(f"{alamat}{path}")
            win.page.wait_for_load_state("networkidle")
            for width in (PHONE, DESKTOP):
                win.size(width)
                win.page.screenshot(path=tmp_path / f"uji{n}-{width}.png", full_page=True)
            sound(win)
        win.page.goto(f"{alamat}{at}/uji")
        box = win.page.get_by_label("Pilih 2. Denah ruang arsip contoh")
        box.focus()
        win.page.keyboard.press("Space")
        win.page.get_by_label("Dari butir").select_option(index=1)
        win.page.get_by_label("Dasar hukum").focus()
        win.page.keyboard.press("Space")
        win.page.get_by_role("button", name="Salin ke butir yang dicentang").focus()
        win.page.keyboard.press("Enter")
        win.page.get_by_text("Isian tersalin ke butir yang dipilih").wait_for()
    assert items(house)[1].uji.dasar == items(house)[0].uji.dasar
    assert re.search(r"1 lembar lengkap", tim.client.get(f"{at}/uji").text)


def test_the_workbench_works_without_script(house: RealHouse, open_window) -> None:
    with_password(house, "tim", "tim_sekretariat")
    tim = officer(house, "dua", "tim_sekretariat")
    at = met(tim)
    page = open_window(script=False).page
    with served(create_app(house)) as alamat:
        come_in(page, alamat, "tim", f"{at}/uji")
        page.get_by_label("Judul butir, satu baris satu butir").fill("1. Satu\n2. Dua\n3. Tiga")
        page.get_by_role("button", name="Tambah butir").click()
        page.get_by_text("Butir dalam daftar Anda sudah ditambahkan.").wait_for()
        page.get_by_role("link", name="1. Satu").click()
        page.get_by_label("Akibat bila dibuka").fill("Akibat contoh bila dibuka")
        page.get_by_role("button", name="Simpan dan ke butir berikutnya").click()
        page.get_by_role("heading", name="Dua", exact=True).wait_for()
        page.get_by_role("link", name="Uji konsekuensi").click()
        page.get_by_label("Pilih 3. Tiga").check()
        page.get_by_label("Dari butir").select_option(label="1. Satu")
        page.get_by_label("Pertimbangan: akibat dibuka").check()
        page.get_by_role("button", name="Salin ke butir yang dicentang").click()
        page.get_by_text("Isian tersalin ke butir yang dipilih").wait_for()
    assert [one.uji.dibuka for one in items(house)] == [
        "Akibat contoh bila dibuka",
        "",
        "Akibat contoh bila dibuka",
    ]


def test_bent_ticks_are_refused_and_break_nothing(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = met(tim)
    put(tim, at, "Satu\nDua")
    one, _ = items(house)
    wrote(tim, at, one)
    for bent in ("9" * 5000 + ".x", f"².{one.id}", "x", "", f"1.{'a' * 26}"):
        sent = {"csrf": tim.csrf, "dari": one.id, "apa": "dasar", "pilih": bent}
        assert tim.client.post(f"{at}/uji/salin", data=sent).status_code in (404, 409, 422)
