"""Agencies, their days off, and the passwords of their people."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from service.domain.libur import Libur


class Packs(Protocol):
    """The files that describe agencies, papers and SOPs: changed > instansi > umum."""

    def still(self) -> Packs:
        """The packs as they stand now, for one piece of work that asks them often."""
        ...

    def instansi(self) -> list[str]:
        """The agencies there are."""
        ...

    def astray(self) -> list[str]:
        """Folders that describe an agency under a name no agency can have."""
        ...

    def names(self, instansi: str) -> list[str]:
        """The files an instansi has of its own, changed ones among them."""
        ...

    def text(self, path: str) -> str:
        """The text of a pack file, the changed version where there is one."""
        ...

    def seed(self, path: str) -> str:
        """The text of a pack file as it came, whatever was changed; '' where none came."""
        ...

    def seed_file(self, instansi: str, name: str, out: Path) -> str:
        """A copy of `name` as it came; the folder it stood in, '' where none came."""
        ...

    def file(self, instansi: str, name: str, out: Path) -> Path:
        """A copy of `name` of an instansi, or of umum where it has none of its own."""
        ...


class Holidays(Protocol):
    """A first table of days off, for an office to correct."""

    def libur(self, instansi: str, years: Iterable[int], this_year: int) -> list[Libur]:
        """The days off of some years; a year to come is provisional."""
        ...


class Passwords(Protocol):
    """Keeps passwords as slow hashes."""

    def hash(self, sandi: str) -> str:
        """The hash to keep."""
        ...

    def matches(self, kept: str, sandi: str) -> bool:
        """Whether the password fits; takes as long, and says no, where nothing is kept."""
        ...

    def stale(self, kept: str) -> bool:
        """Whether the hash was made weaker than we now make them."""
        ...
