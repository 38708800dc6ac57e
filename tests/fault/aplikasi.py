"""A paper that is signed by other programs in a real house, for tests that end it without mercy."""

from __future__ import annotations

from pathlib import Path

from service.domain.naskah import Naskah
from service.house import RealHouse
from tests.aplikasi import opened, signed, trusting
from tests.office import rule, work


def came_back(house: RealHouse, room: Path) -> None:
    """Signed by the first of two it lies in the folder, and beside it a file that is not right."""
    rule(house)
    kantor = opened(house, room)
    kantor.knows("ppid")
    one = kantor.out()
    _, went = kantor.lies(one.id)
    (back,) = house.courier.lands_in()
    (back / f"a {one.id}.pdf").write_bytes(signed(went, kantor.kunci["ppid"]))
    (back / f"b {one.id}.pdf").write_bytes(signed(went, kantor.kunci["lain"]))


def taken_in(house: RealHouse) -> None:
    """The machine does what the watcher asks for."""
    trusting(house, house.settings.home.parent / "penerbit" / "akar")
    if house.courier.back():
        with house.ledger.begin() as tx:
            for one in tx.find(Naskah):
                tx.plan("collect", one.id)
    work(house)
