"""What the public is to be given of an agency, and nothing beside it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from service.acts.edisi.sk import sk_out
from service.acts.edisi.susun import frozen_rows, in_batches
from service.acts.informasi.baca import reasoned
from service.acts.instansi.packs import agency
from service.acts.orang.hadir import day
from service.acts.pelepasan.lepas import lepas
from service.domain.alasan import Alasan
from service.domain.catatan import MESIN, Catatan
from service.domain.edisi.edisi import DAFTAR, DIP, DITARIK, TERBIT, Edisi
from service.domain.edisi.jalan import current
from service.domain.edisi.lajur import outward
from service.domain.edisi.terbitan import Badan, BarisDitarik, FileTerbit, Terbitan
from service.domain.edisi.terpampang import words
from service.domain.gerbang.keluar import FileKeluar
from service.domain.informasi import jalan_dip
from service.domain.informasi.baris import dik_row
from service.domain.informasi.beda import Baris, beda
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.jalan_dip import FileTidakBolehTerbuka
from service.domain.informasi.keadaan import (
    BERLAKU_KECUALI,
    DICABUT,
    DITETAPKAN,
    TERTUTUP,
)
from service.domain.informasi.kode import read_kode, spoken
from service.domain.informasi.lengkap import dik_faults
from service.domain.informasi.riwayat import Oleh, Riwayat
from service.ports import House, Reading


@dataclass(frozen=True)
class Tampak:
    """Which lines may be seen today, by kode; those that left, when and why."""

    dip: Container[str]
    left: Mapping[str, datetime]  # the last time that a line left the list
    aman: Container[tuple[str, ...]]  # of the DIK: the very words that are found safe
    ditarik: Mapping[str, BarisDitarik]

    def rows(self, one: Edisi, frozen: Iterable[Baris]) -> tuple[Baris, ...]:
        """Of these lines those that the public may read."""
        if one.daftar != DIP:
            return tuple(row for row in frozen if words(row) in self.aman)
        return tuple(row for row in frozen if self._open(one, read_kode(row["kode"])))

    def _open(self, one: Edisi, kode: str) -> bool:
        """Whether the line is public, and was not taken back since it was frozen so."""
        gone = self.left.get(kode)
        return kode in self.dip and (gone is None or (one.beku is not None and gone < one.beku))

    def gone(self, frozen: Iterable[Baris]) -> tuple[BarisDitarik, ...]:
        """Of these lines those that were taken back with a reason, and stay so."""
        kode = (read_kode(row["kode"]) for row in frozen)
        return tuple(self.ditarik[x] for x in kode if x in self.ditarik)


def follow(house: House, instansi: str) -> None:
    """What stands in an edition that the public reads is published, line by line."""
    now = house.clock.now()
    with house.ledger.read() as reading:
        seen = [one for one in made(reading, instansi) if one.daftar == DIP and one.tampak(now)]
        closed = closed_marks(reading, instansi)
    for one in seen:
        for few in in_batches(frozen_rows(house, one.isi)):
            _published(house, one, [read_kode(row["kode"]) for row in few], closed)


def _published(house: House, one: Edisi, kode: list[str], closed: Container[str]) -> None:
    with house.ledger.begin() as tx:
        now = house.clock.now()
        today = day(tx, one.instansi, now)
        many = 0
        for before in tx.find(Informasi, kode=kode, instansi=one.instansi, keadaan=DITETAPKAN):
            try:
                done = jalan_dip.publish(before, Oleh(one.penerbit, now), today, closed)
            except FileTidakBolehTerbuka:
                continue  # it stays out of sight; its page says why
            tx.save(before, done.informasi)
            tx.add(reasoned(house, tx, before.instansi, done.riwayat))
            many += 1
        if many:
            told = {"banyak": str(many)}
            tx.note(Catatan(one.instansi, MESIN, "informasi_terbit", now, one.id, told))


def gathered(house: House, instansi: str) -> tuple[Badan, list[Terbitan]]:
    """Each edition that the public may know of, with the lines that it may see today."""
    now = house.clock.now()
    with house.ledger.read() as reading:
        editions = made(reading, instansi)
        tampak = _seen_today(house, reading, instansi)
        files = _let_go(reading, instansi)
        decrees = {one.id: sk_out(reading, one) for one in editions}
    badan = body(house, instansi)
    by_list = ([x for x in editions if x.daftar == daftar] for daftar in DAFTAR)
    kini = {one.id for some in by_list if (one := current(some, now))}
    last: dict[str, tuple[Baris, ...]] = {}  # of each list, what the public read before
    found = []
    for one in editions:
        if one.keadaan == DITARIK:
            found.append(Terbitan(one, badan, ()))
        elif one.tampak(now):
            frozen = frozen_rows(house, one.isi)
            seen = tampak.rows(one, frozen)
            rows = tuple(outward(one.daftar, row) for row in seen)
            new = beda(last.get(one.daftar, ()), rows)
            gone = tampak.gone(frozen) if one.daftar == DIP else ()
            out = _files(files, seen) if one.daftar == DIP else {}
            shown = Terbitan(one, badan, rows, new, out, kini=one.id in kini, ditarik=gone)
            found.append(replace(shown, sk_pdf=decrees[one.id]))
            last[one.daftar] = rows
    return badan, found


def of_today(house: House, instansi: str) -> Terbitan | None:
    """The DIP that holds at this moment, with the lines and files that the public has of it."""
    now = house.clock.now()
    with house.ledger.read() as reading:
        editions = [one for one in made(reading, instansi) if one.daftar == DIP]
        one = current(editions, now)
        if one is None:
            return None
        tampak = _seen_today(house, reading, instansi)
        files = _let_go(reading, instansi)
    rows = tampak.rows(one, frozen_rows(house, one.isi))
    return Terbitan(one, body(house, instansi), rows, file=_files(files, rows), kini=True)


def _let_go(reading: Reading, instansi: str) -> dict[str, tuple[str, FileTerbit]]:
    """What a person let go at the gate, by kode, with the mark of the file it was let go of."""
    asked = [one.informasi for one in reading.find(FileKeluar, instansi=instansi)]
    found = dict[str, tuple[str, FileTerbit]]()
    for few in in_batches(asked):
        for one in reading.find(Informasi, id=list(few)):
            if out := lepas(reading, one):
                found[spoken(one.kode)] = (one.pelengkap.sidik, out)
    return found


def _files(
    let_go: Mapping[str, tuple[str, FileTerbit]], rows: Iterable[Baris]
) -> dict[str, FileTerbit]:
    """The files of these lines: of an earlier file of a line nothing goes out."""
    told = ((row["kode"], row.get("sidik", "")) for row in rows)
    return {
        kode: let_go[kode][1]
        for kode, sidik in told
        if sidik and let_go.get(kode, ("",))[0] == sidik
    }


def body(house: House, instansi: str) -> Badan:
    """Whose lists they are."""
    one = agency(house.packs, instansi)
    return Badan(one.kode, one.nama, one.zona, one.laman, one.surel)


def made(reading: Reading, instansi: str) -> list[Edisi]:
    """Its editions that were ever out, in their order."""
    found = reading.find(Edisi, instansi=instansi, keadaan=[TERBIT, DITARIK])
    return sorted(found, key=lambda one: (one.daftar, one.tahun, one.urut))


def _seen_today(house: House, reading: Reading, instansi: str) -> Tampak:
    return Tampak(
        house.informasi.shown(instansi),
        house.informasi.left(instansi),
        safe_words(reading, instansi),
        taken_back(reading, instansi),
    )


def taken_back(reading: Reading, instansi: str) -> dict[str, BarisDitarik]:
    """What the public once read and was taken out of the list, with the reason."""
    gone = reading.find(Informasi, instansi=instansi, keadaan=DICABUT)
    seen = {one.id: one.kode for one in gone if one.terbit_pada is not None}
    found = dict[str, BarisDitarik]()
    for few in in_batches(list(seen)):
        lines = reading.find(Riwayat, informasi=list(few), ke=DICABUT)
        told = {one.id: one.kata for one in reading.find(Alasan, id=[x.alasan for x in lines])}
        for line in sorted(lines, key=lambda one: one.urut):
            kode = seen[line.informasi]
            found[kode] = BarisDitarik(spoken(kode), line.pada, told.get(line.alasan, ""))
    return found


def safe_words(reading: Reading, instansi: str) -> frozenset[tuple[str, ...]]:
    """The words of withheld lines that somebody answers for today."""
    found = reading.find(Informasi, instansi=instansi, keadaan=sorted(BERLAKU_KECUALI))
    return frozenset(
        words(dik_row(one)) for one in found if not dik_faults(one, None) and one.sk.sah
    )


def closed_marks(reading: Reading, instansi: str) -> frozenset[str]:
    """The marks of all files that lie closed."""
    found: Iterable[Informasi] = reading.find(
        Informasi, instansi=instansi, keadaan=sorted(TERTUTUP)
    )
    marks: Sequence[str] = [x for one in found for x in (one.pelengkap.sidik, one.letak.sidik) if x]
    return frozenset(marks)
