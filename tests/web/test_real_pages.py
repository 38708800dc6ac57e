"""The officers' real pages, on a real ledger, in Chromium: from the first link to the last page."""

from service.acts.orang import mulai
from tests.kantor import SANDI
from tests.web.browser import DESKTOP, PHONE, axe, spills, weigh

PAGES = [
    "/",
    "/orang",
    "/orang/baru",
    "/instansi",
    "/kalender",
    "/jurnal",
    "/gagal",
    "/akun",
    "/siapkan",
]


def sound(win):
    """The page is readable by all, wide and narrow, light and dark, and loads without complaint."""
    axe(win.page)
    assert spills(win.page) == []
    win.size(PHONE)
    win.dark()
    axe(win.page)
    assert spills(win.page) == []
    win.size(DESKTOP)
    win.dark(False)
    win.quiet()


def let_in(page, alamat):
    page.goto(f"{alamat}/masuk")
    page.get_by_label("Nama masuk").fill("admin.contoh")
    page.get_by_label("Sandi", exact=True).fill(SANDI)
    page.get_by_role("button", name="Masuk", exact=True).click()
    page.wait_for_url(f"{alamat}/")


def test_the_first_administrator_sets_the_house_up_by_hand(kantor, alamat, win):
    page = win.page
    page.goto(f"{alamat}/mulai/{mulai.first_link(kantor)}")
    sound(win)
    page.get_by_label("Nama masuk").fill("contoh.satu")
    page.get_by_role("button", name="Buat administrator").click()
    assert page.title().startswith("Perlu diperbaiki: ")
    assert page.get_by_label("Nama masuk").input_value() == "contoh.satu"
    sound(win)


def test_every_page_of_an_administrator_is_sound_and_light(kantor, alamat, win):
    admin = kantor.opened()
    kantor.person(admin, "contoh.dua", "ppid", "petugas")
    page = win.page
    page.goto(f"{alamat}/masuk")
    sound(win)
    let_in(page, alamat)

    for path in PAGES:
        weight = weigh(page, lambda path=path: page.goto(alamat + path))
        assert weight <= 60 * 1024, path
        sound(win)

    page.goto(f"{alamat}/orang")
    page.locator(".tabel tbody a").first.click()
    sound(win)


def test_a_line_of_the_journal_shows_what_it_changed_and_no_secret(kantor, alamat, win):
    admin = kantor.opened()
    kantor.person(admin, "contoh.dua", "ppid")
    page = win.page
    let_in(page, alamat)
    page.goto(f"{alamat}/jurnal")
    page.get_by_role("link", name="Memberikan peran").first.click()

    assert page.locator(".beda").get_by_role("row", name="pemegang · peran").inner_text().split(
        "\t"
    ) == ["pemegang · peran", "belum ada", "ppid"]
    sound(win)

    page.goto(f"{alamat}/jurnal")
    page.get_by_role("link", name="Memilih sandi").first.click()
    assert "sandi" not in page.locator("#perubahan + *").inner_text()


def test_a_line_that_is_not_there_is_not_found(kantor, alamat, win):
    kantor.opened()
    let_in(win.page, alamat)

    for path in ("/jurnal/dinas_contoh/999", "/jurnal/badan_contoh/1", "/jurnal/dinas_contoh/x"):
        assert win.page.goto(alamat + path).status == 404


def test_what_is_not_there_is_said_on_a_page_that_is_sound(kantor, alamat, open_window):
    kantor.opened()
    win = open_window(expected=("404",))
    win.page.goto(f"{alamat}/tidak-ada")

    assert win.page.locator("h1").count() == 1
    sound(win)
