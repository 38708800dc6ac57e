"""Heads of journals, kept beside the ledger: nothing half written is ever taken for evidence."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.adapters import heads as files
from service.adapters.heads import HeadsFile
from service.domain.catatan import Kepala, hash_of
from service.domain.refusals import Unavailable


def head(urut: int, instansi: str = "kemensetneg") -> Kepala:
    return Kepala(instansi, urut, hash_of(urut))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "jurnal" / "kepala"


def test_heads_are_kept_and_told_again_oldest_first(path: Path) -> None:
    HeadsFile(path).record([head(1)])
    HeadsFile(path).record([head(1), head(4)])
    HeadsFile(path).record([head(4)])

    assert HeadsFile(path).recorded() == [head(1), head(4)]


@pytest.mark.parametrize("kept", [5, 12, 20, 40, 77])
def test_a_line_that_a_power_cut_left_half_written_says_nothing(path: Path, kept: int) -> None:
    HeadsFile(path).record([head(1)])
    HeadsFile(path).record([head(2)])
    whole = path.read_bytes()
    at = len(whole) // 2
    path.write_bytes(whole[: at + kept])

    HeadsFile(path).record([head(3)])

    assert HeadsFile(path).recorded() == [head(1), head(3)]


def test_what_a_broken_disk_left_in_the_file_is_passed_over(path: Path) -> None:
    HeadsFile(path).record([head(1)])
    with path.open("ab") as out:
        out.write(b"\x00\x00\xff\xfe kemensetneg satu dua\n")

    HeadsFile(path).record([head(2)])

    assert HeadsFile(path).recorded() == [head(1), head(2)]


def test_heads_that_cannot_be_written_are_told_and_written_the_next_time(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = HeadsFile(path)
    path.parent.mkdir()
    path.mkdir()  # nothing can be written where a folder stands

    with pytest.raises(Unavailable, match="Kepala jurnal"):
        kept.record([head(1)])

    path.rmdir()
    kept.record([head(1)])
    assert kept.recorded() == [head(1)]


def test_years_of_heads_are_thinned_without_losing_the_first_the_last_or_one_that_went_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MANY", 200)
    kept = HeadsFile(path)
    for urut in range(1, 400):
        kept.record([head(urut), head(urut, "kota_kupang")])
    back = Kepala("kemensetneg", 50, "f" * 64)
    kept.record([back])
    for urut in range(51, 900):
        kept.record([head(urut)])

    told = kept.recorded()

    assert len(told) <= 200
    assert told[0] == head(1)
    assert told[-1] == head(899)
    assert {head(399), back, head(399, "kota_kupang")} <= set(told)
    assert len({one.urut for one in told if one.urut > 850}) > 10
