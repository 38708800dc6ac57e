"""Looking for viruses: clamd over its socket, believed only while it knows a sample virus."""

from __future__ import annotations

import re
import socket
import struct
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from service.domain.refusals import Unavailable
from service.domain.temuan import TERLALU_BESAR_DIPINDAI

PART = 1 << 17
PATIENCE = 120.0  # seconds for the verdict on one file
CONNECT = 3.0
TRUSTED = 300.0  # seconds until it has to prove itself again
# The harmless sample every scanner knows; in two halves, so that no scanner stops at this file.
SAMPLE = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD" + b"-ANTIVIRUS-TEST-FILE!$H+H*"
AWAY = "Pemindai virus tidak menjawab; file menunggu dan diperiksa dengan sendirinya nanti."
BLIND = "Pemindai virus tidak punya daftar virus; file menunggu sampai daftarnya diisi."


class Clamd:
    """The port Scanner."""

    in_use = True

    def __init__(self, address: str) -> None:
        self._address = address
        self._proved = -TRUSTED

    def found(self, path: Path) -> str:
        self.prove()
        with path.open("rb") as file:
            return self._verdict(iter(lambda: file.read(PART), b""))

    def prove(self) -> None:
        """Unavailable where the scanner is away, or would let everything through."""
        if time.monotonic() - self._proved < TRUSTED:
            return
        if not self._verdict([SAMPLE]):
            raise Unavailable(BLIND)
        self._proved = time.monotonic()

    def _verdict(self, parts: Iterable[bytes]) -> str:
        try:
            with self._connected() as line:
                said = _answer(line, parts)
        except OSError as away:
            self._proved = -TRUSTED
            raise Unavailable(AWAY) from away
        if told := re.fullmatch(r"stream: (.+) FOUND", said):
            return told[1]
        if said == "stream: OK":
            return ""
        if "size limit exceeded" in said:
            return TERLALU_BESAR_DIPINDAI
        raise Unavailable(AWAY)

    def _connected(self) -> socket.socket:
        if not self._address.startswith("unix:"):
            host, _, port = self._address.removeprefix("tcp://").rpartition(":")
            line = socket.create_connection((host, int(port)), CONNECT)
            line.settimeout(PATIENCE)
            return line
        line = socket.socket(socket.AF_UNIX)
        try:
            line.settimeout(CONNECT)
            line.connect(self._address.removeprefix("unix:"))
            line.settimeout(PATIENCE)
        except OSError:
            line.close()
            raise
        return line


def _answer(line: socket.socket, parts: Iterable[bytes]) -> str:
    line.sendall(b"zINSTREAM\0")
    try:
        for part in _framed(parts):
            line.sendall(part)
    except (BrokenPipeError, ConnectionResetError):
        pass  # it has heard enough, and says why
    return _said(line).rstrip(b"\0\n").decode(errors="replace")


def _said(line: socket.socket) -> bytes:
    said = b""
    while b"\0" not in said:
        try:
            part = line.recv(4096)
        except ConnectionResetError:
            part = line.recv(4096)  # it closed on what we were still sending; its answer stands
        if not part:
            break
        said += part
    return said


def _framed(parts: Iterable[bytes]) -> Iterator[bytes]:
    for part in parts:
        yield struct.pack(">I", len(part)) + part
    yield struct.pack(">I", 0)


class NoScanner:
    """The port Scanner where no scanner is set; the status page says so."""

    in_use = False

    def found(self, path: Path) -> str:  # noqa: ARG002
        return ""

    def prove(self) -> None:
        """Nothing to prove."""
