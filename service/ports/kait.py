"""Programs elsewhere that are told what happens here."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol


class Caller(Protocol):
    """Sends one telling."""

    @property
    def kantor(self) -> Collection[str]:
        """The machines of the office's own network that may be told."""
        ...

    def tell(self, alamat: str, heads: Mapping[str, str], body: bytes) -> int:
        """The status that came back, whatever it is; Unavailable where none did."""
        ...
