"""A real house behind its pages, with people who can log in; only their passwords cost little."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from flask.testing import FlaskClient

from service.acts.orang import mulai, orang
from service.acts.orang.hadir import operator
from service.adapters.argon import ArgonPasswords
from service.domain.wewenang import Hadir
from service.house import RealHouse
from service.web.app import create_app
from tests.conftest import new_sqlite
from tests.kantor import SANDI, Jam
from tests.office import open_house, person, rule
from tests.web.test_pintu import csrf, log_in


@dataclass
class Orang:
    """An officer at the pages."""

    client: FlaskClient
    hadir: Hadir

    @property
    def csrf(self) -> str:
        return csrf(self.client.get("/akun"))

    def api(self, method: str, path: str, **more: object):
        """As the page's own script asks."""
        headers = {"X-CSRF-Token": self.csrf, **more.pop("headers", {})}
        return self.client.open(f"/api/v1{path}", method=method, headers=headers, **more)


@contextmanager
def rumah_web(folder: Path, ledger_url: str = "") -> Iterator[RealHouse]:
    """An office at work."""
    with open_house(folder, ledger_url or new_sqlite(folder)) as house:
        house.opened["passwords"] = ArgonPasswords(1, 64, 1)
        rule(house)
        yield house


def on_the_clock(house: RealHouse, jam: Jam) -> RealHouse:
    """The same office on a clock that stands until it is told to go on."""
    house.ledger.clock = jam  # type: ignore[union-attr, assignment]
    return replace(house, clock=jam)  # type: ignore[arg-type]


def jam(house: RealHouse) -> Jam:
    """The clock of such an office."""
    assert isinstance(house.clock, Jam)
    return house.clock


def with_password(house: RealHouse, nama: str, *memegang: str, unit: str = "") -> Hadir:
    """A sample person who chose a password."""
    one = person(house, nama, *memegang, unit=unit)
    token = orang.invite(house, operator(house), one.orang.id)
    mulai.choose_password(house, token, SANDI, "192.0.2.1")
    return one


def officer(house: RealHouse, nama: str, *memegang: str, unit: str = "") -> Orang:
    """The person, logged in at the pages."""
    hadir = with_password(house, nama, *memegang, unit=unit)
    client = create_app(house).test_client()
    log_in(client, nama)
    return Orang(client, hadir)


def come_in(page, alamat: str, nama: str, to: str = "/") -> None:
    """Log in by hand."""
    page.goto(f"{alamat}/masuk?kembali={to}")
    page.get_by_label("Nama masuk").fill(nama)
    page.locator("input[name=sandi]").fill(SANDI)
    page.get_by_role("button", name="Masuk", exact=True).click()
    page.wait_for_url(f"{alamat}{to}")
