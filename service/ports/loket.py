"""The counter between the public pages and the hallway: small files, handed over both ways."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from service.domain.antaran import Lampiran

NASKAH, FILE = "naskah", "file"  # shelves of papers: by the mark of a code, by that of their bytes


class Loket(Protocol):
    """What the public left, and what the public may see."""

    def claim(self, atmost: int) -> list[str]:
        """Forms that lie here, now on our side of the counter; those claimed longest ago first."""
        ...

    def content(self, name: str) -> bytes:
        """The bytes of a claimed form; Aneh where they are none we would open."""
        ...

    def copy(self, lampiran: Lampiran, out: Path) -> Path:
        """A file sent with a form, as long as it was told to be; Aneh where it is not."""
        ...

    def done(self, name: str, lampiran: tuple[Lampiran, ...]) -> None:
        """Take a form away that was taken in, and the files sent with it."""
        ...

    def aside(self, name: str) -> None:
        """Keep a form where the public pages cannot reach it, for a person to look at."""
        ...

    def count_aside(self) -> int:
        """How many forms lie aside."""
        ...

    def tidy(self) -> None:
        """Take away what a form that was never finished left behind."""
        ...

    def tell(self, sidik: str, content: bytes) -> None:
        """Show the public what may be known by a code."""
        ...

    def shown(self) -> set[str]:
        """The marks of all codes for which something is shown."""
        ...

    def tell_instansi(self, content: bytes) -> None:
        """Show the public which bodies it can turn to."""
        ...

    def show(self, rak: str, nama: str, content: bytes) -> None:
        """Show the public what may be known of a paper."""
        ...

    def seen(self, rak: str, nama: str) -> bytes:
        """What is shown there; b'' where nothing is."""
        ...

    def hide(self, rak: str, nama: str) -> None:
        """Show nothing there any more."""
        ...

    def shelf(self, rak: str) -> set[str]:
        """The names under which something is shown."""
        ...
