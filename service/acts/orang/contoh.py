"""The sample home: asked for and taken away here, and entered there without a password."""

from __future__ import annotations

import secrets

from service.acts.orang.hadir import day
from service.acts.orang.masuk import Kunci, admit
from service.domain.catatan import RUMAH, Catatan
from service.domain.contoh import RumahContoh, may_ask, may_drop
from service.domain.orang import Orang, Pemegang
from service.domain.refusals import TidakAda
from service.domain.wewenang import PERAN, Act, Hadir, counts
from service.ports import House

PINTU = "Halaman di alamat ini"


def offered(house: House) -> list[str]:
    """The agencies that can be played."""
    return house.packs.instansi()


def standing(house: House) -> RumahContoh:
    """How the sample home of this real home stands; a sample home has none of its own."""
    if house.samples.kunci:
        raise TidakAda(PINTU)
    return house.samples.now()


def may_keep(hadir: Hadir) -> None:
    """Whoever keeps the house may have samples beside it."""
    hadir.need(Act.INSTANSI, RUMAH)


def ask(house: House, instansi: str) -> None:
    """Let one agency, or all of them, be played in a home of its own."""
    house.samples.ask(may_ask(standing(house), instansi, offered(house)))


def drop(house: House) -> None:
    """Let the sample home go; this home was never touched by it."""
    may_drop(standing(house))
    house.samples.drop()


def people(house: House, kunci: str) -> list[tuple[Orang, str]]:
    """Whom one can come in as, each with what they hold; nothing for a key that is not ours."""
    _opened(house, kunci)
    with house.ledger.read() as reading:
        today = day(reading, RUMAH, house.clock.now())
        held: dict[str, list[str]] = {}
        for one in reading.find(Pemegang):
            if counts(one, today):
                held.setdefault(one.orang, []).append(PERAN[one.peran])
        found = [one for one in reading.find(Orang) if one.aktif]
    named = [(one, ", ".join(dict.fromkeys(held.get(one.id, ())))) for one in found]
    return sorted(named, key=lambda one: (one[0].instansi != RUMAH, one[0].instansi, one[0].nama))


def enter(house: House, kunci: str, orang: str, alamat: str) -> Kunci:
    """Come in as one of the sample people."""
    _opened(house, kunci)
    with house.ledger.begin() as tx:
        found = tx.find(Orang, id=orang, aktif=True)
        if not found:
            raise TidakAda("Orang contoh itu")
        made = admit(house, tx, found[0], alamat)
        tx.note(Catatan(found[0].instansi, orang, "masuk", made.sesi.dibuat, orang))
    return made


def _opened(house: House, kunci: str) -> None:
    ours = house.samples.kunci
    if not ours or not secrets.compare_digest(ours.encode(), kunci.encode()):
        raise TidakAda(PINTU)
