"""A file of something withheld: opened by few, each time with a reason, each time recorded."""

from __future__ import annotations

from dataclasses import dataclass

from service.acts.informasi.baca import acting, informasi_for
from service.acts.orang import izin
from service.domain.catatan import Catatan
from service.domain.informasi import tutupan
from service.domain.informasi.riwayat import need_reason
from service.domain.kiriman import File
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House


@dataclass(frozen=True)
class Terbuka:
    """The bytes to hand out, and what they are called."""

    sidik: str
    nama: str


def opened(house: House, oleh: Hadir, id_: str, sidik: str, alasan: str) -> Terbuka:
    """Which bytes to hand out; the opening is in the journal before the first of them is read."""
    with house.ledger.begin() as tx:
        one = informasi_for(tx, oleh, id_)
        izin.need(tx, oleh, Act.SECRET, izin.Tempat(one.instansi, one.unit))
        if sidik not in tutupan.files(one):
            raise TidakAda("File itu")
        by = acting(house, oleh, alasan)
        need_reason(by)
        reason = izin.written(house, tx, one.instansi, one.id, by.alasan)
        told = {"alasan": reason, "sha256": sidik}
        tx.note(Catatan(one.instansi, by.siapa, "informasi_file_dibuka", by.pada, one.id, told))
        came = tx.find(File, sha256=sidik)
        nama = came[0].nama if came else f"{one.kode}.bin"
    return Terbuka(sidik, nama)
