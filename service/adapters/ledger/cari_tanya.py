"""What an index of words is asked, and how it is written down for one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement

from service.domain.cari import Frasa, Syarat, Tanya

TERAKHIR = 2**63 - 1


@dataclass(frozen=True)
class Dicari:
    """One search, ready to be put to a database."""

    tanya: Tanya
    marks: list[list[str]]  # one of each line stands in whatever can fit
    allowed: ColumnElement[bool]  # what the rows must be that it was taken from
    first: int  # the numbers between which it lies
    last: int
    skip: int
    atmost: int


@dataclass(frozen=True)
class Bahasa:
    """How a database writes and, or, not and a phrase."""

    dan: str
    atau: str
    bukan: str
    frasa: Callable[[Frasa], str]

    def write(self, asked: Dicari) -> str:
        """The whole question; only words that we folded ourselves stand in it."""
        tanya = asked.tanya
        words = self.dan.join(self._terms(tanya.dan))
        if tanya.bukan:
            words = f"({words}){self.bukan}{self._either(self._terms(tanya.bukan))}"
        if tanya.nomor:
            words = f"(({words}){self.atau}{self.frasa(Frasa((tanya.nomor,)))})"
        lines = (self._either(self.frasa(Frasa((one,))) for one in line) for line in asked.marks)
        return self.dan.join([f"({words})", *lines])

    def _terms(self, some: Iterable[Syarat]) -> list[str]:
        return [self._either(map(self.frasa, one.atau)) for one in some]

    def _either(self, ways: Iterable[str]) -> str:
        return f"({self.atau.join(ways)})"
