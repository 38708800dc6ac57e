"""One file of all papers of a kumpulan: asked for, and handed out to who may see every one."""

from __future__ import annotations

from dataclasses import replace
from typing import BinaryIO

from service.acts.kumpulan.lihat import Terbuka, read
from service.domain import kumpulan as k
from service.domain.catatan import Catatan
from service.domain.ids import derived
from service.domain.kumpulan import BENTUK, ZIP, Gabungan
from service.domain.refusals import Overtaken, Refusal, TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House


class BelumTercetakSemua(Refusal):
    """A file of papers is made when each of them has its print."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Belum semua naskah selesai dicetak, jadi file gabungannya belum dapat disiapkan. "
            "Tunggu sebentar lalu muat ulang; naskah yang tidak dipakai dapat dibatalkan."
        )


def may(one: Terbuka, oleh: Hadir, bentuk: str) -> bool:
    """Whether this person may have such a file: it carries the rights of all its papers."""
    if not one.seluruhnya or not one.terbaca or one.kumpulan.keadaan != k.DIMULAI:
        return False
    act = Act.FILL if bentuk == ZIP else Act.LOOK  # it holds Word files, too
    return all(oleh.may(act, x.instansi, x.unit) for x in one.berkas.values())


def ask(house: House, oleh: Hadir, id_: str, bentuk: str) -> None:
    """Such a file of the papers as they are now is owed; nothing where it is there already."""
    one = _held(house, oleh, id_, bentuk)
    wanted = k.resep(bentuk, one.hidup)
    if not wanted or not one.kemajuan.utuh:
        raise BelumTercetakSemua
    gabungan_id = derived(f"gabungan {id_} {bentuk}")
    try:
        with house.ledger.begin() as tx:
            found = tx.find(Gabungan, id=gabungan_id)
            if found and found[0].resep == wanted:
                return
            if found:
                tx.save(found[0], replace(found[0], diminta=wanted))
            else:
                tx.add(Gabungan(gabungan_id, id_, bentuk, wanted))
            told = {"bentuk": bentuk}
            at = one.kumpulan.instansi, oleh.orang.id, "kumpulan_diminta", house.clock.now()
            tx.note(Catatan(*at, id_, told))
            tx.plan("gabungan", gabungan_id)
    except Overtaken:  # asked for twice at once: it is owed
        return


def open_(house: House, oleh: Hadir, id_: str, bentuk: str) -> tuple[Terbuka, BinaryIO]:
    """The file, where it says what the papers say now."""
    one = _held(house, oleh, id_, bentuk)
    if not one.segar(bentuk):
        raise TidakAda("File gabungan itu")
    return one, house.store.open(one.gabungan[bentuk].file)


def _held(house: House, oleh: Hadir, id_: str, bentuk: str) -> Terbuka:
    one = read(house, oleh, id_)
    if bentuk not in BENTUK or not may(one, oleh, bentuk):
        raise TidakAda("File gabungan itu")
    return one
