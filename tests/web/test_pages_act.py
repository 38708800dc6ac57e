"""What the pages do, with a script and without one."""

import pytest

from tests.web.browser import DESKTOP, PHONE, axe, window
from tests.web.contoh import PAGES

EVERY = ["/bagian", *(f"/contoh/{name}" for name in PAGES)]


@pytest.fixture(scope="module")
def plain_window(browser):
    with window(browser, script=False) as one:
        yield one


@pytest.fixture
def plain(plain_window):
    """A wide window in which no script runs."""
    plain_window.complaints.clear()
    plain_window.size(DESKTOP)
    return plain_window


@pytest.mark.parametrize("path", EVERY)
def test_a_page_shows_the_same_words_without_a_script(plain, win, galeri, path):
    plain.page.goto(galeri + path)
    win.page.goto(galeri + path)

    for region in ("h1", "nav.menu", ".tugas", ".jalan", ".tabel", ".ringkasan", ".kosong"):
        mine, theirs = plain.page.locator(region), win.page.locator(region)
        assert mine.all_inner_texts() == theirs.all_inner_texts()
    plain.quiet()


def test_the_menu_of_a_phone_opens_and_closes_without_a_script(plain, galeri):
    plain.size(PHONE)
    plain.page.goto(galeri + "/contoh/beranda")
    assert not plain.page.locator("nav.menu").is_visible()

    plain.page.get_by_text("Menu", exact=True).click()
    assert plain.page.locator("nav.menu").is_visible()

    plain.page.get_by_text("Tutup menu").click()
    assert not plain.page.locator("nav.menu").is_visible()


def test_the_menu_of_a_phone_opens_by_key_and_escape_gives_the_focus_back(win, galeri):
    win.size(PHONE)
    win.page.goto(galeri + "/contoh/beranda")
    opener = win.page.get_by_role("button", name="Menu", exact=True)

    opener.press("Enter")
    assert win.page.locator("nav.menu").is_visible()
    assert opener.get_attribute("aria-expanded") == "true"
    axe(win.page)

    win.page.keyboard.press("Escape")
    assert not win.page.locator("nav.menu").is_visible()
    assert win.page.evaluate("document.activeElement.className") == "buka-menu"


def test_what_cannot_be_undone_is_asked_once_more_and_names_the_thing(win, galeri):
    win.page.goto(galeri + "/contoh/orang_satu")
    opener = win.page.get_by_role("button", name="Nonaktifkan akun…")

    opener.click()
    asked = win.page.get_by_role("dialog", name="Nonaktifkan akun Contoh Dua?")
    assert asked.is_visible()
    axe(win.page)

    win.page.keyboard.press("Escape")
    assert not asked.is_visible()
    assert win.page.evaluate("document.activeElement.textContent") == "Nonaktifkan akun…"

    opener.click()
    asked.get_by_text("Jangan, kembali").click()
    assert not asked.is_visible()


def test_the_question_works_without_a_script(plain, galeri):
    plain.page.goto(galeri + "/contoh/orang_satu")
    plain.page.get_by_text("Nonaktifkan akun…").click()
    asked = plain.page.locator("#nonaktifkan")
    assert asked.is_visible()

    asked.locator("textarea").fill("Pindah tugas.")
    asked.get_by_role("button", name="Nonaktifkan akun").click()

    sent = plain.page.request.get(galeri + "/terkirim").json()["terkirim"]
    assert ["nonaktif", {"csrf": "contoh-csrf", "alasan": "Pindah tugas."}] in sent


def test_a_forgotten_reason_opens_the_question_again(win, plain, galeri):
    for one in (win, plain):
        one.page.goto(galeri + "/contoh/orang_cabut")
        assert one.page.locator("#nonaktifkan").is_visible()
        assert one.page.get_by_text("Alasan belum diisi.").is_visible()


def test_faults_stand_on_top_take_the_focus_and_lead_to_their_field(win, galeri):
    win.page.goto(galeri + "/contoh/mulai_instansi")

    assert win.page.title().startswith("Perlu diperbaiki: ")
    assert win.page.evaluate("document.activeElement.className") == "ringkasan"

    win.page.locator(".ringkasan").get_by_text("Nama instansi belum diisi.").click()
    field = win.page.get_by_label("Nama instansi")
    assert field.evaluate("(one) => one === document.activeElement")
    assert field.get_attribute("aria-invalid") == "true"
    told = field.get_attribute("aria-describedby").split()
    assert [win.page.locator(f"#{one}").count() for one in told] == [1, 1]


