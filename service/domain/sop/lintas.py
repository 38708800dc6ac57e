"""Passages that are over, as far as their time is told, and the measure laid on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from service.domain.kalender import Kalender
from service.domain.meteran import MENIT, Meteran
from service.domain.sop.jejak import Lama, norma_menit
from service.domain.sop.waktu import HARI, Waktu, jatuh_tempo, terlewat


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
    lewat: bool = False  # it took longer than the norm


class Pengukur:
    """Measures the passages of one unit by its calendar."""

    def __init__(self, kalender: Kalender) -> None:
        self.meteran = Meteran(kalender)
        self._norma: dict[tuple[Waktu, date], int | None] = {}

    def measured(self, one: Lintas, waktu: Waktu) -> Terukur:
        """The passage with its time; while its matter was held the clock stood."""
        taken = min(one.diambil or one.keluar, one.keluar)
        came, begun, left = map(self.meteran.letak, (one.masuk, taken, one.keluar))
        waited, worked = max(0, begun - came), max(0, left - begun)
        for start, end in map(_moments, one.jeda):
            waited -= self._shared(start, end, one.masuk, taken)
            worked -= self._shared(start, end, taken, one.keluar)
        took = Lama(waited // MENIT, worked // MENIT)
        on = self.meteran.kalender.tanggal(one.keluar)
        norma = self._allowed(waktu, one.masuk)
        late = norma is not None and took.sentuh > norma and self._past_day(waktu, one, taken)
        return Terukur(one, took, norma, f"{on.year}-{on.month:02d}", late)

    def _past_day(self, waktu: Waktu, one: Lintas, taken: datetime) -> bool:
        """A norm in days is passed when its last day is over, however long the days were."""
        kalender = self.meteran.kalender
        due = jatuh_tempo(waktu, kalender, taken)
        if waktu.satuan != HARI or due is None:
            return True
        stood = (self._shared(*_moments(span), taken, one.keluar) for span in one.jeda)
        if back := sum(stood) // MENIT:
            due = kalender.tambah_menit(due, back)
        return terlewat(waktu, kalender, due, one.keluar)

    def _shared(self, start: datetime, end: datetime, since: datetime, until: datetime) -> int:
        """How much office time two stretches have in common."""
        first, last = max(start, since), min(end, until)
        return max(0, self.meteran.letak(last) - self.meteran.letak(first))

    def _allowed(self, waktu: Waktu, since: datetime) -> int | None:
        key = (waktu, self.meteran.kalender.tanggal(since))
        if key not in self._norma:
            self._norma[key] = norma_menit(waktu, self.meteran.kalender, since)
        return self._norma[key]


def _moments(span: str) -> tuple[datetime, datetime]:
    start, _, end = span.partition("/")
    return datetime.fromisoformat(start), datetime.fromisoformat(end)
