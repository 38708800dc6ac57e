"""Papers that wait for a person: for their initials, their approval, or to be mended by them."""

from __future__ import annotations

from service.acts.lihat.berkas import mine
from service.acts.lihat.terlihat import reach
from service.domain.wewenang import MAY, Act, Hadir
from service.ports import House
from service.ports.naskah import BarisNaskah


def to_decide(house: House, oleh: Hadir, atmost: int) -> list[BarisNaskah]:
    """What this person initials or approves next, oldest first."""
    return house.naskah.waiting(mine(oleh), MAY[Act.APPROVE], atmost)


def count_to_decide(house: House, oleh: Hadir, atmost: int) -> int:
    """How many of them there are."""
    return house.naskah.count_waiting(mine(oleh), MAY[Act.APPROVE], atmost)


def sent_back(house: House, oleh: Hadir, atmost: int) -> list[BarisNaskah]:
    """What this person prepared and is to mend, oldest first."""
    if not oleh.may(Act.FILL):
        return []
    return house.naskah.returned(reach(house, oleh), oleh.orang.id, atmost)
