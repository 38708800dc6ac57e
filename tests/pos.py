"""The post office of the tests: a real SMTP server in a process of its own, stopped at the end."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from service.adapters import tls
from service.config import CODE
from service.domain.surel_kirim import Pengirim
from tests.pos_server import NAMA, SANDI
from tests.servers import free_port, until

DARI = "ppid@contoh.go.id"


@dataclass
class Pos:
    """Where the server listens, whom it trusts, and what it took."""

    room: Path
    port: int
    cert: Path
    manner: str = "starttls"

    def pengirim(self, **more: object) -> Pengirim:
        known = {
            "mesin": "localhost",
            "port": self.port,
            "tls": self.manner.startswith("tls"),
            "dari": DARI,
        }
        if self.manner != "polos":
            known |= {"ca": self.cert}
        if not self.manner.endswith("polos"):
            known |= {"nama": NAMA, "sandi": SANDI}
        return Pengirim(**{**known, **more})  # type: ignore[arg-type]

    @property
    def letters(self) -> list[EmailMessage]:
        found = sorted(self.room.glob("*.eml"))
        return [message_from_bytes(one.read_bytes(), policy=policy.default) for one in found]  # type: ignore[misc]


@contextmanager
def pos(folder: Path, manner: str = "starttls", port: int = 0) -> Iterator[Pos]:
    """A server that runs until the block ends: starttls, tls, tls-polos or polos."""
    room = folder / f"pos-{manner}"
    room.mkdir(exist_ok=True)
    (room / "siap").unlink(missing_ok=True)
    names = ["localhost", "127.0.0.1"]
    cert, key = tls.own_certificate(folder / "pos-tls", names, datetime.now(UTC))
    one = Pos(room, port or free_port(), cert, manner)
    told = {"port": one.port, "room": room, "cert": cert, "key": key, "manner": manner}
    line = [sys.executable, "-m", "tests.pos_server"]
    for name, value in told.items():
        line += [f"--{name}", str(value)]
    with (folder / "pos.log").open("ab") as log:
        server = subprocess.Popen(line, cwd=CODE, stdout=log, stderr=log)
    try:
        until((room / "siap").exists, 20, lambda: (folder / "pos.log").read_text())
        yield one
    finally:
        server.terminate()
        server.wait(10)
