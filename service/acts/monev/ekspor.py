"""A ZIP of the evidence is asked for, made by the machine, and handed out."""

from __future__ import annotations

from dataclasses import replace
from typing import BinaryIO

from service.acts.monev.kuesioner import questions
from service.acts.monev.susun import compose
from service.acts.orang import izin
from service.acts.simpan.keep import hold, keep
from service.domain.catatan import MESIN, Catatan
from service.domain.monev.bukti import DIMINTA, GAGAL, JADI, EksporMonev
from service.domain.refusals import Refusal, TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading

JOB = "monev"


def ask(house: House, oleh: Hadir, instansi: str, id_: str) -> EksporMonev:
    """It is owed; sent twice it is one."""
    if not oleh.sees(instansi):
        raise TidakAda("Instansi itu")
    whole = questions(house.packs, instansi)
    with house.ledger.begin() as tx:
        izin.need(tx, oleh, Act.PUBLISH, izin.Tempat(instansi, ""))
        if found := tx.find(EksporMonev, id=id_, instansi=instansi):
            return found[0]
        now = house.clock.now()
        one = EksporMonev(id_, instansi, whole.tahun, oleh.orang.id, now)
        tx.add(one)
        told = {"tahun": str(whole.tahun)}
        tx.note(Catatan(instansi, oleh.orang.id, "monev_diminta", now, id_, told))
        tx.plan(JOB, id_)
        return one


def make(house: House, id_: str) -> None:
    """The ZIP as the evidence stands now; nothing where it is there already."""
    with house.ledger.read() as reading:
        before = reading.get(EksporMonev, id_)
    if before.keadaan != DIMINTA:
        return
    with house.room() as room:
        try:
            made = compose(house, before.instansi, room)
        except Refusal as no:
            _settled(house, before, replace(before, keadaan=GAGAL, pesan=str(no)))
            return
        kept = keep(house, made.path)
        after = replace(
            before,
            keadaan=JADI,
            hasil=kept.sha256,
            ukuran=kept.ukuran,
            banyak=made.banyak,
            kosong=made.kosong,
            tertinggal=made.tertinggal,
        )
    with house.ledger.begin() as tx:
        now = house.clock.now()
        tx.save(before, replace(after, jadi=now))
        hold(tx, kept)
        told = {"sha256": kept.sha256, "banyak": str(after.banyak)}
        tx.note(Catatan(before.instansi, MESIN, "monev_disusun", now, id_, told))


def last(reading: Reading, oleh: Hadir, instansi: str, tahun: int) -> EksporMonev | None:
    """The newest that was asked for, for who sees the whole agency."""
    if not oleh.sees(instansi):
        raise TidakAda("Instansi itu")
    found = reading.find(EksporMonev, instansi=instansi, tahun=tahun)
    return max(found, key=lambda one: (one.diminta, one.id), default=None)


def open_(house: House, oleh: Hadir, id_: str) -> tuple[EksporMonev, BinaryIO]:
    """The file, for who may let things out."""
    with house.ledger.read() as reading:
        found = reading.find(EksporMonev, id=id_, keadaan=JADI)
        if not found or not oleh.sees(found[0].instansi):
            raise TidakAda("Bukti itu")
        izin.need(reading, oleh, Act.PUBLISH, izin.Tempat(found[0].instansi, ""))
    return found[0], house.store.open(found[0].hasil)


def _settled(house: House, before: EksporMonev, after: EksporMonev) -> None:
    with house.ledger.begin() as tx:
        now = house.clock.now()
        tx.save(before, replace(after, jadi=now))
        tx.note(Catatan(before.instansi, MESIN, "monev_disusun", now, before.id, {"banyak": "0"}))
