"""Every page and part, wide and narrow, light and dark: readable by all, and light to load."""

import pytest

from tests.web.browser import DESKTOP, NARROW, PHONE, axe, spills, walk, weigh
from tests.web.contoh import PAGES

EVERY = ["/bagian", "/tanpa-muka", *(f"/contoh/{name}" for name in PAGES)]
KILOBYTE = 1024
PRINTED = (".kop-cetak", ".kaki-cetak", ".tabel")


@pytest.mark.parametrize("path", EVERY)
def test_a_page_has_no_fault_that_axe_finds_wide_or_narrow_light_or_dark(win, galeri, path):
    win.page.goto(galeri + path)
    axe(win.page)
    win.size(PHONE)
    axe(win.page, ["target-size", "scrollable-region-focusable", "color-contrast"])

    win.dark()
    win.page.goto(galeri + path)
    axe(win.page)
    win.size(DESKTOP)
    axe(win.page, ["color-contrast", "link-in-text-block"])
    win.quiet()


@pytest.mark.parametrize("path", EVERY)
def test_a_page_never_scrolls_sideways_on_a_phone(win, galeri, path):
    for width in (PHONE, NARROW):
        win.size(width)
        win.page.goto(galeri + path)
        assert spills(win.page) == []


@pytest.mark.parametrize("path", EVERY)
def test_buttons_of_a_page_end_at_its_edge_and_nothing_touches_the_facts_above(win, galeri, path):
    win.size(DESKTOP)
    win.page.goto(galeri + path)

    wrong = win.page.evaluate(
        """() => {
          const box = (one) => one.getBoundingClientRect();
          const buttons = [...document.querySelectorAll('.kepala > .baris-tombol')]
            .filter((one) => box(one.parentElement).right - box(one).right > 1);
          const near = [...document.querySelectorAll('dl.sifat')]
            .map((one) => one.nextElementSibling)
            .filter((one) => one && one.offsetParent && one.offsetHeight
              && box(one).top - box(one.previousElementSibling).bottom < 12);
          return [...buttons, ...near].map((one) => one.outerHTML.slice(0, 120));
        }"""
    )

    assert wrong == []


@pytest.mark.parametrize("path", EVERY)
def test_what_is_touched_on_a_phone_is_44_pixels_high(win, galeri, path):
    win.size(PHONE)
    win.page.goto(galeri + path)

    low = win.page.evaluate(
        """() => [...document.querySelectorAll('.tombol, .masukan, .menu a, .buka-menu, button')]
          .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 43.5)
          .map((one) => one.textContent.trim() || one.name)"""
    )

    assert low == []


@pytest.mark.parametrize("path", EVERY)
def test_a_page_weighs_at_most_sixty_kilobytes_besides_pictures(win, galeri, path):
    weight = weigh(win.page, lambda: win.page.goto(galeri + path))

    assert 10 * KILOBYTE < weight <= 60 * KILOBYTE


@pytest.mark.parametrize("path", EVERY)
def test_every_page_says_whose_it_is_in_which_language_and_what_it_is_about(win, galeri, path):
    win.page.goto(galeri + path)

    title = win.page.title()
    heading = win.page.locator("h1").inner_text()
    assert win.page.locator("html").get_attribute("lang") == "id"
    assert heading in title
    assert title.endswith(("– Dinas Contoh Kota Contoh", "– Berkas"))
    assert win.page.locator("main").count() == 1


def test_no_two_kinds_of_page_have_the_same_title(win, galeri):
    titles = {}
    for name, (template, context) in PAGES.items():
        win.page.goto(f"{galeri}/contoh/{name}")
        titles.setdefault(win.page.title(), set()).add((template, context.get("nama")))

    assert [where for where in titles.values() if len(where) > 1] == []


@pytest.mark.parametrize("path", ["/bagian", "/contoh/gagal", "/contoh/orang", "/contoh/masuk"])
@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_the_tab_key_visits_everything_in_reading_order_and_is_always_seen(
    win, galeri, path, width
):
    win.size(width)
    win.page.goto(galeri + path)
    win.page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    win.page.evaluate("getSelection().collapse(document.body, 0)")

    stops = walk(win.page)

    places = [stop["place"] for stop in stops]
    start = places.index(min(places))
    assert places[start:] + places[:start] == sorted(places)
    assert len(stops) >= 4
    assert [stop["what"] for stop in stops if not stop["seen"]] == []
    assert [stop["what"] for stop in stops if stop["ring"] < 3] == []


def test_the_first_tab_offers_to_skip_to_the_content(win, galeri):
    win.page.goto(galeri + "/contoh/beranda")
    win.page.keyboard.press("Tab")
    win.page.keyboard.press("Enter")
    win.page.keyboard.press("Tab")

    assert win.page.evaluate("document.activeElement.closest('main') !== null")


def test_a_state_is_told_by_a_word_and_a_shape_never_by_colour_alone(win, galeri):
    win.page.goto(galeri + "/bagian")
    badges = win.page.locator(".lencana:has(svg)")

    shapes = {}
    for badge in badges.all()[:6]:
        drawn = badge.locator("use").get_attribute("href").partition("#")[2]
        shapes[badge.inner_text()] = drawn

    assert shapes == {
        "baru": "baru",
        "berjalan": "berjalan",
        "menunggu": "menunggu",
        "lewat tenggat": "lewat",
        "selesai": "selesai",
        "dikecualikan": "dikecualikan",
    }


def test_every_shape_a_page_asks_for_is_in_the_sprite(win, galeri):
    asked = set()
    for path in EVERY:
        win.page.goto(galeri + path)
        asked |= set(
            win.page.evaluate(
                "[...document.querySelectorAll('use')].map((one) => one.getAttribute('href'))"
            )
        )

    sprite = win.page.request.get(galeri + next(iter(asked)).partition("#")[0]).text()
    assert [one for one in asked if f'id="{one.partition("#")[2]}"' not in sprite] == []


def test_the_colour_of_an_agency_reaches_band_and_buttons(win, galeri):
    win.page.goto(galeri + "/contoh/beranda")

    colours = win.page.evaluate(
        """() => ['.pita', '.tombol-utama'].map(
          (what) => getComputedStyle(document.querySelector(what)).backgroundColor)"""
    )

    assert set(colours) == {"rgb(11, 79, 138)"}


def test_a_printed_sheet_has_a_head_and_no_buttons(win, galeri):
    win.page.goto(galeri + "/contoh/kalender")
    with win.on_paper():
        seen = {
            what: win.page.locator(what).first.is_visible()
            for what in (*PRINTED, ".pita", ".menu", ".tombol", "main form", ".tindakan")
        }

    assert [what for what, yes in seen.items() if yes] == list(PRINTED)
