"""A meeting as a calendar on a phone or a desk takes it in: iCalendar, RFC 5545."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from service.domain.rapat import Rapat

TERPANJANG = 75  # octets of one line, its end not counted
_TANDA = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_GARIS_BARU = str.maketrans(dict.fromkeys("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n"))


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
        f"SUMMARY:{_text(rapat.judul)}",
        f"LOCATION:{_text(rapat.tempat)}" if rapat.tempat else "",
        f"DESCRIPTION:{_text(_told(rapat))}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines if line)


def _told(one: Rapat) -> str:
    agenda = [f"{n}. {each.judul}" for n, each in enumerate(one.acara, 1)]
    return "\n".join(["Acara:", *agenda, *([f"Tautan: {one.tautan}"] if one.tautan else [])])


def _moment(at: datetime) -> str:
    return f"{at:%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    plain = words.replace("\r\n", "\n").replace("\r", "\n").translate(_GARIS_BARU)
    return plain.translate(_TANDA)


def _folded(line: str) -> str:
    """Lines of octets, never cut within a letter."""
    parts, part, used = list[str](), "", 0
    for letter in line:
        size = len(letter.encode())
        if used + size > TERPANJANG:
            parts.append(part)
            part, used = " ", 1
        part, used = part + letter, used + size
    return "\r\n".join([*parts, part])
