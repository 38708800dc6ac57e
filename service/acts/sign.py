"""A paper came back from its signer: it is held against what was sent, and kept."""

from __future__ import annotations

from pathlib import Path

from service.acts.keep import hold, keep
from service.domain.catatan import Catatan
from service.domain.naskah import BukanKiriman, Naskah, begins_with, signed
from service.ports import House


def come_back(house: House, naskah_id: str, path: Path, siapa: str) -> Naskah:
    """The naskah with what its signer gave back; BukanKiriman where that is another paper."""
    with house.ledger.read() as reading:
        before = reading.get(Naskah, naskah_id)
    with path.open("rb") as came, house.store.open(before.pdf) as went:
        if not begins_with(came, went):
            raise BukanKiriman
    kept = keep(house, path)
    now = house.clock.now()
    after = signed(before, kept.sha256)
    with house.ledger.begin() as tx:
        tx.save(before, after)
        hold(tx, kept)
        tx.note(
            Catatan(
                before.instansi,
                siapa,
                "naskah_ditandatangani",
                now,
                before.id,
                {"sha256": kept.sha256},
            )
        )
        tx.plan("assemble", before.berkas)
    return after
