"""Terms as a calendar of somebody's own takes them in: whole days, nothing that is withheld."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from service.domain.garis_kalender import joined, masked
from service.domain.surel_isi import line


@dataclass(frozen=True)
class Acara:
    """One term on its day; a closed one is only counted."""

    id: str
    tanggal: date
    kata: str
    alamat: str = ""
    tertutup: bool = False


def written(nama: str, acara: Sequence[Acara], dibuat: datetime, url: str = "") -> str:
    """The calendar; the same term goes by the same name each time it is fetched."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Berkas//Tenggat//ID", "METHOD:PUBLISH"]
    head.append(f"X-WR-CALNAME:{masked(line(nama))}")
    body = [row for one in _shown(acara) for row in _event(one, dibuat, url)]
    return joined([*head, *body, "END:VCALENDAR"])


def _shown(acara: Iterable[Acara]) -> Iterator[Acara]:
    closed = Counter[date]()
    for one in acara:
        if one.tertutup:
            closed[one.tanggal] += 1
        else:
            yield one
    for on, many in sorted(closed.items()):
        yield Acara(f"tertutup-{on:%Y%m%d}", on, f"{many} tenggat rahasia", "/tenggat")


def _event(one: Acara, dibuat: datetime, url: str) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{one.id}@berkas",
        f"DTSTAMP:{dibuat:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{one.tanggal:%Y%m%d}",
        f"DTEND;VALUE=DATE:{one.tanggal + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{masked(line(one.kata))}",
        f"URL:{url}{one.alamat}" if url and one.alamat else "",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]
