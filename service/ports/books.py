"""The books of numbers, as pages and proofs read them."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from service.domain.buku import KeadaanBuku
from service.domain.nomor import Nomor


class Books(Protocol):
    """How far each book has come, and what stands in it."""

    def all(self, instansi: str) -> list[KeadaanBuku]:
        """Every book of an instansi that was begun, newest year first."""
        ...

    def last(self) -> dict[str, int]:
        """The last number of every book, by its id."""
        ...

    def one(self, buku: str) -> KeadaanBuku | None:
        """One book by its id; None where it is not begun."""
        ...

    def rows(self, buku: str, awal: int, akhir: int) -> list[Nomor]:
        """The numbers from one place to another, with what was slipped in behind them."""
        ...

    def external(self, buku: str, dari: date, sampai: date) -> list[Nomor]:
        """Numbers that other registers gave, by the dates of their letters."""
        ...

    def span(self, buku: str, dari: date, sampai: date) -> tuple[int, int]:
        """The places that belong to some days: what has no date goes with the one before it."""
        ...

    def same(self, instansi: str, normal: str) -> list[Nomor]:
        """All numbers that are written like this one, whatever their spaces and letters."""
        ...

    def waiting(self, instansi: str) -> list[Nomor]:
        """The numbers that are provisional, in the order of their books."""
        ...
