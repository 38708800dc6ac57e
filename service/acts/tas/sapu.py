"""Bags are kept for thirty days: whoever needs one later has it made again."""

from __future__ import annotations

from service.acts.simpan.lepas import taken_out
from service.domain.catatan import MESIN, Catatan
from service.domain.tas.tas import TasBerkas, is_past
from service.ports import House


def sweep(house: House) -> None:
    """Each whose time is over, with both its parts."""
    now = house.clock.now()
    with house.ledger.read() as reading:
        past = [one for one in reading.find(TasBerkas) if is_past(one, now)]
    for one in past:
        told = {"tas": one.id, "terbuka": one.terbuka, "tertutup": one.tertutup}
        line = Catatan(one.instansi, MESIN, "tas_disapu", now, one.berkas, told)
        taken_out(house, one, [one.terbuka, one.tertutup], line)
