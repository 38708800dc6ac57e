"""A bag is asked for by who keeps archives, made by the machine, and handed out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from service.acts.lihat.berkas import berkas_for
from service.acts.lihat.kenangan import need_kept
from service.acts.lihat.turut import takes_part
from service.acts.orang import izin
from service.acts.simpan.keep import hold, keep
from service.acts.tas.pilah import need_ended, sorted_out
from service.acts.tas.susun import compose
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.gembok import KunciGembok
from service.domain.ids import is_id
from service.domain.refusals import Overtaken, Refusal, TidakAda
from service.domain.tas.tas import (
    DIMINTA,
    JADI,
    TERBUKA,
    TERTUTUP,
    TasBerkas,
    TasUsang,
    failed,
)
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading

JOB = "tas"
APA = "Tas itu"


def ask(house: House, oleh: Hadir, berkas_id: str, id_: str) -> TasBerkas:
    """It is owed; sent twice, or while another is made, it is one."""
    if not is_id(id_):
        raise TidakAda(APA)
    with house.ledger.begin() as tx:
        berkas = berkas_for(tx, oleh, berkas_id)
        given = izin.need(tx, oleh, Act.ARCHIVE, izin.Tempat(berkas.instansi, berkas.unit))
        need_ended(tx, berkas)
        need_kept(tx, berkas.id)
        for same in tx.find(TasBerkas, berkas=berkas.id):
            if same.id == id_ or same.keadaan == DIMINTA:
                if same.keadaan == DIMINTA:
                    tx.plan(JOB, same.id)  # its work may have been given up meanwhile
                return same
        now, kepala = house.clock.now(), tx.kepala(berkas.instansi)
        told = (id_, berkas.instansi, berkas.id, oleh.orang.id, now, kepala.urut, kepala.rantai)
        one = TasBerkas(*told)
        tx.add(one)
        said = {"tas": id_, "pemegang": given.pemegang}
        tx.note(Catatan(berkas.instansi, oleh.orang.id, "tas_diminta", now, berkas.id, said))
        tx.plan(JOB, id_)
    return one


def make(house: House, id_: str) -> None:
    """Both parts as the matter stands; nothing where it is made already."""
    with house.ledger.read() as reading:
        before = reading.get(TasBerkas, id_)
    if before.keadaan != DIMINTA:
        return
    with house.room() as room:
        try:
            made = compose(house, before, room)
        except Refusal as no:
            _settled(house, before, failed(before, str(no), house.clock.now()))
            return
        kept = {bagian: keep(house, path) for bagian, path in made.bagian.items()}
    after = replace(before, keadaan=JADI, resep=made.resep)
    if one := kept.get(TERBUKA):
        many = made.banyak[TERBUKA]
        after = replace(after, terbuka=one.sha256, ukuran_terbuka=one.ukuran, banyak_terbuka=many)
    if one := kept.get(TERTUTUP):
        many = made.banyak[TERTUTUP]
        after = replace(
            after, tertutup=one.sha256, ukuran_tertutup=one.ukuran, banyak_tertutup=many
        )
    with house.ledger.begin() as tx:
        berkas = tx.get(Berkas, before.berkas)
        if sorted_out(house, tx, berkas).isi.resep() != made.resep:
            raise Overtaken("berkas", berkas.id)  # made anew, of what it is now
        now = house.clock.now()
        tx.save(before, replace(after, jadi=now))
        hold(tx, *kept.values())
        said = {"tas": id_} | {bagian: one.sha256 for bagian, one in kept.items()}
        tx.note(Catatan(before.instansi, MESIN, "tas_disusun", now, before.berkas, said))


def latest(reading: Reading, berkas_id: str) -> TasBerkas | None:
    """The newest that was asked for, of a matter that this person sees already."""
    found = reading.find(TasBerkas, berkas=berkas_id)
    return max(found, key=lambda one: (one.diminta, one.id), default=None)


def may(oleh: Hadir, berkas: Berkas) -> bool:
    """Whether a person keeps the archives of that place."""
    return oleh.may(Act.ARCHIVE, berkas.instansi, berkas.unit)


def may_closed(oleh: Hadir, berkas: Berkas) -> bool:
    """Whether they may take the closed part: see what is withheld, and know who asked."""
    seen = oleh.sees(berkas.instansi, berkas.unit, rahasia=True)
    return may(oleh, berkas) and seen and takes_part(oleh, berkas.instansi, berkas.unit)


def open_(house: House, oleh: Hadir, id_: str) -> tuple[TasBerkas, BinaryIO]:
    """The open part, as long as nothing in it was withheld since."""
    with house.ledger.read() as reading:
        one = _ready(house, reading, oleh, id_)
        if not one.terbuka:
            raise TidakAda(APA)
    return one, house.store.open(one.terbuka)


def open_closed(
    house: House, oleh: Hadir, id_: str, kunci: KunciGembok
) -> tuple[TasBerkas, Iterator[bytes]]:
    """The closed part, locked on its way out; that it was taken stands in the journal."""
    with house.ledger.begin() as tx:
        one = _ready(house, tx, oleh, id_)
        berkas = berkas_for(tx, oleh, one.berkas)
        if not one.tertutup or not may_closed(oleh, berkas):
            raise TidakAda(APA)
        said = {"tas": one.id, "sha256": one.tertutup}
        now = house.clock.now()
        tx.note(Catatan(one.instansi, oleh.orang.id, "tas_tertutup_diambil", now, berkas.id, said))
    return one, house.locks.close(house.store.open(one.tertutup), kunci)


def _ready(house: House, reading: Reading, oleh: Hadir, id_: str) -> TasBerkas:
    found = reading.find(TasBerkas, id=id_, keadaan=JADI) if is_id(id_) else []
    if not found:
        raise TidakAda(APA)
    berkas = berkas_for(reading, oleh, found[0].berkas)
    izin.need(reading, oleh, Act.ARCHIVE, izin.Tempat(berkas.instansi, berkas.unit))
    need_kept(reading, berkas.id)
    if sorted_out(house, reading, berkas).isi.resep() != found[0].resep:
        raise TasUsang
    return found[0]


def _settled(house: House, before: TasBerkas, after: TasBerkas) -> None:
    with house.ledger.begin() as tx:
        tx.save(before, after)
        now = house.clock.now()
        said = {"tas": before.id}
        tx.note(Catatan(before.instansi, MESIN, "tas_gagal", now, before.berkas, said))
