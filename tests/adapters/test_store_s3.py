"""What only a store on S3 meets: the network, its keys, and a server that is away."""

from __future__ import annotations

import contextlib
import os
import socket
import threading
import time
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

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


class Wire:
    """The network between the store and its server, which can be cut."""

    def __init__(self, port: int) -> None:
        self._to, self._door = port, socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        self._ends: list[socket.socket] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def cut(self) -> None:
        self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        for end in self._ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                here, _ = self._door.accept()
                there = socket.create_connection(("127.0.0.1", self._to))
                self._ends += [here, there]
                for ends in ((here, there), (there, here)):
                    threading.Thread(target=self._carry, args=ends, daemon=True).start()

    def _carry(self, one: socket.socket, other: socket.socket) -> None:
        with contextlib.suppress(OSError), one, other:
            while said := one.recv(1 << 16):
                other.sendall(said)


def test_a_cut_network_is_no_damage_and_is_tried_again(tmp_path: Path) -> None:
    direct = s3.address(f"putus/{os.urandom(4).hex()}")
    port = urlsplit(parse_qs(urlsplit(direct).query)["endpoint"][0]).port
    assert port
    wire = Wire(port)
    store = StoreS3(direct.replace(f":{port}", f":{wire.port}"), NoSeal(), s3.ENV)
    path = tmp_path / "surat"
    path.write_bytes(os.urandom(6_000_000))
    sha256 = store.put(path)
    with store.open(sha256) as file:
        assert file.read(10) == path.read_bytes()[:10]
        wire.cut()
        with pytest.raises(Unavailable, match="tidak menjawab"):
            file.read()
    for again in (lambda: store.put(path), lambda: store.verify(sha256), lambda: store.has(sha256)):
        with pytest.raises(Unavailable, match="dicoba lagi") as told:
            again()
        assert not told.value.permanent
    with pytest.raises(Unavailable):
        store.fetch(sha256, tmp_path / "salinan")
    assert not (tmp_path / "salinan").exists()
    assert StoreS3(direct, NoSeal(), s3.ENV).verify(sha256) == ""
