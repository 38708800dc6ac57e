"""A home that was left with work under way is taken over with all of it: nothing owed is lost."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from service import house as houses
from service.acts.keadaan.audit import audit
from service.config import Settings
from service.house import RealHouse
from tests.office import SilentBell, one_reader, work
from tests.rumah.test_rumah import HERE, RELEASES

DAHULU, KELAK = "2026-11-21T08:18:46.653867+00:00", "2099-01-01T00:00:00.000000+00:00"
SEKARANG: dict[str, dict[str, object]] = {
    # claimed and being done when the machine stopped, delivered to a worker that never began,
    # not claimed yet, put off to a day, and stopped before a person
    "dikerjakan": {"diambil": DAHULU, "mulai": DAHULU, "sewa": DAHULU, "percobaan": 1},
    "diantar": {"diambil": DAHULU, "sewa": DAHULU},
    "menunggu": {},
    "kelak": {"tunda_sampai": KELAK},
    "macet": {"macet": DAHULU, "percobaan": 2, "galat": "Kehabisan memori."},
}


def owe(home: Path) -> set[tuple[str, str]]:
    """Work as that release wrote it, in every state it can stand in; what waits for a person."""
    with closing(sqlite3.connect(home / "berkas.db")) as book, book:
        [kiriman] = book.execute("SELECT id FROM kiriman ORDER BY id LIMIT 1").fetchall()
        [naskah] = book.execute("SELECT id FROM naskah ORDER BY id LIMIT 1").fetchall()
        rows = [
            ("identify", kiriman[0], "berat", "dikerjakan"),
            ("register", kiriman[0], "berat", "diantar"),
            ("draft", naskah[0], "naskah", "dikerjakan"),
            ("sweep", "rumah", "pelan", "menunggu"),
            ("pesanan", "belum", "pelan", "kelak"),
            ("send", naskah[0], "naskah", "macet"),
        ]
        for job, untuk, jalur, keadaan in rows:
            row: dict[str, object] = {
                "job": job,
                "untuk": untuk,
                "jalur": jalur,
                "diminta": 1,
                "dibuat": DAHULU,
            }
            row |= {"fence": 7, "percobaan": 0, "hilang": 0, **SEKARANG[keadaan]}
            marks = ", ".join("?" * len(row))
            line = f"INSERT INTO pekerjaan ({', '.join(row)}) VALUES ({marks})"
            book.execute(line, [*row.values()])
    return {(job, untuk) for job, untuk, _, keadaan in rows if keadaan in ("kelak", "macet")}


@pytest.fixture
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    shutil.copytree(HERE / request.param, tmp_path / "rumah")
    return tmp_path / "rumah"


def opened(home: Path) -> Iterator[RealHouse]:
    env = {"BERKAS_HOME": str(home), "BERKAS_INBOX": str(home.parent / "inbox")}
    houses.migrate(Settings.from_env(env))
    house = houses.open_checked(Settings.from_env(env))
    house.ledger.bell = SilentBell()  # type: ignore[union-attr]
    house.opened["reader"] = one_reader()
    yield house
    house.opened.pop("reader")
    house.close()


@pytest.mark.parametrize("home", RELEASES, indirect=True)
def test_work_under_way_is_done_by_the_release_that_takes_over(home: Path) -> None:
    left = owe(home)

    for house in opened(home):
        done = work(house)

        assert {"identify", "register", "draft", "sweep"} <= {*done}
        assert {(one.job, one.untuk) for one in house.lists.macet()} <= left
        with closing(sqlite3.connect(home / "berkas.db")) as book:
            assert {*book.execute("SELECT job, untuk FROM pekerjaan")} == left
        assert [one for one in audit(house) if not one.utuh] == []
