"""Where files lie while they come in piece by piece."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Protocol

from service.domain.unggahan import Unggahan


class Source(Protocol):
    """Bytes that still come over the line."""

    def read(self, size: int, /) -> bytes:
        """The next bytes; none at the end."""
        ...


class Uploads(Protocol):
    """Files that are not the office's yet; nothing here outlives a day."""

    def begin(self, one: Unggahan) -> None:
        """A place for the file; empty yet."""
        ...

    def get(self, orang: str, id_: str) -> Unggahan:
        """The file of this very person as far as it came, or TidakAda."""
        ...

    def of(self, orang: str) -> list[Unggahan]:
        """All that a person has under way, oldest first."""
        ...

    def count(self, orang: str) -> int:
        """How many files a person has under way."""
        ...

    def append(self, one: Unggahan, offset: int, source: Source, atmost: int) -> int:
        """Write what comes, from `offset` on; how much is here now. OffsetKeliru: not from there.

        What came before the line broke stays.
        """
        ...

    def held(self, files: Collection[Unggahan]) -> AbstractContextManager[list[Path]]:
        """Where these files lie, held against whoever would send them too; SedangDikirim."""
        ...

    def drop(self, orang: str, id_: str) -> None:
        """Take it away; no complaint where it is gone."""
        ...

    def sweep(self, before: datetime) -> None:
        """Take away what nobody has touched since."""
        ...
