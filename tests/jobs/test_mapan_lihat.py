"""When the watcher looks again at what it has seen once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from jobs.pengawas.mapan import Mapan
from jobs.pengawas.pandang import Calon
from service.domain.mapan import Kotak, Rupa

SURAT = Calon(("kantor", "umum"), "surat.pdf", (("surat.pdf", Rupa(9, 1, 1)),), folder=False)


def test_a_file_seen_once_is_looked_at_again_as_soon_as_its_time_is_over(tmp_path: Path) -> None:
    mapan = Mapan(tmp_path, Kotak(mapan=2.0))
    assert mapan.settled([SURAT], now=10.0) == []
    assert mapan.next_due(now=10.5) == 1.5


def test_where_the_first_look_took_longer_than_its_time_the_second_comes_at_once(
    tmp_path: Path,
) -> None:
    mapan = Mapan(tmp_path, Kotak(mapan=2.0))
    mapan.settled([SURAT], now=10.0)
    assert mapan.next_due(now=14.0) == 0.0


def test_what_is_still_being_written_to_asks_for_no_look_after_look(tmp_path: Path) -> None:
    mapan = Mapan(tmp_path, Kotak(mapan=2.0))
    mapan.settled([SURAT], now=10.0)
    mapan.settled([replace(SURAT)], now=11.0)
    assert mapan.next_due(now=14.0) > 60
