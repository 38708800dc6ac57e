"""A kumpulan as a person may see it: through the matters of its papers, and no further."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import TypeVar

from service.acts.lihat.berkas import seen
from service.acts.lihat.naskah_terbaca import history, readable
from service.acts.naskah.baca import kind_of
from service.domain.berkas import DIARSIPKAN, DIBATALKAN, Berkas
from service.domain.ids import is_id
from service.domain.isian_tabel import NASKAH_TERBANYAK
from service.domain.kiriman import Kiriman
from service.domain.kumpulan import (
    BarisIsi,
    Gabungan,
    Kemajuan,
    Kumpulan,
    progress,
    resep,
)
from service.domain.kumpulan import live as living
from service.domain.naskah import Naskah
from service.domain.refusals import TidakAda
from service.domain.wewenang import Hadir
from service.ports import House, Reading

SEKALI = 500  # ids in one question to the ledger
SEBAGIAN = 50  # tables in one question to the ledger
TERJAUH = 5_000  # tables looked through; who seeks an older one comes by its papers
SATU = timedelta(microseconds=1)
LEBAR = NASKAH_TERBANYAK * SATU  # from the first paper of a kumpulan to its last
T = TypeVar("T")


@dataclass(frozen=True)
class Terbuka:
    """A kumpulan and those of its papers that this person may see, in the order of its rows."""

    kumpulan: Kumpulan
    berkas: dict[str, Berkas]  # those that are seen
    naskah: tuple[Naskah, ...]
    gabungan: dict[str, Gabungan]  # by what they are
    terbaca: bool = True  # whether this person may read each of these papers

    @property
    def seluruhnya(self) -> bool:
        """Whether this person may see every paper of it."""
        return set(self.kumpulan.berkas) <= set(self.berkas)

    @property
    def hidup(self) -> list[Naskah]:
        """The papers that were not given up."""
        return living(self.naskah)

    @property
    def kemajuan(self) -> Kemajuan:
        """How far it is; of papers that this person may not see nothing is said."""
        many = self.kumpulan.jumlah
        if self.kumpulan.tiap_berkas:
            many = sum(one in self.berkas for one in self.kumpulan.berkas)
        return progress(many, self.naskah)

    @property
    def terkunci(self) -> bool:
        """Whether nothing can be done in any of its matters any more."""
        return all(one.keadaan in (DIBATALKAN, DIARSIPKAN) for one in self.berkas.values())

    def segar(self, bentuk: str) -> bool:
        """Whether the file of all papers says what the papers say now."""
        made = self.gabungan.get(bentuk)
        return bool(made and made.file and made.resep == resep(bentuk, self.hidup))

    def ditunggu(self, bentuk: str) -> bool:
        """Whether such a file is on its way."""
        asked = self.gabungan.get(bentuk)
        return bool(asked and asked.diminta != asked.resep)


def batched(ids: Sequence[str]) -> Iterator[list[str]]:
    """The same ids, so many at a time."""
    rest = iter(ids)
    while part := list(islice(rest, SEKALI)):
        yield part


def matters(reading: Reading, oleh: Hadir, ids: Sequence[str]) -> dict[str, Berkas]:
    """Of these matters those that this person may see."""
    found = [
        one
        for part in batched(list(dict.fromkeys(filter(is_id, ids))))
        for one in reading.find(Berkas, id=part)
        if seen(oleh, one)
    ]
    letters = sorted({one.kiriman for one in found if one.kiriman and not one.rahasia})
    hidden = {
        came.id
        for part in batched(letters)
        for came in reading.find(Kiriman, id=part, rahasia=True)
        if not oleh.sees(came.instansi, came.unit, rahasia=True)
    }
    return {one.id: one for one in found if one.rahasia or one.kiriman not in hidden}


def papers(reading: Reading, one: Kumpulan) -> list[Naskah]:
    """Those of its papers that were made so far, in the order of its rows."""
    ids = one.naskah
    found = {each.id: each for part in batched(ids) for each in reading.find(Naskah, id=part)}
    return [found[id_] for id_ in ids if id_ in found]


def of_paper(house: House, naskah: Naskah) -> Kumpulan | None:
    """The kumpulan that a paper belongs to; known by the moment it counts as begun."""
    for one in house.naskah.begun_between(
        naskah.instansi, naskah.jenis, naskah.dibuat - LEBAR, naskah.dibuat
    ):
        if one.mulai and one.has((naskah.dibuat - one.mulai) // SATU, naskah.id):
            return one
    return None


def held(reading: Reading, oleh: Hadir, id_: str) -> tuple[Kumpulan, dict[str, Berkas]]:
    """The kumpulan and its matters, or TidakAda where this person may see none of them."""
    found = reading.find(Kumpulan, id=id_) if is_id(id_) else []
    known = matters(reading, oleh, found[0].berkas) if found else {}
    if not known:
        raise TidakAda("Kumpulan naskah itu")
    return found[0], known


def read(house: House, oleh: Hadir, id_: str) -> Terbuka:
    """The kumpulan with its papers, as far as this person may see them."""
    with house.ledger.read() as reading:
        one, known = held(reading, oleh, id_)
        made = reading.find(Gabungan, kumpulan=one.id)
        mine = tuple(x for x in papers(reading, one) if x.berkas in known)
        kind = kind_of(house, one.instansi, one.jenis)
        past = history(reading, one.instansi, one.jenis)
        terbaca = all(readable(reading, oleh, x, known[x.berkas], kind, past) for x in mine)
    return Terbuka(one, known, mine, {each.bentuk: each for each in made}, terbaca)


def newest(house: House, oleh: Hadir, skip: int, atmost: int) -> list[Kumpulan]:
    """The latest of this person's agencies, of those they may see."""
    return list(islice(_visible(house, oleh), skip, skip + atmost))


def _visible(house: House, oleh: Hadir) -> Iterator[Kumpulan]:
    for skip in range(0, TERJAUH, SEBAGIAN):
        found = house.naskah.kumpulan(oleh.instansi, skip, SEBAGIAN)
        with house.ledger.read() as reading:
            known = [one for one in found if matters(reading, oleh, one.berkas)]
        yield from known
        if len(found) < SEBAGIAN:
            return


def rows(house: House, one: Kumpulan) -> list[BarisIsi]:
    """What its rows became when they were read."""
    with house.store.open(one.isi) as held_:
        told = json.load(held_)
    return [BarisIsi(row["baris"], row["berkas"], row["isian"]) for row in told]
