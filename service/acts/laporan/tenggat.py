"""How many terms are over, and how many end soon; nothing of what they are about."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from service.acts.lihat.terlihat import reach
from service.domain.wewenang import Hadir
from service.ports import House
from service.ports.kiriman import Jangkauan
from service.ports.tenggat import Masa

SEGERA = 14  # days ahead
TERBANYAK = 2_000  # counted no further


@dataclass(frozen=True)
class Sisa:
    """Terms of one kind."""

    apa: str
    lewat: int
    segera: int


def running_out(house: House, oleh: Hadir, instansi: str, today: date) -> list[Sisa]:
    """Terms of matters, requests and objections, as far as this person may see them."""
    places = [one for one in reach(house, oleh) if one.instansi == instansi]
    until = Masa(None, today + timedelta(days=SEGERA))
    lists = house.terms
    asked = lists.permohonan(places, until, TERBANYAK)
    objected = lists.keberatan(places, until, TERBANYAK)
    return [
        Sisa("Berkas dengan tenggat hukum", *_matters(house, places, until, today)),
        Sisa("Permohonan yang belum dijawab", *_split([x.tenggat for x, _ in asked], today)),
        Sisa("Keberatan yang belum ditanggapi", *_split([x.tenggat for x, _ in objected], today)),
    ]


def _matters(
    house: House, places: Collection[Jangkauan], until: Masa, today: date
) -> tuple[int, int]:
    found = house.terms.hukum(places, until, TERBANYAK)
    return _split([one.tenggat for one in found if one.tenggat], today)


def _split(ends: Sequence[date], today: date) -> tuple[int, int]:
    """How many are over, and how many are still to come."""
    over = sum(one < today for one in ends)
    return over, len(ends) - over
