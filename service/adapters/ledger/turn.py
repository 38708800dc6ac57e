"""Whose turn it is to write in a SQLite ledger.

SQLite lets writers knock again and again; in a crowd the knocking eats the time of the one who
writes. Here they queue at a lock of the kernel, which wakes them one by one, costs nothing while
they wait, and lets go by itself when its holder is killed.
"""

from __future__ import annotations

import fcntl
import os
import threading
import time
from typing import Any

from sqlalchemy import Engine, event

from service.domain.refusals import Unavailable

KEY = "berkas_turn"
MODE = 0o600


class Turn:
    """One connection's place in the queue."""

    def __init__(self, path: str, patience: float) -> None:
        self.fd = os.open(path, os.O_RDWR | os.O_CREAT, MODE)
        self.patience = patience

    def take(self) -> float:
        """Wait for the turn; the patience that is left, or Unavailable when it does not come."""
        began = time.monotonic()
        try:
            fcntl.flock(self.fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._queue()
        return max(0.0, self.patience - (time.monotonic() - began))

    def _queue(self) -> None:
        # A wait in the kernel has no end of its own, so another thread does it and is left behind
        # with a descriptor of its own if it takes too long.
        fd, taken, given_up = os.dup(self.fd), threading.Event(), threading.Event()

        def wait() -> None:
            fcntl.flock(fd, fcntl.LOCK_EX)
            taken.set()
            if given_up.is_set():
                fcntl.flock(fd, fcntl.LOCK_UN)
            os.close(fd)

        threading.Thread(target=wait, daemon=True).start()
        if not taken.wait(self.patience):
            given_up.set()
            if not taken.is_set():
                self.renew()
                raise Unavailable("Buku induk sedang dipakai proses lain. Tunggu, lalu coba lagi.")

    def renew(self) -> None:
        """A new place; the old one belongs to whoever still waits with it."""
        path = os.readlink(f"/proc/self/fd/{self.fd}")  # noqa: PTH115 (a descriptor, not a path)
        os.close(self.fd)
        self.fd = os.open(path, os.O_RDWR | os.O_CREAT, MODE)

    def give(self) -> None:
        """Let the next one write."""
        fcntl.flock(self.fd, fcntl.LOCK_UN)

    def close(self) -> None:
        """Leave the queue."""
        os.close(self.fd)


def queue_up(engine: Engine, path: str, patience: float) -> None:
    """Give every connection of an engine its place; the turn ends when it is handed back."""

    def connected(_dbapi: object, record: Any) -> None:
        record.info[KEY] = Turn(path, patience)

    def handed_back(_dbapi: object, record: Any) -> None:
        if turn := record.info.get(KEY):
            turn.give()

    def closed(_dbapi: object, record: Any) -> None:
        if turn := record.info.pop(KEY, None):
            turn.close()

    event.listen(engine, "connect", connected)
    event.listen(engine, "checkin", handed_back)
    event.listen(engine, "close", closed)
