"""Let go of reserved numbers whose day has passed: they stay in the book, void, with the reason."""

from __future__ import annotations

from service.acts.nomor import ambil
from service.acts.nomor.buku import book_of
from service.acts.orang.hadir import day
from service.domain.catatan import MESIN, Catatan
from service.domain.nomor import DIPESAN, SEMENTARA, Nomor
from service.ports import House

HABIS = "Masa pesanan habis; nomor ini tidak dipakai."


def run(house: House, pesanan: str) -> None:
    """What is left of a block after its last day; nothing where all of it was used."""
    now = house.clock.now()
    with house.ledger.read() as reading:
        held = [
            one
            for one in reading.find(Nomor, pesanan=pesanan)
            if one.keadaan in (DIPESAN, SEMENTARA)
        ]
        left = [
            one
            for one in held
            if one.sampai and one.sampai < day(reading, book_of(one).instansi, now)
        ]
    if not left:
        return
    instansi = book_of(left[0]).instansi
    with house.ledger.begin() as tx:
        for one in sorted(left, key=lambda one: one.urut):
            ambil.release(house, tx, instansi, one, HABIS, MESIN)
        told = {"banyak": str(len(left))}
        tx.note(Catatan(instansi, MESIN, "nomor_dilepas", now, pesanan, told))
