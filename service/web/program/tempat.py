"""For which place of the office a program works, as a form asks it."""

from __future__ import annotations

from service.acts.instansi.pilihan import known
from service.domain.setelan import Setelan
from service.domain.wewenang import Act, Hadir
from service.face.isi_formulir import Pilihan, Ruas
from service.ports import House
from service.web.dasar.sekali import at_work

SEMUA = "*"  # every unit: a place has two parts, instansi/unit


def place_field(house: House, oleh: Hadir) -> Ruas:
    """Each unit of each agency that this administrator keeps."""
    mine = [one for one in at_work() if oleh.may(Act.PEOPLE, one.id)]
    where = tuple(spot for one in mine for spot in _spots(house, one))
    return Ruas("tempat", "Untuk", "", "pilih", pilihan=where, lebar="sedang")


def _spots(house: House, one: Setelan) -> list[Pilihan]:
    agency = known(house, one.id)
    units = agency.open_units(house.clock.now()) if agency else ()
    whole = Pilihan(f"{one.id}/{SEMUA}", f"{one.nama}, semua unit")
    return [*(Pilihan(f"{one.id}/{u.id}", f"{one.nama}: {u.nama}") for u in units), whole]


def place_of(tempat: str) -> tuple[str, str]:
    """The agency, and the unit or '' for all."""
    instansi, _, unit = tempat.partition("/")
    return instansi, "" if unit == SEMUA else unit
