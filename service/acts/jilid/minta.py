"""Asking for a binding, and taking it in hand: for one person, out of what that person may read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

from service.acts.jilid.sengketa import gone_of, of_dispute
from service.acts.jilid.terbaca import of_person
from service.acts.lihat.berkas import berkas_for
from service.acts.lihat.kenangan import need_kept
from service.acts.orang import izin
from service.acts.register.sengketa import is_withheld, sengketa_for
from service.domain.arsip.kenangan import ArsipMusnah
from service.domain.berkas import Berkas
from service.domain.catatan import Catatan
from service.domain.dossier.bahan import Isi
from service.domain.dossier.jilidan import (
    BERKAS,
    SENGKETA,
    TERBANYAK,
    AlasanJilidPerlu,
    Jilidan,
    need_readable,
)
from service.domain.ids import is_id
from service.domain.refusals import Refusal, TidakAda
from service.domain.sengketa import Sengketa
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx

ACT = {BERKAS: Act.LOOK, SENGKETA: Act.DISPUTE}


class SengketaRahasia(Refusal):
    """Of a dispute that is withheld there is no part to be shown openly."""

    def __init__(self) -> None:
        super().__init__(
            "Sengketa ini rahasia, jadi seluruhnya ada di bagian tertutup. Susunlah bagian "
            "tertutupnya. Tidak ada yang diubah."
        )


@dataclass(frozen=True)
class Minta:
    """What is asked; its id makes a second try the same."""

    id: str
    apa: str
    tentang: str
    bolak_balik: bool = False
    tertutup: bool = False
    alasan: str = ""


def ask(house: House, oleh: Hadir, asked: Minta) -> Jilidan:
    """A binding is owed; asked for twice it is one."""
    with house.ledger.begin() as tx:
        about = _about(tx, oleh, asked.apa, asked.tentang)
        tempat = izin.Tempat(about.instansi, about.unit)
        given = izin.need(tx, oleh, ACT[asked.apa], tempat)
        for same in tx.find(Jilidan, tentang=about.id, oleh=given.siapa):
            if same.id == asked.id or (same.menunggu and _alike(same, asked)):
                if same.menunggu:
                    tx.plan("jilid", same.id)  # its work may have been given up meanwhile
                return same
        _need_kept(tx, oleh, about)
        reason = _leave(house, tx, oleh, about, asked)
        now = house.clock.now()
        one = Jilidan(
            asked.id,
            asked.apa,
            about.id,
            about.instansi,
            about.unit,
            given.siapa,
            now,
            asked.bolak_balik,
            asked.tertutup,
        )
        tx.add(one)
        told = {"pemegang": given.pemegang, "jilidan": one.id}
        told |= {"alasan": reason} if reason else {}
        tx.note(Catatan(one.instansi, given.siapa, "jilid_diminta", now, about.id, told))
        tx.plan("jilid", one.id)
    return one


def _need_kept(reading: Reading, oleh: Hadir, about: Berkas | Sengketa) -> None:
    if isinstance(about, Berkas):
        need_kept(reading, about.id)
    elif gone := gone_of(reading, oleh, about):
        raise ArsipMusnah(gone)


def _alike(one: Jilidan, asked: Minta) -> bool:
    return (one.bolak_balik, one.tertutup) == (asked.bolak_balik, asked.tertutup)


def _leave(house: House, tx: Tx, oleh: Hadir, about: Berkas | Sengketa, asked: Minta) -> str:
    """The reason, kept, where what is withheld is asked for; refuses who may not, or gives none."""
    if isinstance(about, Sengketa) and not asked.tertutup and is_withheld(tx, about):
        raise SengketaRahasia
    if not asked.tertutup:
        return ""
    if isinstance(about, Berkas) or not may_shut(oleh, about):
        raise TidakAda("Bagian itu")
    if not asked.alasan.strip():
        raise AlasanJilidPerlu
    return izin.written(house, tx, about.instansi, about.id, asked.alasan.strip())


def may_shut(oleh: Hadir, one: Sengketa | Jilidan) -> bool:
    """Whether this person may have what is withheld bound."""
    return oleh.may(Act.SECRET, one.instansi, one.unit)


def _about(reading: Reading, oleh: Hadir, apa: str, id_: str) -> Berkas | Sengketa:
    if apa == SENGKETA:
        return sengketa_for(reading, oleh, id_)
    return berkas_for(reading, oleh, id_)


def isi_of(house: House, reading: Reading, oleh: Hadir, one: Jilidan) -> Isi:
    """What it is bound from at this moment; TidakAda where its person may not see it any more."""
    about = _about(reading, oleh, one.apa, one.tentang)
    if not oleh.may(ACT[one.apa], about.instansi, about.unit):
        raise TidakAda
    if isinstance(about, Berkas):
        return of_person(house, reading, oleh, about, bolak_balik=one.bolak_balik)
    if one.tertutup and not may_shut(oleh, one):
        raise TidakAda("Bagian itu")
    if not one.tertutup and is_withheld(reading, about):
        raise TidakAda("Bagian itu")
    return of_dispute(
        house, reading, oleh, about, tertutup=one.tertutup, bolak_balik=one.bolak_balik
    )


def listed(reading: Reading, oleh: Hadir, tentang: str) -> list[Jilidan]:
    """Those of this person about one matter or dispute, the latest first."""
    found = reading.find(Jilidan, tentang=tentang, oleh=oleh.orang.id)
    found = [one for one in found if not one.tertutup or may_shut(oleh, one)]
    return sorted(found, key=lambda one: (one.diminta, one.id), reverse=True)[:TERBANYAK]


def mine(house: House, oleh: Hadir, id_: str) -> Jilidan:
    """The binding, or TidakAda for everybody but who asked for it."""
    with house.ledger.read() as reading:
        return _mine(reading, oleh, id_)


def _mine(reading: Reading, oleh: Hadir, id_: str) -> Jilidan:
    found = reading.find(Jilidan, id=id_, oleh=oleh.orang.id) if is_id(id_) else []
    if not found:
        raise TidakAda("Jilidan itu")
    return found[0]


def opened(house: House, oleh: Hadir, id_: str, alasan: str = "") -> tuple[Jilidan, BinaryIO]:
    """The file, to nobody but who asked for it, as long as each paper in it may be read by them."""
    with house.ledger.begin() as tx:
        one = _mine(tx, oleh, id_)
        need_kept(tx, one.tentang)
        need_readable(one, isi_of(house, tx, oleh, one).sumber)
        if one.tertutup:
            if not alasan.strip():
                raise AlasanJilidPerlu
            reason = izin.written(house, tx, one.instansi, one.tentang, alasan.strip())
            told = {"jilidan": one.id, "alasan": reason, "sha256": one.file}
            now = house.clock.now()
            act = "jilid_tertutup_dibuka"
            tx.note(Catatan(one.instansi, oleh.orang.id, act, now, one.tentang, told))
    return one, house.store.open(one.file)
