"""What waits for a person in the archive: lists to decide or carry out, paper to bring back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from service.acts.lihat.terlihat import reach, reach_of
from service.domain.arsip.usul import DIAJUKAN, DISETUJUI, Usul
from service.domain.tanggal import local
from service.domain.wewenang import Act, Hadir
from service.ports import House
from service.ports.arsip import BarisPinjam

SEGERA = timedelta(days=3)  # before a loan is due its borrower is told


@dataclass(frozen=True)
class Menunggu:
    """Lists and loans that this person should look at, the most urgent first."""

    usul: tuple[Usul, ...]
    milik: tuple[BarisPinjam, ...]  # what they have themselves
    terlambat: tuple[BarisPinjam, ...]  # what others have, for who keeps the archive


def waiting(house: House, oleh: Hadir, zona: str, atmost: int) -> Menunggu:
    """Nothing for who neither keeps, lets go nor borrowed."""
    today = local(house.clock.now(), zona).date()
    me = oleh.orang.id
    mine = house.arsip.lent(reach(house, oleh), today + SEGERA, atmost, me)
    return Menunggu(_lists(house, oleh, atmost), tuple(mine), _late(house, oleh, today, atmost))


def _lists(house: House, oleh: Hadir, atmost: int) -> tuple[Usul, ...]:
    if not oleh.may(Act.DESTROY) and not oleh.may(Act.ARCHIVE):
        return ()
    with house.ledger.read() as reading:
        found = reading.find(Usul, keadaan=[DIAJUKAN, DISETUJUI])
    due = sorted((x for x in found if _is_for(x, oleh)), key=lambda x: (x.dibuat, x.id))
    return tuple(due[:atmost])


def _is_for(one: Usul, oleh: Hadir) -> bool:
    where, me = (one.instansi, one.unit), oleh.orang.id
    if not oleh.sees(*where, rahasia=True):
        return False
    if one.keadaan == DIAJUKAN:
        return oleh.may(Act.DESTROY, *where) and me not in one.penyiap
    return oleh.may(Act.ARCHIVE, *where) and me != one.penyetuju


def _late(house: House, oleh: Hadir, today: date, atmost: int) -> tuple[BarisPinjam, ...]:
    if not oleh.may(Act.ARCHIVE):
        return ()
    day = timedelta(days=1)
    found = house.arsip.lent(reach_of(house, oleh, Act.ARCHIVE), today - day, atmost)
    return tuple(x for x in found if x.pinjaman.peminjam != oleh.orang.id)
