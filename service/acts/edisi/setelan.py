"""What an agency chose for its editions: whether who draws one up may publish it."""

from __future__ import annotations

from dataclasses import replace

from service.acts.orang import izin
from service.domain.catatan import Catatan
from service.domain.edisi.setelan import SetelanEdisi
from service.domain.refusals import Overtaken
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading


def chosen(reading: Reading, instansi: str) -> SetelanEdisi:
    """As the agency chose, or as it is until it chooses; version 0 for nothing kept."""
    found = reading.find(SetelanEdisi, id=instansi)
    return found[0] if found else SetelanEdisi(instansi, versi=0)


def choose(
    house: House, oleh: Hadir, instansi: str, versi: int, *, penerbit_lain: bool
) -> SetelanEdisi:
    """From now on; those who decide for the agency say so."""
    with house.ledger.begin() as tx:
        given = izin.need(tx, oleh, Act.DECIDE, izin.Tempat(instansi, ""))
        before = chosen(tx, instansi)
        if before.versi != versi:
            raise Overtaken("setelan_edisi", instansi)
        after = replace(before, penerbit_lain=penerbit_lain)
        if before.versi and after == before:
            return before
        if before.versi:
            tx.save(before, after)
        else:
            after = replace(after, versi=1)
            tx.add(after)
        told = {"penerbit_lain": "ya" if penerbit_lain else "tidak", "pemegang": given.pemegang}
        now = house.clock.now()
        tx.note(Catatan(instansi, given.siapa, "setelan_edisi_diubah", now, instansi, told))
    return after
