"""A sitting while a disk of the house fills up: `python -m tests.fault.penuh_duduk FOLDER LEDGER`.

Run where the work room of the house and its store are small file systems of their own.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from service.acts.keadaan.audit import audit
from tests.fault.duduk import Kursi, told
from tests.fault.full_ledger import full, say
from tests.fault.world import World
from tests.pki import served

BANYAK = 3


def filled_up(kursi: Kursi, folder: Path) -> None:
    """The disk is full from the second paper on: told plainly, and signed when there is room."""
    before, ids = kursi.signed(), kursi.lays(BANYAK)
    with kursi.sits() as answer:
        kursi.caught(ids[1])
        with full(folder):
            page = answer.read().decode()
    done = kursi.signed()[len(before) :]
    assert told(page) == done == ids[: len(done)]
    assert 1 <= len(done) < BANYAK, done
    assert page.count("tidak ditandatangani.</strong> Disk penuh") == 1, page
    assert page.count("tidak dicoba. Tidak dicoba lagi") == BANYAK - len(done) - 1, page
    assert kursi.under_way() == "", "a place is still held"
    for room in (kursi.world.settings.home / "kerja").iterdir():
        raise AssertionError(f"{room} stayed")
    with kursi.sits() as answer:
        page = answer.read().decode()
    assert told(page) == ids[len(done) :]
    assert kursi.signed() == [*before, *ids]


def main(room: Path, ledger: str) -> None:
    world = World(room, ledger)
    home = world.settings.home
    with tempfile.TemporaryDirectory() as keys, served(Path(keys)) as pki:
        try:
            kursi = Kursi(world, pki, room)
            world.start_web()
            filled_up(kursi, home / "kerja")
            say("no room to work in")
            filled_up(kursi, home / "tertutup")
            say("no room to keep it")
            assert [one for one in audit(world.house) if one.dilanggar] == []
            assert "fault" not in world.log_path.read_text()
            say("whole")
        finally:
            world.end()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
