"""Lay an approved paper where its signer takes it from; one signed here or in ink stays here."""

from __future__ import annotations

from service.acts.pasangan_acuan import declared_for
from service.acts.tempat_ttd import places
from service.domain.catatan import MESIN, Catatan
from service.domain.naskah import DISETUJUI, Naskah, sent
from service.domain.tempat_ttd import ELEKTRONIK, TINTA
from service.ports import House


def run(house: House, naskah_id: str) -> None:
    """From disetujui to dikirim; laid twice, the paper lies there once."""
    with house.ledger.read() as reading:
        before = reading.get(Naskah, naskah_id)
        if before.keadaan != DISETUJUI:
            return
        here = any(one.jalan in (ELEKTRONIK, TINTA) for one in places(reading, before))
        label = f"{declared_for(house, reading, before).nama} {before.nomor}".strip()
    if not here:
        with house.room() as room:
            pdf = house.store.fetch(before.pdf, room / "naskah.pdf")
            house.courier.send(before.id, pdf, label)
    with house.ledger.begin() as tx:
        tx.save(before, sent(before))
        tx.note(Catatan(before.instansi, MESIN, "naskah_dikirim", house.clock.now(), before.id))
        tx.plan("papan", before.id)
        if not here:
            tx.plan("collect", before.id)  # it may have come back before it counted as sent
