"""When information was made, as precisely as it was written and no more precisely."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from service.domain.tanggal import panjang

TIADA = "tiada"  # nothing was written
TAHUN, SEMESTER, CATURWULAN, TRIWULAN = "tahun", "semester", "caturwulan", "triwulan"
BULAN, TANGGAL, RENTANG, BERULANG = "bulan", "tanggal", "rentang", "berulang"
TEKS = "teks"  # written, and no reading of it is sure
KETELITIAN: dict[str, str] = {
    TIADA: "Belum ditulis",
    TAHUN: "Tahun",
    SEMESTER: "Semester",
    CATURWULAN: "Caturwulan",
    TRIWULAN: "Triwulan",
    BULAN: "Bulan",
    TANGGAL: "Tanggal",
    RENTANG: "Rentang waktu",
    BERULANG: "Berulang",
    TEKS: "Kata-kata saja",
}
TERTUA, TERJAUH = 1800, 2100  # years; an archive may hold what is older than the republic
_SEHARI = timedelta(days=1)


@dataclass(frozen=True)
class WaktuPembuatan:
    """What was written, how precise it is, and the days it covers as far as it says them."""

    tertulis: str = ""
    ketelitian: str = TIADA
    mulai: date | None = None  # the first day; None where it says none
    akhir: date | None = None  # the last day; None where it goes on
    tiap: str = ""  # for what comes again: hari_kerja, hari, minggu, bulan, …; '' for no rhythm
    ragu: str = ""  # why a person looks at it again

    @property
    def urut(self) -> date | None:
        """The day by which it stands in a list; None sorts last."""
        return self.mulai

    @property
    def terbaca(self) -> bool:
        """Whether it says a time that is sure."""
        return self.ketelitian not in (TIADA, TEKS)

    def doubts(self, today: date | None) -> str:
        """Why a person looks at it again, on this day; without a day, whatever the day."""
        if not self.ragu and today and self.mulai and self.mulai > today:
            return f"Waktunya sesudah hari ini ({panjang(today)}). Periksa tahunnya."
        return self.ragu


def on_day(day: date) -> WaktuPembuatan:
    """A day that came as a day, as out of a cell of dates."""
    plain = day.date() if isinstance(day, datetime) else day
    return WaktuPembuatan(panjang(plain), TANGGAL, plain, plain)


def year(n: int) -> tuple[date, date]:
    """The first and the last day of a year."""
    return date(n, 1, 1), date(n, 12, 31)


def part(n: int, which: int, months: int) -> tuple[date, date]:
    """The first and the last day of a part of a year: the second of six months, the third of three.

    One month is the part of one month.
    """
    first, after = (which - 1) * months + 1, which * months + 1
    end = date(n, after, 1) - _SEHARI if after <= 12 else date(n, 12, 31)
    return date(n, first, 1), end


def by_time(waktu: WaktuPembuatan) -> tuple[bool, date, date]:
    """The key of a list in the order of time: what says no day comes last."""
    first = waktu.urut
    return first is None, first or date.max, waktu.akhir or date.max
