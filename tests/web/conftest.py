"""The browser and the gallery, once for each test process."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser

from tests.web.browser import Window, chromium, served, window
from tests.web.galeri import app as galeri_app


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


@pytest.fixture
def open_window(browser):
    """Opens windows: open_window(script=False, …)."""
    with ExitStack() as stack:
        yield lambda **asked: stack.enter_context(window(browser, **asked))


@pytest.fixture(scope="session")
def one_window(browser) -> Iterator[Window]:
    with window(browser) as one:
        yield one


@pytest.fixture
def win(one_window) -> Window:
    """The window most tests share; wide, light and without complaints."""
    one_window.complaints.clear()
    one_window.size(1280)
    one_window.dark(False)
    return one_window


@pytest.fixture(scope="session")
def galeri() -> Iterator[str]:
    """The address of the gallery of every part and page with sample values."""
    with served(galeri_app()) as address:
        yield address
