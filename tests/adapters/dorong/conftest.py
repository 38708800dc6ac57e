from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.adapters.dorong.contoh import Rak
from tests.ckan_tiruan import CkanTiruan
from tests.situs_tiruan import opened
from tests.wordpress_tiruan import WordpressTiruan


@pytest.fixture
def rak(tmp_path: Path) -> Rak:
    folder = tmp_path / "rak"
    folder.mkdir()
    return Rak(folder)


@pytest.fixture
def ckan(tmp_path: Path) -> Iterator[CkanTiruan]:
    with opened(tmp_path, CkanTiruan) as situs:
        yield situs


@pytest.fixture
def wordpress(tmp_path: Path) -> Iterator[WordpressTiruan]:
    with opened(tmp_path, WordpressTiruan) as situs:
        yield situs
