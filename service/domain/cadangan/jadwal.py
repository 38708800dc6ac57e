"""The backups of every night: their names, which are whole, and which have served their time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from service.domain.tanggal import local

MALAM = timedelta(hours=1, minutes=30)  # after midnight, when nobody is at work
DISIMPAN = timedelta(days=62)
_NAMA = re.compile(r"berkas-(\d{4}-\d\d-\d\d)-(penuh|lanjutan)\.tar(\.age)?")


@dataclass(frozen=True, order=True)
class Malam:
    """One night's backup, by its name."""

    hari: date
    penuh: bool
    terkunci: bool = False

    @property
    def nama(self) -> str:
        kind = "penuh" if self.penuh else "lanjutan"
        return f"berkas-{self.hari.isoformat()}-{kind}.tar{'.age' if self.terkunci else ''}"


def read(nama: str) -> Malam | None:
    """The night that a file is of; None where it is no nightly backup."""
    if not (match := _NAMA.fullmatch(nama)):
        return None
    try:
        hari = date.fromisoformat(match[1])
    except ValueError:
        return None
    return Malam(hari, match[2] == "penuh", bool(match[3]))


def night(now: datetime, zona: str) -> date:
    """Which night it is: the day that has begun, once the night is far enough."""
    return local(now - MALAM, zona).date()


def base_of(names: Iterable[str], hari: date, *, terkunci: bool) -> Malam | None:
    """The whole backup of this month that tonight's goes on from; None: tonight's is whole."""
    known = [one for name in names if (one := read(name))]
    found = [
        one
        for one in known
        if one.penuh
        and one.terkunci == terkunci
        and one.hari < hari
        and (one.hari.year, one.hari.month) == (hari.year, hari.month)
    ]
    return max(found, default=None)


def of_night(names: Iterable[str], hari: date) -> Malam | None:
    """The backup of that night; the whole one, where the other could not be put back."""
    found = (one for name in names if (one := read(name)) and one.hari == hari)
    return max(found, default=None)


def outdated(names: Iterable[str], hari: date) -> list[str]:
    """Which may go: old ones, but never what a kept one builds on, and never the last whole one."""
    known = sorted(one for name in names if (one := read(name)))
    kept = {one for one in known if hari - one.hari <= DISIMPAN}
    whole = [one for one in known if one.penuh]
    kept |= set(whole[-1:])
    for one in [x for x in kept if not x.penuh]:
        kept |= set([x for x in whole if x.hari < one.hari][-1:])
    return [one.nama for one in known if one not in kept]
