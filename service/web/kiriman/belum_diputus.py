"""What came in and waits for a decision of this person, oldest first."""

from __future__ import annotations

from service.acts.instansi.pilihan import at_work
from service.domain.catatan import RUMAH
from service.domain.kiriman import Kiriman
from service.domain.wewenang import MAY, Act, Hadir
from service.ports import House
from service.ports.kiriman import Jangkauan


def undecided(
    house: House, hadir: Hadir, skip: int, atmost: int
) -> tuple[int, list[tuple[Kiriman, str]]]:
    """The kiriman this person may decide about, oldest first, each with its zone."""
    zona = {one.id: one.zona for one in at_work(house)}
    many, found = house.kiriman.waiting(_places(hadir, len(zona)), skip, atmost)
    return many, [(one, zona.get(one.instansi, "WIB")) for one in found]


def _places(hadir: Hadir, agencies: int) -> set[Jangkauan]:
    """Where a person decides about kiriman, and where also about withheld ones.

    What lay in no folder that is known belongs to the only instansi there is, where there is one;
    else whoever keeps the house says where it belongs.
    """
    mine = {(one.instansi, one.unit) for one in hadir.peran if one.peran in MAY[Act.IDENTIFY]}
    places = {Jangkauan(*one, rahasia=False) for one in mine}
    places |= {Jangkauan(*one, rahasia=True) for one in mine if hadir.may(Act.SECRET, *one)}
    alone = agencies == 1 and any(unit == "" for _, unit in mine)
    strays = {Jangkauan("", "", rahasia=False)}
    return places | strays if alone or hadir.may(Act.PEOPLE, RUMAH) else places
