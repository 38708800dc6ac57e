"""Backups: the house at one moment, and the file it is written to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from service.domain.cadangan.isi import Isi
from service.domain.cadangan.lanjutan import Dasar
from service.domain.cadangan.manifes import Isian, Manifes


@dataclass(frozen=True, slots=True)
class Tersimpan:
    """A file of the store as the ledger has it; `dipegang`: a row names it, so it must be there."""

    ukuran: int
    dipegang: bool


@dataclass(frozen=True)
class Potret:
    """The ledger at one moment, laid in a folder as files, and what it counted then."""

    isian: Isian
    file: tuple[Path, ...]
    dipegang: Mapping[str, Tersimpan]  # every stored file by its sha256


class Snapshots(Protocol):
    """The ledger as a whole."""

    def take(self, room: Path) -> Potret:
        """The ledger at one moment, while others go on writing; its files lie in `room`."""
        ...

    def rows(self, source: Path, out: Path) -> bool:
        """A copy of a book of rows at one moment; False where there is none."""
        ...

    @property
    def mesin(self) -> str:
        """Which kind of ledger stands here."""
        ...

    def is_empty(self) -> bool:
        """Whether nothing was ever written here."""
        ...

    def lay(self, files: Sequence[Path], isian: Isian) -> None:
        """Put a ledger where none is; what it then holds is what was taken."""
        ...

    def told(self) -> Isian:
        """What the ledger counts now."""
        ...

    def known(self, skema: str) -> bool:
        """Whether this release knows that schema."""
        ...

    def migrate(self) -> str:
        """Bring the ledger up to this release."""
        ...

    def awake(self) -> None:
        """Let go of what belonged to the machine it came from: who was in, who was at work."""
        ...


class Writing(Protocol):
    """A backup on its way; there is no file of that name before it is whole."""

    def whole(self, ruang: str, nama: str, source: BinaryIO) -> Isi:
        """Write a file that is not pressed further; its bytes are hashed as they pass."""
        ...

    def pieces(self, ruang: str, nama: str, source: BinaryIO) -> Isi:
        """Write what goes on changing in small pressed pieces; known ones are not written again."""
        ...

    def done(self, manifes: Manifes) -> None:
        """Close it; durable and under its name when this returns."""
        ...


class Archive(Protocol):
    """A whole backup, with all that it builds on."""

    @property
    def manifes(self) -> Manifes: ...
    def open(self, isi: Isi) -> Iterator[bytes]:
        """The bytes of one file, each piece compared with its hash as it passes."""
        ...


class Archives(Protocol):
    """Where backups are written and read."""

    @property
    def rilis(self) -> str:
        """Which release writes."""
        ...

    def write(self, path: Path, dasar: Dasar, sandi: str) -> AbstractContextManager[Writing]:
        """A new backup; nothing is left of it where the block ends early."""
        ...

    def read(self, path: Path, sandi: str) -> AbstractContextManager[Archive]:
        """A backup with its whole chain."""
        ...

    def look(self, path: Path, sandi: str) -> Manifes:
        """What a backup says it holds."""
        ...

    def names(self, folder: Path) -> list[str]:
        """The files of a folder of backups."""
        ...

    def free(self, folder: Path) -> int:
        """How many bytes go into a folder."""
        ...

    def drop(self, path: Path) -> None:
        """Take an old backup away."""
        ...


class Penjagaan(Protocol):
    """What of a house goes into a backup beside its ledger and its stores, and where to."""

    @property
    def folder(self) -> Path | None:
        """Where a backup is put every night; None where nobody said."""
        ...

    @property
    def sandi(self) -> str:
        """The word that nightly backups are locked with; '' where they are not."""
        ...

    @property
    def segel(self) -> str:
        """The mark of the seal of the closed store; tells nothing of the key."""
        ...

    @property
    def setelan(self) -> Mapping[str, str]:
        """The settings, without a secret."""
        ...

    @property
    def terbit(self) -> Path:
        """The file of the rows that the public reads."""
        ...

    def beside(self, folders: Sequence[str]) -> list[tuple[str, Path]]:
        """The files in folders of the home, each by its name from there."""
        ...

    def place(self, nama: str) -> Path:
        """Where such a file is laid; its folder is there."""
        ...

    def begun(self, nama: str) -> None:
        """Mark the home as being restored; nobody starts there before it is done."""
        ...

    def done(self) -> None:
        """The restore came to its end."""
        ...

    def keys(self) -> list[tuple[str, Path]]:
        """The keys of the house, by the names they get."""
        ...
