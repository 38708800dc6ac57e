"""Office time between moments, for many of them at once: each day is counted once."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from service.domain.jam_kerja import Jam
from service.domain.kalender import Kalender
from service.domain.tanggal import ZONA

_SATU = timedelta(microseconds=1)
MENIT = 60_000_000
Rentang = tuple[int, int]  # of microseconds within a day


class Meteran:
    """A measure laid along the office time of a calendar."""

    def __init__(self, kalender: Kalender) -> None:
        self.kalender = kalender
        self._zona = ZoneInfo(ZONA[kalender.zona])
        self._buka: dict[date, tuple[Rentang, ...]] = {}
        self._sebelum: dict[date, int] = {}
        self._ujung: tuple[date, date] | None = None

    def letak(self, moment: datetime) -> int:
        """Where a moment lies on the measure; while the office is closed it stands."""
        wall = moment.astimezone(self._zona)
        day = wall.date()
        now = ((wall.hour * 60 + wall.minute) * 60 + wall.second) * 1_000_000 + wall.microsecond
        found = self._sebelum[day] if day in self._sebelum else self._before(day)
        for start, end in self._open(day):
            if now > start:
                found += min(now, end) - start
        return found

    def menit(self, start: datetime, end: datetime) -> int:
        """Whole minutes of office time between two moments; none where the end came first."""
        return max(0, self.letak(end) - self.letak(start)) // MENIT

    def _open(self, day: date) -> tuple[Rentang, ...]:
        if day not in self._buka:
            self._buka[day] = _spans(self.kalender.jam_on(day))
        return self._buka[day]

    def _worth(self, day: date) -> int:
        return sum(end - start for start, end in self._open(day))

    def _before(self, day: date) -> int:
        """What lies before a day, counted from the first day that was ever asked for."""
        if self._ujung is None:
            self._ujung, self._sebelum[day] = (day, day), 0
        first, last = self._ujung
        while last < day:
            after = last + timedelta(days=1)
            self._sebelum[after] = self._sebelum[last] + self._worth(last)
            last = after
        while first > day:
            before = first - timedelta(days=1)
            self._sebelum[before] = self._sebelum[first] - self._worth(before)
            first = before
        self._ujung = (first, last)
        return self._sebelum[day]


def _spans(jam: Jam) -> tuple[Rentang, ...]:
    return tuple(
        (
            timedelta(hours=one.mulai.hour, minutes=one.mulai.minute) // _SATU,
            timedelta(hours=one.selesai.hour, minutes=one.selesai.minute) // _SATU,
        )
        for one in jam
    )
