"""Delegation: a holder lends a peran for a term, and takes it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from service.acts.orang.hadir import day
from service.domain.catatan import Catatan
from service.domain.orang import DELEGASI, Orang, Pemegang
from service.domain.refusals import Refusal, TidakBerwenang
from service.domain.wewenang import Act, Hadir, lend, withdrawn
from service.ports import House


@dataclass(frozen=True)
class Pinjaman:
    """What a form says of a delegation."""

    pemegang: str  # the peran lent
    kepada: str  # the person it is lent to
    mulai: date
    sampai: date
    unit: str = ""  # narrower than the lender's own, or '' for the same
    dasar: str = ""


def delegate(house: House, oleh: Hadir, pinjaman: Pinjaman) -> Pemegang:
    """The lent peran; both the lender and the one who acts stand in its row."""
    now = house.clock.now()
    with house.ledger.begin() as tx:
        source = tx.get(Pemegang, pinjaman.pemegang)
        if source.orang != oleh.orang.id:
            raise TidakBerwenang("Anda hanya dapat mendelegasikan peran Anda sendiri.")
        taker = tx.get(Orang, pinjaman.kepada)
        if not taker.aktif or taker.instansi != source.instansi:
            raise Refusal("Pilih orang yang aktif dari instansi yang sama.")
        asked = Pemegang(
            id=house.new_id(),
            orang=pinjaman.kepada,
            instansi=source.instansi,
            unit=pinjaman.unit or source.unit,
            peran=source.peran,
            mulai=pinjaman.mulai,
            sampai=pinjaman.sampai,
            dasar=pinjaman.dasar.strip(),
        )
        lent = lend(source, asked, day(tx, source.instansi, now))
        tx.add(lent)
        tx.note(
            Catatan(
                source.instansi,
                oleh.orang.id,
                "didelegasikan",
                now,
                pinjaman.kepada,
                {"peran": lent.peran, "dari": source.id, "sampai": str(lent.sampai)},
            )
        )
    return lent


def withdraw(house: House, oleh: Hadir, pemegang_id: str) -> None:
    """The delegation ends at once; by the lender, or by an administrator."""
    now = house.clock.now()
    with house.ledger.begin() as tx:
        lent = tx.get(Pemegang, pemegang_id)
        mine = any(one.orang == oleh.orang.id for one in tx.find(Pemegang, id=lent.dari))
        if not mine:
            oleh.reach(Act.PEOPLE, lent.instansi)
        if lent.sebagai != DELEGASI:
            raise Refusal("Peran ini bukan delegasi.")
        tx.save(lent, withdrawn(lent, now))
        tx.note(Catatan(lent.instansi, oleh.orang.id, "delegasi_dicabut", now, lent.orang))
