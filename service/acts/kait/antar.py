"""The journal is looked through for each webhook; what it holds for one is told, until it is taken.

Where a webhook has come to stands in the ledger, so nothing is lost with the queue or a process;
told twice, a telling has the same id.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from service.acts.kait.kelola import ANTAR
from service.acts.kait.lihat import seen_unit
from service.domain.catatan import Catatan
from service.domain.kait import (
    BELUM,
    SIMPAN,
    Antaran,
    Kait,
    SampaiKait,
    antaran_id,
    arrived,
    failed,
    given_up,
    heads,
    told,
    withheld,
    work_id,
)
from service.domain.refusals import Overtaken, Unavailable
from service.ports import House

KAIT = "kait"
SEKALI = 200  # lines of a journal that one job looks through


def plan_tellings(house: House) -> None:
    """Owe a look to each webhook whose journal went on since its last."""
    with house.ledger.read() as reading:
        known = [one for one in reading.find(Kait) if one.dicabut is None]
        if not known:
            return
        sampai = {one.id: one.urut for one in reading.find(SampaiKait)}
    heads_now = {one.instansi: one.urut for one in house.lists.kepala()}
    due = [x.id for x in known if heads_now.get(x.instansi, 0) > sampai.get(x.id, 0)]
    if due:
        with house.ledger.begin() as tx:
            for kait_id in due:
                tx.plan(KAIT, kait_id)


def look_through(house: House, kait_id: str) -> None:
    """The next lines of the journal: what is to be told of them is owed, and the place kept."""
    with house.ledger.read() as reading:
        kait, before = reading.get(Kait, kait_id), reading.get(SampaiKait, kait_id)
        last = reading.kepala(kait.instansi).urut
    if kait.dicabut or before.urut >= last:
        return
    end = min(before.urut + SEKALI, last)
    lines = house.lists.jurnal(kait.instansi, end + 1, end - before.urut)
    made = _tellings(house, kait, [x for x in reversed(lines) if x.urut > before.urut])
    try:
        with house.ledger.begin() as tx:
            tx.save(before, replace(before, urut=end))
            for one in made:
                tx.add(one)
                tx.plan(ANTAR, work_id(one))
            if end < last:
                tx.plan(KAIT, kait_id)
    except Overtaken:  # another worker looked through the same lines
        return


def _tellings(house: House, kait: Kait, lines: list[Catatan]) -> list[Antaran]:
    wanted, now = frozenset(kait.peristiwa), house.clock.now()
    found = []
    with house.ledger.read() as reading:
        for x in lines:
            if x.perbuatan not in wanted:
                continue
            unit = seen_unit(reading, kait, x.perbuatan, x.tentang)
            if unit is not None:
                id_ = antaran_id(kait.id, x.urut, x.waktu)
                about = (kait.instansi, x.urut, x.perbuatan, x.tentang, x.waktu)
                found.append(Antaran(id_, kait.id, *about, now, unit))
    return found


def deliver(house: House, work: str) -> None:
    """One try to tell one act; what failed is owed again, later each time."""
    id_, _, dicoba = work.partition("_")
    with house.ledger.read() as reading:
        found = reading.find(Antaran, id=id_)
        if not found or found[0].keadaan != BELUM or str(found[0].dicoba) != dicoba:
            return
        one = found[0]
        kait = reading.get(Kait, one.kait)
        open_ = seen_unit(reading, kait, one.peristiwa, one.tentang) is not None
    after = _tried(house, kait, one) if open_ and not kait.dicabut else _closed(house, kait, one)
    try:
        with house.ledger.begin() as tx:
            tx.save(one, after)
            if after.berikut:
                tx.plan(ANTAR, work_id(after), after.berikut)
    except Overtaken:  # a late twin told it as well; the receiver knows it by its id
        return


def _closed(house: House, kait: Kait, one: Antaran) -> Antaran:
    now = house.clock.now()
    return given_up(one, "Webhook ini dicabut.", now) if kait.dicabut else withheld(one, now)


def _tried(house: House, kait: Kait, one: Antaran) -> Antaran:
    now: datetime = house.clock.now()
    try:
        kode = house.pengabar.tell(kait.alamat, heads(one, kait.rahasia, now), told(one))
    except Unavailable as away:
        if away.permanent:
            return given_up(one, str(away), now)
        return failed(one, 0, str(away), now)
    if 200 <= kode < 300:
        return arrived(one, kode, now)
    return failed(one, kode, f"Penerima menjawab {kode}.", now)


def sweep(house: House) -> None:
    """What was told long ago is forgotten; the journal keeps the act itself."""
    old = house.clock.now() - SIMPAN
    with house.ledger.begin() as tx:
        for one in house.lists.antaran_lama(old, SEKALI):
            tx.drop(one)
