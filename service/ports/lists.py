"""What pages and audits read, past the model."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from service.domain.catatan import Catatan, Kepala, Ubahan
from service.domain.janji import Temuan
from service.domain.kait import Antaran
from service.domain.pekerjaan import Pekerjaan


@dataclass(frozen=True)
class SaringJurnal:
    """Which lines of a journal are asked for; empty: all."""

    siapa: str = ""
    perbuatan: str = ""
    dari: datetime | None = None
    sampai: datetime | None = None


class Pages(Protocol):
    """Lists for pages; reads that bypass the model."""

    def macet(self, skip: int = 0, atmost: int | None = None) -> list[Pekerjaan]:
        """Work that waits for a person, longest first."""
        ...

    def count_macet(self) -> int:
        """How much work waits for a person."""
        ...

    def owed(self, job: str, untuk: str) -> Pekerjaan | None:
        """One piece of owed work as it stands, macet or not; None where nobody owes it."""
        ...

    def kepala(self) -> list[Kepala]:
        """Where every journal ends."""
        ...

    def jurnal(
        self, instansi: str, before: int, atmost: int, saring: SaringJurnal = ...
    ) -> list[Catatan]:
        """Lines of a journal below number `before`, newest first."""
        ...

    def isi(self, changes: Sequence[Ubahan]) -> dict[tuple[str, str, int], dict[str, object]]:
        """What rows held before and after these changes: by jenis, id and versi."""
        ...

    def urut_terakhir(self, buku: str) -> int | None:
        """The last number drawn from a book, by its id; None where it is not begun."""
        ...

    def pelaku(self, instansi: str) -> dict[str, str]:
        """Who acted in a journal: id and name."""
        ...

    def perbuatan(self, instansi: str) -> list[str]:
        """What was done in a journal, each once."""
        ...

    def nama_orang(self, ids: Collection[str]) -> dict[str, str]:
        """What people are called, by id."""
        ...

    def count_due(self) -> int:
        """How much work is under way, or could be done now."""
        ...

    def last_drawn(self, tahun: int) -> datetime | None:
        """When a number was last drawn from a book of that year, or of no year; None: never."""
        ...

    def work(self) -> list[tuple[str, str, int]]:
        """How much work is owed, by job and by how it stands: menunggu, dikerjakan, macet."""
        ...

    def antaran(self, kait: str, skip: int, atmost: int) -> list[Antaran]:
        """What was told, or is to be told, of a webhook; newest first."""
        ...

    def count_antaran(self) -> dict[tuple[str, str], int]:
        """How many tellings stand how, by webhook and state."""
        ...

    def antaran_lama(self, sebelum: datetime, atmost: int) -> list[Antaran]:
        """Some of those that wait for nothing since before a moment."""
        ...

    def oldest_owed(self) -> datetime | None:
        """Since when the oldest work waits that could be done now."""
        ...

    def paket(self) -> dict[str, int]:
        """Every pack file that was changed on a page, by its path: which version stands."""
        ...

    def ledger_told(self) -> str:
        """What the ledger is, and at which schema; refuses where it does not fit this code."""
        ...


class Audit(Protocol):
    """What the ledger can say of its own promises."""

    def findings(self, recorded: Iterable[Kepala]) -> list[Temuan]:
        """Numbers, owed work, chains and rows; `recorded` are heads seen earlier."""
        ...

    def ends(self, recorded: Iterable[Kepala]) -> Temuan:
        """Whether the journals still end where they were seen to; asked without reading them."""
        ...

    def holds(self, kepala: Kepala) -> bool:
        """Whether a journal has that line, with a chain that begins so."""
        ...

    def held(self) -> dict[str, int]:
        """Every file the store should hold, with its size."""
        ...

    def destroyed(self) -> dict[str, bool]:
        """Every file that was destroyed with its archive, and whether its bytes are gone."""
        ...

    def named(self) -> dict[str, str]:
        """Every sha256 that a row names and that was not destroyed, and which row does."""
        ...


class Heads(Protocol):
    """Where the journals ended when we last looked, kept apart from the ledger."""

    def record(self, heads: Iterable[Kepala]) -> None:
        """Write down heads that moved on."""
        ...

    def recorded(self) -> list[Kepala]:
        """Every head that was seen."""
        ...


class LastNumbers(Protocol):
    """How far the books of numbers had come when we last looked, kept apart from the ledger."""

    def record(self, last: Mapping[str, int]) -> None:
        """Write down books that went on."""
        ...

    def recorded(self) -> dict[str, int]:
        """The last number of each book that was seen."""
        ...
