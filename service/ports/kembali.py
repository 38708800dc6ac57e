"""Lists of what came back and waits for a person."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from service.domain.berkas import Berkas
from service.domain.file_sesat import FileSesat
from service.domain.kembalian import Kembalian
from service.domain.naskah import Naskah
from service.ports.kiriman import Jangkauan


@dataclass(frozen=True)
class BarisKembali:
    """What came back, for which paper of which matter."""

    kembalian: Kembalian
    naskah: Naskah
    berkas: Berkas


class KembaliLists(Protocol):
    """What came back, for pages; nothing here writes."""

    def waiting(self, tempat: Collection[Jangkauan], skip: int, atmost: int) -> list[BarisKembali]:
        """What waits for a decision at these places, the oldest first."""
        ...

    def strays(self, atmost: int) -> list[FileSesat]:
        """Files that nobody could place and nobody has decided about, the oldest first."""
        ...

    def count_strays(self, atmost: int) -> int:
        """How many of them there are; no further than `atmost` is counted."""
        ...

    def count(self, tempat: Collection[Jangkauan], atmost: int) -> int:
        """How many of them there are; no further than `atmost` is counted."""
        ...
