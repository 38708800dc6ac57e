"""Give a kiriman its nomor agenda and open its berkas."""

from __future__ import annotations

from service.acts.kiriman.agenda import numbered
from service.domain.berkas import BERJALAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.kiriman import DIKENALI, Kiriman, registered
from service.ports import House


def run(house: House, kiriman_id: str) -> None:
    """From dikenali to didaftar; the number is a machine's, with no guess in it."""
    with house.ledger.read() as reading:
        before = reading.get(Kiriman, kiriman_id)
    if before.keadaan != DIKENALI:
        return
    now = house.clock.now()
    with house.ledger.begin() as tx:
        after = registered(before, numbered(house, tx, before).nomor_agenda)
        berkas = Berkas(
            house.new_id(), before.instansi, before.unit, before.nama, before.id, BERJALAN, now
        )
        tx.save(before, after)
        tx.add(berkas)
        tx.note(
            Catatan(
                before.instansi,
                MESIN,
                "kiriman_didaftar",
                now,
                before.id,
                {"nomor_agenda": after.nomor_agenda, "berkas": berkas.id},
            )
        )
