"""The numbers that are still provisional: what each is held for, as far as one may see it."""

from __future__ import annotations

from dataclasses import dataclass

from service.domain.berkas import Berkas
from service.domain.kiriman import Kiriman
from service.domain.naskah import Naskah
from service.domain.nomor import Nomor
from service.domain.wewenang import Hadir
from service.ports import House, Reading


@dataclass(frozen=True)
class Menunggu:
    """A provisional number, and the matter it is held for."""

    nomor: Nomor
    tentang: str  # '' where it is beyond this person's reach, or nobody wrote it


def waiting(house: House, oleh: Hadir, kode: str) -> list[Menunggu]:
    """What is provisional in the books of an instansi that this person may see."""
    rows = [one for one in house.books.waiting(kode) if oleh.sees(kode, rahasia=one.rahasia)]
    with house.ledger.read() as reading:
        return [Menunggu(one, _about(reading, oleh, one)) for one in rows]


def about(house: House, oleh: Hadir, nomor: Nomor) -> str:
    """The matter that a number is for."""
    with house.ledger.read() as reading:
        return _about(reading, oleh, nomor)


def _about(reading: Reading, oleh: Hadir, nomor: Nomor) -> str:
    if nomor.perihal or not nomor.untuk:
        return nomor.perihal
    for naskah in reading.find(Naskah, id=nomor.untuk):
        berkas = reading.get(Berkas, naskah.berkas)
        rahasia = any(one.rahasia for one in reading.find(Kiriman, id=berkas.kiriman))
        shown = oleh.sees(berkas.instansi, berkas.unit, rahasia=rahasia)
        return berkas.judul if shown else ""
    return ""
