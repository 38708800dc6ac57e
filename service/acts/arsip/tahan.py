"""A hold is put on an archive, and lifted by another."""

from __future__ import annotations

from dataclasses import dataclass, replace

from service.acts.arsip.tegak import keep, standing
from service.acts.orang import izin
from service.domain.arsip import tahan as th
from service.domain.arsip.arsip import need_here
from service.domain.arsip.tahan import Penahanan
from service.domain.catatan import Catatan
from service.domain.ids import is_id
from service.domain.refusals import Overtaken, TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House

APA = "Penahanan itu"


@dataclass(frozen=True)
class Tahan:
    """What is held, and why; its id makes a second try the same."""

    id: str
    arsip: str
    sebab: str
    alasan: str


def hold(house: House, oleh: Hadir, asked: Tahan) -> Penahanan:
    """Neither destroyed nor handed over from now on; anyone who keeps archives may put it."""
    if not is_id(asked.id):
        raise TidakAda(APA)
    th.checked(asked.sebab, asked.alasan)
    with house.ledger.begin() as tx:
        at = standing(house, tx, oleh, asked.arsip)
        for same in tx.find(Penahanan, id=asked.id, arsip=asked.arsip):
            return same
        given = izin.need(tx, oleh, Act.ARCHIVE, izin.Tempat(at.berkas.instansi, at.berkas.unit))
        need_here(at.now)
        if at.before is None:
            keep(house, tx, at, at.now, given.siapa, "arsip_didaftar")
        now = house.clock.now()
        reason = izin.written(house, tx, at.now.instansi, at.now.id, asked.alasan.strip())
        one = Penahanan(asked.id, at.now.id, asked.sebab, reason, given.siapa, now)
        tx.add(one)
        told = {"penahanan": one.id, "sebab": one.sebab, "alasan": reason}
        told["pemegang"] = given.pemegang
        tx.note(Catatan(at.now.instansi, given.siapa, "arsip_ditahan", now, at.now.id, told))
    return one


def lift(house: House, oleh: Hadir, penahanan_id: str, versi: int, alasan: str) -> Penahanan:
    """The hold is over: by who may let archives go, and never by who put it."""
    if not alasan.strip():
        raise th.PenahananTidakSah("Tulis alasan pelepasannya.")
    with house.ledger.begin() as tx:
        found = tx.find(Penahanan, id=penahanan_id)
        if not found:
            raise TidakAda(APA)
        before = found[0]
        at = standing(house, tx, oleh, before.arsip)
        tempat = izin.Tempat(at.berkas.instansi, at.berkas.unit, (before.oleh,))
        given = izin.need(tx, oleh, Act.DESTROY, tempat)
        if before.versi != versi:
            raise Overtaken("penahanan_arsip", penahanan_id)
        now = house.clock.now()
        reason = izin.written(house, tx, at.now.instansi, at.now.id, alasan.strip())
        after = th.lifted(before, given.siapa, reason, now)
        tx.save(before, after)
        told = {"penahanan": before.id, "alasan": reason, "pemegang": given.pemegang}
        act = "arsip_penahanan_dilepas"
        tx.note(Catatan(at.now.instansi, given.siapa, act, now, at.now.id, told))
    return replace(after, versi=before.versi + 1)
