"""The counts behind the reports: each one question, however many lines stand in the lists."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Protocol

from service.domain.laporan.gerak import Peristiwa
from service.domain.laporan.ketersediaan import Hitungan
from service.domain.laporan.umur import Umur
from service.domain.laporan.verifikasi import Langkah
from service.ports.kiriman import Jangkauan


class LaporanLists(Protocol):
    """What the ledger counts for a report; of what is withheld now it counts nothing."""

    def standing(
        self, tempat: Collection[Jangkauan], pada: datetime | None = None
    ) -> list[Hitungan]:
        """How many pieces stand where, by unit and kategori: now, or as it was at a moment."""
        ...

    def moves(
        self, tempat: Collection[Jangkauan], dari: datetime, sampai: datetime
    ) -> list[Peristiwa]:
        """The publications and withdrawals up to a moment, of pieces that had one since another."""
        ...

    def verdicts(
        self, tempat: Collection[Jangkauan], dari: datetime, sampai: datetime
    ) -> list[Langkah]:
        """What was said of lines between two moments."""
        ...

    def ages(
        self, tempat: Collection[Jangkauan], sejak: Sequence[tuple[str, date]], lama: str
    ) -> list[Umur]:
        """How many lines that the public reads were brought up to date since which day, by
        kategori: each under the first name whose day it reaches, else under `lama`."""
        ...

    def known(
        self, instansi: str, ids: Collection[str], dasar: Collection[str]
    ) -> tuple[set[str], set[str]]:
        """Which of these ids are pieces of an agency, and on which of these grounds one rests."""
        ...
