"""A line leaves the list, or comes back as a fresh proposal."""

from __future__ import annotations

from service.acts.informasi.baca import acting, held, kept
from service.acts.orang import izin
from service.domain.informasi import jalan_dip
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import USULAN
from service.domain.wewenang import Act, Hadir
from service.ports import House


def withdraw(house: House, oleh: Hadir, id_: str, versi: int, alasan: str) -> Informasi:
    """It is in no list any more, and everybody who may see it reads why.

    A unit takes back what it only proposed; the rest is for those who publish.
    """
    with house.ledger.begin() as tx:
        before = held(tx, oleh, id_, versi)
        act = Act.FILL if before.keadaan == USULAN else Act.PUBLISH
        izin.need(tx, oleh, act, izin.Tempat(before.instansi, before.unit))
        done = jalan_dip.withdraw(before, acting(house, oleh, alasan))
        return kept(house, tx, before, done, "informasi_dicabut")


def propose_again(house: House, oleh: Hadir, id_: str, versi: int) -> Informasi:
    """What was withdrawn is proposed anew, under the kode it always had."""
    with house.ledger.begin() as tx:
        before = held(tx, oleh, id_, versi)
        izin.need(tx, oleh, Act.FILL, izin.Tempat(before.instansi, before.unit))
        done = jalan_dip.propose_again(before, acting(house, oleh))
        return kept(house, tx, before, done, "informasi_diusulkan")
