"""The loan card: paper goes out to a person of the house, and comes back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from service.acts.arsip.tegak import Tegak, standing, today
from service.acts.orang import izin
from service.acts.orang.hadir import present
from service.domain.arsip import pinjam as p
from service.domain.arsip.pinjam import Pinjaman, PinjamanTidakSah
from service.domain.catatan import Catatan
from service.domain.ids import is_id
from service.domain.orang import Orang
from service.domain.refusals import Overtaken, TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House, Tx

APA = "Pinjaman itu"


@dataclass(frozen=True)
class Minta:
    """Who takes which paper, what for, and until when; the id makes a second try the same."""

    id: str
    arsip: str
    peminjam: str
    keperluan: str
    sampai: date


def lend(house: House, oleh: Hadir, asked: Minta) -> Pinjaman:
    """The paper is with somebody who may see its matter."""
    if not is_id(asked.id):
        raise TidakAda(APA)
    if not asked.keperluan.strip():
        raise PinjamanTidakSah("Tulis keperluannya.")
    with house.ledger.begin() as tx:
        at = standing(house, tx, oleh, asked.arsip)
        for same in tx.find(Pinjaman, id=asked.id, arsip=asked.arsip):
            return same
        given = _keeper(tx, oleh, at)
        _need_borrower(house, tx, at, asked.peminjam)
        now = house.clock.now()
        words = izin.written(house, tx, at.now.instansi, at.now.id, asked.keperluan.strip())
        one = Pinjaman(asked.id, at.now.id, asked.peminjam, words, now, asked.sampai, given.siapa)
        card = tx.find(Pinjaman, arsip=at.now.id)
        tx.add(p.lent(one, at.now, card, today(house, tx, at.berkas)))
        told = {"pinjaman": one.id, "peminjam": one.peminjam, "pemegang": given.pemegang}
        tx.note(Catatan(at.now.instansi, given.siapa, "arsip_dipinjam", now, at.now.id, told))
    return one


def _need_borrower(house: House, tx: Tx, at: Tegak, peminjam: str) -> None:
    """Paper goes to nobody who may not read the matter on a screen."""
    found = tx.find(Orang, id=peminjam)
    there = present(tx, found[0], house.clock.now()) if found else None
    matter = at.berkas
    if not there or not there.sees(matter.instansi, matter.unit, rahasia=matter.rahasia):
        raise PinjamanTidakSah("Peminjam tidak berwenang melihat berkas ini.")


def borrower(house: House, nama_masuk: str) -> str:
    """Whom a keeper means by a log-in name; '' where there is no such person."""
    with house.ledger.read() as reading:
        found = reading.find(Orang, nama_masuk=nama_masuk.strip().casefold())
    return found[0].id if found else ""


def lengthen(house: House, oleh: Hadir, pinjaman_id: str, versi: int, sampai: date) -> Pinjaman:
    """Kept longer, until that day."""
    with house.ledger.begin() as tx:
        before, at, given = _card(house, tx, oleh, pinjaman_id, versi)
        after = p.lengthened(before, sampai, today(house, tx, at.berkas))
        return _saved(house, tx, before, after, at, given, "arsip_pinjaman_diperpanjang")


def take_back(house: House, oleh: Hadir, pinjaman_id: str, versi: int, kondisi: str) -> Pinjaman:
    """The paper is back in its place, in that condition."""
    with house.ledger.begin() as tx:
        before, at, given = _card(house, tx, oleh, pinjaman_id, versi)
        after = p.returned(before, given.siapa, kondisi, house.clock.now())
        return _saved(house, tx, before, after, at, given, "arsip_dikembalikan")


def _card(
    house: House, tx: Tx, oleh: Hadir, pinjaman_id: str, versi: int
) -> tuple[Pinjaman, Tegak, izin.Izin]:
    found = tx.find(Pinjaman, id=pinjaman_id)
    if not found:
        raise TidakAda(APA)
    at = standing(house, tx, oleh, found[0].arsip)
    given = _keeper(tx, oleh, at)
    if found[0].versi != versi:
        raise Overtaken("pinjaman_arsip", pinjaman_id)
    return found[0], at, given


def _keeper(tx: Tx, oleh: Hadir, at: Tegak) -> izin.Izin:
    return izin.need(tx, oleh, Act.ARCHIVE, izin.Tempat(at.berkas.instansi, at.berkas.unit))


def _saved(
    house: House, tx: Tx, before: Pinjaman, after: Pinjaman, at: Tegak, given: izin.Izin, apa: str
) -> Pinjaman:
    tx.save(before, after)
    told = {"pinjaman": after.id, "pemegang": given.pemegang}
    tx.note(Catatan(at.now.instansi, given.siapa, apa, house.clock.now(), at.now.id, told))
    return replace(after, versi=before.versi + 1)
