"""A unit's list is read, or its right lines are taken in, whichever it waits for."""

from __future__ import annotations

from service.acts.informasi import masuk_baca, masuk_muat
from service.domain.daftar_unit.masuk import MEMUAT, MENUNGGU, DaftarMasuk
from service.ports import House


def run(house: House, daftar_id: str) -> None:
    """From menunggu to dibaca, from memuat to selesai; at rest where a person is to judge."""
    with house.ledger.read() as reading:
        one = reading.get(DaftarMasuk, daftar_id)
    if one.keadaan == MENUNGGU:
        masuk_baca.run(house, one)
    elif one.keadaan == MEMUAT:
        masuk_muat.run(house, one)
