"""What lies in a place, as its page and its labels tell it."""

from __future__ import annotations

from dataclasses import dataclass

from service.acts.arsip.tempat import places_for
from service.acts.lihat.berkas import seen
from service.domain.arsip.arsip import PERGI, Arsip
from service.domain.arsip.opname import OpnameArsip
from service.domain.arsip.tempat import Tempat, within
from service.domain.berkas import Berkas
from service.domain.refusals import TidakAda
from service.domain.wewenang import Hadir
from service.ports import House


@dataclass(frozen=True)
class IsiTempat:
    """One place: what it stands in, what lies in it, and its last stock-taking."""

    tempat: Tempat
    tempat_lain: dict[str, Tempat]
    arsip: tuple[tuple[Arsip, str], ...]  # each with the name of its matter
    opname: OpnameArsip | None
    nama: dict[str, str]  # of the matters that the stock-taking speaks of


def look(house: House, oleh: Hadir, instansi: str, tempat_id: str) -> IsiTempat:
    """The place with the archives in it that this person may see."""
    with house.ledger.read() as reading:
        places = places_for(reading, oleh, instansi)
        if tempat_id not in places:
            raise TidakAda("Tempat itu")
        inside = sorted(within(tempat_id, places))
        rows = [x for x in reading.find(Arsip, tempat=inside) if x.keadaan not in PERGI]
        counts = reading.find(OpnameArsip, instansi=instansi, tempat=tempat_id)
        last = max(counts, key=lambda x: (x.pada, x.id), default=None)
        ids = {x.id for x in rows} | ({what for what, _ in last.temuan} if last else set())
        matters = reading.find(Berkas, id=sorted(ids)) if ids else []
        names = {x.id: x.judul for x in matters if seen(oleh, x)}
    shown = sorted((x for x in rows if x.id in names), key=lambda x: (x.kode, x.ditutup, x.id))
    return IsiTempat(places[tempat_id], places, tuple((x, names[x.id]) for x in shown), last, names)
