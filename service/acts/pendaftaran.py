"""The legal number of a request or an objection, drawn once from the book of its agency."""

from __future__ import annotations

from datetime import date

from service.acts.packs import agency
from service.domain import keberatan as keberatans
from service.domain import permohonan as permohonans
from service.domain.instansi import Instansi
from service.domain.nomor import tulis
from service.ports import House, Tx

POLA = {permohonans.SERI: permohonans.POLA, keberatans.SERI: keberatans.POLA}


def drawn(tx: Tx, instansi: Instansi, unit: str, seri: str, untuk: str, on: date) -> str:
    """The number as its pattern writes it, drawn in this transaction; the same for the same row."""
    pola, tetap = POLA[seri], dict[str, str]()
    if found := instansi.seri_of(seri):
        pola, tetap = found.pola, found.tetap(instansi.unit_of(unit))
    return tulis(pola, tx.draw(instansi.buku(seri, on), untuk).urut, on, tetap)


def today(house: House, instansi: str, unit: str) -> date:
    """The date it is where the unit works."""
    return agency(house.packs, instansi).kalender_of(unit).tanggal(house.clock.now())
