"""When a day begins and ends on the clock of a zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
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
