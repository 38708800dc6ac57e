"""The sample home, as the pages know it."""

from __future__ import annotations

from typing import Protocol

from service.domain.contoh import RumahContoh


class Samples(Protocol):
    """The sample home that stands beside this one."""

    @property
    def kunci(self) -> str:
        """What opens this home's own door to its sample people; empty where the home is real."""
        ...

    def now(self) -> RumahContoh:
        """How the sample home stands."""
        ...

    def ask(self, instansi: tuple[str, ...]) -> None:
        """Let it be played; whoever asks second asks for nothing."""
        ...

    def drop(self) -> None:
        """Let it be taken away."""
        ...
