"""What a unit is called, and by whose clock a person reads."""

from __future__ import annotations

from service.domain.setelan import Setelan
from service.domain.wewenang import Hadir
from service.web.dasar.sekali import known


def zona_of(hadir: Hadir, setelan: list[Setelan]) -> str:
    """The clock a person reads: that of their first instansi, or of the first at work here."""
    zona = {one.id: one.zona for one in setelan}
    mine = [zona[kode] for kode in hadir.instansi if kode in zona]
    return (mine or list(zona.values()) or ["WIB"])[0]


def unit_name(instansi: str, unit: str) -> str:
    """What a unit is called; '' where a kiriman belongs to none."""
    agency = known(instansi) if instansi else None
    found = agency.unit_of(unit) if agency else None
    return found.nama if found else unit
