"""The grounds of an objection in time: from when each may be given, and until when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from service.domain.instansi import HARI_KERJA, Instansi, Tenggat
from service.domain.kalender import Kalender
from service.domain.keberatan import MENUNGGU_TENGGAT
from service.domain.permohonan import Permohonan, last_day_after

# The term of the law, where a pack does not say.
DIAJUKAN = Tenggat("keberatan_diajukan", 30, HARI_KERJA, "UU 14 Tahun 2008 Pasal 36 ayat (1)")
# What is found in the written notice itself; of b and e nobody but the objector knows the day.
DARI_PEMBERITAHUAN = frozenset({"a", "d", "f"})
_SEHARI = timedelta(days=1)


@dataclass(frozen=True)
class Alasan:
    """One ground: from which day it may be given, and on which day it could be found."""

    huruf: str
    terbuka: date | None  # None: at once
    ditemukan: date | None  # None: the books do not say
    sebab: str

    def opens_later(self, today: date) -> bool:
        """Whether it may not be given yet."""
        return self.terbuka is not None and today < self.terbuka


def ground(huruf: str, permohonan: Permohonan | None) -> Alasan:
    """One ground, as the request it is about stands."""
    if permohonan is None:
        return Alasan(huruf, None, None, "permohonannya tidak ada di register")
    told = permohonan.keputusan
    due, late = permohonan.tenggat, permohonan.tenggat + _SEHARI
    notice = _day(told.pemberitahuan)
    if huruf == "c":
        open_ = _opens(huruf, due, answered=notice is not None and notice <= due)
        return Alasan(huruf, open_, None if open_ is None else late, "batas waktu jawaban lewat")
    if huruf == "g":
        given = _day(told.pemberian) or notice
        open_ = _opens(huruf, due, answered=given is not None)
        if given is None:
            return Alasan(huruf, open_, late, "batas waktu jawaban lewat")
        return Alasan(huruf, open_, given if given > due else None, "informasi disampaikan")
    if huruf in DARI_PEMBERITAHUAN and notice:
        return Alasan(huruf, None, notice, "pemberitahuan tertulis")
    return Alasan(huruf, None, None, "hanya pemohon yang tahu kapan alasan ini ditemukan")


def grounds(huruf: Iterable[str], permohonan: Permohonan | None) -> list[Alasan]:
    """Each ground that was given."""
    return [ground(one, permohonan) for one in huruf]


def known(huruf: Iterable[str], tenggat: date, *, answered: bool) -> list[Alasan]:
    """Each ground as far as the public may know: by the term, and whether it still runs."""
    return [Alasan(one, _opens(one, tenggat, answered=answered), None, "") for one in huruf]


def _opens(huruf: str, tenggat: date, *, answered: bool) -> date | None:
    """From which day a ground may be given; None: at once."""
    return tenggat + _SEHARI if huruf in MENUNGGU_TENGGAT and not answered else None


def is_early(given: Iterable[Alasan], today: date) -> bool:
    """Whether every ground is one that may not be given yet."""
    every = list(given)
    return bool(every) and all(one.opens_later(today) for one in every)


def found_on(given: Iterable[Alasan]) -> date | None:
    """When the last of the grounds was found; None where of one of them it is not known."""
    days = [one.ditemukan for one in given]
    known = [one for one in days if one is not None]
    return max(known) if days and len(known) == len(days) else None


def last_day(instansi: Instansi, kalender: Kalender, ditemukan: date) -> date:
    """The last day on which an objection can be filed, once its ground was found."""
    rule = instansi.tenggat_of(DIAJUKAN.id) or DIAJUKAN
    return last_day_after(kalender, ditemukan, rule)


def _day(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None
