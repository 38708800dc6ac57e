"""The days of disputes before the Komisi Informasi: in the reminders and in the calendar."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from service.acts.ttd.pengingat_hari import Hari, places
from service.domain.ingat import SENGKETA, Ingat, in_order
from service.domain.pengingat import TETAP
from service.domain.sengketa import Sengketa
from service.domain.sengketa_hari import HariSengketa, days_of, reminded, said
from service.domain.tanggal import hari_tanggal
from service.domain.wewenang import MAY, Act, Hadir
from service.ports import House
from service.ports.kiriman import Jangkauan
from service.ports.tenggat import Masa

TERBANYAK = 2_000  # open disputes that are looked at


@dataclass(frozen=True)
class Jatuh:
    """One day of a dispute."""

    sengketa: Sengketa
    hari: HariSengketa
    rahasia: bool


def disputes(house: House, hari: Hari, oleh: Hadir, atmost: int) -> Iterator[Ingat]:
    """What the office has to do about disputes, for those who keep them.

    Nothing of it goes up: a hearing is over with its day, and a ruling that stands is never late.
    """
    for here in places(oleh, MAY[Act.DISPUTE]).values():
        told = [_told(hari, one) for one in _every(house, hari, here)]
        yield from in_order(filter(None, told))[:atmost]


def days(house: House, hari: Hari, tempat: Collection[Jangkauan], masa: Masa) -> list[Jatuh]:
    """All days of open disputes in these places between two days, the first before others."""
    found = [
        one
        for one in _every(house, hari, tempat)
        if (masa.dari is None or masa.dari <= one.hari.tanggal) and one.hari.tanggal <= masa.sampai
    ]
    return sorted(found, key=lambda one: (one.hari.tanggal, one.sengketa.id, one.hari.kunci))


def _every(house: House, hari: Hari, tempat: Collection[Jangkauan]) -> Iterator[Jatuh]:
    found = house.terms.sengketa(tempat, TERBANYAK + 1)
    if len(found) > TERBANYAK:
        hari.terpotong.add(SENGKETA)
    for one in found[:TERBANYAK]:
        for day in days_of(one.sengketa, one.surat):
            yield Jatuh(one.sengketa, day, one.rahasia or day.kunci in one.tertutup)


def _told(hari: Hari, one: Jatuh) -> Ingat | None:
    about, day = one.sengketa, one.hari
    calendar = hari.of(about.instansi, about.unit)
    today = hari.today(about.instansi, about.unit)
    jenis = reminded(calendar, day, today)
    if not jenis:
        return None
    at = (about.id, about.instansi, about.unit)
    left = calendar.sisa(today, day.tanggal)
    sisa = f"tetap sejak {hari_tanggal(day.tetap)}" if jenis == TETAP else left
    what, last = said(day, today), day.tanggal
    return Ingat(jenis, SENGKETA, *at, what, about.nomor, last, sisa, one.rahasia)
