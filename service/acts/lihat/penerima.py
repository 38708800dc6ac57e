"""To whom a letter can be given: people and peran who may see it, and nobody else."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from service.acts.instansi.packs import agency
from service.acts.orang.hadir import days
from service.domain.disposisi import ORANG, PERAN, Disposisi
from service.domain.kiriman import Kiriman
from service.domain.orang import PROGRAM, Orang, Pemegang
from service.domain.wewenang import PERAN as SEBUTAN
from service.domain.wewenang import Hadir, effective
from service.ports import House, Reading


@dataclass(frozen=True)
class Penerima:
    """Somebody, or whoever holds a peran."""

    jenis: str
    id: str
    nama: str

    @property
    def kunci(self) -> str:
        """As a form names it."""
        return f"{self.jenis}/{self.id}"


def recipients(house: House, reading: Reading, kiriman: Kiriman) -> list[Penerima]:
    """Peran first, then people, by name."""
    seers = [
        one
        for one in present_in(reading, kiriman.instansi, house.clock.now())
        if one.sees(kiriman.instansi, kiriman.unit, rahasia=kiriman.rahasia)
    ]
    instansi = agency(house.packs, kiriman.instansi)
    # Who merely holds a peran somewhere does not get what lies elsewhere by it.
    roles = {
        held.peran
        for one in seers
        for held in one.peran
        if Hadir(one.orang, (held,)).sees(kiriman.instansi, kiriman.unit, rahasia=kiriman.rahasia)
    }
    called = Counter(instansi.sebutan(one) for one in roles)
    peran = [Penerima(PERAN, one, _told(one, instansi.sebutan(one), called)) for one in roles]
    people = [Penerima(ORANG, one.orang.id, one.orang.nama) for one in seers]
    return [*sorted(peran, key=_by_name), *sorted(people, key=_by_name)]


def _told(peran: str, sebutan: str, called: Counter[str]) -> str:
    """What the office calls a peran; where it calls two the same, also which of them."""
    return f"{sebutan} ({SEBUTAN[peran]})" if called[sebutan] > 1 else sebutan


def _by_name(one: Penerima) -> str:
    return one.nama.casefold()


def present_in(reading: Reading, kode: str, now: datetime) -> list[Hadir]:
    """Everybody who holds a peran in an instansi at this moment."""
    held = [x for x in reading.find(Pemegang, instansi=kode) if x.sebagai != PROGRAM]
    on = days(reading, {kode}, now)
    counting = effective(held, {one.id: one for one in held}, on)
    known = {one.id: one for one in reading.find(Orang, instansi=kode)}
    by_person: dict[str, list[Pemegang]] = {}
    for one in counting:
        by_person.setdefault(one.orang, []).append(one)
    people = [known.get(id_) or reading.get(Orang, id_) for id_ in by_person]
    return [Hadir(one, tuple(by_person[one.id])) for one in people if one.aktif]


def is_for(one: Disposisi, oleh: Hadir) -> bool:
    """Whether a disposisi was meant for this person, by name or by peran."""
    if one.kepada_jenis == ORANG:
        return one.kepada == oleh.orang.id
    return any(p.peran == one.kepada and p.instansi == one.instansi for p in oleh.peran)
