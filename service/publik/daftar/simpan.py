"""Answers that were given already, kept as long as the book they were read from stands."""

from __future__ import annotations

import gzip
import hashlib
import threading
from collections import OrderedDict
from dataclasses import dataclass

TERBERAT = 48_000_000  # bytes of all that is kept


@dataclass(frozen=True)
class Kiriman:
    """A body, plain and packed, and by what it is known."""

    isi: bytes
    padat: bytes
    mime: str
    kode: int
    tanda: str


def packed(isi: bytes, mime: str, kode: int) -> Kiriman:
    """A body made ready to be given many times."""
    tanda = hashlib.sha256(isi).hexdigest()[:20]
    return Kiriman(isi, gzip.compress(isi, 5, mtime=0), mime, kode, tanda)


class Simpanan:
    """The answers, those asked for longest ago going first."""

    def __init__(self, most: int = TERBERAT) -> None:
        self._most, self._weight, self._buku = most, 0, ""
        self._kept: OrderedDict[str, Kiriman] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, buku: str, key: str) -> Kiriman | None:
        """The answer, where it was read from this very book."""
        with self._lock:
            if buku != self._buku or key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key]

    def put(self, buku: str, key: str, one: Kiriman) -> None:
        """Keep an answer; those of another book are forgotten."""
        with self._lock:
            if buku != self._buku:
                self._kept.clear()
                self._buku, self._weight = buku, 0
            if before := self._kept.pop(key, None):
                self._weight -= len(before.isi) + len(before.padat)
            self._kept[key] = one
            self._weight += len(one.isi) + len(one.padat)
            while self._weight > self._most:
                _, gone = self._kept.popitem(last=False)
                self._weight -= len(gone.isi) + len(gone.padat)