@pytest.mark.parametrize("path", ["/bagian", "/contoh/orang_satu", "/contoh/mulai_instansi"])
def test_every_link_of_a_summary_leads_to_a_field(win, galeri, path):
    win.page.goto(galeri + path)

    goals = win.page.evaluate(
        """() => [...document.querySelectorAll('.ringkasan a')]
          .map((one) => document.querySelector(one.getAttribute('href')))
          .map((goal) => goal?.matches('input, select, textarea'))"""
    )

    assert goals
    assert all(goals)


def test_a_form_sends_all_that_was_typed_once_with_its_token(win, galeri):
    win.page.goto(galeri + "/contoh/masuk")
    win.page.get_by_label("Nama masuk").fill("contoh.satu")
    win.page.get_by_label("Sandi", exact=True).fill("kuda baterai benar")
    win.page.evaluate(
        "document.querySelector('main form').addEventListener('submit', () => setTimeout(() => 0))"
    )
    win.page.get_by_role("button", name="Masuk", exact=True).dblclick()
    win.page.wait_for_url("**/bagian")

    sent = win.page.request.get(galeri + "/terkirim").json()["terkirim"]
    mine = [form for where, form in sent if where == "masuk"]
    assert mine == [
        {"csrf": "contoh-csrf", "nama_masuk": "contoh.satu", "sandi": "kuda baterai benar"}
    ]


def test_a_password_can_be_looked_at_while_it_is_typed(win, galeri):
    win.page.goto(galeri + "/contoh/masuk")
    field = win.page.get_by_label("Sandi", exact=True)
    field.fill("kuda baterai benar")

    win.page.get_by_role("button", name="Lihat Sandi").click()
    assert field.get_attribute("type") == "text"

    win.page.get_by_role("button", name="Lihat Sandi").click()
    assert field.get_attribute("type") == "password"


def test_leaving_a_form_that_is_being_filled_asks_first(win, galeri):
    asked = []
    win.page.goto(galeri + "/contoh/orang_baru")
    win.page.get_by_label("Nama lengkap").fill("Contoh Empat")
    win.page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))

    win.page.goto(galeri + "/contoh/beranda")

    assert asked == ["beforeunload"]


def test_shift_selects_all_rows_in_between(win, galeri):
    win.page.goto(galeri + "/bagian")
    boxes = win.page.locator("#pilih-tabel input[name=pilih]")

    boxes.nth(1).click()
    boxes.nth(3).click(modifiers=["Shift"])

    assert [boxes.nth(place).is_checked() for place in range(5)] == [0, 1, 1, 1, 0]


def test_a_filter_renews_the_list_in_place_and_stands_in_the_address(win, galeri):
    win.page.goto(galeri + "/contoh/jurnal")
    win.page.evaluate("window.stayed = true")
    win.page.get_by_label("Siapa").fill("Contoh Dua")
    win.page.get_by_role("button", name="Saring").click()

    win.page.wait_for_url("**/saring?siapa=Contoh+Dua**")
    win.page.wait_for_function("document.querySelectorAll('#catatan .peristiwa > li').length === 1")

    assert win.page.evaluate("window.stayed") is True
    axe(win.page)
    win.quiet()


def test_a_filter_works_without_a_script(plain, galeri):
    plain.page.goto(galeri + "/contoh/jurnal")
    plain.page.get_by_label("Siapa").fill("Contoh Dua")
    plain.page.get_by_role("button", name="Saring").click()

    plain.page.wait_for_url("**/saring?siapa=Contoh+Dua**")
    assert plain.page.locator("#catatan .peristiwa > li").count() == 1


def test_a_heading_of_a_long_list_stays_while_it_scrolls(win, galeri):
    win.size(1280, 400)
    win.page.goto(galeri + "/contoh/orang")
    win.page.locator(".tabel tbody tr").last.scroll_into_view_if_needed()
    win.page.mouse.wheel(0, 250)
    win.page.wait_for_function("window.scrollY > 150")

    assert win.page.locator(".tabel thead th").first.bounding_box()["y"] >= -1


def test_on_a_phone_the_first_column_stays_while_the_rest_scrolls(win, galeri):
    win.size(PHONE)
    win.page.goto(galeri + "/contoh/orang")
    before = win.page.locator(".tabel tbody th").first.bounding_box()["x"]

    win.page.locator(".gulung").evaluate("(one) => { one.scrollLeft = 200; }")

    after = win.page.locator(".tabel tbody th").first.bounding_box()["x"]
    assert win.page.locator(".gulung").evaluate("(one) => one.scrollLeft") == 200
    assert abs(after - before) <= 1
