"""Waiting for a closed room to be ready: a slow one goes on, a broken one is told of."""

from __future__ import annotations

import select
import socket
import time
from dataclasses import dataclass, field

from service.domain.refusals import BelumSiap, Unavailable

TERLAMA = 300.0  # seconds after which a room that still is not ready never will be


@dataclass
class AwalRuang:
    """The start of one room, which says a word on its wire when it is ready."""

    wire: socket.socket
    kata: bytes
    ruang: str
    akibat: str
    siap: bool = False
    sejak: float = field(default_factory=time.monotonic)

    def wait(self, seconds: float) -> None:
        """Until it is ready; BelumSiap: it goes on, Unavailable: it never will be."""
        if self.siap:
            return
        ready, _, _ = select.select([self.wire], [], [], seconds)
        if not ready and time.monotonic() - self.sejak < TERLAMA:
            raise BelumSiap(self.ruang, seconds, self.akibat)
        self.siap = bool(ready) and self._said() == self.kata
        if not self.siap:
            why = "dibuat di mesin ini" if ready else "siap dalam 5 menit"
            raise Unavailable(f"{self.ruang} tidak dapat {why}. {self.akibat}")

    def _said(self) -> bytes:
        try:
            return self.wire.recv(len(self.kata), socket.MSG_WAITALL)
        except OSError:
            return b""
