"""The calendar of an office: working days, terms counted in them, and what is left of a term."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from service.domain import jam_kerja
from service.domain.jam_kerja import Jam
from service.domain.libur import CUTI_BERSAMA, Libur
from service.domain.refusals import Refusal
from service.domain.tanggal import ZONA, hari_tanggal, local

_SEHARI = timedelta(days=1)
JAM_BIASA: dict[int, Jam] = {
    **dict.fromkeys(range(4), jam_kerja.read_jam("07.30-12.00, 13.00-16.00")),
    4: jam_kerja.read_jam("07.30-11.30, 13.00-16.30"),
}
JAM_RAMADAN: dict[int, Jam] = {
    **dict.fromkeys(range(4), jam_kerja.read_jam("08.00-12.00, 12.30-15.00")),
    4: jam_kerja.read_jam("08.00-11.30, 12.30-15.30"),
}
# A year without one open day is a mistake in the table, not a calendar.
_BATAS_CARI = 366


class KalenderTertutup(Refusal):
    """The table closes the office for a whole year."""

    def __init__(self) -> None:
        super().__init__(
            "Kalender menutup kantor selama setahun penuh, sehingga tenggat tidak dapat dihitung. "
            "Tidak ada yang berubah. Periksa hari kerja dan tabel hari libur."
        )


@dataclass(frozen=True)
class Ramadan:
    """One month of fasting, first and last day."""

    mulai: date
    sampai: date


@dataclass(frozen=True)
class Kalender:
    """When an office works; a weekday without hours is no working day."""

    zona: str = "WIB"
    jam: tuple[Jam, ...] = tuple(JAM_BIASA.get(n, ()) for n in range(7))
    jam_ramadan: tuple[Jam, ...] = tuple(JAM_RAMADAN.get(n, ()) for n in range(7))
    ramadan: tuple[Ramadan, ...] = ()
    cuti_bersama_libur: bool = True
    hari_terima_dihitung: bool = False  # day 0 counts as day 1
    lewat_jam_ke_esok: bool = True  # what comes after hours came on the next working day
    libur: tuple[Libur, ...] = ()

    # --- days ---

    @cached_property
    def hari_kerja(self) -> frozenset[int]:
        """The weekdays on which the office works, Monday being 0."""
        return frozenset(n for n, jam in enumerate(self.jam) if jam)

    @cached_property
    def _tutup(self) -> dict[date, Libur]:
        counted = [x for x in self.libur if self.cuti_bersama_libur or x.jenis != CUTI_BERSAMA]
        # A national holiday names the day, whatever else falls on it.
        return {x.tanggal: x for x in sorted(counted, key=lambda x: x.jenis != CUTI_BERSAMA)}

    def libur_on(self, day: date) -> Libur | None:
        """The holiday that closes the office that day."""
        return self._tutup.get(day)

    def is_hari_kerja(self, day: date) -> bool:
        """Whether the office works that day."""
        return day.weekday() in self.hari_kerja and day not in self._tutup

    def hari_kerja_after(self, day: date, n: int) -> date:
        """The n-th working day after a day, which itself is not counted."""
        return self._walk(day, n, _SEHARI)

    def hari_kerja_before(self, day: date, n: int) -> date:
        """The n-th working day before a day, which itself is not counted."""
        return self._walk(day, n, -_SEHARI)

    def _walk(self, day: date, n: int, step: timedelta) -> date:
        idle = 0
        while n > 0:
            day += step
            idle = 0 if self.is_hari_kerja(day) else idle + 1
            n -= 1 if idle == 0 else 0
            if idle > _BATAS_CARI:
                raise KalenderTertutup
        return day

    def count_hari_kerja(self, start: date, end: date) -> int:
        """Working days after `start` up to and with `end`; negative where `end` came first."""
        if end < start:
            return -self.count_hari_kerja(end, start)
        return sum(map(self.is_hari_kerja, _days(start + _SEHARI, end)))

    # --- moments ---

    def tanggal(self, moment: datetime) -> date:
        """The date of a moment in the zone of the office."""
        return local(moment, self.zona).date()

    def moment(self, day: date, at: time) -> datetime:
        """A wall time of the office, in UTC."""
        return datetime.combine(day, at, ZoneInfo(ZONA[self.zona])).astimezone(UTC)

    def jam_on(self, day: date) -> Jam:
        """The office hours of a day; none where the office is closed."""
        if not self.is_hari_kerja(day):
            return ()
        fasting = any(month.mulai <= day <= month.sampai for month in self.ramadan)
        return (self.jam_ramadan if fasting else self.jam)[day.weekday()]

    def hari_terima(self, moment: datetime) -> date:
        """The day on which something counts as received."""
        wall = local(moment, self.zona)
        day = wall.date()
        jam = self.jam_on(day)
        late = not jam or wall.time() > jam[-1].selesai
        return self.hari_kerja_after(day, 1) if late and self.lewat_jam_ke_esok else day

    def tambah_menit(self, moment: datetime, menit: int) -> datetime:
        """When so many minutes of office time have passed."""
        wall = local(moment, self.zona).replace(tzinfo=None)
        return self._utc(jam_kerja.add_menit(wall, menit, self._open_jam))

    def menit_kerja(self, start: datetime, end: datetime) -> int:
        """Minutes of office time between two moments."""
        first, last = (local(x, self.zona).replace(tzinfo=None) for x in (start, end))
        return jam_kerja.menit_between(first, last, self.jam_on)

    def _open_jam(self, day: date) -> Jam:
        """The hours of a day, or KalenderTertutup where none would ever follow."""
        jam = self.jam_on(day)
        if not jam:
            self.hari_kerja_after(day, 1)
        return jam

    def _utc(self, wall: datetime) -> datetime:
        return wall.replace(tzinfo=ZoneInfo(ZONA[self.zona])).astimezone(UTC)

    # --- terms ---

    def tenggat_hari(self, diterima: datetime, n: int) -> date:
        """The last day of a term of n working days."""
        received = self.hari_terima(diterima)
        if self.hari_terima_dihitung and self.is_hari_kerja(received):
            return self.hari_kerja_after(received, n - 1)
        return self.hari_kerja_after(received, n)

    def tenggat_bulan(self, start: date, n: int) -> date:
        """The last working day of a period of n months that begins on a day."""
        end = _period_end(start, n)
        return end if self.is_hari_kerja(end) else self.hari_kerja_before(end, 1)

    def sisa(self, today: date, tenggat: date) -> str:
        """What is left of a term: `tinggal 2 hari kerja (Selasa, 24 November)`."""
        name = hari_tanggal(tenggat, tahun=tenggat.year != today.year)
        if tenggat == today:
            return f"jatuh tempo hari ini ({name})"
        n = self.count_hari_kerja(today, tenggat)
        if tenggat > today:
            return f"tinggal {n} hari kerja ({name})" if n else f"jatuh tempo pada {name}"
        return f"lewat {-n} hari kerja (sejak {name})" if n else f"lewat sejak {name}"

    def ragu(self, start: date, end: date) -> str:
        """Why a term may still move: the table is provisional or empty there; '' if it is sure."""
        years = {x.tanggal.year for x in self.libur}
        if empty := sorted(set(range(start.year, end.year + 1)) - years):
            return f"Tabel hari libur tahun {', '.join(map(str, empty))} belum diisi."
        loose = sorted({x.tanggal.year for x in self._between(start, end) if x.sementara})
        return f"Hari libur tahun {loose[0]} masih sementara." if loose else ""

    def _between(self, start: date, end: date) -> list[Libur]:
        return [x for x in self.libur if start <= x.tanggal <= end]

    def with_libur(self, libur: Iterable[Libur]) -> Kalender:
        """The calendar with another table of holidays."""
        return replace(self, libur=tuple(libur))

    def in_zona(self, zona: str) -> Kalender:
        """The calendar on the clock of another zone."""
        return replace(self, zona=zona)


def _days(start: date, end: date) -> Iterator[date]:
    while start <= end:
        yield start
        start += _SEHARI


def _period_end(start: date, n: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + n, 12)
    last = monthrange(year, month + 1)[1]
    if start.day > last:  # begun on the 31st: the shorter month ends the period
        return date(year, month + 1, last)
    return date(year, month + 1, start.day) - _SEHARI
