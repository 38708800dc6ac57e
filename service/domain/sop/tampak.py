"""How a matter stands, as the lists show it: worked out from its days, never written down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from service.domain.kalender import Kalender

BARU, BERJALAN, SEGERA, LEWAT, DITUNDA, SELESAI = (
    "baru",
    "berjalan",
    "segera",
    "lewat",
    "ditunda",
    "selesai",
)
SEBUTAN = {
    BARU: "Baru",
    BERJALAN: "Berjalan",
    SEGERA: "Segera jatuh tempo",
    LEWAT: "Lewat tenggat",
    DITUNDA: "Ditunda",
    SELESAI: "Selesai",
}
HARI_SEGERA = 2  # working days before the end, from which a matter is shown as due soon


@dataclass(frozen=True)
class Hari:
    """The days by which the lists are asked for."""

    ini: date
    segera: date  # what is due up to this day is due soon


def days(kalender: Kalender, today: date) -> Hari:
    """For an office on a day."""
    return Hari(today, kalender.hari_kerja_after(today, HARI_SEGERA))


@dataclass(frozen=True)
class Jam:
    """What decides how a matter stands."""

    tenggat: date | None  # the earlier of the norm of its step and the term of the law
    tersentuh: bool = True  # somebody did something since it was opened
    ditunda: bool = False
    selesai: bool = False


def tampak(jam: Jam, hari: Hari) -> str:
    """One of the six."""
    if jam.selesai:
        return SELESAI
    if jam.ditunda:
        return DITUNDA
    if jam.tenggat and jam.tenggat < hari.ini:
        return LEWAT
    if jam.tenggat and jam.tenggat <= hari.segera:
        return SEGERA
    return BERJALAN if jam.tersentuh else BARU
