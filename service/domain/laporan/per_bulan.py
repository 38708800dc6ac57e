"""How many requests came in each month of a year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime

from service.domain.tanggal import BULAN, local


def by_month(came: Iterable[datetime], zona: str, until: date) -> list[tuple[str, int]]:
    """The months from January to that of `until`, by the office's clock; [] where none came."""
    found = Counter(local(one, zona).date().replace(day=1) for one in came)
    months = [date(until.year, n, 1) for n in range(1, until.month + 1)]
    told = [(BULAN[one.month - 1], found[one]) for one in months]
    return told if any(many for _, many in told) else []
