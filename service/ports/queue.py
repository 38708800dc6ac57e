"""Bell, post and signs of life between the processes; and what time it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from service.domain.denyut import Denyut
from service.domain.pekerjaan import Pekerjaan


class Bell(Protocol):
    """Wakes the clock; a lost ring costs seconds, never work."""

    def ring(self) -> None:
        """Say that something is owed."""
        ...


class Post(Protocol):
    """The queue between the clock and the workers; ids only, and it may be lost at any time."""

    def deliver(self, jalur: str, claimed: Sequence[Pekerjaan]) -> None:
        """Put claimed work into its lane; raises Unavailable."""
        ...

    def waiting(self, jalur: str) -> set[str]:
        """The deliveries that no worker has taken yet; raises Unavailable."""
        ...

    def depth(self, jalur: str) -> int:
        """How many wait; raises Unavailable."""
        ...

    def wait(self, seconds: float) -> None:
        """Sleep until the bell rings, or so long; raises Unavailable."""
        ...

    def ping(self) -> str:
        """The version of the server; raises Unavailable."""
        ...

    def was_lost(self) -> bool:
        """Whether the queue was emptied since we last asked; raises Unavailable."""
        ...


class Pulse(Protocol):
    """Signs of life, for the status page."""

    def beat(self, nama: str, jenis: str, rincian: Mapping[str, str]) -> None:
        """Say that a process lives."""
        ...

    def beats(self) -> list[Denyut]:
        """The last sign of every process."""
        ...


class Clock(Protocol):
    """What time it is."""

    def now(self) -> datetime:
        """Now, in UTC."""
        ...
