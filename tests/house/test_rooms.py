"""The rooms of the house: each is opened once, by whoever asks first."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from service.opened_once import opened_once
from service.rooms import RealHouse
from tests.conftest import new_sqlite
from tests.office import open_house

CROWD = 8


class Rumah(RealHouse):
    """A house with one more room, whose door opens slowly."""

    @opened_once
    def kamar(self) -> object:
        time.sleep(0.05)
        return object()


def test_of_many_who_ask_at_once_for_a_room_all_get_the_same(tmp_path: Path) -> None:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        house = Rumah(**vars(whole))
        together, found = threading.Barrier(CROWD), list[object]()

        def ask() -> None:
            together.wait()
            found.append(house.kamar)

        crowd = [threading.Thread(target=ask) for _ in range(CROWD)]
        for one in crowd:
            one.start()
        for one in crowd:
            one.join()

    assert len(found) == CROWD
    assert len(set(map(id, found))) == 1


def test_a_fenced_twin_of_the_house_has_the_same_rooms(tmp_path: Path) -> None:
    with open_house(tmp_path, new_sqlite(tmp_path)) as house:
        assert house.fenced().store is house.store
