"""A store on S3 with a shelf here: what the public is given lies in both, and leaves both."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from service.adapters.seal import NoSeal
from service.adapters.store_dekat import StoreDekat
from service.adapters.store_folder import StoreFolder
from service.adapters.store_s3 import StoreS3
from service.disk import SharedDisk
from service.domain.refusals import Unavailable
from tests import servers
from tests.adapters import s3


@pytest.fixture
def far() -> StoreS3:
    return StoreS3(s3.address(f"dekat/{os.urandom(6).hex()}"), NoSeal(), s3.ENV)


@pytest.fixture
def near(tmp_path: Path) -> StoreFolder:
    return StoreFolder(tmp_path / "rak", SharedDisk(), NoSeal())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "laporan"
    path.write_bytes(b"laporan contoh")
    return path


def test_a_file_lies_in_both_and_leaves_both(far: StoreS3, near: StoreFolder, file: Path) -> None:
    store = StoreDekat(far, near)

    sha256 = store.put(file)
    assert far.has(sha256)
    assert near.at(sha256)
    assert [*store.names()] == [sha256]

    store.drop(sha256)
    assert not far.has(sha256)
    assert not near.has(sha256)


def test_a_shelf_that_was_lost_is_filled_again_and_what_lies_far_away_is_read_meanwhile(
    far: StoreS3, near: StoreFolder, file: Path, tmp_path: Path
) -> None:
    store = StoreDekat(far, near)
    sha256 = store.put(file)
    near.drop(sha256)

    assert not store.has(sha256)
    assert store.fetch(sha256, tmp_path / "salinan").read_bytes() == b"laporan contoh"
    assert store.put(file) == sha256
    assert near.at(sha256)


def test_while_s3_is_away_nothing_counts_as_kept(near: StoreFolder, file: Path) -> None:
    nobody = f"s3://ember/contoh?endpoint=http://127.0.0.1:{servers.free_port()}"

    with pytest.raises(Unavailable):
        StoreDekat(StoreS3(nobody, NoSeal(), s3.ENV), near).put(file)

    assert [*near.names()] == []
