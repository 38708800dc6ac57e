"""The boxes foreign bytes are opened in, and what this machine has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True)
class Limits:
    """What one boxed run may use up."""

    seconds: int = 90  # by the clock on the wall
    cpu: int = 60  # seconds
    memory: int = 1_500  # MB of address space
    output: int = 300  # MB in one file
    processes: int = 400


@dataclass(frozen=True)
class Ran:
    """How a boxed run ended: its exit code, and the end of what it said."""

    code: int
    said: str


class Box(Protocol):
    """A throw-away child with no network and nothing but one folder."""

    @property
    def inside(self) -> str:
        """Where the folder stands, seen from inside."""
        ...

    def run(self, command: Sequence[str], folder: Path, limits: Limits) -> Ran:
        """Run `command` to its end; Unavailable where it could not start or did not finish."""
        ...


@dataclass(frozen=True)
class Keadaan:
    """One line of the status page."""

    nama: str
    baik: bool | None  # None: not in use here, and that is no fault
    kata: str


class Machine(Protocol):
    """What this machine has of what Berkas leans on."""

    def looked(self) -> list[Keadaan]:
        """Programs, box, fonts and disk, looked at now."""
        ...
