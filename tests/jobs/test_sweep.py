from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from jobs import sweep
from service.acts.simpan.keep import JustHeld, Kept, hold, keep
from service.domain.kiriman import File
from service.domain.simpanan import DIBUANG, DIPEGANG, Simpanan
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.office import arrive, open_house


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        yield whole


@pytest.fixture
def left(house: RealHouse, tmp_path: Path) -> Kept:
    """A file put two days ago for a row that never came."""
    (tmp_path / "sisa.pdf").write_bytes(b"sisa")
    kept = keep(house, tmp_path / "sisa.pdf")
    aged(house, kept)
    return kept


def aged(house: RealHouse, kept: Kept, **more: str) -> None:
    with house.ledger.begin() as tx:
        one = tx.get(Simpanan, kept.sha256)
        tx.save(one, replace(one, dibuat=one.dibuat - timedelta(days=2), **more))


def rows(house: RealHouse) -> list[str]:
    with house.ledger.read() as reading:
        return [one.id for one in reading.find(Simpanan)]


def test_a_file_that_no_row_came_to_hold_is_taken_away(house: RealHouse, left: Kept) -> None:
    sweep.run(house, "rumah")

    assert rows(house) == []
    assert not house.store.has(left.sha256)


def test_a_fresh_lease_and_a_held_file_stay(house: RealHouse, tmp_path: Path) -> None:
    (tmp_path / "baru.pdf").write_bytes(b"baru")
    fresh = keep(house, tmp_path / "baru.pdf")
    (tmp_path / "surat.pdf").write_bytes(b"surat")
    arrive(house, tmp_path / "surat.pdf")
    with house.ledger.read() as reading:
        (file,) = reading.find(File)
    aged(house, Kept(file.sha256, file.ukuran))

    sweep.run(house, "rumah")

    assert set(rows(house)) == {fresh.sha256, file.sha256}
    assert house.store.has(fresh.sha256)
    assert house.store.has(file.sha256)


def test_a_sweep_that_was_killed_is_finished_by_the_next(house: RealHouse, left: Kept) -> None:
    aged(house, left, keadaan=DIBUANG)

    sweep.run(house, "rumah")

    assert rows(house) == []
    assert not house.store.has(left.sha256)


def test_an_old_lease_that_is_wanted_again_is_as_good_as_new(
    house: RealHouse, left: Kept, tmp_path: Path
) -> None:
    arrive(house, tmp_path / "sisa.pdf")

    sweep.run(house, "rumah")

    with house.ledger.read() as reading:
        assert reading.get(Simpanan, left.sha256).keadaan == DIPEGANG
    assert house.store.has(left.sha256)


def test_what_is_on_its_way_out_cannot_be_held(
    house: RealHouse, left: Kept, tmp_path: Path
) -> None:
    aged(house, left, keadaan=DIBUANG)

    with pytest.raises(JustHeld), house.ledger.begin() as tx:
        hold(tx, left)
    with pytest.raises(JustHeld):
        arrive(house, tmp_path / "sisa.pdf")

    sweep.run(house, "rumah")
    arrive(house, tmp_path / "sisa.pdf")
    assert house.store.has(left.sha256)


def test_what_a_killed_worker_had_laid_out_is_taken_away_and_a_room_in_use_stays(
    house: RealHouse,
) -> None:
    with house.room() as room, house.room() as in_use:
        (room / "naskah.docx").write_bytes(b"rahasia")
        (in_use / "naskah.docx").write_bytes(b"sedang dikerjakan")
        long_ago = house.clock.now().timestamp() - 10_000
        os.utime(room, (long_ago, long_ago))

        sweep.run(house, "rumah")

        assert not room.exists()
        assert in_use.exists()
