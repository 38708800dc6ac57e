"""A line is found right by somebody who did not write it, or goes back with the reason."""

from __future__ import annotations

from service.acts.informasi.baca import acting, held, kept
from service.acts.informasi.diajukan import need_loose
from service.acts.orang import izin
from service.acts.orang.hadir import day
from service.domain.informasi import jalan_dip
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import DITETAPKAN
from service.domain.informasi.riwayat import Riwayat
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading


def verify(house: House, oleh: Hadir, id_: str, versi: int, alasan: str = "") -> Informasi:
    """The line is right; whoever wrote it as well says why nobody else looked."""
    with house.ledger.begin() as tx:
        before = held(tx, oleh, id_, versi)
        place = izin.Tempat(before.instansi, before.unit, writers(tx, before))
        leave = izin.need(tx, oleh, Act.VERIFY, place, alasan)
        today = day(tx, before.instansi, house.clock.now())
        done = jalan_dip.verify(before, acting(house, oleh, leave.alasan), today)
        return kept(house, tx, before, done, "informasi_diverifikasi")


def send_back(house: House, oleh: Hadir, id_: str, versi: int, alasan: str) -> Informasi:
    """It is not right: back to the unit, which reads why."""
    with house.ledger.begin() as tx:
        before = held(tx, oleh, id_, versi)
        izin.need(tx, oleh, Act.VERIFY, izin.Tempat(before.instansi, before.unit))
        need_loose(tx, before)
        done = jalan_dip.send_back(before, acting(house, oleh, alasan))
        return kept(house, tx, before, done, "informasi_dikembalikan")


def writers(reading: Reading, one: Informasi) -> tuple[str, ...]:
    """Who wrote the words as they stand: everybody who wrote since the last decree."""
    wrote: dict[str, None] = {}
    for line in sorted(reading.find(Riwayat, informasi=one.id), key=lambda line: line.urut):
        if line.ke == DITETAPKAN:
            wrote.clear()  # a decree stands behind what was written until then
        elif line.menulis:
            wrote[line.siapa] = None
    return tuple(wrote)
