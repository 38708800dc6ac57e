"""The gate before the public: a file is looked at, or the copy that a person asked for is made."""

from __future__ import annotations

from service.acts.pelepasan import kerja
from service.domain.gerbang.keluar import MEMBUAT, MENUNGGU, FileKeluar
from service.ports import House


def run(house: House, id_: str) -> None:
    """As the row stands; nothing where somebody has decided meanwhile."""
    with house.ledger.read() as reading:
        before = reading.get(FileKeluar, id_)
    if before.keadaan == MENUNGGU:
        kerja.look(house, before)
    elif before.keadaan == MEMBUAT:
        kerja.make(house, before)
