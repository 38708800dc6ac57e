"""The period of a report: a month, half a year or a year of the office's own calendar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from service.domain.refusals import Refusal
from service.domain.sop import masa as putaran
from service.domain.tanggal import ZONA

BULAN, SEMESTER, TAHUN = "bulan", "semester", "tahun"
PANJANG: dict[str, int] = {BULAN: 1, SEMESTER: 6, TAHUN: 12}
SEBUTAN: dict[str, str] = {BULAN: "Bulanan", SEMESTER: "Tengah tahun", TAHUN: "Tahunan"}
_TERTULIS = re.compile(r"(20\d\d)(?:-(?:(0[1-9]|1[0-2])|s([12])))?")


class MasaTidakDikenal(Refusal):
    """What was asked for is no period."""

    def __init__(self) -> None:
        super().__init__(
            "Masa laporannya tidak dikenal. Tulis bulan seperti 2026-11, tengah tahun seperti "
            "2026-s2, atau tahun seperti 2026."
        )


@dataclass(frozen=True)
class Masa:
    """One period, by its first and last day."""

    awal: date
    akhir: date

    @property
    def panjang(self) -> str:
        """Whether it is a month, half a year or a year."""
        months = self.akhir.month - self.awal.month + 1
        return next((nama for nama, many in PANJANG.items() if many == months), "")

    @property
    def kode(self) -> str:
        """As it stands in an address: 2026-11, 2026-s2, 2026."""
        if self.panjang == TAHUN:
            return str(self.awal.year)
        if self.panjang == SEMESTER:
            return f"{self.awal.year}-s{1 if self.awal.month == 1 else 2}"
        return f"{self.awal.year}-{self.awal.month:02d}"

    @property
    def nama(self) -> str:
        """As people say it: `November 2026`, `Juli sampai Desember 2026`, `tahun 2026`."""
        first = f"{self.awal.year}-{self.awal.month:02d}"
        return putaran.sebutan(first, self.akhir.month - self.awal.month + 1)

    @property
    def sebelum(self) -> Masa:
        """The one before, equally long."""
        return masa_of(self.panjang or BULAN, self.awal - timedelta(days=1))

    @property
    def sesudah(self) -> Masa:
        """The one after, equally long."""
        return masa_of(self.panjang or BULAN, self.akhir + timedelta(days=1))

    def momen(self, zona: str) -> tuple[datetime, datetime]:
        """Its first and its last moment, by the clock of the office."""
        zone = ZoneInfo(ZONA[zona])
        first = datetime.combine(self.awal, time.min, zone)
        last = datetime.combine(self.akhir, time.max, zone)
        return first.astimezone(UTC), last.astimezone(UTC)


def masa_of(panjang: str, on: date) -> Masa:
    """The period of that length in which a day lies."""
    months = PANJANG[panjang]
    return Masa(*putaran.rentang(putaran.masa(months, on), months))


def read_masa(text: str) -> Masa:
    """A period as it stands in an address; MasaTidakDikenal for anything else."""
    found = _TERTULIS.fullmatch(text.strip().lower())
    if found is None:
        raise MasaTidakDikenal
    year, month, half = found.groups()
    if month:
        return masa_of(BULAN, date(int(year), int(month), 1))
    if half:
        return masa_of(SEMESTER, date(int(year), 1 if half == "1" else 7, 1))
    return masa_of(TAHUN, date(int(year), 1, 1))
