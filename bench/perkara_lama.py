"""Years of matters under an SOP: each with its passages, its things and its lines, in bulk."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime, timedelta

from bench.tahun_tahun import AWAL, Jurnal, Kantor
from bench.tuang import Kendi
from service.acts.sop.versi import Jalan, pinned
from service.adapters.ledger import tables
from service.adapters.ledger.rows import content, to_row
from service.adapters.ledger.tables import TABLES
from service.domain.ada import Ada
from service.domain.berkas import BERJALAN, SELESAI, Berkas, at, closed
from service.domain.catatan import MESIN, Catatan, Kepala, Ubahan, chain, hash_of
from service.domain.ids import from_bytes
from service.domain.sop.jalan import Posisi
from service.domain.sop.jejak import Jejak
from service.house import RealHouse

KODE, SOP = "kemensetneg", "uji_konsekuensi"
TERBUKA = 30  # one matter in so many, of the newest, is still under way
SEKALIGUS = 5_000  # matters poured at once
MULAI = "surat_permohonan", "dokumen_informasi"  # what is there before the first step


def walked(house: RealHouse, kantor: Kantor, kendi: Kendi, berkas: int) -> list[str]:
    """So many matters over the agencies and the years; those of one that wait at the first row."""
    dice = random.Random(berkas)
    roads = dict[str, Jalan]()
    for kode in kantor.instansi:
        with house.ledger.begin() as tx:
            roads[kode] = pinned(house, tx, kode, SOP)
            tx.note(Catatan(kode, MESIN, "sop_dipakai", house.clock.now(), SOP))
    with house.ledger.read() as look:
        journals = {kode: Jurnal(kode, look.kepala(kode)) for kode in kantor.instansi}
    step = (house.clock.now() - timedelta(hours=1) - AWAL - timedelta(days=1)) / berkas
    waiting = []
    for n in range(berkas):
        kode = kantor.instansi[n % len(journals)]
        one = Perkara(kendi, journals[kode], roads[kode], dice, AWAL + timedelta(days=1) + n * step)
        under_way = n >= berkas - berkas // TERBUKA
        came = one.lived(n, dice.choice(kantor.orang[kode]), under_way=under_way)
        if under_way and kode == KODE and came.langkah == roads[kode].sop.langkah[0].id:
            waiting.append(came.id)
        if n % SEKALIGUS == SEKALIGUS - 1:
            kendi.empty()
    for journal in journals.values():
        kendi.add(tables.kepala, to_row(journal.kepala))
    kendi.empty()
    return waiting


class Perkara:
    """One matter: opened, walked as far as it came, and closed where it came to its end."""

    def __init__(
        self, kendi: Kendi, journal: Jurnal, jalan: Jalan, dice: random.Random, now: datetime
    ) -> None:
        self.kendi, self.journal, self.jalan = kendi, journal, jalan
        self.dice, self.now, self.hash = dice, now, ""

    def lived(self, n: int, who: str, *, under_way: bool) -> Berkas:
        """The matter as it stands now."""
        rows = self.jalan.sop.langkah
        reached = n % len(rows) if under_way else len(rows)
        first = Berkas(
            self._id(), self.journal.kode, "", f"Perkara contoh {n}", "", BERJALAN, self.now
        )
        fresh = self._at(replace(first, sop=SOP, sidik=self.jalan.sidik, oleh=who), 0)
        things = [self._there(fresh, name, who) for name in MULAI]
        begun = [] if reached else [self._stands(fresh, 0)]
        self._note(who, "berkas_dibuka", fresh, *things, *begun)
        if not reached:
            self.kendi.add(tables.berkas, to_row(fresh))
            return fresh
        way = [self._passed(fresh, place, who) for place in range(reached)]
        made = [self._there(fresh, x, who) for row in rows[:reached] for x in row.keluaran[:1]]
        self.now += timedelta(hours=3 * reached)
        last = self._at(fresh, reached) if under_way else closed(fresh, SELESAI, self.now)
        last = replace(last, versi=2)
        now = [self._stands(last, reached)] if under_way else []
        self._note(who, "langkah_selesai", last, *way, *made, *now)
        self.kendi.add(tables.berkas, to_row(last))
        return last

    def _at(self, berkas: Berkas, place: int) -> Berkas:
        row = self.jalan.sop.langkah[place]
        act = row.tahap[0] if row.tahap else None
        there = at(berkas, Posisi(row.id, self.now, act.id if act else ""))
        actors = act.pelaksana if act else row.pelaksana
        waits = "+".join(sorted({self.jalan.sop.peran(one) for one in actors}))
        due = self.now + timedelta(days=self.dice.randrange(1, 14))
        return replace(there, menunggu=waits, norma=due, tenggat=due.date(), jatuh=due.date())

    def _passed(self, berkas: Berkas, place: int, who: str) -> Jejak:
        came = self.now + timedelta(hours=3 * place)
        over, row = came + timedelta(hours=3), self.jalan.sop.langkah[place]
        return Jejak(self._id(), berkas.id, place + 1, row.id, "", came, came, over, who)

    def _stands(self, berkas: Berkas, place: int) -> Jejak:
        here = (berkas.langkah, berkas.tahap, self.now)
        return Jejak(self._id(), berkas.id, place + 1, *here)

    def _there(self, berkas: Berkas, name: str, who: str) -> Ada:
        thing = self.jalan.bahan[name]
        return Ada(self._id(), berkas.id, name, thing.cukup, self.now, who)

    def _note(self, siapa: str, perbuatan: str, berkas: Berkas, *rows: Ada | Jejak) -> None:
        """A line of the journal with the version of each row that it made."""
        for row in rows:
            self.kendi.add(TABLES[type(row)], to_row(row))
        changed = (self._change(berkas, self.hash), *(self._change(row) for row in rows))
        self.hash = changed[0].sesudah
        kode = self.journal.kode
        line = Catatan(kode, siapa, perbuatan, self.now, berkas.id, {}, changed)
        whole = chain(line, self.journal.kepala)
        self.journal.kepala = Kepala(kode, whole.urut, whole.rantai)
        self.kendi.add(tables.catatan, to_row(whole))

    def _change(self, row: Berkas | Ada | Jejak, before: str = "") -> Ubahan:
        jenis, isi = str(TABLES[type(row)].name), content(row)
        hash_ = hash_of(isi)
        version = {"jenis": jenis, "id": row.id, "versi": row.versi, "isi": isi, "hash": hash_}
        self.kendi.add(tables.riwayat, version)
        return Ubahan(jenis, row.id, row.versi, before, hash_)

    def _id(self) -> str:
        return from_bytes(self.dice.randbytes(16))
