"""What a person is reminded of now: worked out from terms and calendar, never written down."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from service.acts.lihat.berkas import mine, peran_in
from service.acts.pengingat.hukum import exclusions, objections, requests
from service.acts.pengingat.sengketa import disputes
from service.acts.ttd.pengingat import signatures, unsigned
from service.acts.ttd.pengingat_hari import Hari
from service.domain.berkas import Berkas
from service.domain.ingat import HUKUM, NORMA, Ingat, in_order
from service.domain.pengingat import (
    HARI_AKAN,
    NAIK,
    Pengingat,
    below,
    last_gone_up,
    schedule,
    standing,
)
from service.domain.wewenang import Hadir
from service.ports import House
from service.ports.berkas import Menunggu

TERBANYAK = 500  # of each kind; no page and no letter names more


@dataclass(frozen=True)
class Diingatkan:
    """All that a person is reminded of, and the kinds of which not all was looked at."""

    semua: list[Ingat]
    terpotong: frozenset[str]


def reminders(house: House, oleh: Hadir, atmost: int = TERBANYAK) -> list[Ingat]:
    """All that this person is reminded of, what ends first before the rest."""
    return looked_at(house, oleh, atmost).semua


def looked_at(house: House, oleh: Hadir, atmost: int = TERBANYAK) -> Diingatkan:
    """The same, and what was left out because there is too much of it."""
    with house.ledger.read() as reading:
        hari = Hari(house, reading)
        found = [*matters(house, hari, oleh, atmost), *risen(house, hari, oleh, atmost)]
        for ask in (requests, objections, disputes, exclusions, signatures, unsigned):
            found += ask(house, hari, oleh, atmost)
    return Diingatkan(in_order(found), frozenset(hari.terpotong))


def matters(house: House, hari: Hari, oleh: Hadir, atmost: int) -> Iterator[Ingat]:
    """Those whose step this person can do."""
    for instansi, places in _by_instansi(mine(oleh)).items():
        days = hari.of(instansi)
        ahead = days.hari_kerja_after(hari.today(instansi), HARI_AKAN)
        for one in house.perkara.waiting(places, atmost, ahead):
            if told := of_matter(hari, one):
                yield told


def risen(house: House, hari: Hari, oleh: Hadir, atmost: int) -> Iterator[Ingat]:
    """Those of which this person is told because those below did not act."""
    for instansi, places in _by_instansi(above(mine(oleh))).items():
        last = last_gone_up(hari.of(instansi), hari.today(instansi))
        for one in house.perkara.waiting(places, atmost, last):
            slow = one.menunggu.split("+")
            if peran_in(oleh, one).isdisjoint(slow):  # else it is their own, held elsewhere
                told = of_matter(hari, one, tuple(slow))
                if told and told.jenis == NAIK:
                    yield told


def above(places: Collection[Menunggu]) -> list[Menunggu]:
    """The same places, and the peran there that answer to those held."""
    return [Menunggu(one.tempat, peran, one.peran) for one in places if (peran := below(one.peran))]


def of_matter(hari: Hari, one: Berkas, dari: tuple[str, ...] = ()) -> Ingat | None:
    """The reminder of a matter that counts now; None before the first, or where nothing ends."""
    step = hari.step(one)
    if one.jatuh is None or step is None:
        return None
    days = hari.of(one.instansi, one.unit)
    today = hari.today(one.instansi, one.unit)
    by_law = one.jatuh == one.tenggat
    begun = (one.diterima if by_law else one.sejak) or one.dibuka
    jenis = standing(days, days.tanggal(begun), one.jatuh, today)
    if not jenis:
        return None
    return Ingat(
        jenis,
        HUKUM if by_law else NORMA,
        one.id,
        one.instansi,
        one.unit,
        step.kegiatan,
        one.judul,
        one.jatuh,
        days.sisa(today, one.jatuh),
        one.rahasia,
        dari,
    )


def upcoming(hari: Hari, one: Berkas) -> Pengingat | None:
    """The next reminder of a matter after today; None after the last."""
    if one.jatuh is None:
        return None
    days, today = hari.of(one.instansi, one.unit), hari.today(one.instansi, one.unit)
    begun = days.tanggal((one.diterima if one.jatuh == one.tenggat else one.sejak) or one.dibuka)
    left = [x for x in schedule(days, begun, one.jatuh) if x.tanggal > today]
    return min(left, key=lambda x: x.tanggal, default=None)


def _by_instansi(places: Collection[Menunggu]) -> Mapping[str, list[Menunggu]]:
    found = dict[str, list[Menunggu]]()
    for one in places:
        found.setdefault(one.tempat.instansi, []).append(one)
    return found
