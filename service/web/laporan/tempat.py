"""Whose figures a person may ask for."""

from __future__ import annotations

from datetime import date

from service.domain.refusals import TidakAda
from service.domain.setelan import Setelan
from service.domain.tanggal import local
from service.web.dasar.auth import hadir, house
from service.web.dasar.sekali import at_work, known


def mine() -> list[Setelan]:
    """The agencies in which the person looks at something, be it at one unit."""
    return [one for one in at_work() if _partly(one.id)]


def chosen(instansi: str) -> str:
    """The one that is asked for, else the first; TidakAda beyond the person's reach."""
    every = [one.id for one in mine()]
    if not every or (instansi and instansi not in every) or known(instansi or every[0]) is None:
        raise TidakAda("Laporan itu")
    return instansi or every[0]


def today(instansi: str) -> date:
    """The day it is in that office."""
    agency = known(instansi)
    return local(house().clock.now(), agency.zona if agency else "WIB").date()


def _partly(instansi: str) -> bool:
    units = [one.unit for one in hadir().peran if one.instansi == instansi]
    return any(hadir().sees(instansi, unit) for unit in ("", *units))
