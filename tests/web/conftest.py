"""The browser and the gallery, once for each test process; a small office, anew for each test."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser
from sqlalchemy import event

from service.adapters.ledger.ledger import SqlLedger
from service.adapters.signing.layanan import Layanan
from service.adapters.signing.pades import PadesSigner
from service.house import RealHouse
from service.web.app import create_app
from tests.kantor import Kantor
from tests.pki import Pki
from tests.web.bertanda import trusting
from tests.web.browser import Window, chromium, served, window
from tests.web.galeri import app as galeri_app
from tests.web.naskah_web import with_pair
from tests.web.rumah_web import Orang, officer, rumah_web
from tests.web.templat import Ingatan

Flask.jinja_options = {"bytecode_cache": Ingatan()}


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
    """The window most tests share; wide, light and without complaints.

    It leaves the last test's page first: whose server has gone, and what that page still
    asked of it would be this test's complaint.
    """
    one_window.page.goto("about:blank")
    one_window.complaints.clear()
    one_window.size(1280)
    one_window.dark(False)
    return one_window


@pytest.fixture(scope="session")
def galeri() -> Iterator[str]:
    """The address of the gallery of every part and page with sample values."""
    with served(galeri_app()) as address:
        yield address


@pytest.fixture
def kantor(buku_induk: SqlLedger, tmp_path: Path) -> Kantor:
    """An office nobody has set up yet."""
    return Kantor(buku_induk, tmp_path)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    """A real house at work; a file whose tests need another makes its own."""
    with rumah_web(tmp_path) as one:
        yield one


@pytest.fixture
def berpasangan(house: RealHouse, tmp_path: Path) -> None:
    """Its papers are of the sample kind."""
    with_pair(house, tmp_path)


@pytest.fixture
def bertanda(house: RealHouse, pki: Pki, tmp_path: Path) -> None:
    """Its papers are of the sample kind, signed with sample keys and judged by their root."""
    trusting(house, pki, tmp_path)


@pytest.fixture
def tanpa_layanan(house: RealHouse) -> None:
    """Papers are signed with nothing asked of the outside."""
    house.opened["signer"] = PadesSigner(Layanan(), house.clock)


@pytest.fixture
def penyiap(house: RealHouse) -> Orang:
    return officer(house, "penyiap", "petugas", "tim_sekretariat")


@pytest.fixture
def ppid(house: RealHouse) -> Orang:
    return officer(house, "ppid", "ppid")


@pytest.fixture
def app(kantor: Kantor) -> Flask:
    """The pages of that office."""
    return create_app(kantor)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Someone who asks for its pages without a browser."""
    return app.test_client()


@pytest.fixture
def alamat(app: Flask) -> Iterator[str]:
    """The address of its pages, for a browser."""
    with served(app) as address:
        yield address


@pytest.fixture
def ditanya(house: RealHouse) -> Iterator[list[str]]:
    """Every statement the ledger was asked."""
    found: list[str] = []

    def heard(_line, _cursor, statement: str, *_: object) -> None:
        found.append(statement)

    event.listen(house.engine, "before_cursor_execute", heard)
    yield found
    event.remove(house.engine, "before_cursor_execute", heard)
