"""The side that the public reads: what was handed to it, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from service.domain.edisi.terbitan import Badan, FileTerbit, Terbitan
from service.domain.edisi.terpampang import Terpampang


class Mirror(Protocol):
    """The public lists as a folder on a web server, where one is set."""

    @property
    def in_use(self) -> bool:
        """Whether there is one."""
        ...

    def renew(self) -> int:
        """The folder as the public reads now, in place of what stood there; how many lines.

        Unavailable, and the folder is as it was, where it cannot be written.
        """
        ...

    def lessen(self) -> int:
        """What `hide` took from the public leaves the folder, long before it is renewed.

        How many lines stay; 0, and nothing is done, where nothing was hidden since the last `put`.
        Unavailable where it cannot be written; what left it already stays away.
        """
        ...


class Penerbit(Protocol):
    """Makes public what it is handed, and forgets what it is not handed again."""

    def put(self, badan: Badan, terbitan: Sequence[Terbitan]) -> None:
        """All that the public may read of a body from now on, in the order of its editions.

        Replaces what was public of it, whole or not at all; the same again changes nothing, and
        an empty sequence takes the body away. Refuses what `need_public` refuses.
        """
        ...

    def unprinted(self, badan: str) -> frozenset[tuple[str, int, int]]:
        """The editions of a body (list, year, number) whose lines are read but have no PDF yet."""
        ...

    def prints(self, badan: str) -> Mapping[tuple[str, int, int], FileTerbit]:
        """The PDFs of the editions of a body (list, year, number) that the public can read now."""
        ...

    def add_print(self, badan: Badan, one: Terbitan, pdf: Path) -> bool:
        """The PDF of an edition joins what is given out of it, as long as it is of these lines.

        False, and nothing is changed, where something else is public by now.
        """
        ...

    def made(self, badan: Badan, one: Terbitan) -> Mapping[str, FileTerbit]:
        """The formats that are given out of exactly these lines; none while others are."""
        ...

    def seen(self, badan: str) -> Terpampang:
        """What of a body can be read now."""
        ...

    def hide(self, badan: str, gone: Terpampang) -> None:
        """It can be read no more, from now on; what stays is made whole by the next `put`."""
        ...

    def files(self) -> frozenset[str]:
        """The sha256 of every file that is public now, by what was published."""
        ...
