"""Whether a person may do this to that: the peran it rests on, and the second pair of eyes."""

from __future__ import annotations

from dataclasses import dataclass

from service.domain.alasan import Alasan
from service.domain.refusals import TidakAda
from service.domain.setelan import Setelan
from service.domain.wewenang import Act, Hadir, four_eyes
from service.ports import House, Reading, Tx


@dataclass(frozen=True)
class Tempat:
    """Where a thing belongs, and who prepared it."""

    instansi: str
    unit: str
    penyiap: tuple[str, ...] = ()


@dataclass(frozen=True)
class Izin:
    """Who acts, on which peran, and the reason one person did both parts ('' where two did)."""

    siapa: str
    pemegang: str
    alasan: str = ""


def need(reading: Reading, oleh: Hadir, act: Act, tempat: Tempat, alasan: str = "") -> Izin:
    """The leave to act; what lies beyond the person's reach is not found at all."""
    if not oleh.may(Act.LOOK, tempat.instansi, tempat.unit):
        raise TidakAda
    held = oleh.need(act, tempat.instansi, tempat.unit)
    aturan = reading.get(Setelan, tempat.instansi).empat_mata
    kata = four_eyes(aturan, act, tempat.penyiap, oleh.orang.id, alasan)
    return Izin(oleh.orang.id, held.id, kata)


def written(house: House, tx: Tx, instansi: str, tentang: str, kata: str) -> str:
    """Keep a reason, where one was given, in the transaction of the act it explains; its id."""
    if not kata:
        return ""
    alasan = Alasan(house.new_id(), instansi, tentang, kata)
    tx.add(alasan)
    return alasan.id
