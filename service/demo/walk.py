"""Walks matters through their SOPs by the acts: each step by its own people, to the end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from service.acts.berkas import anak as berkas_anak
from service.acts.berkas import jalan as berkas_jalan
from service.acts.berkas.tugas import actors, partakers
from service.acts.lihat import berkas as berkas_lihat
from service.acts.sop.versi import Jalan, walked
from service.demo.people import Pemeran
from service.domain.berkas import BERJALAN, Berkas
from service.domain.butir import Butir, as_seen
from service.domain.refusals import Unavailable
from service.domain.sop.bentuk import PER_UNIT
from service.domain.sop.bentuk import Langkah as Baris
from service.domain.sop.jalan import Keadaan, Putusan, choices
from service.domain.wewenang import Hadir
from service.house import RealHouse
from service.ports import Reading

TERBANYAK = 400  # acts in one matter; more is a circle


class Tersendat(Unavailable):
    """The play does not get on; it ends here."""


@dataclass(frozen=True)
class Di:
    """A matter where it stands, and what is known of it there."""

    berkas: Berkas
    jalan: Jalan
    keadaan: Keadaan

    @property
    def baris(self) -> Baris:
        """The row in which it stands."""
        return self.jalan.sop.row(self.berkas.langkah)

    @property
    def waits(self) -> bool:
        """Whether the units walk this row, each in a matter of its own."""
        return self.baris.untuk == PER_UNIT and not berkas_lihat.is_unit(self.berkas)


@dataclass(frozen=True)
class Langkah:
    """One act of one row, done."""

    instansi: str
    sop: str
    berkas: str
    langkah: str
    cabang: str
    naskah: tuple[str, ...]
    detik: float


Pilih = Callable[[Berkas, Mapping[str, bool]], Putusan]
# Lays down all that a step needs and makes; the papers the house wrote for it.
Siapkan = Callable[["Pejalan", Di, Hadir], tuple[str, ...]]


def ahead(_berkas: Berkas, open_: Mapping[str, bool]) -> Putusan:
    """The first choice that leads on."""
    return Putusan(next((hasil for hasil, back in open_.items() if not back), ""))


def standing(reading: Reading, berkas_id: str) -> Di:
    """A matter as it is now."""
    berkas = reading.get(Berkas, berkas_id)
    jalan = walked(reading, berkas)
    if berkas.keadaan != BERJALAN:
        return Di(berkas, jalan, Keadaan())
    return Di(berkas, jalan, berkas_lihat.known(reading, jalan, berkas))


@dataclass(frozen=True)
class Pejalan:
    """Who plays all the people of one agency, one act after the other."""

    house: RealHouse
    pemeran: Pemeran
    siapkan: Siapkan
    pilih: Pilih = ahead

    def walk(self, berkas_id: str) -> Iterator[Langkah]:
        """Every act as it is done, until the matter is at its end; what it calls comes first."""
        for _ in range(TERBANYAK):
            at = self.at(berkas_id)
            if at.berkas.keadaan != BERJALAN:
                return
            yield from self._units(at) if at.waits else self.row(berkas_id)
        raise Tersendat(f"{at.berkas.judul} berputar di langkah {at.berkas.langkah}.")

    def row(self, berkas_id: str) -> Iterator[Langkah]:
        """One act of the row in which a matter stands, and the matter that the row calls."""
        at = self.at(berkas_id)
        if at.baris.rujukan and not at.keadaan.rujukan_selesai:
            called = berkas_anak.call(self.house, self.actor(at), berkas_id)
            yield from self.walk(called.id)
        yield self.act(berkas_id)

    def act(self, berkas_id: str) -> Langkah:
        """The step done, or sent back."""
        began, at = time.monotonic(), self.at(berkas_id)
        open_ = choices(at.jalan.sop, at.berkas.posisi)
        said, who = self.pilih(at.berkas, open_), self.actor(at)
        naskah = () if open_.get(said.hasil) else self.siapkan(self, at, who)
        versi = self.at(berkas_id).berkas.versi
        step = berkas_jalan.Langkah(berkas_id, versi, self.seen(berkas_id))
        berkas_jalan.go_on(self.house, who, step, said)
        one = at.berkas
        row = f"{one.langkah}.{one.tahap}" if one.tahap else one.langkah
        took = round(time.monotonic() - began, 3)
        return Langkah(one.instansi, one.sop, one.id, row, said.hasil, naskah, took)

    def seen(self, berkas_id: str) -> str:
        """The items as whoever approves them by a step has them before their eyes."""
        with self.house.ledger.read() as reading:
            return as_seen(reading.find(Butir, berkas=berkas_id))

    def _units(self, at: Di) -> Iterator[Langkah]:
        below = [one for one in self.below(at.berkas.id) if one.keadaan == BERJALAN]
        if not below:
            raise Tersendat(f"{at.berkas.judul} menunggu unit, tetapi tidak ada unit yang berjalan")
        for one in below:
            yield from self.walk(one.id)

    def at(self, berkas_id: str) -> Di:
        """A matter as it is now."""
        with self.house.ledger.read() as reading:
            return standing(reading, berkas_id)

    def below(self, berkas_id: str) -> list[Berkas]:
        """The matters below it, oldest first."""
        with self.house.ledger.read() as reading:
            return berkas_lihat.children(reading, reading.get(Berkas, berkas_id))

    def actor(self, at: Di) -> Hadir:
        """Who does the step."""
        return self.held_by(at, actors(at.jalan.sop, at.berkas)[0])

    def other(self, at: Di, bahan: str, who: Hadir) -> Hadir:
        """Somebody else with a part in a thing: the other side of a hand-over."""
        for one in partakers(at.jalan.sop, at.berkas, bahan):
            found = self.held_by(at, one)
            if found.orang.id != who.orang.id:
                return found
        raise Tersendat(f"Tidak ada pihak kedua untuk {bahan} di langkah {at.berkas.langkah}")

    def held_by(self, at: Di, pelaksana: str) -> Hadir:
        """Whoever stands behind one actor of the SOP."""
        return self.pemeran.of(at.jalan.sop.peran(pelaksana), at.berkas.unit)
