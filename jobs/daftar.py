"""A unit's list is read, or its right lines are taken in, whichever it waits for."""

from __future__ import annotations

from service.acts.dikecualikan import masuk as dikecualikan
from service.acts.informasi import masuk_baca, masuk_muat
from service.acts.informasi.masuk import begin_of, kind_of
from service.domain.daftar_unit.lajur import DIK
from service.domain.daftar_unit.masuk import JENIS, MEMUAT, MENUNGGU, DaftarMasuk
from service.domain.kiriman import DIDAFTAR, Kiriman
from service.ports import House


def run(house: House, untuk: str) -> None:
    """From menunggu to dibaca, from memuat to selesai; at rest where a person is to judge.

    A kiriman that was given its unit later brings its lists then.
    """
    with house.ledger.read() as reading:
        found = reading.find(DaftarMasuk, id=untuk)
    if not found:
        _begin(house, untuk)
    elif found[0].keadaan == MENUNGGU:
        masuk_baca.run(house, found[0])
    elif found[0].keadaan == MEMUAT:
        closed = kind_of(house, found[0]) == DIK
        (dikecualikan.run if closed else masuk_muat.run)(house, found[0])


def _begin(house: House, kiriman_id: str) -> None:
    with house.ledger.begin() as tx:
        kiriman = tx.get(Kiriman, kiriman_id)
        if kiriman.jenis in JENIS and kiriman.keadaan == DIDAFTAR:
            begin_of(house, tx, kiriman)
