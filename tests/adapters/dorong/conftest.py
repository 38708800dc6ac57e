from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.adapters.dorong.contoh import Rak
from tests.ckan_tiruan import CkanTiruan
from tests.situs_tiruan import opened


@pytest.fixture
def rak(tmp_path: Path) -> Rak:
    folder = tmp_path / "rak"
    folder.mkdir()
    return Rak(folder)


@pytest.fixture
def ckan(tmp_path: Path) -> Iterator[CkanTiruan]:
    with opened(tmp_path, CkanTiruan) as situs:
        yield situs
