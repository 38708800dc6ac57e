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


class Place:
    """A place in the queue, which may be left and then taken over by the next who comes."""

    def __init__(self, path: str) -> None:
        self.fd = _opened(path)
        self.come, self.wanted, self.deciding = threading.Event(), True, threading.Lock()
        # A wait in the kernel has no end of its own, so a thread does it.
        threading.Thread(target=self._wait, daemon=True).start()

    def _wait(self) -> None:
        fcntl.flock(self.fd, fcntl.LOCK_EX)
        with self.deciding:
            self.come.set()
            if not self.wanted:
                os.close(self.fd)

    def leave(self) -> bool:
        """Give the place up; False where the turn came at the last moment after all."""
        with self.deciding:
            self.wanted = self.come.is_set()
            return not self.wanted

    def take_over(self) -> bool:
        """Go on where another left; False where the turn has come and gone."""
        with self.deciding:
            self.wanted = not self.come.is_set()
            return self.wanted


class Queue:
    """All who want to write through one engine; `left` are places that somebody gave up."""

    def __init__(self, path: str, patience: float) -> None:
        self.path, self.patience = path, patience
        self.left: list[Place] = []

    def wait(self) -> int:
        """The descriptor that holds the turn, or Unavailable when it does not come."""
        place = self._place()
        if not place.come.wait(self.patience) and place.leave():
            self.left.append(place)
            raise Unavailable("Buku induk sedang dipakai proses lain. Tunggu, lalu coba lagi.")
        return place.fd

    def _place(self) -> Place:
        # However long the holder keeps it, no more places are taken than there were who waited.
        while self.left:
            try:
                place = self.left.pop()
            except IndexError:  # a neighbour was first
                break
            if place.take_over():
                return place
        return Place(self.path)


class Turn:
    """One connection's turn to write."""

    def __init__(self, queue: Queue) -> None:
        self.queue = queue
        self.fd = _opened(queue.path)

    def take(self) -> float:
        """Wait for the turn; the patience that is left, or Unavailable when it does not come."""
        began = time.monotonic()
        try:
            fcntl.flock(self.fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            held = self.queue.wait()
            os.close(self.fd)
            self.fd = held
        return max(0.0, self.queue.patience - (time.monotonic() - began))

    def give(self) -> None:
        """Let the next one write."""
        fcntl.flock(self.fd, fcntl.LOCK_UN)

    def close(self) -> None:
        """Leave the queue."""
        self.give()  # said aloud: a child forked meanwhile may still hold the descriptor
        os.close(self.fd)


def queue_up(engine: Engine, path: str, patience: float) -> None:
    """Give every connection of an engine its turns; one ends when the connection is handed back."""
    queue = Queue(path, patience)

    def connected(_dbapi: object, record: Any) -> None:
        record.info[KEY] = Turn(queue)

    def handed_back(_dbapi: object, record: Any) -> None:
        if turn := record.info.get(KEY):
            turn.give()

    def closed(_dbapi: object, record: Any) -> None:
        if turn := record.info.pop(KEY, None):
            turn.close()

    event.listen(engine, "connect", connected)
    event.listen(engine, "checkin", handed_back)
    event.listen(engine, "close", closed)


def _opened(path: str) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT, MODE)
