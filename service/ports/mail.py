"""A mailbox, as a door through which letters come."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from service.domain.surel import KotakSurat, SuratMasuk
from service.domain.surel_kirim import SuratKeluar


class Mail(Protocol):
    """Takes letters of ours, where a server is set."""

    @property
    def in_use(self) -> bool:
        """Whether one is set at all."""
        ...

    @property
    def label(self) -> str:
        """How a page and the log call it; never with the password."""
        ...

    def send(self, surat: SuratKeluar) -> None:
        """Taken for good when this returns.

        PenerimaDitolak: no such recipient. JawabanHilang: it may have arrived. Any other
        Unavailable: the server surely has nothing of it.
        """
        ...


class Mailbox(Protocol):
    """One folder of a mailbox; every method raises Unavailable, and never says the password."""

    @property
    def kotak(self) -> KotakSurat:
        """Which it is."""
        ...

    def open(self) -> None:
        """Go there; done again it goes there anew."""
        ...

    def waiting(self) -> Iterator[SuratMasuk]:
        """The letters that were not taken in yet, oldest first; asked for as they are needed."""
        ...

    def fetch(self, surat: SuratMasuk, out: Path) -> bool:
        """The letter as it came, byte by byte, to `out`; False where it is there no more.

        The mailbox stays as it is.
        """
        ...

    def done(self, surat: SuratMasuk) -> None:
        """Mark it as taken in, where everybody who reads the mailbox sees it."""
        ...

    def close(self) -> None:
        """Leave; never raises."""
        ...
