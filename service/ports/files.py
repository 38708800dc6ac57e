"""Files that never change, and what seals them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Protocol


class Store(Protocol):
    """Files that never change, named by the sha256 of their bytes."""

    def put(self, path: Path) -> str:
        """Keep a copy, durable and read back before this returns; its sha256."""
        ...

    def open(self, sha256: str) -> BinaryIO:
        """The bytes; TidakAda if they are not here."""
        ...

    def fetch(self, sha256: str, out: Path) -> Path:
        """A copy of the bytes at `out`."""
        ...

    def at(self, sha256: str) -> Path | None:
        """Where the bytes lie as they are, to be read only; None where they must be fetched."""
        ...

    def has(self, sha256: str) -> bool:
        """Whether the file is here."""
        ...

    def drop(self, sha256: str) -> None:
        """Take the file away; no complaint where it is gone."""
        ...

    def verify(self, sha256: str) -> str:
        """'' where the bytes are what their name says, else what is wrong."""
        ...

    def names(self) -> Iterator[str]:
        """Every file's own name in the store (see `name_of`)."""
        ...

    def name_of(self, sha256: str) -> str:
        """What a file is called in the store; not its sha256 where that must not show."""
        ...

    def at_rest(self, name: str) -> BinaryIO:
        """The bytes of a file as they lie here, by its own name; TidakAda if they do not."""
        ...

    def lay(self, name: str, parts: Iterable[bytes]) -> None:
        """Put bytes back as they lay under the same seal; durable and whole, or not there."""
        ...


class Seal(Protocol):
    """Makes bytes unreadable to whoever takes the disk away."""

    @property
    def mark(self) -> str:
        """What a store made with this seal carries; tells nothing of the key."""
        ...

    def name(self, sha256: str) -> str:
        """What a file is called at rest."""
        ...

    def close(self, parts: Iterable[bytes]) -> Iterator[bytes]:
        """The same bytes, sealed, a part at a time."""
        ...

    def open(self, sealed: BinaryIO, sha256: str) -> BinaryIO:
        """The bytes again; BrokenSeal where they were changed, cut, or stand for another file."""
        ...


class WordSeal(Protocol):
    """Makes a word of the ledger unreadable to whoever takes the ledger away."""

    def close(self, word: str, about: str) -> str:
        """The word, sealed; it opens only as part of what it is about."""
        ...

    def open(self, shut: str, about: str) -> str:
        """The word again; BrokenSeal where it was changed, moved, or sealed by another key."""
        ...

    def closes(self, word: str) -> bool:
        """Whether this is such a word, not one in clear."""
        ...
