"""Other sites that are given what the public reads here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from service.domain.edisi.dorong import Dorongan
from service.domain.edisi.tujuan import Tujuan

Fetch = Callable[[str], Path]
"""A file of the open side by its sha256, where it can be read from now on."""


class Outlet(Protocol):
    """One site. Whatever fails is Unavailable, in words that hold no secret."""

    @property
    def tujuan(self) -> Tujuan:
        """Which it is."""
        ...

    def alone(self) -> AbstractContextManager[None]:
        """Nobody else sends there until the block ends; Unavailable where somebody does now."""
        ...

    def bring(self, one: Dorongan, fetch: Fetch) -> None:
        """It stands there just so, once, whatever stood there of it before.

        What may stand there no longer goes first. Another's thing under its name is left alone.
        """
        ...

    def withdraw(self, nama: str) -> None:
        """It stands there no more; nothing happens where it did not."""
        ...


class Outlets(Protocol):
    """The sites of this house."""

    @property
    def all(self) -> Mapping[str, Outlet]:
        """Each by its name."""
        ...
