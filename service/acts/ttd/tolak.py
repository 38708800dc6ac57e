"""Who is to sign will not: the paper goes back to those who wrote it, with the reason."""

from __future__ import annotations

from dataclasses import replace

from service.acts.naskah.tempat_ttd import in_hand, lapse
from service.acts.orang import izin
from service.domain import tempat_ttd as t
from service.domain.catatan import Catatan
from service.domain.naskah import Naskah, sent_back
from service.domain.tolakan_ttd import SedangDitandatangani
from service.domain.wewenang import Hadir
from service.ports import House


def decline(
    house: House, oleh: Hadir, naskah_id: str, versi: int, tempat_id: str, alasan: str
) -> Naskah:
    """To be corrected and put forward anew; its number stays, no signature on it counts."""
    kata = alasan.strip()
    with house.ledger.begin() as tx:
        one = in_hand(house, tx, oleh, naskah_id, versi, tempat_id)
        now, siapa = house.clock.now(), oleh.orang.id
        if any(place.leased(now) for place in one.semua):
            raise SedangDitandatangani
        t.declined(one.tempat, siapa, now, kata)  # refused before a reason is kept
        reason = izin.written(house, tx, one.naskah.instansi, one.naskah.id, kata)
        tx.save(one.tempat, t.declined(one.tempat, siapa, now, reason))
        after = sent_back(one.naskah)
        tx.save(one.naskah, after)
        gone = lapse(tx, one.naskah, now)
        tx.plan("draft", after.id)
        tx.plan("papan", after.id)
        told = {"tempat": one.tempat.id, "alasan": reason, **gone}
        tx.note(Catatan(after.instansi, siapa, "naskah_ditolak_ttd", now, after.id, told))
    return replace(after, versi=one.naskah.versi + 1)
