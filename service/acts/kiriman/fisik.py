"""Writing down where the paper lies that a kiriman is the picture of."""

from __future__ import annotations

from dataclasses import replace

from service.acts.lihat.terlihat import kiriman_for
from service.acts.orang.izin import Tempat, need
from service.domain.catatan import RUMAH, Catatan
from service.domain.fisik import checked
from service.domain.kiriman import Fisik, Kiriman
from service.domain.refusals import Overtaken
from service.domain.wewenang import Act, Hadir
from service.ports import House


def record(house: House, oleh: Hadir, kiriman_id: str, versi: int, fisik: Fisik) -> Kiriman:
    """The kiriman with its paper; refused where somebody else changed it meanwhile."""
    wanted = checked(fisik)
    with house.ledger.begin() as tx:
        before = kiriman_for(tx, oleh, kiriman_id)
        izin = need(tx, oleh, Act.RECEIVE, Tempat(before.instansi, before.unit))
        if before.versi != versi:
            raise Overtaken("kiriman", kiriman_id)
        after = replace(before, fisik=wanted)
        tx.save(before, after)
        now = house.clock.now()
        tx.note(Catatan(before.instansi or RUMAH, izin.siapa, "fisik_dicatat", now, kiriman_id))
    return after
