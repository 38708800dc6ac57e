"""When somebody is reminded of a term, and who is told when nobody acts."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from service.domain.kalender import Kalender

_SEHARI = timedelta(days=1)
AKAN, BESOK, HARI_INI, LEWAT, NAIK = "akan", "besok", "hari_ini", "lewat", "naik"
TERBUKA = "terbuka"  # an exclusion ended by itself
TETAP = "tetap"  # a ruling that nobody can reject any more: never late, never told above
# Working days before (-) and after (+) the end of a term.
JADWAL: tuple[tuple[int, str], ...] = (
    (-5, AKAN),
    (-1, BESOK),
    (0, HARI_INI),
    (1, LEWAT),
    (3, NAIK),
)
KATA: dict[str, str] = {
    NAIK: "Lewat dan dinaikkan",
    TERBUKA: "Terbuka otomatis",
    LEWAT: "Lewat tenggat",
    HARI_INI: "Jatuh tempo hari ini",
    BESOK: "Tinggal sehari kerja",
    TETAP: "Putusan tetap, laksanakan",
    AKAN: "Akan jatuh tempo",
}
HARI_AKAN = -JADWAL[0][0]  # working days before the end, from which somebody is reminded
HARI_NAIK = JADWAL[-1][0]
# Who is told when one of these does not act.
_ATASAN = {
    "petugas": "tim_sekretariat",
    "unit": "ppid_pelaksana",
    "ppid_pelaksana": "ppid",
    "tim_sekretariat": "ppid",
    "tim_pertimbangan": "ppid",
    "pengelola_arsip": "ppid",
    "ppid": "atasan_ppid",
}


@dataclass(frozen=True)
class Pengingat:
    """One reminder: on which day, and of what kind."""

    tanggal: date
    jenis: str


def schedule(kalender: Kalender, mulai: date, tenggat: date) -> tuple[Pengingat, ...]:
    """The reminders of a term that runs from a day; none before it began, none on a closed day."""
    return tuple(one for one in _all(kalender, tenggat) if one.tanggal >= mulai)


def _all(kalender: Kalender, tenggat: date) -> Iterator[Pengingat]:
    for n, jenis in JADWAL:
        if n < 0:
            yield Pengingat(kalender.hari_kerja_before(tenggat, -n), jenis)
        elif n == 0:
            is_open = kalender.is_hari_kerja(tenggat)
            yield Pengingat(tenggat if is_open else kalender.hari_kerja_before(tenggat, 1), jenis)
        else:
            yield Pengingat(kalender.hari_kerja_after(tenggat, n), jenis)


def due(all_of_them: tuple[Pengingat, ...], today: date) -> Pengingat | None:
    """The one that counts on a day: the last whose day has come; it takes the place of others."""
    come = [one for one in all_of_them if one.tanggal <= today]
    return max(come, key=lambda one: one.tanggal) if come else None


def above(peran: str) -> str:
    """The peran that is told when this one does not act; '' above the highest."""
    return _ATASAN.get(peran, "")


def below(peran: Collection[str]) -> frozenset[str]:
    """The peran whose silence is told to these, and which are none of these themselves."""
    return frozenset(one for one, told in _ATASAN.items() if told in peran) - frozenset(peran)


def standing(kalender: Kalender, mulai: date, tenggat: date, today: date) -> str:
    """The kind of reminder that counts on a day, open or not; '' before the first."""
    if today > tenggat:
        up = kalender.hari_kerja_after(tenggat, HARI_NAIK)
        return NAIK if today >= up else LEWAT
    if today == tenggat:
        return HARI_INI
    one = due(schedule(kalender, mulai, tenggat), today)
    return one.jenis if one else ""


def last_gone_up(kalender: Kalender, today: date) -> date:
    """The latest end of a term of which those above are told today."""
    return kalender.hari_kerja_before(today + _SEHARI, HARI_NAIK) - _SEHARI
