"""A picture for a paper is in the store before a naskah names it, and only where it is one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from service.acts.naskah import gambar_masuk as gambar_naskah
from service.domain.gambar_naskah import GambarTidakSah
from service.domain.simpanan import DISEWA, Simpanan
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.office import open_house


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        yield whole


def test_a_picture_is_kept_byte_for_byte_under_a_lease(house: RealHouse, tmp_path: Path) -> None:
    path = tmp_path / "peta.png"
    Image.new("RGB", (40, 30), "navy").save(path)

    kept = gambar_naskah.take(house, path)

    assert kept.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    with house.store.open(kept.sha256) as held:
        assert held.read() == path.read_bytes()
    with house.ledger.read() as reading:
        assert reading.get(Simpanan, kept.sha256).keadaan == DISEWA


def test_what_is_no_picture_is_not_kept(house: RealHouse, tmp_path: Path) -> None:
    path = tmp_path / "peta.png"
    path.write_bytes(b"MZ" + b"\0" * 200)

    with pytest.raises(GambarTidakSah):
        gambar_naskah.take(house, path)

    with house.ledger.read() as reading:
        assert reading.find(Simpanan) == []
