"""Give a kiriman its nomor agenda and open its berkas."""

from __future__ import annotations

from service.acts.packs import agency
from service.domain.berkas import BERJALAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.kiriman import AGENDA, DIKENALI, POLA_AGENDA, Kiriman, registered
from service.domain.nomor import tulis
from service.ports import House


def run(house: House, kiriman_id: str) -> None:
    """From dikenali to didaftar; the number is a machine's, with no guess in it."""
    with house.ledger.read() as reading:
        before = reading.get(Kiriman, kiriman_id)
    if before.keadaan != DIKENALI:
        return
    now = house.clock.now()
    instansi = agency(house.packs, before.instansi)
    tanggal = instansi.kalender_of(before.unit).tanggal(before.diterima)
    seri = instansi.seri_of(AGENDA)
    pola, tetap = POLA_AGENDA, {}
    if seri:
        pola, tetap = seri.pola, seri.tetap(instansi.unit_of(before.unit))
    with house.ledger.begin() as tx:
        nomor = tx.draw(instansi.buku(AGENDA, tanggal), before.id)
        after = registered(before, tulis(pola, nomor.urut, tanggal, tetap))
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
