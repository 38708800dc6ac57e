"""Bags of matters: written, looked at, read from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from service.domain.dossier.utuh import IsiDossier
from service.domain.tas.periksa import Tampak


@dataclass(frozen=True)
class Masuk:
    """A file that goes into a bag; without a sha256 it was made just now."""

    tempat: str
    path: Path
    sha256: str = ""


@dataclass(frozen=True)
class Mengalir:
    """A file that goes into a bag while the bag is read."""

    tempat: str
    sha256: str
    ukuran: int
    buka: Callable[[], BinaryIO]


class Bags(Protocol):
    """Bags by BagIt (RFC 8493), as folders and as one file."""

    def write(
        self, out: Path, nama: str, told: Sequence[tuple[str, str]], isi: Sequence[Masuk]
    ) -> Path:
        """One ZIP; the same files give the same bytes. Unavailable where one is not what its
        sha256 says."""
        ...

    def stream(
        self, nama: str, told: Sequence[tuple[str, str]], isi: Sequence[Mengalir]
    ) -> Iterator[bytes]:
        """The same as one ZIP that is kept nowhere, proved by sha256 alone."""
        ...

    def look(self, path: Path) -> Tampak:
        """A bag as it lies, every file hashed; Refusal where it is no folder and no ZIP, or one
        that would fill the disk."""
        ...

    def take(self, path: Path, tempat: str, out: Path) -> Path:
        """A copy of one of its files at `out`; TidakAda where it has none of that name."""
        ...

    def steady(self, workbook: Path, out: Path) -> Path:
        """A workbook without the moment at which it was written."""
        ...


class DossierReader(Protocol):
    """Looks into bound dossiers, in the box."""

    def held(self, path: Path) -> IsiDossier:
        """Its files, each hashed; what cannot be read says why."""
        ...

    def one(self, path: Path, n: int, out: Path) -> Path:
        """The n-th of them (from 0) at `out`; Refusal where it cannot be taken out."""
        ...
