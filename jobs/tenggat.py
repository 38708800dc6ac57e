"""Count the terms of an agency's open matters, and of its open lines, anew."""

from __future__ import annotations

from service.acts.baris import hitung as register_hitung
from service.acts.berkas import hitung as berkas_hitung
from service.ports import House


def run(house: House, instansi: str) -> None:
    """The same however often it is asked."""
    berkas_hitung.recount(house, instansi)
    register_hitung.recount(house, instansi)
