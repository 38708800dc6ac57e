"""A mailbox, as a door through which letters come."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from service.domain.surel import KotakSurat, SuratMasuk


class Mailbox(Protocol):
    """One folder of a mailbox; every method raises Unavailable, and never says the password."""

    @property
    def kotak(self) -> KotakSurat:
        """Which it is."""
        ...

    def open(self) -> None:
        """Go there; done again it goes there anew."""
        ...

    def waiting(self) -> list[SuratMasuk]:
        """The letters that were not taken in yet, oldest first."""
        ...

    def fetch(self, surat: SuratMasuk, out: Path) -> None:
        """The letter as it came, byte by byte, to `out`; the mailbox stays as it is."""
        ...

    def done(self, surat: SuratMasuk) -> None:
        """Mark it as taken in, where everybody who reads the mailbox sees it."""
        ...

    def close(self) -> None:
        """Leave; never raises."""
        ...
