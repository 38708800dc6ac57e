"""Webhooks: made, taken back, looked at; what did not arrive is sent once more."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace

from service.acts.orang.orang import InstansiBelumDisiapkan
from service.domain.catatan import RUMAH, Catatan
from service.domain.ids import is_id
from service.domain.kait import (
    GAGAL,
    RAHASIA,
    Antaran,
    KabarTidakDiulang,
    Kait,
    KaitSudahDibuat,
    KaitTidakSah,
    SampaiKait,
    again,
    checked,
    work_id,
)
from service.domain.refusals import TidakAda
from service.domain.setelan import Setelan
from service.domain.wewenang import Act, Hadir
from service.ports import House

ANTAR = "antar_kait"
SEKALIGUS = 500


@dataclass(frozen=True)
class Isian:
    """What a form says of a webhook to be made."""

    nama: str
    instansi: str
    unit: str
    alamat: str
    peristiwa: tuple[str, ...]


def make(house: House, oleh: Hadir, kait_id: str, isian: Isian) -> Kait:
    """A new webhook; it is told of what happens from now on."""
    oleh.need(Act.PEOPLE, isian.instansi)
    if not is_id(kait_id):
        raise KaitTidakSah("Formulir ini tidak utuh. Tidak ada yang diubah; muat ulang halaman.")
    alamat, now = isian.alamat.strip(), house.clock.now()
    nama = checked(isian.nama, alamat, isian.peristiwa, house.pengabar.kantor)
    with house.ledger.begin() as tx:
        if isian.instansi == RUMAH or not tx.find(Setelan, id=isian.instansi):
            raise InstansiBelumDisiapkan
        if tx.find(Kait, id=kait_id):
            raise KaitSudahDibuat
        one = Kait(
            kait_id,
            isian.instansi,
            isian.unit,
            nama,
            alamat,
            tuple(sorted(set(isian.peristiwa))),
            RAHASIA + secrets.token_urlsafe(32),
            now,
            oleh.orang.id,
        )
        tx.add(one)
        tx.add(SampaiKait(kait_id, tx.kepala(isian.instansi).urut))
        told = {"unit": isian.unit, "peristiwa": ",".join(one.peristiwa)}
        tx.note(Catatan(isian.instansi, oleh.orang.id, "kait_dibuat", now, kait_id, told))
    return one


def revoke(house: House, oleh: Hadir, kait_id: str) -> Kait:
    """Nothing is told there any more, nor what still waits."""
    now = house.clock.now()
    with house.ledger.begin() as tx:
        before = kait_for(oleh, tx.find(Kait, id=kait_id))
        if before.dicabut:
            return before
        after = replace(before, dicabut=now)
        tx.save(before, after)
        tx.note(Catatan(before.instansi, oleh.orang.id, "kait_dicabut", now, kait_id))
    return after


def retry(house: House, oleh: Hadir, kait_id: str, hanya: str = "") -> int:
    """What did not arrive is sent once more, all of it or one; how many."""
    now = house.clock.now()
    with house.ledger.begin() as tx:
        kait = kait_for(oleh, tx.find(Kait, id=kait_id))
        if kait.dicabut:
            raise TidakAda("Webhook itu")
        lost = tx.find(Antaran, kait=kait_id, keadaan=GAGAL)
        due = [one for one in lost if hanya in ("", one.id)][:SEKALIGUS]
        if hanya and not due:
            raise KabarTidakDiulang
        for one in due:
            after = again(one, now)
            tx.save(one, after)
            tx.plan(ANTAR, work_id(after))
        told = {"banyak": str(len(due))} | ({"kabar": hanya} if hanya else {})
        tx.note(Catatan(kait.instansi, oleh.orang.id, "kait_diulang", now, kait_id, told))
    return len(due)


def telling_of(house: House, oleh: Hadir, kait_id: str, antaran_id: str) -> tuple[Kait, Antaran]:
    """One thing that was told, for who keeps its webhook."""
    with house.ledger.read() as reading:
        kait = kait_for(oleh, reading.find(Kait, id=kait_id))
        found = reading.find(Antaran, id=antaran_id, kait=kait.id)
    if not found:
        raise TidakAda("Kabar itu")
    return kait, found[0]


def lost_of(house: House, oleh: Hadir, kait_id: str) -> list[Antaran]:
    """What did not arrive, oldest first."""
    with house.ledger.read() as reading:
        kait = kait_for(oleh, reading.find(Kait, id=kait_id))
        lost = reading.find(Antaran, kait=kait.id, keadaan=GAGAL)
    return sorted(lost, key=lambda one: one.urut)


def listing(house: House, oleh: Hadir) -> list[Kait]:
    """The webhooks this person keeps: those at work first, then by name."""
    with house.ledger.read() as reading:
        mine = [one for one in reading.find(Kait) if oleh.may(Act.PEOPLE, one.instansi)]
    return sorted(mine, key=lambda x: (x.dicabut is not None, x.nama.casefold(), x.id))


def one_of(house: House, oleh: Hadir, kait_id: str) -> Kait:
    """One webhook, for who keeps it."""
    with house.ledger.read() as reading:
        return kait_for(oleh, reading.find(Kait, id=kait_id))


def kait_for(oleh: Hadir, found: list[Kait]) -> Kait:
    """The webhook, or TidakAda where it is not, or is not this person's."""
    if not found or not oleh.may(Act.PEOPLE, found[0].instansi):
        raise TidakAda("Webhook itu")
    return found[0]
