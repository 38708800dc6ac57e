"""A paper came back from its signer: it is held against what was sent, and kept."""

from __future__ import annotations

from pathlib import Path

from service.acts import izin
from service.acts.keep import hold, keep
from service.acts.tempat_ttd import places
from service.domain import tempat_ttd as t
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.naskah import BukanKiriman, Naskah, begins_with, signed
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading


def come_back(
    house: House, naskah_id: str, path: Path, oleh: Hadir | None, alasan: str = ""
) -> Naskah:
    """The naskah with what its signer gave back; BukanKiriman where that is another paper.

    Without a person it is the machine, which only takes from the signers' folder what lies there.
    """
    with house.ledger.read() as reading:
        before = reading.get(Naskah, naskah_id)
        given = _leave(reading, before, oleh, alasan)
    with path.open("rb") as came, house.store.open(before.pdf) as went:
        if not begins_with(came, went):
            raise BukanKiriman
    kept = keep(house, path)
    now = house.clock.now()
    after = signed(before, kept.sha256)
    told = {"sha256": kept.sha256} | ({"pemegang": given.pemegang} if given.pemegang else {})
    with house.ledger.begin() as tx:
        tx.save(before, after)
        hold(tx, kept)
        for place in t.waiting(places(tx, before)):
            tx.save(place, t.came_back(place, given.siapa, before.pdf, kept.sha256, now))
        izin.written(house, tx, before.instansi, before.id, given.alasan)
        tx.note(
            Catatan(before.instansi, given.siapa, "naskah_ditandatangani", now, before.id, told)
        )
        tx.plan("assemble", before.berkas)
        tx.plan("papan", before.id)
    return after


def _leave(reading: Reading, naskah: Naskah, oleh: Hadir | None, alasan: str) -> izin.Izin:
    if oleh is None:
        return izin.Izin(MESIN, "")
    unit = reading.get(Berkas, naskah.berkas).unit
    tempat = izin.Tempat(naskah.instansi, unit, naskah.penyiap)
    return izin.need(reading, oleh, Act.SIGN, tempat, alasan)
