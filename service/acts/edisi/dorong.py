"""Other sites follow what the public reads here; what was taken back goes first."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from service.acts.instansi.harian import owe_marked
from service.acts.instansi.pilihan import at_work
from service.acts.orang import izin
from service.acts.orang.hadir import days
from service.domain.catatan import Catatan
from service.domain.edisi.dorong import KeadaanDorong, Terdorong
from service.domain.edisi.tujuan import Tujuan
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House

JOB = "dorong"


def owe_push(house: House, instansi: str) -> None:
    """What is public of an agency changed: each of its sites is to be told."""
    if names := [one.nama for one in of_agency(house, instansi)]:
        with house.ledger.begin() as tx:
            for nama in names:
                tx.plan(JOB, nama)


def plan_pushes(house: House, owed: set[str]) -> None:
    """Owe each site a look once a day; what stands there already is not sent. `owed` grows."""
    if not house.outlets.all:
        return
    sites = {nama: one.tujuan.instansi for nama, one in house.outlets.all.items()}
    known = [one.id for one in at_work(house)]
    with house.ledger.read() as reading:
        today = days(reading, known, house.clock.now())
    marks = {nama: f"{nama} {today[kode]}" for nama, kode in sites.items() if kode in today}
    owe_marked(house, JOB, marks, owed)


def of_agency(house: House, instansi: str) -> list[Tujuan]:
    """The sites that are given the lists of an agency."""
    return [x.tujuan for x in house.outlets.all.values() if x.tujuan.instansi == instansi]


def again(house: House, oleh: Hadir, instansi: str, nama: str) -> None:
    """A person has it all sent once more, also what stands there by our book."""
    with house.ledger.begin() as tx:
        given = izin.need(tx, oleh, Act.PUBLISH, izin.Tempat(instansi, ""))
        if nama not in {one.nama for one in of_agency(house, instansi)}:
            raise TidakAda
        for one in tx.find(Terdorong, tujuan=nama):
            tx.save(one, replace(one, sidik=""))
        tx.plan(JOB, nama)
        now = house.clock.now()
        tx.note(Catatan(instansi, given.siapa, "dorong_diminta", now, nama))


def states(house: House, instansi: str) -> dict[str, KeadaanDorong]:
    """How it stood with each site of an agency when it was last tried."""
    with house.ledger.read() as reading:
        return {one.id: one for one in reading.find(KeadaanDorong, instansi=instansi)}


def left_behind(house: House, instansi: str) -> dict[str, int]:
    """How many things may still stand on sites that are set no longer; nobody takes them away."""
    with house.ledger.read() as reading:
        rows = reading.find(Terdorong, instansi=instansi)
    return dict(Counter(x.tujuan for x in rows if x.tujuan not in house.outlets.all))
