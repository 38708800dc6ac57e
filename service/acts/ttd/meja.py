"""The signing desk: the papers that wait for this person's signature, whose turn it is now."""

from __future__ import annotations

from service.acts.lihat.berkas import mine
from service.domain.wewenang import Hadir
from service.ports import House
from service.ports.tanda_tangan import BarisTtd


def waiting(house: House, oleh: Hadir, skip: int, atmost: int) -> list[BarisTtd]:
    """Those that wait for this person: whose turn it is now before others, matter by matter."""
    return house.ttd.to_sign(mine(oleh), oleh.orang.id, skip, atmost)


def count(house: House, oleh: Hadir) -> int:
    """How many this person may sign now."""
    return house.ttd.count(mine(oleh))
