"""Give a naskah up: it stays with its reason, and the number it had is void."""

from __future__ import annotations

from dataclasses import replace

from service.acts.edisi import naskah as edisi_naskah
from service.acts.naskah.lihat import held, places
from service.acts.naskah.tempat_ttd import lapse
from service.acts.nomor import ambil
from service.acts.orang import izin
from service.domain import paraf
from service.domain.catatan import Catatan
from service.domain.naskah import DITULIS, Naskah, given_up
from service.domain.nomor import Nomor
from service.domain.refusals import Refusal
from service.domain.wewenang import Act, Hadir
from service.ports import House


def give_up(house: House, naskah_id: str, oleh: Hadir, versi: int, alasan: str) -> Naskah:
    """It will not be signed; once it has a number or is put forward, who approves says so."""
    kata = alasan.strip()
    if not kata:
        raise Refusal("Tulis alasan mengapa naskah ini dibatalkan. Tidak ada yang diubah.")
    with house.ledger.begin() as tx:
        one = held(tx, oleh, naskah_id, versi, Act.FILL, dua=False)
        before = one.naskah
        after = given_up(before)
        given = one.izin
        if before.nomor or before.keadaan not in DITULIS:
            tempat = izin.Tempat(before.instansi, one.berkas.unit)
            given = izin.need(tx, oleh, Act.APPROVE, tempat)
        tx.save(before, after)
        edisi_naskah.lost(tx, after)
        for place in paraf.waiting(places(tx, before), before.ajuan):
            tx.save(place, paraf.lapsed(place))
        now = house.clock.now()
        gone = lapse(tx, before, now)
        for nomor in tx.find(Nomor, untuk=before.id) if before.nomor else []:
            ambil.release(house, tx, before.instansi, nomor, kata, given.siapa)
        reason = izin.written(house, tx, before.instansi, before.id, kata)
        told = {"dari": before.keadaan, "alasan": reason, "pemegang": given.pemegang, **gone}
        tx.note(Catatan(before.instansi, given.siapa, "naskah_dibatalkan", now, before.id, told))
        tx.plan("papan", before.id)
        tx.plan("collect", before.id)  # it does not lie with its signer any more
        tx.plan("assemble", before.berkas)  # it may be the last that the dossier waited for
    return replace(after, versi=before.versi + 1)
