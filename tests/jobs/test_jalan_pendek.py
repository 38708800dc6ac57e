"""A letter that comes in November costs no more than one of January: no book is read through."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from service.house import RealHouse
from service.ports.kiriman import Jangkauan
from tests.conftest import new_sqlite
from tests.office import arrive_letter, open_house, work

GROWS = "kiriman|file|nomor|berkas|permohonan|keberatan|teks|simpanan|catatan"  # with every arrival
WALKS = re.compile(rf"SCAN ({GROWS})\b")
# An index that leads by the office or the book alone leads to all of them.
ALL_OF_THEM = re.compile(rf"SEARCH ({GROWS}) USING [\w ]+ \((instansi|buku|keadaan|akhir)=\?\)")


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        yield whole


def test_no_book_and_no_register_is_read_through_for_one_letter(
    house: RealHouse, tmp_path: Path
) -> None:
    arrive_letter(house, tmp_path)
    work(house)

    def second() -> None:
        arrive_letter(house, tmp_path, "Surat kedua")
        work(house)

    plans = _plans(house, _asked(house, second))
    assert any("SEARCH nomor" in plan for plan in plans)
    assert any("SEARCH kiriman" in plan for plan in plans)
    assert [one for one in plans if WALKS.search(one) or ALL_OF_THEM.search(one)] == []


def test_the_trail_of_a_kiriman_is_found_without_reading_the_journal_through(
    house: RealHouse, tmp_path: Path
) -> None:
    kiriman = arrive_letter(house, tmp_path)
    work(house)

    plans = _plans(house, _asked(house, lambda: house.kiriman.trail(kiriman)))
    assert any("SEARCH catatan" in plan for plan in plans)
    assert [one for one in plans if WALKS.search(one) or ALL_OF_THEM.search(one)] == []
    assert len(house.kiriman.trail(kiriman)) >= 2


def test_letters_of_objection_are_found_without_reading_the_agenda_through(
    house: RealHouse,
) -> None:
    places = [
        Jangkauan("dinas", unit, rahasia=hidden)
        for unit in ("", "ppid")
        for hidden in (False, True)
    ]

    plans = _plans(house, _asked(house, lambda: house.kiriman.objections(places, 100)))
    looks = [one for one in plans if re.match(r"(SEARCH|SCAN) kiriman", one)]
    assert {line.split()[4] for line in looks} == {
        "ix_kiriman_keberatan",
        "ix_kiriman_mungkin_keberatan",
    }


def _asked(house: RealHouse, act: Callable[[], object]) -> dict[str, Any]:
    """Every statement of an act, once, with what it was asked with."""
    asked = dict[str, Any]()

    def remember(_conn: object, _cursor: object, line: str, told: Any, *_: object) -> None:
        asked.setdefault(line, told)

    event.listen(house.engine, "before_cursor_execute", remember)
    act()
    event.remove(house.engine, "before_cursor_execute", remember)
    return asked


def _plans(house: RealHouse, asked: dict[str, Any]) -> list[str]:
    found = list[str]()
    with house.engine.connect() as look:
        for line, told in asked.items():
            if line.lstrip().upper().startswith(("SELECT", "UPDATE", "DELETE", "INSERT")):
                rows = look.exec_driver_sql(f"EXPLAIN QUERY PLAN {line}", told)
                found += [row.detail for row in rows]
    return found
