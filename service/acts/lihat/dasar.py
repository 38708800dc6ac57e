"""On what somebody does a step: their own peran, one lent to them, or this step given to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from service.acts.lihat.masa_peran import lapsed
from service.acts.orang.hadir import present
from service.domain.berkas import Berkas
from service.domain.orang import DELEGASI, Orang, Pemegang
from service.domain.refusals import Refusal
from service.domain.sop.bentuk import Sop
from service.domain.sop.tolakan import BukanPelaksana
from service.domain.wewenang import Act, Hadir, grounds
from service.ports import House, Reading


class TitipanBerakhir(Refusal):
    """Whoever gave the step away holds no more what they gave it by."""

    status = 403

    def __init__(self, nama: str) -> None:
        super().__init__(
            f"Langkah ini Anda kerjakan atas nama {nama}, yang sudah tidak memegang wewenangnya. "
            "Tidak ada yang diubah. Mintalah pelaksana langkah ini melanjutkannya."
        )


@dataclass(frozen=True)
class Dasar:
    """The peran a step rests on, for which actors it serves, and the person on whose behalf."""

    pemegang: str
    peran: frozenset[str]
    atas_nama: str = ""

    def told(self) -> dict[str, str]:
        """As the journal keeps it."""
        behalf = {"atas_nama": self.atas_nama} if self.atas_nama else {}
        return {"pemegang": self.pemegang, **behalf}


def ground(
    house: House, reading: Reading, sop: Sop, berkas: Berkas, names: Sequence[str], oleh: Hadir
) -> Dasar:
    """What the person stands on; or why not, with the end of their term where that is why."""
    wanted = frozenset(sop.peran(one) for one in names)
    for held in grounds(oleh.peran, Act.COMPLETE, berkas.instansi, berkas.unit):
        if held.peran in wanted:
            return Dasar(held.id, frozenset({held.peran}), _lender(reading, held))
    if entrusted(berkas, oleh):
        giver = reading.get(Pemegang, berkas.atas_nama)
        who = reading.get(Orang, giver.orang)
        if giver.id not in {one.id for one in present(reading, who, house.clock.now()).peran}:
            raise TitipanBerakhir(who.nama)
        return Dasar(giver.id, wanted, who.id)
    if over := lapsed(house, reading, oleh, (berkas.instansi, berkas.unit), wanted):
        raise over
    raise BukanPelaksana([sop.sebutan(one) for one in names])


def entrusted(berkas: Berkas, oleh: Hadir) -> bool:
    """Whether this one step was given to a person who holds none of its peran."""
    return bool(berkas.atas_nama) and berkas.pemilik == oleh.orang.id


def _lender(reading: Reading, held: Pemegang) -> str:
    return reading.get(Pemegang, held.dari).orang if held.sebagai == DELEGASI else ""
