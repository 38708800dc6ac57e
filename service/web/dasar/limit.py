"""How often a stranger may ask, and a program.

Two brakes, and neither can fail open. Guessing passwords is slowed in the ledger (acts/masuk.py):
that count outlives restarts and holds for all processes together. This one only spares the
machine: it counts, in this process's own memory, requests of those who are not logged in, and so
asks nobody who could be away. With two processes a stranger has twice as much, which is harmless.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from datetime import timedelta
from threading import Lock

from flask import current_app

from service.domain.refusals import Refusal

EMBER = "berkas_ember"  # where an app keeps its own count
EMBER_PROGRAM = "berkas_ember_program"
SETIAP_DETIK, CADANGAN = 10.0, 120.0
LAJU_PROGRAM, CADANGAN_PROGRAM = 20.0, 240.0
BANYAK = 10_000  # addresses remembered; the one not seen longest is forgotten first


class TerlaluBanyakPermintaan(Refusal):
    """An address asks more than a person can."""

    status = 429

    def __init__(self) -> None:
        super().__init__(
            "Terlalu banyak permintaan dari alamat ini. Tunggu beberapa detik, lalu coba lagi."
        )
        self.tunggu = timedelta(seconds=5)


class Ember:
    """A bucket for each address: it fills slowly, and each request takes a drop."""

    def __init__(self, rate: float = SETIAP_DETIK, size: float = CADANGAN) -> None:
        self.rate, self.size = rate, size
        self._lock = Lock()
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, alamat: str, now: float) -> bool:
        """Whether the address may ask once more."""
        with self._lock:
            left, since = self._left.pop(alamat, (self.size, now))
            left = min(self.size, left + (now - since) * self.rate)
            allowed = left >= 1
            self._left[alamat] = (left - 1 if allowed else left, now)
            if len(self._left) > BANYAK:
                self._left.popitem(last=False)
            return allowed


def stranger(alamat: str) -> None:
    """Count a request of somebody who is not in."""
    ember: Ember = current_app.extensions[EMBER]
    if not ember.take(alamat, time.monotonic()):
        raise TerlaluBanyakPermintaan


class TerlaluBanyakDariProgram(Refusal):
    """A program asks more often than the pages of the people here can bear."""

    status = 429

    def __init__(self) -> None:
        super().__init__(
            f"Token ini meminta lebih dari {LAJU_PROGRAM:g} kali sedetik terus-menerus. Tidak ada "
            "yang diubah. Tunggu beberapa detik, lalu lanjutkan lebih pelan."
        )


def program(token: str) -> None:
    """Count a request of a program that is in."""
    ember: Ember = current_app.extensions[EMBER_PROGRAM]
    if not ember.take(token, time.monotonic()):
        raise TerlaluBanyakDariProgram
