"""Take away what nobody asks for again: files without a row, sessions, rooms, uploads."""

from __future__ import annotations

from service.acts.kait import antar
from service.acts.orang import masuk
from service.domain.simpanan import DIBUANG, DISEWA, Simpanan, discarded, is_left
from service.domain.unggahan import UMUR
from service.ports import House


def run(house: House, _untuk: str) -> None:
    """Every lease that ran out, and every file a sweep before us did not finish with."""
    with house.ledger.read() as reading:
        leased = reading.find(Simpanan, keadaan=DISEWA) + reading.find(Simpanan, keadaan=DIBUANG)
    now = house.clock.now()
    for one in leased:
        if is_left(one, now):
            _away(house, one)
    masuk.sweep(house)
    antar.sweep(house)
    house.sweep_rooms()
    house.uploads.sweep(now - UMUR)
    house.bench.sweep(now - UMUR)


def _away(house: House, before: Simpanan) -> None:
    with house.ledger.begin() as tx:
        # From here on nobody can hold it: a file held at this very moment raises Overtaken.
        tx.save(before, discarded(before))
    house.store.drop(before.id)
    with house.ledger.begin() as tx:
        tx.drop(tx.get(Simpanan, before.id))
