"""A house on real adapters in a fresh folder, whose owed work is done on the spot."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jobs.table import JOBS
from service import house as houses
from service.acts.receive import Slip, accept
from service.config import Settings
from service.domain.kiriman import Kiriman
from service.domain.pekerjaan import JALUR
from service.house import RealHouse
from tests.papers import contoh, letter

INSTANSI, UNIT = "kemensetneg", "humas"


class SilentBell:
    """Nobody has to be woken: `work` looks by itself."""

    def ring(self) -> None:
        pass


@contextmanager
def open_house(folder: Path, ledger_url: str) -> Iterator[RealHouse]:
    env = {
        "BERKAS_HOME": str(folder / "rumah"),
        "BERKAS_INBOX": str(folder / "inbox"),
        "BERKAS_LEDGER": ledger_url.replace("+psycopg", ""),
    }
    house = houses.build(Settings.from_env(env))
    house.ledger.bell = SilentBell()  # type: ignore[union-attr]
    yield house
    house.close()


def work(house: RealHouse) -> list[str]:
    """Do what is owed until nothing is; the names of the jobs done, in order."""
    done = []
    while claimed := [one for lane in JALUR for one in house.owed.claim(lane, 50, set)]:
        for one in claimed:
            seen = house.owed.start(one.job, one.untuk, one.fence, "uji")
            assert seen is not None
            JOBS[one.job](house, one.untuk)
            house.owed.settle(seen)
            done.append(one.job)
    return done


def arrive(house: RealHouse, path: Path, **slip: Any) -> Kiriman:
    """A file through the hallway."""
    known = {"instansi": INSTANSI, "unit": UNIT, "pintu": "folder", "nama": path.name}
    return accept(house, path, Slip(**{"id": house.new_id(), **known, **slip}))


def arrive_letter(house: RealHouse, folder: Path, words: str = "Usulan daftar") -> Kiriman:
    return arrive(house, letter(folder / "usulan.docx", words))


def isian(**more: object) -> dict[str, Any]:
    """What an officer of a sample office fills into the SK."""
    return contoh() | more
