"""Read for the search: one of our papers, a file an earlier Berkas read, or what was left out."""

from __future__ import annotations

from datetime import timedelta

from service.acts.cari import naskah as cari_naskah
from service.acts.cari.teks import SAPU, dropped, indexed, relabelled, relaid
from service.acts.simpan.lent import lent
from service.acts.simpan.looked import looked
from service.domain.akibat import arti
from service.domain.bacaan import TERBACA
from service.domain.kiriman import File, Kiriman
from service.domain.naskah import Naskah
from service.domain.refusals import TidakAda, Unavailable
from service.domain.teks import TATA, Teks
from service.domain.temuan import MENUNGGU_PEMERIKSAAN
from service.ports import House

RUMAH = "rumah"  # whatever the search lacks, in this whole house
SEKALI = 500  # are owed at once
LAGI = timedelta(minutes=1)  # until what is left is asked for
WAKTU = timedelta(minutes=2)  # for what is merged at a time


def run(house: House, untuk: str) -> None:
    """The search as the rows ask for it; nothing where it is so already."""
    if untuk == RUMAH:
        _caught_up(house)
        return
    if untuk == SAPU:
        _swept(house)
        return
    with house.ledger.read() as reading:
        paper, file = reading.find(Naskah, id=untuk), reading.find(File, id=untuk)
        fresh = any(cari_naskah.is_fresh(reading, one) for one in paper)
    if paper and not fresh:
        _paper(house, paper[0])
    for one in file:
        _file(house, one)


def _paper(house: House, before: Naskah) -> None:
    pages = _pages(house, before)
    with house.ledger.begin() as tx:
        now = tx.get(Naskah, before.id)
        if now.pdf == before.pdf:
            cari_naskah.indexed(house, tx, now, pages)
        else:
            tx.plan("teks", before.id)


def _pages(house: House, naskah: Naskah) -> tuple[str, ...]:
    """What its last print says; nothing where there is none any more."""
    if not naskah.pdf:
        return ()
    try:
        with lent(house, naskah.pdf) as path:
            return house.reader.look(path, "naskah.pdf").teks
    except TidakAda:
        return ()


def _file(house: House, file: File) -> None:
    """Its pages are told apart; of a scan of several pages they are not read by letters again."""
    with house.ledger.read() as reading:
        kept = reading.find(Teks, file=file.id)
    if all(one.tata == TATA for one in kept):
        return
    if file.halaman == 1 or TERBACA in file.metadata:
        _left(house, file)
        return
    try:
        with lent(house, file.sha256) as path:
            seen = looked(house, file, path)
    except TidakAda:
        _left(house, file)
        return
    if seen.file.akhir == MENUNGGU_PEMERIKSAAN:
        raise Unavailable(arti(seen.file.temuan[0]).label)
    with house.ledger.begin() as tx:
        indexed(house, tx, tx.get(Kiriman, file.kiriman), file, seen.bacaan)


def _left(house: House, file: File) -> None:
    with house.ledger.begin() as tx:
        relaid(tx, file)


def _swept(house: House) -> None:
    """In short steps, so that nobody waits long to write."""
    begun = house.clock.now()
    while not house.cari.swept():
        if house.clock.now() - begun > WAKTU:
            with house.ledger.begin() as tx:
                tx.plan("teks", SAPU, house.clock.now() + LAGI)
            return


def _covered(house: House) -> None:
    """Where a store was sealed later, the words of what is withheld leave the index."""
    kiriman, naskah = house.cari.exposed(SEKALI)
    with house.ledger.begin() as tx:
        for one in kiriman:
            relabelled(house, tx, tx.get(Kiriman, one))
        for one in naskah:
            dropped(tx, naskah=one)
            tx.plan("teks", one)
        if naskah:
            tx.plan("teks", SAPU)


def _caught_up(house: House) -> None:
    if house.sealed:
        _covered(house)
    lacking = house.cari.lacking(SEKALI)
    with house.ledger.begin() as tx:
        for one in lacking:
            tx.plan("teks", one)
        if len(lacking) == SEKALI:
            tx.plan("teks", RUMAH, house.clock.now() + LAGI)
