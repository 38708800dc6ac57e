"""The side that the public reads: what was handed to it, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from service.domain.edisi.terbitan import Badan, Terbitan


class Penerbit(Protocol):
    """Makes public what it is handed, and forgets what it is not handed again."""

    def put(self, badan: Badan, terbitan: Sequence[Terbitan]) -> None:
        """All that the public may read of a body from now on, in the order of its editions.

        Replaces what was public of it, whole or not at all; the same again changes nothing, and
        an empty sequence takes the body away. Refuses what `need_public` refuses.
        """
        ...

    def files(self) -> frozenset[str]:
        """The sha256 of every file that is public now, by what was published."""
        ...
