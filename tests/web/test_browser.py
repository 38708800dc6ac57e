"""What the tests of pages look with finds what is planted for it."""

import pytest

from tests.web.browser import PHONE, axe, spills, walk, weigh, window

FAULTS = {
    "color-contrast": "<p><font color='#bbbbbb'>pudar</font></p>",
    "image-alt": "<img src='/tidak-ada.png' width='9' height='9'>",
    "label": "<input name='tanpa_label'>",
    "link-name": "<a href='/'></a>",
    "heading-order": "<h4>terlalu dalam</h4>",
}


def planted(win, galeri, markup):
    win.page.goto(galeri + "/contoh/galat_404")
    win.page.evaluate(
        "(made) => document.querySelector('main').insertAdjacentHTML('beforeend', made)", markup
    )


@pytest.mark.parametrize("rule", FAULTS)
def test_axe_finds_a_planted_fault(win, galeri, rule):
    planted(win, galeri, FAULTS[rule])

    with pytest.raises(AssertionError, match=rule):
        axe(win.page)


def test_what_is_wider_than_a_phone_is_found(win, galeri):
    win.size(PHONE)
    planted(win, galeri, "<hr width='500'>")

    assert any("HR" in one for one in spills(win.page))


def test_a_ring_that_was_taken_away_is_found(win, galeri):
    planted(win, galeri, "")
    win.page.add_style_tag(url="/tanpa-cincin.css")

    assert any(stop["ring"] < 3 for stop in walk(win.page))


def test_a_script_or_style_written_into_a_page_does_not_run_and_is_complained_about(
    browser, galeri
):
    with window(browser) as one:
        one.page.goto(galeri + "/contoh/galat_404")
        one.page.evaluate(
            """() => {
              const made = document.createElement('script');
              made.textContent = 'window.ran = true';
              document.body.append(made);
              document.querySelector('main').setAttribute('style', 'display: none');
            }"""
        )

        assert one.page.evaluate("window.ran") is None
        assert one.page.locator("main").is_visible()
        with pytest.raises(AssertionError):
            one.quiet()


def test_the_scales_count_what_comes_over_the_line(win, galeri):
    small = weigh(win.page, lambda: win.page.goto(galeri + "/contoh/galat_404"))
    large = weigh(win.page, lambda: win.page.goto(galeri + "/berat"))

    assert large > small + 100_000
