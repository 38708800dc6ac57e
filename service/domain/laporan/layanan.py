"""How requests were answered: within which time, and on which letter of the law those refused."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from service.domain.kalender import Kalender
from service.domain.pasal17 import HURUF
from service.domain.permohonan import Permohonan
from service.domain.rekap_permohonan import DIKABULKAN, DIPROSES, DITOLAK, DITUTUP, SEBAGIAN, became

TEPAT, DIPERPANJANG, LEWAT, TAK_TERCATAT = "tepat", "diperpanjang", "lewat", "tak_tercatat"
DIJAWAB = (DIKABULKAN, SEBAGIAN, DITOLAK)
_HURUF = re.compile(r"huruf\s+([a-j])\b", re.IGNORECASE)
ALASAN_LAIN = "Alasan lain"


@dataclass(frozen=True)
class Jangka:
    """The terms of the agency for its answer, in working days."""

    biasa: int
    tambahan: int

    @property
    def terpanjang(self) -> int:
        """With the one extension that the law allows."""
        return self.biasa + self.tambahan

    @property
    def kata(self) -> dict[str, str]:
        """What each span is called."""
        return {
            TEPAT: f"Sampai dengan {self.biasa} hari kerja",
            DIPERPANJANG: f"Diperpanjang, sampai dengan {self.terpanjang} hari kerja",
            LEWAT: "Melewati tenggatnya",
            TAK_TERCATAT: "Tanggal jawaban tidak tercatat",
        }


@dataclass(frozen=True)
class Jawaban:
    """How many were answered within a span, by what became of them."""

    rentang: str
    dikabulkan: int = 0
    sebagian: int = 0
    ditolak: int = 0

    @property
    def seluruh(self) -> int:
        """All that were answered in it."""
        return self.dikabulkan + self.sebagian + self.ditolak


@dataclass(frozen=True)
class Waktu:
    """How many were done within their term, and how many after it or not at all."""

    tepat: int = 0
    terlambat: int = 0


def answered_on(one: Permohonan) -> date | None:
    """The day of the written notice, else the day on which the information was given."""
    told = one.keputusan.pemberitahuan or one.keputusan.pemberian
    try:
        return date.fromisoformat(told)
    except ValueError:
        return None


def span(one: Permohonan) -> str:
    """Whether the answer came within the term, within the extended one, or after it."""
    on = answered_on(one)
    if on is None:
        return TAK_TERCATAT
    if on > one.tenggat:
        return LEWAT
    return DIPERPANJANG if one.diperpanjang else TEPAT


def answered(requests: Iterable[Permohonan]) -> list[Jawaban]:
    """A row for each span; what is not held, was closed or runs on is no answer of these."""
    found = Counter((span(one), became(one)) for one in requests)
    rows = [
        Jawaban(nama, *(found[nama, nasib] for nasib in DIJAWAB))
        for nama in (TEPAT, DIPERPANJANG, LEWAT, TAK_TERCATAT)
    ]
    return [one for one in rows if one.rentang != TAK_TERCATAT or one.seluruh]


def working_days(requests: Iterable[Permohonan], kalender: Kalender) -> list[int]:
    """The working days that each answer took, the day of receipt not counted."""
    taken = []
    for one in requests:
        on = answered_on(one)
        if on is not None and became(one) not in (DIPROSES, DITUTUP):
            taken.append(max(0, kalender.count_hari_kerja(one.hari_terima, on)))
    return taken


def mean(days: list[int]) -> str:
    """Their mean in words, to a tenth: `6,5 hari kerja`; '' where nothing was answered."""
    if not days:
        return ""
    tenths = (20 * sum(days) + len(days)) // (2 * len(days))
    rest = f",{tenths % 10}" if tenths % 10 else ""
    return f"{tenths // 10}{rest} hari kerja"


def kept_term(requests: Iterable[Permohonan], today: date) -> Waktu:
    """What was answered in its term, and what was not: what is overdue without an answer, too.

    Of an answer whose day nobody noted it is not said that it was in time.
    """
    in_time = late = 0
    for one in requests:
        nasib, how = became(one), span(one)
        if nasib == DITUTUP:
            continue
        if nasib == DIPROSES:
            late += one.tenggat < today
        elif how in (TEPAT, DIPERPANJANG):
            in_time += 1
        elif how == LEWAT:
            late += 1
    return Waktu(in_time, late)


def refused_on(requests: Iterable[Permohonan]) -> list[tuple[str, int]]:
    """On which letter of the law requests were refused; never in the words of their answer."""
    letters = Counter(_letter(one) for one in requests if became(one) == DITOLAK)
    named = [(f"{_spelt(x)}, Pasal 17 huruf {x}", letters[x]) for x in HURUF if letters[x]]
    return [*named, *([(ALASAN_LAIN, letters[""])] if letters[""] else [])]


def _letter(one: Permohonan) -> str:
    """The first letter it names; one refusal has one row."""
    found = _HURUF.search(one.keputusan.alasan)
    return found[1].lower() if found else ""


def _spelt(huruf: str) -> str:
    words = HURUF[huruf]
    return words[0].upper() + words[1:]
