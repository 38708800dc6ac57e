"""Who goes and looks whether an address answers, as a stranger would."""

from __future__ import annotations

from typing import Protocol

from service.domain.edisi.alamat_periksa import Alamat, Jawaban


class Visitor(Protocol):
    """Asks one address, within limits of time and size."""

    @property
    def which(self) -> str:
        """Which addresses this house wants to have looked at: one of PERIKSA."""
        ...

    def visit(self, asked: Alamat) -> Jawaban:
        """What came back; never raises for what the other side does or fails to do.

        Of another site nothing in a private network is asked, however it is named, also not where
        a redirection leads there.
        """
        ...
