"""What only a store on S3 meets: the network, its keys, and a server that is away."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from service.adapters.seal import NoSeal
from service.adapters.store_s3 import StoreS3
from service.domain.refusals import Unavailable
from tests import servers
from tests.adapters import s3


def test_a_server_that_is_away_is_tried_again_later() -> None:
    nobody = f"s3://ember/contoh?endpoint=http://127.0.0.1:{servers.free_port()}"
    started = time.monotonic()
    with pytest.raises(Unavailable, match="S3 tidak menjawab") as told:
        StoreS3(nobody, NoSeal(), s3.ENV)
    assert not told.value.permanent
    assert time.monotonic() - started < 25


def test_a_wrong_access_key_is_said_plainly() -> None:
    wrong = s3.ENV | {"AWS_SECRET_ACCESS_KEY": "keliru"}
    with pytest.raises(Unavailable, match="menolak kunci akses") as told:
        StoreS3(s3.address("kunci-keliru"), NoSeal(), wrong)
    assert told.value.permanent


@pytest.mark.parametrize("env", [{}, {"AWS_ACCESS_KEY_ID": "contoh"}])
def test_missing_access_keys_are_named(env: dict[str, str]) -> None:
    with pytest.raises(Unavailable, match="AWS_SECRET_ACCESS_KEY") as told:
        StoreS3(s3.address("tanpa-kunci"), NoSeal(), env)
    assert told.value.permanent


def test_access_keys_may_stand_in_files(tmp_path: Path) -> None:
    env = {}
    for name, value in s3.ENV.items():
        (tmp_path / name).write_text(f"{value}\n")
        env[f"{name}_FILE"] = str(tmp_path / name)
    store = StoreS3(s3.address(f"dari-file/{os.urandom(4).hex()}"), NoSeal(), env)
    assert list(store.names()) == []
    env["AWS_SECRET_ACCESS_KEY_FILE"] = str(tmp_path / "tidak-ada")
    with pytest.raises(Unavailable, match="tidak terbaca"):
        StoreS3(s3.address("dari-file"), NoSeal(), env)


def test_what_others_keep_in_the_bucket_is_not_ours(tmp_path: Path) -> None:
    here = f"bersama/{os.urandom(4).hex()}"
    store = StoreS3(s3.address(here), NoSeal(), s3.ENV)
    beside = StoreS3(s3.address(f"{here}-lain"), NoSeal(), s3.ENV)
    (tmp_path / "surat").write_bytes(b"contoh")
    sha256 = store.put(tmp_path / "surat")
    assert list(store.names()) == [sha256]
    assert list(beside.names()) == []
    assert not beside.has(sha256)
