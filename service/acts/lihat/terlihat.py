"""What a person may see of what came in: beyond their reach it is as if it were not there."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

from service.acts.lihat.naskah_terbaca import readable_by_id
from service.acts.lihat.turut import opens
from service.domain.catatan import RUMAH
from service.domain.ids import is_id
from service.domain.keberatan import Keberatan
from service.domain.kiriman import File, Kiriman
from service.domain.pemisah import part_ids
from service.domain.permohonan import Permohonan
from service.domain.refusals import TidakAda
from service.domain.setelan import Setelan
from service.domain.wewenang import MAY, Act, Hadir
from service.ports import House, Reading
from service.ports.kiriman import Jangkauan


def kiriman_for(reading: Reading, oleh: Hadir, kiriman_id: str) -> Kiriman:
    """The kiriman, or TidakAda where this person may not see it."""
    found = reading.find(Kiriman, id=kiriman_id)
    if not found or not seen(reading, oleh, found[0]):
        raise TidakAda("Kiriman itu")
    return found[0]


def file_for(reading: Reading, oleh: Hadir, file_id: str) -> File:
    """The file, or TidakAda where this person may not see its kiriman."""
    found = reading.find(File, id=file_id)
    if not found:
        raise TidakAda("File itu")
    kiriman = reading.find(Kiriman, id=found[0].kiriman)
    if not kiriman or not seen(reading, oleh, kiriman[0]):
        raise TidakAda("File itu")
    if not reads(reading, oleh, kiriman[0]):
        raise TidakAda("File itu")
    return found[0]


def files_for(reading: Reading, oleh: Hadir, kiriman: Kiriman) -> list[File]:
    """The files of a kiriman in their order, as far as this person may open them."""
    if not reads(reading, oleh, kiriman):
        return []
    return sorted(reading.find(File, kiriman=kiriman.id), key=lambda file: file.urut)


def reads(reading: Reading, oleh: Hadir, kiriman: Kiriman) -> bool:
    """Whether the files may be opened: a request's say who asks, for those with a part in it; one
    of our own papers that came back is for those who may read that paper."""
    shown = [kiriman, *(x for id_ in part_ids(kiriman) for x in reading.find(Kiriman, id=id_))]
    if not all(readable_by_id(reading, oleh, one) for came in shown for one in came.kembali):
        return False
    return opens(reading, oleh, kiriman)


Baris = TypeVar("Baris", Permohonan, Keberatan)


def line_for(
    reading: Reading, oleh: Hadir, kind: type[Baris], id_: str, acts: Collection[Act] = ()
) -> Baris:
    """A line of a register, for who may see it and do one of these; both lacks sound alike."""
    found = reading.find(kind, id=id_) if is_id(id_) else []
    if not found or not _line_seen(reading, oleh, found[0]):
        raise TidakAda("Permohonan itu")
    one = found[0]
    if acts and not any(oleh.may(act, one.instansi, one.unit) for act in acts):
        raise TidakAda("Permohonan itu")
    return one


def _line_seen(reading: Reading, oleh: Hadir, one: Permohonan | Keberatan) -> bool:
    came = reading.find(Kiriman, id=one.kiriman)
    return bool(came) and seen(reading, oleh, came[0])


def seen(reading: Reading, oleh: Hadir, kiriman: Kiriman) -> bool:
    """Whether a person may see a kiriman."""
    if kiriman.instansi:
        return oleh.sees(kiriman.instansi, kiriman.unit, rahasia=kiriman.rahasia)
    return not kiriman.rahasia and _sees_strays(oleh, len(_agencies(reading)))


def reach(house: House, oleh: Hadir) -> list[Jangkauan]:
    """Every place this person may look at: what a list may show."""
    places = [
        Jangkauan(one.instansi, one.unit, rahasia)
        for one in oleh.peran
        for act, rahasia in ((Act.LOOK, False), (Act.SECRET, True))
        if one.peran in MAY[act]
    ]
    with house.ledger.read() as reading:
        agencies = _agencies(reading)
    # Who holds a peran in the whole house looks into every agency.
    wide = [
        Jangkauan(one, "", place.rahasia)
        for place in places
        if place.instansi == RUMAH
        for one in agencies
    ]
    stray = [Jangkauan("", "", rahasia=False)] if _sees_strays(oleh, len(agencies)) else []
    return list(dict.fromkeys([one for one in places if one.instansi != RUMAH] + wide + stray))


def reach_of(house: House, oleh: Hadir, act: Act) -> list[Jangkauan]:
    """Every place where this person may do an act and see what it is about."""
    held = dict.fromkeys((x.instansi, x.unit) for x in oleh.peran if x.peran in MAY[act])
    if any(instansi == RUMAH for instansi, _ in held):
        with house.ledger.read() as reading:
            held |= dict.fromkeys((one, "") for one in _agencies(reading))
    return [
        Jangkauan(instansi, unit, rahasia)
        for instansi, unit in held
        for rahasia in (False, True)
        if instansi != RUMAH and oleh.sees(instansi, unit, rahasia=rahasia)
    ]


def _agencies(reading: Reading) -> list[str]:
    return [one.id for one in reading.find(Setelan)]


def _sees_strays(oleh: Hadir, agencies: int) -> bool:
    """What lay in no known folder belongs to the only instansi, else to who keeps the house."""
    decides = any(one.peran in MAY[Act.IDENTIFY] and not one.unit for one in oleh.peran)
    return (agencies == 1 and decides) or oleh.may(Act.PEOPLE, RUMAH)
