"""A real S3 server on loopback, started once for a whole run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import obstore
from obstore.exceptions import BaseError
from obstore.store import S3Store

from tests import servers

ENV = {"AWS_ACCESS_KEY_ID": "contoh", "AWS_SECRET_ACCESS_KEY": "rahasia-contoh"}


def address(prefix: str) -> str:
    """Where a store may stand on the run's S3 server."""
    port = servers.once("s3", _start)["port"]
    return f"s3://berkas-uji/{prefix}?endpoint=http://127.0.0.1:{port}&region=us-east-1"


def _start(folder: Path) -> dict[str, Any]:
    home = Path(f"/tmp/berkas-s3-{os.getpid()}-{time.monotonic_ns()}")
    home.mkdir(mode=0o700)
    identity = {
        "name": "contoh",
        "credentials": [{"accessKey": "contoh", "secretKey": "rahasia-contoh"}],
        "actions": ["Admin", "Read", "Write", "List", "Tagging"],
    }
    (home / "s3.json").write_text(json.dumps({"identities": [identity]}))
    names = ["s3.port", "s3.port.grpc", "master.port", "master.port.grpc"]
    names += ["volume.port", "volume.port.grpc", "filer.port", "filer.port.grpc"]
    ports = {name: servers.free_port() for name in names}
    command = [Path(sys.executable).with_name("weed"), f"-logdir={home}", "server", "-s3"]
    command += [f"-dir={home}", "-ip=127.0.0.1", "-ip.bind=127.0.0.1"]
    command += [f"-s3.config={home}/s3.json", "-master.telemetry=false"]
    command += ["-s3.port.iceberg=0", "-s3.port.lance=0"]  # or a second server ends at theirs
    command += ["-volume.max=20", "-master.volumeSizeLimitMB=64"]
    command += [f"-{name}={port}" for name, port in ports.items()]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [str(part) for part in command],
            stdout=log,
            stderr=log,
            cwd=home,
            start_new_session=True,
        )
    servers.keep(server)
    servers.until(lambda: _takes(ports["s3.port"]), 30, "S3")
    return {"pid": server.pid, "port": ports["s3.port"], "home": str(home)}


def bucket(port: int | None = None) -> S3Store:
    """The server's bucket, to look at it and hurt it past the store."""
    return S3Store(
        "berkas-uji",
        endpoint=f"http://127.0.0.1:{port or servers.once('s3', _start)['port']}",
        region="us-east-1",
        access_key_id=ENV["AWS_ACCESS_KEY_ID"],
        secret_access_key=ENV["AWS_SECRET_ACCESS_KEY"],
        client_options={"allow_http": True},
        retry_config={"max_retries": 0},
    )


def _takes(port: int) -> bool:
    """Whether the server keeps what it is given; it answers before it can."""
    try:
        obstore.put(bucket(port), "siap", b"ya")
    except (OSError, BaseError):
        return False
    return True
