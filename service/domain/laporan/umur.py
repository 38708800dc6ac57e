"""How long ago the lines that the public reads were last brought up to date."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

BARU, SETENGAH, SETAHUN, LAMA = "baru", "setengah", "setahun", "lama"
UMUR: dict[str, str] = {
    BARU: "Sampai 1 bulan",
    SETENGAH: "Lebih dari 1 sampai 6 bulan",
    SETAHUN: "Lebih dari 6 sampai 12 bulan",
    LAMA: "Lebih dari 12 bulan",
}


@dataclass(frozen=True)
class Umur:
    """So many lines of one kategori are of that age."""

    kategori: str
    umur: str
    banyak: int


def begins(today: date) -> dict[str, date]:
    """The first day on which what was brought up to date is still of that age; none for LAMA."""
    return {
        BARU: _months_on(today, -1),
        SETENGAH: _months_on(today, -6),
        SETAHUN: _months_on(today, -12),
    }


def age(on: date, today: date) -> str:
    """How old what was last brought up to date on a day is."""
    return next((nama for nama, first in begins(today).items() if on >= first), LAMA)


def ends(today: date) -> tuple[date, date]:
    """The last day of the half year and of the year that begin today."""
    return _months_on(today, 6), _months_on(today, 12)


def _months_on(today: date, months: int) -> date:
    """The same day so many months on, or the last of that month."""
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))
