"""When something counts as come that is written down only now."""

from __future__ import annotations

from datetime import date, datetime, time

from service.domain.kalender import Kalender
from service.domain.refusals import Refusal

PAGI = time(9, 0)  # the hour of what came on an earlier day, within every office's hours
LAMA = 366  # days that may lie between a paper and its registering


class TanggalTerimaSalah(Refusal):
    """A day on which it cannot have come."""


def received(
    kalender: Kalender, now: datetime, day: date | None, came: datetime | None = None
) -> datetime:
    """At `came` (else now), or in the morning of an earlier day, by the calendar of its unit."""
    came = came or now
    on, today = kalender.tanggal(came), kalender.tanggal(now)
    day = day or on
    if day > today:
        raise TanggalTerimaSalah("Tanggal terima tidak boleh sesudah hari ini.")
    if (today - day).days > LAMA:
        raise TanggalTerimaSalah("Tanggal terima lebih dari setahun yang lalu; periksa tahunnya.")
    return came if day == on else kalender.moment(day, PAGI)
