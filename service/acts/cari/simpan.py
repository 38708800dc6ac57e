"""Searches that people keep: a name for a question, never for what it finds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from service.acts.orang.hadir import present
from service.domain.catatan import RUMAH, Catatan
from service.domain.orang import Orang
from service.domain.pencarian import BagiDiMana, Pencarian, asked_of, named
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx


@dataclass(frozen=True)
class Simpanan:
    """A search to be kept, as the form sends it; `instansi` '' keeps it for oneself."""

    id: str
    nama: str
    saring: Mapping[str, str]
    instansi: str = ""
    unit: str = ""


def save(house: House, oleh: Hadir, asked: Simpanan) -> Pencarian:
    """Keep a search; the same form sent twice keeps it once."""
    oleh.need(Act.LOOK)
    with house.ledger.begin() as tx:
        own = tx.find(Pencarian, orang=oleh.orang.id)
        for again in own:
            if again.id == asked.id:
                return again
        if tx.find(Pencarian, id=asked.id):
            raise TidakAda("Pencarian itu")
        if asked.instansi and (asked.instansi, asked.unit) not in shareable(oleh):
            raise BagiDiMana
        one = Pencarian(
            asked.id,
            oleh.orang.id,
            asked.instansi,
            asked.unit,
            named(asked.nama, {x.id: x.nama for x in own}),
            house.clock.now(),
            asked_of(asked.saring),
            bersama=bool(asked.instansi),
        )
        tx.add(one)
        _note(house, tx, oleh, one, "pencarian_disimpan")
    return one


def discard(house: House, oleh: Hadir, id_: str) -> None:
    """Take away one's own search, or one left behind where one leads; what it found stays."""
    with house.ledger.begin() as tx:
        found = removable(tx, oleh, tx.find(Pencarian, id=id_), house.clock.now())
        if not found:
            raise TidakAda("Pencarian itu")
        tx.drop(found[0])
        _note(house, tx, oleh, found[0], "pencarian_dihapus")


def removable(
    reading: Reading, oleh: Hadir, found: Iterable[Pencarian], now: datetime
) -> list[Pencarian]:
    """Those a person may take away: their own; where they lead, also what nobody there owns."""
    return [
        one
        for one in found
        if one.orang == oleh.orang.id or (_leads(oleh, one) and _left(reading, one, now))
    ]


def _leads(oleh: Hadir, one: Pencarian) -> bool:
    return one.bersama and oleh.may(Act.DISPOSE, one.instansi, one.unit)


def _left(reading: Reading, one: Pencarian, now: datetime) -> bool:
    """Whether whoever shares it works no more where it is shared."""
    owner = present(reading, reading.get(Orang, one.orang), now)
    return not owner.may(Act.LOOK, one.instansi, one.unit)


def kept(reading: Reading, oleh: Hadir) -> list[Pencarian]:
    """A person's own, then what others share where this person looks; each by name."""
    own = reading.find(Pencarian, orang=oleh.orang.id)
    places = list(oleh.instansi)
    shared = reading.find(Pencarian, instansi=places, bersama=True) if places else []
    others = [x for x in shared if x.orang != oleh.orang.id and _holds(oleh, x.instansi, x.unit)]
    return [*sorted(own, key=_by_name), *sorted(others, key=_by_name)]


def shareable(oleh: Hadir) -> list[tuple[str, str]]:
    """The places a person may share a search in: those of their own peran."""
    held = {(one.instansi, one.unit) for one in oleh.peran if one.instansi != RUMAH}
    return sorted(place for place in held if oleh.may(Act.LOOK, *place))


def _holds(oleh: Hadir, instansi: str, unit: str) -> bool:
    """Whether the person looks there: what is shared in a whole agency reaches all its units."""
    places = shareable(oleh)
    if not unit:
        return any(kode == instansi for kode, _ in places)
    return (instansi, unit) in places or (instansi, "") in places


def _by_name(one: Pencarian) -> tuple[str, str]:
    return one.nama.casefold(), one.id


def _note(house: House, tx: Tx, oleh: Hadir, one: Pencarian, perbuatan: str) -> None:
    """That one was kept or taken away; its words are in no journal."""
    where = one.instansi or oleh.orang.instansi or RUMAH
    told = {"bersama": "ya"} if one.bersama else {}
    tx.note(Catatan(where, oleh.orang.id, perbuatan, house.clock.now(), one.id, told))
