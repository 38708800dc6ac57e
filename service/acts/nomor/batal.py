"""Void a number: it keeps its place for ever, with the reason, who asked and who agreed."""

from __future__ import annotations

from service.acts.nomor.ambil import release
from service.acts.nomor.buku import book_of, need, reasoned, still
from service.domain.catatan import MESIN, Catatan
from service.domain.nomor import EKSTERNAL, Nomor
from service.domain.wewenang import Hadir
from service.ports import House


def void(house: House, oleh: Hadir, nomor_id: str, versi: int, alasan: str) -> Nomor:
    """Void; whoever took the number is not the one who voids it, where the office asks for two."""
    kata = reasoned(alasan)
    with house.ledger.begin() as tx:
        before = still(tx, nomor_id, versi, oleh)
        buku = book_of(before)
        taker = () if before.oleh == MESIN else (before.oleh,)
        given = need(tx, oleh, buku, taker, kata)
        after = release(house, tx, buku.instansi, before, kata, given.siapa)
        now = house.clock.now()
        letter = "" if before.sumber == EKSTERNAL else before.untuk
        told = {"pemegang": given.pemegang, "alasan": after.alasan, "untuk": letter}
        tx.note(Catatan(buku.instansi, given.siapa, "nomor_dibatalkan", now, after.id, told))
        if letter:  # so that the letter that bears the number tells of it, too
            about = {"nomor": after.id}
            tx.note(Catatan(buku.instansi, given.siapa, "nomor_dibatalkan", now, letter, about))
    return after
