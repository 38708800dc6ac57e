"""The last number of each book lies beside the ledger, and what is written there never falls."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.adapters.last_numbers import NumbersFile
from service.domain.refusals import Unavailable


def test_it_only_rises(tmp_path: Path) -> None:
    path = tmp_path / "jurnal" / "nomor"
    NumbersFile(path).record({"a/sk/2026": 3, "a/sk/2025": 9})
    NumbersFile(path).record({"a/sk/2026": 2, "b/sk/2026": 1})

    assert NumbersFile(path).recorded() == {"a/sk/2025": 9, "a/sk/2026": 3, "b/sk/2026": 1}
    assert path.stat().st_mode & 0o077 == 0


def test_nothing_is_written_where_nothing_moved(tmp_path: Path) -> None:
    kept = NumbersFile(tmp_path / "nomor")
    kept.record({"a/sk/2026": 3})
    before = kept.path.stat().st_ino
    kept.record({"a/sk/2026": 3})

    assert kept.path.stat().st_ino == before


def test_a_folder_that_cannot_be_written_to_is_said_and_a_spoiled_file_says_nothing(
    tmp_path: Path,
) -> None:
    (tmp_path / "jurnal").write_bytes(b"")
    with pytest.raises(Unavailable):
        NumbersFile(tmp_path / "jurnal" / "nomor").record({"a/sk/2026": 3})
    (tmp_path / "nomor").write_bytes(b"\xff\x00 rusak sekali")
    assert NumbersFile(tmp_path / "nomor").recorded() == {}
