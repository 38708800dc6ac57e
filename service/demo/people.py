"""The sample people of a play: each holds one peran in one place; none of them has a password."""

from __future__ import annotations

import secrets
from datetime import timedelta

from service.acts.instansi import pilihan as instansi
from service.acts.orang import delegasi, masuk, mulai, orang, peran
from service.acts.orang.hadir import day, present
from service.domain.orang import Orang, Pemegang
from service.domain.wewenang import PERAN, Hadir
from service.house import RealHouse

ADMINISTRATOR = "contoh.administrator"
ALAMAT = "peragaan"
PPID, UNIT = "ppid", "unit"


class Pemeran:
    """The people of one agency; whoever is needed is called in, and does nothing else."""

    def __init__(self, house: RealHouse, kode: str) -> None:
        self.house, self.kode = house, kode
        self.keeper = _keeper(house)
        instansi.set_up(house, self.keeper, kode)
        self.orang: dict[tuple[str, str], Orang] = {}

    def of(self, memegang: str, unit: str = "") -> Hadir:
        """Whoever holds this peran: that of a unit only there, any other in the whole agency."""
        place = (memegang, unit if memegang == UNIT else "")
        if place not in self.orang:
            self.orang[place] = self._called_in(*place)
        return now_is(self.house, self.orang[place])

    def _called_in(self, memegang: str, unit: str) -> Orang:
        one = self._person(f"{PERAN[memegang]} {unit}".strip())
        held = self._give(one, memegang, unit)
        return self._stand_in(one, held) if memegang == PPID else one

    def _stand_in(self, lender: Orang, held: Pemegang) -> Orang:
        """The PPID is away and has lent the peran, as happens in any office."""
        taker = self._person("Pengganti PPID")
        with self.house.ledger.read() as reading:
            today = day(reading, self.kode, self.house.clock.now())
        until = today + timedelta(days=60)
        asked = delegasi.Pinjaman(held.id, taker.id, today, until, dasar="Nota dinas contoh")
        delegasi.delegate(self.house, now_is(self.house, lender), asked)
        return taker

    def _person(self, nama: str) -> Orang:
        isian = orang.Isian(f"contoh.{self.house.new_id()[:8].lower()}", f"Contoh {nama}")
        return orang.create(self.house, self.keeper, self.kode, isian)[0]

    def _give(self, one: Orang, what: str, unit: str) -> Pemegang:
        asked = peran.Penugasan(self.kode, unit, what)
        return peran.give(self.house, self.keeper, one.id, asked)


def now_is(house: RealHouse, one: Orang) -> Hadir:
    """The person with the peran that count at this moment."""
    with house.ledger.read() as reading:
        return present(reading, one, house.clock.now())


def _keeper(house: RealHouse) -> Hadir:
    with house.ledger.read() as reading:
        found = reading.find(Orang, nama_masuk=ADMINISTRATOR)
    return now_is(house, found[0] if found else _first(house))


def _first(house: RealHouse) -> Orang:
    """The first administrator, under a password that nobody learns."""
    isian = orang.Isian(ADMINISTRATOR, "Contoh Administrator")
    sandi = secrets.token_urlsafe(24)
    kunci = mulai.first_administrator(house, mulai.first_link(house), isian, sandi, ALAMAT)
    masuk.leave(house, kunci.token)
    with house.ledger.read() as reading:
        return reading.get(Orang, kunci.sesi.orang)
