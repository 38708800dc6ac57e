"""Peran: given to a person for a time, and taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from service.acts.orang.hadir import day
from service.acts.orang.orang import (
    InstansiBelumDisiapkan,
    active,
    keep_one_administrator,
    mine,
    use_up,
)
from service.domain.catatan import RUMAH, Catatan
from service.domain.orang import DEFINITIF, Pemegang
from service.domain.refusals import Refusal
from service.domain.setelan import Setelan
from service.domain.wewenang import ADMINISTRATOR, Act, Hadir, acting, withdrawn
from service.ports import House, Tx


class SudahMemegang(Refusal):
    """The same peran, for the same unit, already runs in those days."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Orang ini sudah memegang peran itu pada masa tersebut.")


@dataclass(frozen=True)
class Penugasan:
    """What a form says of a peran to be given."""

    instansi: str
    unit: str
    peran: str
    mulai: date | None = None  # today
    sampai: date | None = None
    sebagai: str = DEFINITIF
    dasar: str = ""


def give(house: House, oleh: Hadir, orang_id: str, tugas: Penugasan) -> Pemegang:
    """A peran for a person, from today or the day named."""
    oleh.need(Act.PEOPLE, tugas.instansi)
    now = house.clock.now()
    with house.ledger.begin() as tx:
        orang = active(mine(house, tx, oleh, orang_id))
        _known(tx, tugas)
        one = acting(_drafted(house, tx, orang_id, tugas, now))
        if any(_same(one, other) for other in tx.find(Pemegang, orang=orang_id)):
            raise SudahMemegang
        tx.add(one)
        if one.instansi == RUMAH != orang.instansi:
            # An administrator of one instansi may have made an open link, and must not come in
            # by it as a keeper of the house.
            use_up(tx, orang_id, now)
        tx.note(
            Catatan(
                tugas.instansi,
                oleh.orang.id,
                "peran_diberikan",
                now,
                orang_id,
                {"peran": one.peran, "unit": one.unit, "sebagai": one.sebagai},
            )
        )
    return one


def take(house: House, oleh: Hadir, pemegang_id: str) -> Pemegang:
    """A peran taken back at once; what was lent from it ends with it."""
    now = house.clock.now()
    with house.ledger.begin() as tx:
        before = tx.get(Pemegang, pemegang_id)
        oleh.reach(Act.PEOPLE, before.instansi)
        tx.save(before, withdrawn(before, now))
        keep_one_administrator(house, tx, [before])
        tx.note(
            Catatan(
                before.instansi,
                oleh.orang.id,
                "peran_dicabut",
                now,
                before.orang,
                {"peran": before.peran, "unit": before.unit},
            )
        )
    return before


def _known(tx: Tx, tugas: Penugasan) -> None:
    if tugas.instansi == RUMAH and tugas.peran == ADMINISTRATOR:
        return
    if not tx.find(Setelan, id=tugas.instansi):
        raise InstansiBelumDisiapkan


def _drafted(house: House, tx: Tx, orang_id: str, tugas: Penugasan, now: datetime) -> Pemegang:
    return Pemegang(
        id=house.new_id(),
        orang=orang_id,
        instansi=tugas.instansi,
        unit=tugas.unit,
        peran=tugas.peran,
        mulai=tugas.mulai or day(tx, tugas.instansi, now),
        sampai=tugas.sampai,
        sebagai=tugas.sebagai,
        dasar=tugas.dasar.strip(),
    )


def _same(one: Pemegang, other: Pemegang) -> bool:
    alike = (one.instansi, one.unit, one.peran, one.sebagai) == (
        other.instansi,
        other.unit,
        other.peran,
        other.sebagai,
    )
    end, other_end = one.sampai or date.max, other.sampai or date.max
    return alike and not other.dicabut and one.mulai <= other_end and other.mulai <= end
