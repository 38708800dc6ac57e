"""A meeting as a calendar on a phone or a desk takes it in: iCalendar, RFC 5545."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from service.domain.garis_kalender import joined, masked
from service.domain.rapat import Rapat


@dataclass(frozen=True)
class Jadwal:
    """The meeting, its name for good, its hours in UTC, and how often it was changed."""

    id: str
    rapat: Rapat
    mulai: datetime
    selesai: datetime | None
    dibuat: datetime
    urutan: int = 0


def written(one: Jadwal) -> str:
    """One event; each change of it goes by the same name and a higher number."""
    rapat = one.rapat
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Berkas//Rapat//ID",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{one.id}@berkas",
        f"SEQUENCE:{one.urutan}",
        f"DTSTAMP:{_moment(one.dibuat)}",
        f"DTSTART:{_moment(one.mulai)}",
        f"DTEND:{_moment(one.selesai)}" if one.selesai else "",
        f"SUMMARY:{masked(rapat.judul)}",
        f"LOCATION:{masked(rapat.tempat)}" if rapat.tempat else "",
        f"DESCRIPTION:{masked(_told(rapat))}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return joined(lines)


def _told(one: Rapat) -> str:
    agenda = [f"{n}. {each.judul}" for n, each in enumerate(one.acara, 1)]
    return "\n".join(["Acara:", *agenda, *([f"Tautan: {one.tautan}"] if one.tautan else [])])


def _moment(at: datetime) -> str:
    return f"{at:%Y%m%dT%H%M%SZ}"
