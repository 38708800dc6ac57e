"""Passages that are over, as far as their time is told, and the measure laid on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from service.domain.kalender import Kalender
from service.domain.meteran import MENIT, Meteran
from service.domain.sop.jejak import Lama, norma_menit
from service.domain.sop.waktu import Waktu


@dataclass(frozen=True)
class Lintas:
    """One passage, without the words that belong to its matter."""

    berkas: str
    unit: str
    rahasia: bool
    untuk: str  # for which unit or row of another matter its own is
    langkah: str
    masuk: datetime
    diambil: datetime | None
    keluar: datetime
    kembali: bool = False
    jeda: tuple[str, ...] = ()  # when the clock of its matter stood: from/to, in UTC


@dataclass(frozen=True)
class Terukur:
    """A passage with its office time: what it took, what was allowed, in which month it ended."""

    lintas: Lintas
    lama: Lama
    norma: int | None
    bulan: str  # 2026-11


class Pengukur:
    """Measures the passages of one unit by its calendar."""

    def __init__(self, kalender: Kalender) -> None:
        self.meteran = Meteran(kalender)
        self._norma: dict[tuple[Waktu, date], int | None] = {}

    def measured(self, one: Lintas, waktu: Waktu) -> Terukur:
        """The passage with its time; while its matter was held the clock stood."""
        taken = min(one.diambil or one.keluar, one.keluar)
        stood = [_moments(span) for span in one.jeda]
        took = Lama(
            self._worth(one.masuk, taken, stood) // MENIT,
            self._worth(taken, one.keluar, stood) // MENIT,
        )
        on = self.meteran.kalender.tanggal(one.keluar)
        return Terukur(one, took, self._allowed(waktu, one.masuk), f"{on.year}-{on.month:02d}")

    def _worth(self, start: datetime, end: datetime, stood: list[tuple[datetime, datetime]]) -> int:
        whole = self._span(start, end)
        return whole - sum(self._span(max(a, start), min(b, end)) for a, b in stood)

    def _span(self, start: datetime, end: datetime) -> int:
        return max(0, self.meteran.letak(end) - self.meteran.letak(start))

    def _allowed(self, waktu: Waktu, since: datetime) -> int | None:
        key = (waktu, self.meteran.kalender.tanggal(since))
        if key not in self._norma:
            self._norma[key] = norma_menit(waktu, self.meteran.kalender, since)
        return self._norma[key]


def _moments(span: str) -> tuple[datetime, datetime]:
    start, _, end = span.partition("/")
    return datetime.fromisoformat(start), datetime.fromisoformat(end)
