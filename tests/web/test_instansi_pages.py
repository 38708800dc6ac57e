"""The pages that change an instansi, in Chromium: sound for all, with a script and without."""

import pytest

from service.acts.instansi.packs import agency
from tests.kantor import Kantor
from tests.web.browser import window
from tests.web.test_real_pages import let_in, sound

AT = "/instansi/dinas_contoh"
TENGGAT = '[tenggat.permohonan]\njumlah = 10\ndasar = "UU Contoh"\n'
PAGES = [
    "",
    "/ubah/identitas",
    "/ubah/unit-baru",
    "/ubah/unit/bidang_satu",
    "/ubah/pejabat-baru",
    "/ubah/peran",
    "/ubah/seri/memorandum",
    "/ubah/tenggat/permohonan",
    "/ubah/naskah",
    "/ubah/batas-ttd",
    "/ubah/tafsir",
    "/bawaan",
]


@pytest.fixture
def kantor(buku_induk, tmp_path):
    one = Kantor(buku_induk, tmp_path)
    pack = one.home / "paket" / "dinas_contoh" / "instansi.toml"
    pack.write_text('tafsir = ["kota"]' + pack.read_text() + TENGGAT)
    one.opened()
    return one


@pytest.fixture
def plain(browser):
    """A window in which no script runs."""
    with window(browser, script=False) as one:
        yield one.page


def add_unit(page, alamat):
    page.goto(f"{alamat}{AT}/ubah/unit-baru")
    page.get_by_label("Nama unit").fill("Bidang Tiga Contoh")
    page.get_by_label("Kode pada nomor surat").fill("B3")
    page.get_by_role("button", name="Tambah", exact=True).click()
    page.wait_for_url(f"{alamat}{AT}?kabar=disimpan")


def test_every_page_of_a_change_is_sound(alamat, win):
    let_in(win.page, alamat)
    add_unit(win.page, alamat)

    for path in PAGES:
        win.page.goto(alamat + AT + path)
        sound(win)


def test_a_form_that_came_back_with_faults_is_sound(alamat, win):
    page = win.page
    let_in(page, alamat)
    page.goto(f"{alamat}{AT}/ubah/pejabat-baru")
    page.get_by_label("Nama tanpa gelar").fill("Contoh Satu")
    page.get_by_label("Plt. (pelaksana tugas)").check()
    page.get_by_role("button", name="Tambah", exact=True).click()

    assert page.title().startswith("Perlu diperbaiki: ")
    assert page.get_by_label("Nama tanpa gelar").input_value() == "Contoh Satu"
    sound(win)


def test_the_sample_of_a_number_follows_what_is_typed(alamat, win):
    page = win.page
    let_in(page, alamat)
    page.goto(f"{alamat}{AT}/ubah/seri/memorandum")
    sample = page.locator("#contoh-nomor")
    assert sample.inner_text() == "Nomor berikutnya: 001/M/XI/2026"

    page.get_by_label("Pola").fill("{NOMOR:4}/NOTA/{TAHUN}")
    sample.get_by_text("0001/NOTA/2026").wait_for()
    page.get_by_label("Tahun buku").fill("2026")
    sample.get_by_text("Isi tahun buku dan nomor pertama bersama-sama").wait_for()
    page.get_by_label("Nomor pertama dari Berkas").fill("41")
    sample.get_by_text("0041/NOTA/2026").wait_for()
    page.get_by_label("Pola").fill("NOTA/{TAHUN}")
    sample.get_by_text("Pola harus memuat {NOMOR}.").wait_for()

    win.quiet()


def test_without_a_script_a_button_shows_the_sample_and_keeps_what_was_typed(kantor, alamat, plain):
    let_in(plain, alamat)
    plain.goto(f"{alamat}{AT}/ubah/seri/memorandum")
    plain.get_by_label("Pola").fill("{NOMOR:4}/NOTA/{TAHUN}")
    plain.get_by_role("button", name="Lihat contoh nomor").click()

    assert plain.locator("#contoh-nomor").inner_text() == "Nomor berikutnya: 0001/NOTA/2026"
    plain.get_by_role("button", name="Simpan perubahan").click()

    plain.wait_for_url(f"{alamat}{AT}?kabar=disimpan")
    assert agency(kantor.packs, "dinas_contoh").seri_of("memorandum").pola.startswith("{NOMOR:4}")


@pytest.mark.parametrize("script", [True, False])
def test_the_way_back_asks_first_and_closes_what_was_added(kantor, alamat, win, plain, script):
    page = win.page if script else plain
    let_in(page, alamat)
    add_unit(page, alamat)
    page.get_by_role("link", name="Lihat beda dengan bawaan").click()
    assert page.get_by_role("row", name="unit · bidang_tiga_contoh · kode").is_visible()

    page.get_by_text("Kembalikan ke bawaan…").click()
    asked = page.locator("dialog#kembalikan")
    assert asked.is_visible()
    if script:
        sound(win)
        asked = page.get_by_role("dialog", name="Kembalikan paket ini ke bawaan?")
    asked.get_by_role("button", name="Kembalikan ke bawaan").click()

    page.wait_for_url(f"{alamat}{AT}?kabar=disimpan")
    unit = agency(kantor.packs, "dinas_contoh").unit_of("bidang_tiga_contoh")
    assert unit.sampai.isoformat() == "2026-11-21"


def test_a_broken_pack_has_a_sound_page(kantor, alamat, win):
    let_in(win.page, alamat)
    pack = kantor.home / "paket" / "dinas_contoh" / "instansi.toml"
    pack.write_text("nama = [")

    win.page.goto(alamat + AT)

    assert win.page.get_by_text("belum dapat dipakai").is_visible()
    sound(win)
