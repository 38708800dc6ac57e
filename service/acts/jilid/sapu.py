"""Bindings that somebody asked for are kept for thirty days; the dossier of a matter for good."""

from __future__ import annotations

from service.acts.simpan.lepas import taken_out
from service.domain.catatan import MESIN, Catatan
from service.domain.dossier.jilidan import Jilidan, is_past
from service.ports import House


def sweep(house: House) -> None:
    """Each whose time is over; asked for again it is bound again."""
    now = house.clock.now()
    with house.ledger.read() as reading:
        past = [one for one in reading.find(Jilidan) if is_past(one, now)]
    for one in past:
        told = {"jilidan": one.id, "sha256": one.file}
        line = Catatan(one.instansi, MESIN, "jilid_disapu", now, one.tentang, told)
        taken_out(house, one, [one.file], line)
