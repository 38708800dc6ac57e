"""A bag that is ready, for the measured pages."""

from __future__ import annotations

from pathlib import Path

from service.acts.simpan.keep import hold, keep
from service.acts.tas.pilah import sorted_out
from service.domain.berkas import Berkas
from service.domain.catatan import AWAL, MESIN, Catatan
from service.domain.tas.tas import JADI, TasBerkas
from service.house import RealHouse


def bagged(house: RealHouse, berkas_id: str) -> str:
    """The id of a bag of a matter."""
    with house.room() as room:
        path = Path(room, "tas.zip")
        path.write_bytes(b"PK\x05\x06" + bytes(18))
        kept = keep(house, path)
    now = house.clock.now()
    with house.ledger.begin() as tx:
        berkas = tx.get(Berkas, berkas_id)
        resep = sorted_out(house, tx, berkas).isi.resep()
        told = (house.new_id(), berkas.instansi, berkas.id, MESIN, now, 0, AWAL, JADI, resep)
        one = TasBerkas(*told, terbuka=kept.sha256, ukuran_terbuka=kept.ukuran, jadi=now)
        tx.add(one)
        hold(tx, kept)
        tx.note(Catatan(berkas.instansi, MESIN, "tas_disusun", now, berkas.id))
    return one.id
