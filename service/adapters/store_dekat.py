"""The port Store in two places: one far away that lasts, and a shelf here from which it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from service.domain.refusals import TidakAda
from service.ports import Store

SEKALI = 1 << 20


class StoreDekat:
    """What is here stands in both; a file that is in one place only is put there anew."""

    def __init__(self, jauh: Store, dekat: Store) -> None:
        self._far, self._near = jauh, dekat

    def put(self, path: Path) -> str:
        sha256 = self._far.put(path)
        if not self._near.has(sha256) or self._near.verify(sha256):
            self._near.put(path)
        return sha256

    def open(self, sha256: str) -> BinaryIO:
        try:
            return self._near.open(sha256)
        except TidakAda:
            return self._far.open(sha256)

    def fetch(self, sha256: str, out: Path) -> Path:
        try:
            return self._near.fetch(sha256, out)
        except TidakAda:
            return self._far.fetch(sha256, out)

    def at(self, sha256: str) -> Path | None:
        return self._near.at(sha256)

    def has(self, sha256: str) -> bool:
        return self._near.has(sha256) and self._far.has(sha256)

    def drop(self, sha256: str) -> None:
        self._near.drop(sha256)  # first: from here the public reads
        self._far.drop(sha256)

    def verify(self, sha256: str) -> str:
        return self._near.verify(sha256) or self._far.verify(sha256)

    def names(self) -> Iterator[str]:
        near = frozenset(self._near.names())
        yield from near
        yield from (name for name in self._far.names() if name not in near)

    def name_of(self, sha256: str) -> str:
        return self._far.name_of(sha256)

    def at_rest(self, name: str) -> BinaryIO:
        try:
            return self._near.at_rest(name)
        except TidakAda:
            return self._far.at_rest(name)

    def lay(self, name: str, parts: Iterable[bytes]) -> None:
        self._far.lay(name, parts)
        with self._far.at_rest(name) as source:
            self._near.lay(name, iter(lambda: source.read(SEKALI), b""))
