"""Let a matter stand and go on again, end it early, open it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from service.acts.berkas.anak import gather
from service.acts.berkas.buka import first_passage
from service.acts.berkas.tenggat import dated
from service.acts.lihat.berkas import berkas_for, children, for_row, is_unit
from service.acts.orang import izin
from service.acts.sop.versi import walked
from service.domain.arsip.arsip import Arsip, need_here
from service.domain.berkas import (
    BERJALAN,
    DIBATALKAN,
    Berkas,
    closed,
    held,
    need_open,
    reopened,
    resumed,
)
from service.domain.catatan import Catatan
from service.domain.naskah import DIKIRIM, DISETUJUI, Naskah
from service.domain.refusals import Overtaken, Refusal
from service.domain.sop.jalan import Posisi
from service.domain.sop.jejak import Jejak
from service.domain.wewenang import Act, Hadir
from service.ports import House, Tx


class PerluAlasanBerkas(Refusal):
    """What stops or starts a matter is explained."""

    def __init__(self) -> None:
        super().__init__("Tulis alasannya. Tidak ada yang diubah.")


class BagianUnit(Refusal):
    """One unit's part of a round has no end of its own."""

    def __init__(self) -> None:
        super().__init__(
            "Ini bagian satu unit dari sebuah putaran. Batalkan putarannya, atau catat di halaman "
            "ini bahwa unit ini tidak ditunggu. Tidak ada yang diubah."
        )


class UnitSelesai(Refusal):
    """A round of which only the parts of the units are left has nothing to be opened for."""

    def __init__(self) -> None:
        super().__init__(
            "Semua unit sudah selesai, jadi putaran ini langsung berakhir lagi. Buka kembali "
            "dahulu berkas unit yang perlu diperbaiki, lalu putaran ini. Tidak ada yang diubah."
        )


@dataclass(frozen=True)
class Minta:
    """Which matter a person means, as it stands on their page, and why."""

    berkas: str
    versi: int
    alasan: str


def hold(house: House, oleh: Hadir, asked: Minta) -> Berkas:
    """Both clocks stand from now on."""
    return _changed(house, oleh, asked, "berkas_ditunda", Act.COMPLETE, _held)


def _held(house: House, _tx: Tx, before: Berkas) -> Berkas:
    return held(before, house.clock.now())


def resume(house: House, oleh: Hadir, asked: Minta) -> Berkas:
    """Both clocks go on; the days that stood are given back."""
    return _changed(house, oleh, asked, "berkas_dilanjutkan", Act.COMPLETE, _resumed)


def _resumed(house: House, tx: Tx, before: Berkas) -> Berkas:
    return dated(house, tx, walked(tx, before).sop, resumed(before, house.clock.now()))


def cancel(house: House, oleh: Hadir, asked: Minta) -> Berkas:
    """The matter ends where it stands, and with it what it called; nothing is taken away."""
    return _changed(house, oleh, asked, "berkas_dibatalkan", Act.APPROVE, _whole_cancelled)


def _whole_cancelled(house: House, tx: Tx, before: Berkas) -> Berkas:
    if is_unit(before):
        raise BagianUnit
    return _cancelled(house, tx, before, house.clock.now())


def _cancelled(house: House, tx: Tx, before: Berkas, now: datetime) -> Berkas:
    """All of them at one moment, by which they are known to have ended together."""
    if before.ditunda is None:
        need_open(before)
    for below in children(tx, before):
        if below.keadaan == BERJALAN:
            _end_passage(house, tx, below)
            tx.save(below, _cancelled(house, tx, below, now))
    _end_passage(house, tx, before)
    _papers(tx, before, "collect")  # they lie with nobody any more who would sign them
    return closed(before, DIBATALKAN, now)


def _papers(tx: Tx, berkas: Berkas, job: str) -> None:
    """What follows for the papers of a matter that are out to be signed."""
    for one in tx.find(Naskah, berkas=berkas.id, keadaan=[DISETUJUI, DIKIRIM]):
        tx.plan(job, one.id)


def asked_for_again(tx: Tx, berkas: Berkas) -> None:
    """The papers of a matter that is open again go to those who sign them."""
    _papers(tx, berkas, "send")


def _end_passage(house: House, tx: Tx, berkas: Berkas) -> None:
    last = max(tx.find(Jejak, berkas=berkas.id), key=lambda one: one.urut)
    if last.keluar is None:
        tx.save(last, replace(last, keluar=house.clock.now(), hasil=DIBATALKAN))


def reopen(house: House, oleh: Hadir, asked: Minta) -> Berkas:
    """At the row where it was last, with what was called off together with it; what was made
    is kept, and what it called counts on."""
    return _changed(house, oleh, asked, "berkas_dibuka_kembali", Act.APPROVE, _reopened, _awaited)


def _reopened(house: House, tx: Tx, before: Berkas) -> Berkas:
    for one in tx.find(Arsip, id=before.id):
        need_here(one)
    sop, now = walked(tx, before).sop, house.clock.now()
    way = sorted(tx.find(Jejak, berkas=before.id), key=lambda one: one.urut)
    last = next(one for one in reversed(way) if not one.dilewati)
    posisi = Posisi(last.langkah, now, last.tahap, before.putaran + 1, before.bagian)
    after = dated(house, tx, sop, reopened(before, posisi))
    tx.add(first_passage(house, after, way[-1].urut + 1))
    asked_for_again(tx, before)
    was = for_row(replace(before, langkah=last.langkah))
    for below in children(tx, before):
        again = below
        if below.keadaan == DIBATALKAN and below.ditutup == before.ditutup:
            again = _reopened(house, tx, below)
        if below.untuk == was:  # what the row called is known by its round, which is another now
            again = replace(again, untuk=for_row(after))
        if again != below:
            tx.save(below, again)
            _awaited(house, tx, below.id)
    return after


def _awaited(house: House, tx: Tx, berkas_id: str) -> Berkas:
    """Units that came to their end while the round was closed are not waited for."""
    one = tx.get(Berkas, berkas_id)
    if one.keadaan != BERJALAN:
        return one
    if (now := gather(house, tx, walked(tx, one), one.id)).keadaan != BERJALAN:
        raise UnitSelesai
    return now


def _changed(
    house: House,
    oleh: Hadir,
    asked: Minta,
    apa: str,
    leave: Act,
    change: Callable[[House, Tx, Berkas], Berkas],
    then: Callable[[House, Tx, str], Berkas] | None = None,
) -> Berkas:
    if not asked.alasan.strip():
        raise PerluAlasanBerkas
    with house.ledger.begin() as tx:
        before = berkas_for(tx, oleh, asked.berkas)
        if before.versi != asked.versi:
            raise Overtaken("berkas", before.id)
        given = izin.need(tx, oleh, leave, izin.Tempat(before.instansi, before.unit))
        after = change(house, tx, before)
        tx.save(before, after)
        now = house.clock.now()
        reason = izin.written(house, tx, before.instansi, before.id, asked.alasan)
        told = {"langkah": before.langkah, "alasan": reason, "pemegang": given.pemegang}
        tx.note(Catatan(before.instansi, given.siapa, apa, now, before.id, told))
        if then:
            return then(house, tx, before.id)
    return replace(after, versi=before.versi + 1)
