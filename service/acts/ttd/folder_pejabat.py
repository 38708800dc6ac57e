"""In whose folder a paper lies that is signed by another program."""

from __future__ import annotations

from service.acts.lihat.berkas import peran_in
from service.acts.lihat.penerima import present_in
from service.domain.berkas import Berkas
from service.domain.folder_ttd import folder_name, plain
from service.domain.orang import DELEGASI, Orang
from service.domain.wewenang import PERAN, Hadir
from service.ports import House, Reading


def folder_of(house: House, reading: Reading, berkas: Berkas, peran: str) -> str:
    """The folder of the one who holds a peran; where that is nobody or several, of the peran."""
    here = present_in(reading, berkas.instansi, house.clock.now())
    held = [one for one in here if peran in peran_in(one, berkas)]
    own = [one for one in held if not _only_lent(one, peran)] or held
    if len(own) != 1:
        where = " ".join(filter(None, (berkas.instansi, berkas.unit)))
        return plain(f"{PERAN.get(peran, peran)} {where}")
    one = own[0].orang
    others = [x.nama for x in reading.find(Orang) if x.id != one.id]
    return folder_name(one.nama, one.nama_masuk, others)


def _only_lent(one: Hadir, peran: str) -> bool:
    return all(held.sebagai == DELEGASI for held in one.peran if held.peran == peran)
