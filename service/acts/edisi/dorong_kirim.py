"""One site is brought in step: what may stand there no longer goes, then comes what is new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from service.acts.edisi.dorong import JOB
from service.acts.edisi.umumkan import gathered
from service.domain.catatan import MESIN, Catatan
from service.domain.edisi.dorong import (
    BELUM,
    BERES,
    GAGAL,
    Dorongan,
    KeadaanDorong,
    Terdorong,
    id_of,
    of_lines,
    of_list,
)
from service.domain.edisi.tujuan import Tujuan
from service.domain.refusals import TidakAda, Unavailable
from service.ports import House
from service.ports.dorong import Outlet

SEKALI = timedelta(seconds=30)  # one job sends no longer than this; the next goes on


@dataclass(frozen=True)
class Pengiriman:
    """One site, what it is to hold, and what may stand there by our book."""

    outlet: Outlet
    wanted: Mapping[str, Dorongan]
    known: Mapping[str, Terdorong]

    @property
    def gone(self) -> list[Terdorong]:
        """What is to be taken away."""
        return [row for nama, row in self.known.items() if nama not in self.wanted]

    @property
    def due(self) -> list[Dorongan]:
        """What is to be brought: first what stands there and may hold what it may no longer."""
        tujuan = self.outlet.tujuan
        marks = {nama: row.sidik for nama, row in self.known.items()}
        due = [x for x in self.wanted.values() if marks.get(x.nama) != x.sidik(tujuan)]
        return sorted(due, key=lambda x: x.nama not in marks)


def push(house: House, nama: str) -> dict[str, int]:
    """One site is brought in step; how many things were brought and taken away."""
    outlet = house.outlets.all.get(nama)
    if outlet is None:  # set no longer
        return {}
    many = Counter[str]()
    with outlet.alone():
        try:
            rest = _sent(house, outlet, many)
        except Unavailable as wrong:
            _told(house, outlet.tujuan, GAGAL, str(wrong), many)
            raise
        if rest:
            _told(house, outlet.tujuan, BELUM, f"{rest} lagi menyusul.", many)
            with house.ledger.begin() as tx:
                tx.plan(JOB, nama)
        else:
            _told(house, outlet.tujuan, BERES, "", many)
    return dict(many)


def _sent(house: House, outlet: Outlet, many: Counter[str]) -> int:
    """Take away, then bring, as long as there is time; how many things are left."""
    tujuan = outlet.tujuan
    one = Pengiriman(outlet, {x.nama: x for x in _wanted(house, tujuan)}, _known(house, tujuan))
    until = house.clock.now() + SEKALI
    if left := _taken_away(house, one, until, many):
        return left + len(one.due)
    due, wrong = one.due, None
    for n, each in enumerate(due):
        if house.clock.now() > until:
            return len(due) - n
        try:
            _brought(house, one, each)
        except Unavailable as no:
            if not no.permanent:
                raise
            wrong = wrong or no  # one that the site refuses does not hold the others up
        else:
            many["dibawa"] += 1
    if wrong:
        raise wrong
    return 0


def _taken_away(house: House, one: Pengiriman, until: datetime, many: Counter[str]) -> int:
    """What may stand there no longer; nothing new is sent while any of it stays. How many do."""
    wrong = None
    for n, row in enumerate(one.gone):
        if house.clock.now() > until:
            return len(one.gone) - n
        try:
            one.outlet.withdraw(row.nama)
        except Unavailable as no:
            if not no.permanent:
                raise
            wrong = wrong or no  # one that the site keeps does not hold the others there
            continue
        with house.ledger.begin() as tx:
            tx.drop(row)
        many["ditarik"] += 1
    if wrong:
        raise wrong
    return 0


def _brought(house: House, one: Pengiriman, each: Dorongan) -> None:
    """Written down before it is sent, so that what may stand there is always known."""
    tujuan = one.outlet.tujuan
    row = _written(house, tujuan, each.nama, one.known.get(each.nama))
    with house.room() as room:

        def fetch(sha256: str) -> Path:
            try:
                return house.store_publik.fetch(sha256, room / sha256)
            except TidakAda:  # published anew meanwhile, and then asked for again
                raise Unavailable("File yang diumumkan baru saja berganti; dicoba lagi.") from None

        one.outlet.bring(each, fetch)
    with house.ledger.begin() as tx:
        tx.save(row, replace(row, sidik=each.sidik(tujuan), pada=house.clock.now()))


def _written(house: House, tujuan: Tujuan, nama: str, before: Terdorong | None) -> Terdorong:
    """The row of a thing of which, until it is sent, nobody knows how it stands over there."""
    plain = Terdorong(id_of(tujuan.nama, nama), tujuan.instansi, tujuan.nama, nama)
    if before is not None and not before.sidik:
        return before
    with house.ledger.begin() as tx:
        if before is None:
            tx.add(plain)
            return plain
        tx.save(before, replace(before, sidik=""))
        return tx.get(Terdorong, before.id)


def _wanted(house: House, tujuan: Tujuan) -> Iterator[Dorongan]:
    """What the public reads today of the lists that this site is given."""
    badan, terbitan = gathered(house, tujuan.instansi)
    out = house.penerbit.files()
    for one in terbitan:
        if one.kini and one.edisi.daftar in tujuan.daftar:
            yield of_list(one, house.penerbit.made(badan, one), out, house.url)
            if tujuan.butir:
                yield from of_lines(one, out, house.url)


def _known(house: House, tujuan: Tujuan) -> dict[str, Terdorong]:
    with house.ledger.read() as reading:
        return {one.nama: one for one in reading.find(Terdorong, tujuan=tujuan.nama)}


def _told(house: House, tujuan: Tujuan, keadaan: str, kata: str, many: Mapping[str, int]) -> None:
    """What is known of a site from now on; the journal is told where something was sent."""
    now = house.clock.now()
    with house.ledger.begin() as tx:
        found = tx.find(KeadaanDorong, id=tujuan.nama)
        before = found[0] if found else None
        same = before is not None and before.keadaan == keadaan
        after = KeadaanDorong(
            tujuan.nama,
            tujuan.instansi,
            keadaan,
            kata,
            now,
            before.sejak if before and same else now,
            now if keadaan == BERES else before.beres if before else None,
            before.versi if before else 1,
        )
        if before:
            tx.save(before, after)
        else:
            tx.add(after)
        if many:
            told = {what: str(n) for what, n in sorted(many.items())}
            tx.note(Catatan(tujuan.instansi, MESIN, "dorong", now, tujuan.nama, told))
