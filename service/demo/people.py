"""The sample people of the play, each with a peran of their own; none of them has a password."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from service.acts import delegasi, instansi, masuk, mulai, orang, peran
from service.acts.hadir import day, present
from service.domain import wewenang
from service.domain.orang import Orang, Pemegang
from service.domain.wewenang import Hadir
from service.house import RealHouse

ADMINISTRATOR = "contoh.administrator"
ALAMAT = "peragaan"


@dataclass(frozen=True)
class Pemeran:
    """Who fills the papers, and who approves them."""

    penyiap: Orang
    penyetuju: Orang


def cast(house: RealHouse, kode: str) -> Pemeran:
    """The instansi set up, with an officer and a PPID who has lent the peran for today."""
    keeper = _keeper(house)
    instansi.set_up(house, keeper, kode)
    officer, lender, taker = (
        _person(house, keeper, kode, nama) for nama in ("Petugas", "PPID", "Pengganti")
    )
    _give(house, keeper, kode, officer, wewenang.PETUGAS)
    held = _give(house, keeper, kode, lender, "ppid")
    with house.ledger.read() as reading:
        today = day(reading, kode, house.clock.now())
    pinjaman = delegasi.Pinjaman(held.id, taker.id, today, today, dasar="Nota dinas contoh")
    delegasi.delegate(house, now_is(house, lender), pinjaman)
    return Pemeran(officer, taker)


def now_is(house: RealHouse, one: Orang) -> Hadir:
    """The person with the peran that count at this moment."""
    with house.ledger.read() as reading:
        return present(reading, one, house.clock.now())


def _keeper(house: RealHouse) -> Hadir:
    with house.ledger.read() as reading:
        found = reading.find(Orang, nama_masuk=ADMINISTRATOR)
    return now_is(house, found[0] if found else _first(house))


def _first(house: RealHouse) -> Orang:
    """The first administrator, under a password that nobody learns."""
    isian = orang.Isian(ADMINISTRATOR, "Contoh Administrator")
    sandi = secrets.token_urlsafe(24)
    kunci = mulai.first_administrator(house, mulai.first_link(house), isian, sandi, ALAMAT)
    masuk.leave(house, kunci.token)
    with house.ledger.read() as reading:
        return reading.get(Orang, kunci.sesi.orang)


def _person(house: RealHouse, keeper: Hadir, kode: str, nama: str) -> Orang:
    isian = orang.Isian(f"contoh.{house.new_id()[:8].lower()}", f"Contoh {nama}")
    return orang.create(house, keeper, kode, isian)[0]


def _give(house: RealHouse, keeper: Hadir, kode: str, one: Orang, what: str) -> Pemegang:
    return peran.give(house, keeper, one.id, peran.Penugasan(kode, "", what))
