"""Before they sign several at once, a person looks at each; what they saw is kept."""

from __future__ import annotations

from dataclasses import replace

from service.acts.naskah.tempat_ttd import DiTangan, in_hand, need_turn
from service.domain import tempat_ttd as t
from service.domain.catatan import Catatan
from service.domain.dilihat_ttd import BelumDilihat, DilihatTtd, row_id, still_so
from service.domain.wewenang import Hadir
from service.ports import House, Reading


def look(house: House, oleh: Hadir, naskah_id: str, versi: int, tempat_id: str) -> None:
    """This person looked at the paper as it is now; what they saw before counts no more."""
    with house.ledger.begin() as tx:
        one = in_hand(house, tx, oleh, naskah_id, versi, tempat_id)
        now = house.clock.now()
        need_turn(one, now)
        before = _row(tx, oleh, one)
        if before and still_so(before, one.naskah, one.semua):
            return
        siapa, pdf = oleh.orang.id, t.latest(one.semua, one.naskah.pdf)
        id_ = row_id(siapa, one.tempat.id)
        after = DilihatTtd(id_, siapa, one.tempat.id, naskah_id, one.naskah.versi, pdf, now)
        if before:
            tx.save(before, replace(after, versi=before.versi))
        else:
            tx.add(after)
        told = {"tempat": one.tempat.id, "sha256": pdf}
        tx.note(Catatan(one.naskah.instansi, siapa, "naskah_dilihat_ttd", now, naskah_id, told))


def need_looked(reading: Reading, oleh: Hadir, one: DiTangan) -> None:
    """Nothing, where this person looked at the paper as it is now; else BelumDilihat."""
    seen = _row(reading, oleh, one)
    if seen is None or not still_so(seen, one.naskah, one.semua):
        raise BelumDilihat


def _row(reading: Reading, oleh: Hadir, one: DiTangan) -> DilihatTtd | None:
    found = reading.find(DilihatTtd, id=row_id(oleh.orang.id, one.tempat.id))
    return next(iter(found), None)
