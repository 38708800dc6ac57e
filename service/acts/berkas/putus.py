"""Decide many items at once, as the meeting concluded: those whose worksheet is whole."""

from __future__ import annotations

from dataclasses import replace

from service.acts.berkas import bukti as berkas_bukti
from service.acts.berkas.butir import deciding, leave, note
from service.acts.instansi.kalender import kalender
from service.acts.sop.versi import walked
from service.domain.butir import Butir, as_seen
from service.domain.refusals import Overtaken, Refusal
from service.domain.uji import faults
from service.domain.wewenang import Hadir
from service.ports import House


class TidakAdaYangDiputus(Refusal):
    """No item is ready for it."""

    def __init__(self) -> None:
        super().__init__(
            "Tidak ada butir yang lembarnya lengkap dan belum diputus. Tidak ada yang diubah."
        )


def decide_all(house: House, oleh: Hadir, berkas_id: str, dilihat: str) -> int:
    """Each undecided item gets what its whole worksheet concludes; how many did."""
    with house.ledger.begin() as tx:
        berkas, siapa = leave(tx, oleh, berkas_id)
        items = tx.find(Butir, berkas=berkas.id)
        if dilihat != as_seen(items):
            raise Overtaken("butir", berkas_id)
        allowed, told = deciding(house, tx, oleh, berkas)
        terang = berkas_bukti.terang(tx, walked(tx, berkas), berkas)
        today = kalender(house, tx, berkas.instansi, berkas.unit).tanggal(house.clock.now())
        ready = [
            one
            for one in items
            if not (one.dicabut or one.hasil or terang.proved(one))
            and one.uji.kesimpulan in allowed
            and not faults(one.uji, today)
        ]
        if not ready:
            raise TidakAdaYangDiputus
        for one in ready:
            hasil = one.uji.kesimpulan
            tx.save(one, replace(one, hasil=hasil, disetujui=""))
            line = {"butir": one.id, "hasil": hasil} | told
            note(house, tx, berkas, siapa, "butir_diputus", line)
    return len(ready)
