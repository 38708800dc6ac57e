"""Examined templates lie where only their own person reaches them, and not for long."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from service.adapters.clock import new_id
from service.adapters.meja_periksa import TERBANYAK, FolderBench
from service.domain.refusals import TidakAda


@pytest.fixture
def bench(tmp_path: Path) -> FolderBench:
    return FolderBench(tmp_path / "periksa")


@pytest.fixture
def templat(tmp_path: Path) -> Path:
    path = tmp_path / "sumber.docx"
    path.write_bytes(b"isi contoh")
    return path


def test_what_was_laid_down_is_taken_again(
    bench: FolderBench, templat: Path, tmp_path: Path
) -> None:
    who, one = new_id(), new_id()

    bench.lay(who, one, {"templat.docx": templat}, {"jenis": "memorandum"})

    assert bench.told(who, one) == {"jenis": "memorandum"}
    assert bench.take(who, one, "templat.docx", tmp_path / "salinan").read_bytes() == b"isi contoh"
    with pytest.raises(TidakAda):
        bench.take(who, one, "lain.docx", tmp_path / "lain")


@pytest.mark.parametrize("wanted", ["lain", "../rahasia", "", "a" * 26])
def test_nobody_reaches_what_another_had_examined(
    bench: FolderBench, templat: Path, wanted: str
) -> None:
    one = new_id()
    bench.lay(new_id(), one, {"templat.docx": templat}, {})

    with pytest.raises(TidakAda):
        bench.told(new_id(), one)
    with pytest.raises(TidakAda):
        bench.told(wanted, one)


def test_a_day_later_it_is_gone(bench: FolderBench, templat: Path) -> None:
    who, before, after = new_id(), new_id(), new_id()
    now = datetime.now(UTC)
    bench.lay(who, before, {"templat.docx": templat}, {})
    bench.lay(who, after, {"templat.docx": templat}, {})
    old = (now - timedelta(days=2)).timestamp()
    os.utime(bench.folder / f"{who}.{before}", (old, old))

    bench.sweep(now - timedelta(days=1))

    assert bench.told(who, after) == {}
    with pytest.raises(TidakAda):
        bench.told(who, before)


def test_the_oldest_make_room_and_those_of_others_stay(bench: FolderBench, templat: Path) -> None:
    other, theirs = new_id(), new_id()
    bench.lay(other, theirs, {"templat.docx": templat}, {})
    who, first = new_id(), new_id()
    bench.lay(who, first, {"templat.docx": templat}, {})
    os.utime(bench.folder / f"{who}.{first}", (1, 1))

    for _ in range(TERBANYAK):
        bench.lay(who, new_id(), {"templat.docx": templat}, {})

    with pytest.raises(TidakAda):
        bench.told(who, first)
    assert bench.told(other, theirs) == {}
    assert len(list(bench.folder.iterdir())) == TERBANYAK + 1
