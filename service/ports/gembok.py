"""Locking files for those outside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Protocol

from service.domain.gembok import KunciGembok


class Locks(Protocol):
    """Locks as the `age` program does."""

    def close(self, source: BinaryIO, kunci: KunciGembok) -> Iterator[bytes]:
        """The bytes locked, a part at a time; `source` is closed at the end, and the passphrase
        is needed no more once this returns."""
        ...

    def open(self, source: BinaryIO, sandi: str) -> BinaryIO:
        """The plain bytes; SandiSalah, TerkunciRusak or BukanTerkunci where there are none."""
        ...
