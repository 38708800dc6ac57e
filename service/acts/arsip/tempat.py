"""Rooms, shelves, boxes: made and given up, and gone through with a scanner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from service.acts.orang import izin
from service.domain.arsip import tempat as t
from service.domain.arsip.arsip import PERGI, Arsip
from service.domain.arsip.opname import OpnameArsip, Seharusnya, scanned, take
from service.domain.arsip.pinjam import Pinjaman
from service.domain.arsip.tempat import Tempat
from service.domain.catatan import Catatan
from service.domain.ids import is_id
from service.domain.refusals import Overtaken, TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading

APA = "Tempat itu"


def places_for(reading: Reading, oleh: Hadir, instansi: str) -> dict[str, Tempat]:
    """The places of an agency that this person may know: of the archive, and of their unit."""
    if instansi not in oleh.instansi and not oleh.may(Act.LOOK, instansi):
        return {}
    found = reading.find(Tempat, instansi=instansi)
    return {one.id: one for one in found if not one.unit or oleh.may(Act.LOOK, instansi, one.unit)}


def make(house: House, oleh: Hadir, wanted: Tempat) -> Tempat:
    """A place that is there from now on; the same for the same id."""
    if not is_id(wanted.id):
        raise TidakAda(APA)
    with house.ledger.begin() as tx:
        given = izin.need(tx, oleh, Act.ARCHIVE, izin.Tempat(wanted.instansi, wanted.unit))
        places = places_for(tx, oleh, wanted.instansi)
        if wanted.id in places:
            return places[wanted.id]
        now = house.clock.now()
        one = t.checked(replace(wanted, nama=" ".join(wanted.nama.split()), dibuat=now), places)
        tx.add(one)
        told = {"macam": one.macam, "pemegang": given.pemegang}
        tx.note(Catatan(one.instansi, given.siapa, "tempat_arsip_dibuat", now, one.id, told))
    return one


def give_up(house: House, oleh: Hadir, instansi: str, tempat_id: str, versi: int) -> Tempat:
    """Nothing is laid there any more; it has to be empty."""
    with house.ledger.begin() as tx:
        places = places_for(tx, oleh, instansi)
        if tempat_id not in places:
            raise TidakAda(APA)
        before = places[tempat_id]
        given = izin.need(tx, oleh, Act.ARCHIVE, izin.Tempat(instansi, before.unit))
        if before.versi != versi:
            raise Overtaken("tempat_arsip", tempat_id)
        inside = sorted(t.within(tempat_id, places))
        lies = {x.id: x.tempat for x in tx.find(Arsip, tempat=inside)}
        copies = {f"{x.id} cadangan": x.cadangan for x in tx.find(Arsip, cadangan=inside)}
        t.need_empty(tempat_id, places, lies | copies)
        now = house.clock.now()
        after = replace(before, ditutup=before.ditutup or now)
        if after == before:
            return before
        tx.save(before, after)
        told = {"pemegang": given.pemegang}
        tx.note(Catatan(instansi, given.siapa, "tempat_arsip_ditutup", now, tempat_id, told))
    return replace(after, versi=before.versi + 1)


def count(
    house: House, oleh: Hadir, id_: str, instansi: str, tempat_id: str, lines: Sequence[str]
) -> OpnameArsip:
    """What was scanned in a place held against what should lie there; nothing is moved by it."""
    if not is_id(id_):
        raise TidakAda("Opname itu")
    with house.ledger.begin() as tx:
        for same in tx.find(OpnameArsip, id=id_, instansi=instansi):
            return same
        places = places_for(tx, oleh, instansi)
        if tempat_id not in places:
            raise TidakAda(APA)
        given = izin.need(tx, oleh, Act.ARCHIVE, izin.Tempat(instansi, places[tempat_id].unit))
        inside, labels = t.within(tempat_id, places), scanned(lines)
        known = _should(tx, instansi, inside, labels)
        found = take(inside, known, labels)
        now = house.clock.now()
        one = OpnameArsip(id_, instansi, tempat_id, given.siapa, now, found.temuan)
        tx.add(one)
        told = {"ditemukan": str(len(labels)), "pemegang": given.pemegang}
        tx.note(Catatan(instansi, given.siapa, "opname_arsip", now, id_, told))
    return one


def _should(
    reading: Reading, instansi: str, inside: frozenset[str], labels: Sequence[str]
) -> dict[str, Seharusnya]:
    rows = {x.id: x for x in reading.find(Arsip, instansi=instansi, tempat=sorted(inside))}
    strange = [one for one in labels if one not in rows]
    if strange:
        rows |= {x.id: x for x in reading.find(Arsip, instansi=instansi, id=strange)}
    loans = reading.find(Pinjaman, arsip=sorted(rows)) if rows else []
    out = {x.arsip for x in loans if x.kembali is None}
    return {
        id_: Seharusnya(id_, x.tempat, id_ in out, x.keadaan in PERGI) for id_, x in rows.items()
    }
