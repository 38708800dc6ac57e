"""The office clock of a day: when people sit at their desks, and minutes counted on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

_SESI = re.compile(r"\s*(\d{1,2})[.:](\d{2})\s*-\s*(\d{1,2})[.:](\d{2})\s*")


@dataclass(frozen=True)
class Sesi:
    """One stretch of work without a break."""

    mulai: time
    selesai: time

    def __str__(self) -> str:
        return f"{self.mulai:%H.%M}-{self.selesai:%H.%M}"


Jam = tuple[Sesi, ...]  # of one day, in order
JamOf = Callable[[date], Jam]


def read_jam(text: str) -> Jam:
    """`07.30-12.00, 13.00-16.00` as sessions; ValueError says what is wrong, in Indonesian."""
    sesi = tuple(_read_sesi(part) for part in text.split(","))
    for before, after in pairwise(sesi):
        if after.mulai < before.selesai:
            raise ValueError(f"jam {after} mulai sebelum {before} selesai")
    return sesi


def _read_sesi(text: str) -> Sesi:
    found = _SESI.fullmatch(text)
    if not found:
        raise ValueError(f"jam '{text.strip()}' tidak dimengerti; tulis seperti 07.30-12.00")
    try:
        sesi = Sesi(time(int(found[1]), int(found[2])), time(int(found[3]), int(found[4])))
    except ValueError as wrong:
        raise ValueError(f"jam '{text.strip()}' tidak ada pada jam dinding") from wrong
    if sesi.selesai <= sesi.mulai:
        raise ValueError(f"jam '{text.strip()}' selesai sebelum mulai")
    return sesi


def write_jam(jam: Jam) -> str:
    """Sessions as an author writes them."""
    return ", ".join(str(sesi) for sesi in jam)


def spans(start: date, jam_of: JamOf) -> Iterator[tuple[datetime, datetime]]:
    """Every stretch of work from a day on, by the wall clock."""
    day = start
    while True:
        for sesi in jam_of(day):
            yield datetime.combine(day, sesi.mulai), datetime.combine(day, sesi.selesai)
        day += timedelta(days=1)


def add_menit(wall: datetime, menit: int, jam_of: JamOf) -> datetime:
    """The wall time when so many minutes of work have passed; outside hours the clock stands."""
    left = timedelta(minutes=menit)
    for opens, end in spans(wall.date(), jam_of):
        begin = max(opens, wall)
        if begin >= end:
            continue
        if left <= end - begin:
            return begin + left
        left -= end - begin
    raise AssertionError("the days never end")


def menit_between(start: datetime, end: datetime, jam_of: JamOf) -> int:
    """Minutes of work between two wall times."""
    total = timedelta()
    for begin, stop in spans(start.date(), jam_of):
        if begin >= end:
            break
        total += max(timedelta(), min(stop, end) - max(begin, start))
    return int(total.total_seconds() // 60)
