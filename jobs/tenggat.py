"""Count the terms of an agency's open matters anew."""

from __future__ import annotations

from service.acts.berkas_hitung import recount
from service.ports import House


def run(house: House, instansi: str) -> None:
    """The same however often it is asked."""
    recount(house, instansi)
