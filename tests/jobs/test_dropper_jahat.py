"""Whoever may write into the inbox lays links and pipes where the house is about to work."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from jobs.watcher import Watcher
from service.acts.kiriman import karantina as acts
from service.acts.kiriman import tunggu
from service.acts.kiriman.karantina import set_aside
from service.acts.simpan.keep import keep
from service.domain.ids import is_id
from service.domain.karantina import Perkara
from service.domain.kiriman import Kiriman
from service.domain.refusals import Refusal
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.office import INSTANSI, UNIT, open_house


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        (whole.inbox / INSTANSI / UNIT).mkdir(parents=True)
        yield whole


def planted(house: RealHouse, tmp_path: Path) -> Path:
    """A folder of the office that looks like a claim from within."""
    room = tmp_path / "kantor" / INSTANSI / UNIT / house.new_id()
    room.mkdir(parents=True)
    (room / "surat.pdf").write_bytes(b"%PDF-1.7 isi milik kantor")
    return room


def kiriman(house: RealHouse) -> list[Kiriman]:
    with house.ledger.read() as reading:
        return reading.find(Kiriman)


def test_a_link_in_place_of_the_folder_of_claims_takes_nothing_from_elsewhere(
    house: RealHouse, tmp_path: Path
) -> None:
    room = planted(house, tmp_path)
    empty = room.with_name(house.new_id())
    empty.mkdir()
    os.utime(empty, (0, 0))
    (house.inbox / ".klaim").symlink_to(tmp_path / "kantor")
    watcher = Watcher(house)

    for _ in range(3):
        watcher.turn()

    assert kiriman(house) == []
    assert (room / "surat.pdf").exists()
    assert empty.exists()


def test_a_link_in_place_of_what_is_being_accepted_gives_nothing_back_from_elsewhere(
    house: RealHouse, tmp_path: Path
) -> None:
    room = planted(house, tmp_path)
    (house.inbox / tunggu.KLAIM_MEJA).symlink_to(tmp_path / "kantor")

    tunggu.recover(house)

    assert (room / "surat.pdf").exists()
    assert not (house.inbox / INSTANSI / UNIT / "tunggu" / "surat.pdf").exists()


def test_a_letter_in_karantina_is_not_written_through_a_link_laid_at_that_moment(
    house: RealHouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "milik kantor.txt"
    mine.write_text("isi kantor")
    dropped = house.inbox / INSTANSI / UNIT / "surat.pdf"
    dropped.write_bytes(b"x")
    made = os.open

    def laid(path: object, flags: int, *more: int, **where: int) -> int:
        fd = made(path, flags, *more, **where)  # type: ignore[call-overload]
        if str(path).endswith(".part"):
            Path(str(path)).unlink()
            Path(str(path)).symlink_to(mine)
        return int(fd)

    monkeypatch.setattr(acts.os, "open", laid)
    perkara = Perkara("surat.pdf", "rusak", "Rusak", "Kirim ulang.", "inbox")
    set_aside(house, dropped, perkara, (INSTANSI, UNIT))

    assert mine.read_text() == "isi kantor"


@pytest.mark.parametrize("kind", ["pipe", "link"])
def test_a_pipe_or_link_in_the_place_of_a_file_is_neither_waited_for_nor_followed(
    house: RealHouse, tmp_path: Path, kind: str
) -> None:
    mine = tmp_path / "milik kantor.txt"
    mine.write_text("isi kantor")
    path = tmp_path / "surat.pdf"
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(mine)
    said: list[BaseException] = []

    def take() -> None:
        for look in (lambda: keep(house, path), lambda: house.reader.look(path, "surat.pdf")):
            try:
                look()
            except (Refusal, OSError) as no:
                said.append(no)

    at_work = threading.Thread(target=take, daemon=True)
    at_work.start()
    at_work.join(20)

    assert not at_work.is_alive()
    assert len(said) == 2


def test_a_name_with_a_line_end_behind_it_is_no_id() -> None:
    assert is_id("a" * 26)
    assert not is_id("a" * 26 + "\n")
