"""Copies of a signed paper: sent as it is signed, and read by those whom it names."""

from __future__ import annotations

from service.acts.edisi import naskah as edisi_naskah
from service.acts.instansi.packs import agency
from service.acts.lihat.naskah_terbaca import for_everyone
from service.domain.naskah import DIARSIPKAN, DITANDATANGANI, Naskah
from service.domain.refusals import Refusal, TidakAda
from service.domain.tembusan import RUAS, Tembusan, addressed, keys
from service.domain.wewenang import Hadir
from service.ports import House, Reading, Tx
from service.ports.tanda_tangan import BarisTembusan


def copied(house: House, tx: Tx, naskah: Naskah) -> None:
    """For each unit and office that it names; never of a withheld matter, or of who asked."""
    try:
        goals = addressed(naskah.isian.get(RUAS), agency(house.packs, naskah.instansi))
    except Refusal:  # a broken pack keeps nobody from signing
        return
    if not goals or not for_everyone(tx, naskah.id):
        return
    now = house.clock.now()
    known = {one.tujuan for one in tx.find(Tembusan, naskah=naskah.id)}
    for goal, line in goals.items():
        if goal not in known:
            tx.add(Tembusan(house.new_id(), naskah.id, naskah.instansi, goal, line, now))


def follows(house: House, tx: Tx, naskah: Naskah) -> None:
    """What a signed paper brings about: its copies, and the edition that it decrees."""
    copied(house, tx, naskah)
    edisi_naskah.signed(tx, naskah)


def mine(house: House, oleh: Hadir, skip: int, atmost: int) -> list[BarisTembusan]:
    """The copies for this person, the latest first."""
    return house.ttd.copies(sorted(set(keys(oleh.peran))), skip, atmost)


def opened(reading: Reading, oleh: Hadir, id_: str) -> Naskah:
    """The signed paper that a copy is of; TidakAda for whom it is not meant, or any more."""
    for one in reading.find(Tembusan, id=id_):
        if (one.instansi, one.tujuan) in set(keys(oleh.peran)):
            naskah = reading.get(Naskah, one.naskah)
            if naskah.keadaan in (DITANDATANGANI, DIARSIPKAN) and for_everyone(reading, naskah.id):
                return naskah
    raise TidakAda("Tembusan itu")
