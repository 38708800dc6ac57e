"""Spans of time as addresses name them: a day, a month, a year, on the clock of a zone."""

from __future__ import annotations

from datetime import date, timedelta

from service.domain.tengah_malam import at as at
from service.domain.tengah_malam import midnight as midnight


def span(tahun: int, bulan: int) -> tuple[date, date]:
    """The first and the last day of a month, or of the year where no month is named."""
    first = date(tahun, bulan or 1, 1)
    after = date(tahun + 1, 1, 1) if bulan in (0, 12) else date(tahun, bulan + 1, 1)
    return first, after - timedelta(days=1)
