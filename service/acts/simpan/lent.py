"""A kept file for a moment's reading: where it lies, or a copy that is gone afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from service.ports import House


@contextmanager
def lent(house: House, sha256: str) -> Iterator[Path]:
    """The file, to be read only; TidakAda where it is not here."""
    if here := house.store.at(sha256):
        yield here
        return
    with house.room() as room:
        yield house.store.fetch(sha256, room / "file")
