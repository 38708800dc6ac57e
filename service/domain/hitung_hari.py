"""A term counted day by day, so that anybody can check why it ends on that day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from service.domain.kalender import Kalender, KalenderTertutup
from service.domain.libur import CUTI_BERSAMA
from service.domain.tanggal import hari, panjang

_SEHARI = timedelta(days=1)
_TERLAMA = 3 * 366  # days; a term that needs more is a mistake in the table
TERIMA, HITUNG, LEWAT, TUNDA = "terima", "hitung", "lewat", "tunda"


@dataclass(frozen=True)
class Tunda:
    """A stretch in which the clock stands; open as long as it has no end."""

    mulai: date
    sampai: date | None = None  # the day on which work goes on again

    def covers(self, day: date) -> bool:
        """Whether the clock stands on a day."""
        return self.mulai <= day and (self.sampai is None or day < self.sampai)


@dataclass(frozen=True)
class Hari:
    """One day of the count: the n-th, or passed over and why."""

    tanggal: date
    apa: str  # terima, hitung, lewat or tunda
    ke: int = 0
    sebab: str = ""


@dataclass(frozen=True)
class Hitungan:
    """The whole count; without an end while the clock stands."""

    tenggat: date | None
    hari: tuple[Hari, ...]

    @property
    def dilewati(self) -> tuple[Hari, ...]:
        """The days that were not counted."""
        return tuple(one for one in self.hari if one.apa in (LEWAT, TUNDA))


def count(
    kalender: Kalender, diterima: datetime, banyak: int, tunda: tuple[Tunda, ...] = ()
) -> Hitungan:
    """A term of so many working days from the moment something was received."""
    came, first = kalender.tanggal(diterima), kalender.hari_terima(diterima)
    days = [_received(kalender, came, first)]
    n = 0
    if kalender.hari_terima_dihitung and kalender.is_hari_kerja(first):
        n = 1
        days = [Hari(first, HITUNG, 1, "Hari terima ikut dihitung")]
    day = first
    while n < banyak:
        day += _SEHARI
        if any(one.sampai is None and one.covers(day) for one in tunda):
            return Hitungan(None, (*days, Hari(day, TUNDA, 0, "Ditunda sejak hari ini")))
        if (day - first).days > _TERLAMA:
            raise KalenderTertutup
        sebab = closed_because(kalender, day)
        if sebab:
            days.append(Hari(day, LEWAT, 0, sebab))
        elif any(one.covers(day) for one in tunda):
            days.append(Hari(day, TUNDA, 0, "Berkas ditunda"))
        else:
            n += 1
            days.append(Hari(day, HITUNG, n))
    return Hitungan(day, tuple(days))


def _received(kalender: Kalender, came: date, first: date) -> Hari:
    if came == first:
        return Hari(first, TERIMA, 0, "Hari terima, tidak dihitung")
    why = closed_because(kalender, came) or "sesudah jam kerja"
    return Hari(
        first, TERIMA, 0, f"Masuk {panjang(came)} ({why}), dianggap diterima hari kerja berikutnya"
    )


def closed_because(kalender: Kalender, day: date) -> str:
    """Why the office is closed on a day; '' where it works."""
    if kalender.is_hari_kerja(day):
        return ""
    if libur := kalender.libur_on(day):
        kind = "cuti bersama" if libur.jenis == CUTI_BERSAMA else "libur"
        sure = ", masih sementara" if libur.sementara else ""
        return f"{libur.nama} ({kind}{sure})"
    return hari(day)
