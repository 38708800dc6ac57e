"""Take away what nobody asks for again: files without a row, sessions, rooms, uploads."""

from __future__ import annotations

from service.acts.jilid import sapu as jilid
from service.acts.kait import antar
from service.acts.orang import masuk
from service.acts.tas import sapu as tas
from service.domain.simpanan import DIBUANG, DISEWA, Simpanan, discarded, held_still, is_left
from service.domain.unggahan import UMUR
from service.ports import House


def run(house: House, _untuk: str) -> None:
    """Every lease that ran out, every file a sweep before us did not finish with, and what was
    made for somebody and can be made again."""
    with house.ledger.read() as reading:
        leased = reading.find(Simpanan, keadaan=DISEWA) + reading.find(Simpanan, keadaan=DIBUANG)
    now = house.clock.now()
    left = [one for one in leased if is_left(one, now)]
    named = house.arsip.named([one.id for one in left if one.keadaan == DISEWA])
    for one in left:
        if one.id in named:
            _still(house, one)
        else:
            _away(house, one)
    jilid.sweep(house)
    tas.sweep(house)
    masuk.sweep(house)
    antar.sweep(house)
    house.sweep_rooms()
    house.uploads.sweep(now - UMUR)
    house.bench.sweep(now - UMUR)


def _still(house: House, before: Simpanan) -> None:
    with house.ledger.begin() as tx:
        tx.save(before, held_still(before))


def _away(house: House, before: Simpanan) -> None:
    with house.ledger.begin() as tx:
        # From here on nobody can hold it: a file held at this very moment raises Overtaken.
        tx.save(before, discarded(before))
    house.store.drop(before.id)
    with house.ledger.begin() as tx:
        tx.drop(tx.get(Simpanan, before.id))
