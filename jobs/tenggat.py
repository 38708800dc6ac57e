"""Count the terms of an agency's open matters, and of its open lines, anew."""

from __future__ import annotations

from service.acts import berkas_hitung, register_hitung
from service.ports import House


def run(house: House, instansi: str) -> None:
    """The same however often it is asked."""
    berkas_hitung.recount(house, instansi)
    register_hitung.recount(house, instansi)
