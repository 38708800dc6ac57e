"""The legal number of a request or an objection, drawn once from the book of its agency."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from service.acts.instansi.packs import agency
from service.acts.nomor import ambil
from service.domain import keberatan as keberatans
from service.domain import permohonan as permohonans
from service.domain.catatan import MESIN
from service.domain.instansi import Instansi
from service.domain.seri import Perkara
from service.ports import House, Tx

POLA = {permohonans.SERI: permohonans.POLA, keberatans.SERI: keberatans.POLA}


@dataclass(frozen=True)
class Minta:
    """For which line a number is asked, from which book, on which day, and by whom."""

    seri: str
    untuk: str
    unit: str
    on: date
    perihal: str
    oleh: str = MESIN


def drawn(house: House, tx: Tx, instansi: Instansi, minta: Minta) -> tuple[str, date]:
    """The number as its pattern writes it and the day it stands under; the same for the same row.

    The day is a later one where the book has gone on since.
    """
    asked = ambil.Minta(
        minta.seri,
        minta.untuk,
        minta.on,
        Perkara(minta.unit),
        POLA[minta.seri],
        oleh=minta.oleh,
        perihal=minta.perihal,
        longgar=True,
    )
    found = ambil.take(house, tx, instansi, asked)
    return found.nomor, found.tanggal or minta.on


def today(house: House, instansi: str, unit: str) -> date:
    """The date it is where the unit works."""
    return agency(house.packs, instansi).kalender_of(unit).tanggal(house.clock.now())
