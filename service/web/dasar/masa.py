"""Spans of time as addresses name them: a day, a month, a year, on the clock of a zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from service.domain.tanggal import ZONA


def midnight(text: str, zona: str, *, end: bool = False) -> datetime | None:
    """When a day begins or ends; None where the text is no day."""
    try:
        on = date.fromisoformat(text) if len(text) == 10 else None
        return at(on, zona, end=end) if on else None
    except (ValueError, OverflowError):  # no date, or one beyond the calendar
        return None


def at(on: date, zona: str, *, end: bool = False) -> datetime:
    """The first or the last moment of a day."""
    here = datetime.combine(on, time.max if end else time.min, ZoneInfo(ZONA[zona]))
    return here.astimezone(UTC)


def span(tahun: int, bulan: int) -> tuple[date, date]:
    """The first and the last day of a month, or of the year where no month is named."""
    first = date(tahun, bulan or 1, 1)
    after = date(tahun + 1, 1, 1) if bulan in (0, 12) else date(tahun, bulan + 1, 1)
    return first, after - timedelta(days=1)
