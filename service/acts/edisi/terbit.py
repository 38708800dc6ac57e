"""A person publishes an edition, or takes it back with a reason that the public reads."""

from __future__ import annotations

from dataclasses import dataclass, field

from service.acts.edisi.baca import edisi_for, held, noted
from service.acts.edisi.setelan import chosen
from service.acts.orang import izin
from service.domain.edisi import jalan
from service.domain.edisi.edisi import TERBIT, Edisi
from service.domain.edisi.jalan import Masa
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act, Hadir, PerluOrangKedua
from service.ports import House, Reading, Tx

TERBITKAN, JENDELA = "terbitkan", "jendela"


@dataclass(frozen=True)
class Penerbitan:
    """What is asked for: which edition as it was seen, and when the public may read it."""

    id: str
    versi: int
    masa: Masa = field(default_factory=Masa)
    alasan: str = ""  # where one person drew it up and publishes it


@dataclass(frozen=True)
class Penarikan:
    """What is taken back, why, and whether the edition before it holds again."""

    id: str
    versi: int
    alasan: str
    kembali: bool = False


def publish(house: House, oleh: Hadir, asked: Penerbitan) -> Edisi:
    """The public reads it from its moment on; asked for twice by one person it is once."""
    with house.ledger.begin() as tx:
        seen = edisi_for(tx, oleh, asked.id)
        if (seen.keadaan, seen.penerbit, seen.versi) == (TERBIT, oleh.orang.id, asked.versi + 1):
            return seen
        before = held(tx, oleh, asked.id, asked.versi)
        given = _leave(tx, oleh, before, asked.alasan)
        now = house.clock.now()
        after = jalan.published(before, given.siapa, now, asked.masa)
        tx.save(before, after)
        noted(house, tx, after, given, "edisi_diterbitkan", {"isi": after.isi})
        tx.plan(TERBITKAN, after.instansi)
        if moments := jalan.moments(after, now):
            tx.plan(JENDELA, after.id, moments[0])
    return after


def withdraw(house: House, oleh: Hadir, asked: Penarikan) -> Edisi:
    """The public reads in its place that it was taken back, and why."""
    with house.ledger.begin() as tx:
        before = held(tx, oleh, asked.id, asked.versi)
        given = izin.need(tx, oleh, Act.PUBLISH, izin.Tempat(before.instansi, ""))
        now = house.clock.now()
        after = jalan.withdrawn(before, now, asked.alasan, kembali=asked.kembali)
        tx.save(before, after)
        told = {"kembali": "ya" if asked.kembali else "tidak"}
        noted(house, tx, after, given, "edisi_ditarik", told)
        tx.plan(TERBITKAN, after.instansi)
    return after


def keep_window(house: House, edisi_id: str) -> None:
    """A moment of its window has come: the public is told, and the next moment is waited for."""
    with house.ledger.begin() as tx:
        found = tx.find(Edisi, id=edisi_id)
        if not found or found[0].keadaan != TERBIT:
            return
        tx.plan(TERBITKAN, found[0].instansi)
        if moments := jalan.moments(found[0], house.clock.now()):
            tx.plan(JENDELA, edisi_id, moments[0])


def may_publish(reading: Reading, oleh: Hadir, one: Edisi) -> bool:
    """Whether this person may publish it, as the agency chose."""
    if not oleh.may(Act.PUBLISH, one.instansi):
        return False
    return oleh.orang.id not in one.penyusun or not chosen(reading, one.instansi).penerbit_lain


def again(tx: Tx, instansi: str) -> None:
    """Something that the public reads may have changed: it is to be made anew."""
    tx.plan(TERBITKAN, instansi)


def _leave(tx: Tx, oleh: Hadir, one: Edisi, alasan: str) -> izin.Izin:
    """The leave to publish; of another than drew it up, where the agency chose so."""
    if not oleh.sees(one.instansi):
        raise TidakAda
    oleh.need(Act.PUBLISH, one.instansi)
    if oleh.orang.id in one.penyusun and chosen(tx, one.instansi).penerbit_lain:
        raise PerluOrangKedua
    tempat = izin.Tempat(one.instansi, "", one.penyusun)
    return izin.need(tx, oleh, Act.PUBLISH, tempat, alasan)
