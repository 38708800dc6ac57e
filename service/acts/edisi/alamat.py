"""The addresses in the public list are looked at: after each publication, and again each month."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from urllib.parse import urlsplit

from service.acts.edisi.susun import in_batches
from service.acts.edisi.umumkan import of_today
from service.acts.instansi.harian import owe_daily
from service.acts.orang import izin
from service.domain.catatan import MESIN, Catatan
from service.domain.edisi.alamat_periksa import (
    DIAM,
    TIDAK,
    Alamat,
    AlamatDiperiksa,
    due,
    looked,
    named,
)
from service.domain.informasi.kode import read_kode
from service.domain.wewenang import Act, Hadir
from service.ports import House

JOB = "alamat"
SEKALI = timedelta(minutes=5)  # one job looks no longer than this; the next goes on
SEPI = 3  # times that a machine may keep silent before it is left alone until the next day


def owe_look(house: House, instansi: str) -> None:
    """What was published just now is looked at soon."""
    if house.pengunjung.which == TIDAK:
        return
    with house.ledger.begin() as tx:
        tx.plan(JOB, instansi)


def plan_looks(house: House, owed: set[str]) -> None:
    """Owe each office's look once a day; it asks only what is due. `owed` grows by it."""
    if house.pengunjung.which != TIDAK:
        owe_daily(house, JOB, owed)


def look(house: House, instansi: str) -> dict[str, int]:
    """Ask what is due, one after the other; how many came out how."""
    today = of_today(house, instansi)
    asked = list(named(today, house.pengunjung.which)) if today else []
    known = _known(house, instansi)
    _forget(house, [known.pop(x) for x in known.keys() - {one.alamat for one in asked}])
    begun = house.clock.now()
    many, silent = Counter[str](), Counter[str]()
    for one, before in due(asked, known, begun):
        if house.clock.now() - begun > SEKALI:
            owe_look(house, instansi)
            break
        host = urlsplit(one.alamat).netloc
        if silent[host] >= SEPI:
            continue
        hasil = _looked(house, instansi, one, before)
        silent[host] += hasil == DIAM
        many[hasil] += 1
    if many:
        with house.ledger.begin() as tx:
            told = {hasil: str(n) for hasil, n in sorted(many.items())}
            now = house.clock.now()
            tx.note(Catatan(instansi, MESIN, "alamat_diperiksa", now, instansi, told))
    return dict(many)


def again(house: House, oleh: Hadir, instansi: str) -> None:
    """What is amiss is asked once more, now."""
    with house.ledger.begin() as tx:
        izin.need(tx, oleh, Act.PUBLISH, izin.Tempat(instansi, ""))
        now = house.clock.now()
        for one in tx.find(AlamatDiperiksa, instansi=instansi):
            if not one.baik and not one.diminta:
                tx.save(one, replace(one, diminta=now))
        tx.plan(JOB, instansi)


def found(house: House, instansi: str) -> list[AlamatDiperiksa]:
    """The last look at each address whose line the public reads still; what is amiss first."""
    shown = house.informasi.shown(instansi)
    rows = [one for one in _known(house, instansi).values() if read_kode(one.kode) in shown]
    return sorted(rows, key=lambda one: (one.baik, one.sejak, one.alamat))


def _known(house: House, instansi: str) -> dict[str, AlamatDiperiksa]:
    with house.ledger.read() as reading:
        rows = reading.find(AlamatDiperiksa, instansi=instansi)
    return {one.alamat: one for one in rows}


def _looked(house: House, instansi: str, asked: Alamat, before: AlamatDiperiksa | None) -> str:
    answer = house.pengunjung.visit(asked)
    after = looked(instansi, asked, answer, before, house.clock.now())
    with house.ledger.begin() as tx:
        if before:
            tx.save(before, after)
        else:
            tx.add(after)
    return after.hasil


def _forget(house: House, gone: list[AlamatDiperiksa]) -> None:
    for few in in_batches(gone):
        with house.ledger.begin() as tx:
            for one in few:
                tx.drop(one)
