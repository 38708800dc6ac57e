"""Whoever has keys alone asks for information, reads the receipt, and follows the request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.web.browser import PHONE, walk
from tests.web.loket import Loket, a_loket
from tests.web.publik import ISIAN

MOST = 80  # stops of the Tab key on the way through a form
HERE = """() => {
  const one = document.activeElement;
  return {name: one.name || '', kind: one.type || one.tagName, value: one.value || '',
    says: one.textContent.trim()};
}"""


@pytest.fixture(scope="module")
def loket(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loket]:
    with a_loket(tmp_path_factory.mktemp("loket")) as one:
        yield one


def here(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(HERE)
    return found


def filled_by_keys(page: Page, isian: dict[str, str], send: str) -> set[str]:
    """Go from field to field, answer each, and send; the names of what was answered."""
    answered: set[str] = set()
    for _ in range(MOST):
        page.keyboard.press("Tab")
        one = here(page)
        if one["says"] == send:
            page.keyboard.press("Enter")
            return answered
        if one["name"] not in isian or one["name"] in answered:
            continue
        answered.add(one["name"])
        wanted = isian[one["name"]]
        if one["kind"] in ("radio", "select-one"):
            page.keyboard.press("Space")
            for _ in range(10):
                if here(page)["value"] == wanted:
                    break
                page.keyboard.press("ArrowDown")
            assert here(page)["value"] == wanted
            if one["kind"] == "select-one":
                page.keyboard.press("Enter")
        else:
            page.keyboard.type(wanted)
    raise AssertionError(f"no way to {send} by the Tab key")


def test_a_request_is_sent_read_and_followed_by_keys_alone(loket: Loket, win: Any) -> None:
    page: Page = win.page
    base = f"http://127.0.0.1:{loket.publik.port}"
    win.size(PHONE)
    page.goto(f"{base}/permohonan")

    answered = filled_by_keys(page, ISIAN, "Kirim permohonan")
    page.wait_for_load_state()

    assert {"nama", "rincian", "tujuan", "memperoleh", "mendapatkan"} <= answered
    page.get_by_text("Nomor pendaftaran").first.wait_for()
    stops = walk(page)
    assert [one["what"] for one in stops if one["ring"] < 2 or not one["seen"]] == []

    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if "/lacak/" in here(page)["says"]:
            break
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/lacak/" in page.url
    page.get_by_text("Nomor pendaftaran").first.wait_for()
