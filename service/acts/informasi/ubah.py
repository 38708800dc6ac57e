"""The words of a line are written in, by the unit that answers for it."""

from __future__ import annotations

from dataclasses import dataclass

from service.acts.informasi.baca import acting, held, kept
from service.acts.informasi.diajukan import need_loose
from service.acts.orang import izin
from service.domain.informasi import jalan_dip
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.unsur import Pelengkap, Unsur
from service.domain.wewenang import Act, Hadir
from service.ports import House


@dataclass(frozen=True)
class Isian:
    """What is written in; None leaves as it is."""

    unsur: Unsur | None = None
    pelengkap: Pelengkap | None = None
    kategori: str | None = None
    keamanan: str | None = None


def write_in(house: House, oleh: Hadir, id_: str, versi: int, isian: Isian) -> Informasi:
    """The line with these words; nothing is written where they say the same."""
    with house.ledger.begin() as tx:
        before = held(tx, oleh, id_, versi)
        izin.need(tx, oleh, Act.FILL, izin.Tempat(before.instansi, before.unit))
        done = jalan_dip.write_in(
            before,
            acting(house, oleh),
            unsur=isian.unsur,
            pelengkap=isian.pelengkap,
            kategori=isian.kategori,
            keamanan=isian.keamanan,
        )
        if done.informasi == before:
            return before
        need_loose(tx, before)
        return kept(house, tx, before, done, "informasi_diubah")


def renew(house: House, oleh: Hadir, id_: str, versi: int) -> Informasi:
    """A published line is opened for fresh words; the public goes on reading the old ones."""
    with house.ledger.begin() as tx:
        before = held(tx, oleh, id_, versi)
        izin.need(tx, oleh, Act.FILL, izin.Tempat(before.instansi, before.unit))
        done = jalan_dip.renew(before, acting(house, oleh))
        return kept(house, tx, before, done, "informasi_diubah")


def hand_in_again(house: House, oleh: Hadir, id_: str, versi: int, alasan: str) -> Informasi:
    """What was sent back is right as it stands, and the unit says why."""
    with house.ledger.begin() as tx:
        before = held(tx, oleh, id_, versi)
        izin.need(tx, oleh, Act.FILL, izin.Tempat(before.instansi, before.unit))
        done = jalan_dip.hand_in_again(before, acting(house, oleh, alasan))
        return kept(house, tx, before, done, "informasi_diajukan_lagi")
