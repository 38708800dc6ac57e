"""Make public what an agency published, and take away what it did not or no longer does."""

from __future__ import annotations

from contextlib import suppress

from service.acts.edisi.alamat import owe_look
from service.acts.edisi.cetak import owe_print
from service.acts.edisi.dorong import owe_push
from service.acts.edisi.sembunyi import hide_first
from service.acts.edisi.umumkan import follow, gathered
from service.domain.refusals import Unavailable
from service.ports import House


def run(house: House, instansi: str) -> None:
    """What the public reads is what the ledger says; the same however often it is asked."""
    if hide_first(house, instansi):
        owe_push(house, instansi)  # other sites lose it, too, before the whole is made anew
    with suppress(Unavailable):  # the folder is renewed whole below, and then it is told why not
        house.mirror.lessen()
    follow(house, instansi)
    badan, terbitan = gathered(house, instansi)
    house.penerbit.put(badan, terbitan)
    if house.mirror.in_use:
        with house.ledger.begin() as tx:
            tx.plan("folder_publik", "rumah")
    owe_push(house, instansi)
    owe_look(house, instansi)
    owe_print(house, instansi)
