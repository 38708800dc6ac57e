"""Which step of the SOP each unit of a round stands at, and what that step still lacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from service.acts.putaran.baca import Putaran
from service.acts.sop.versi import Jalan, walked
from service.domain.ada import Ada, states
from service.domain.berkas import BERJALAN, Berkas
from service.domain.butir import Butir
from service.domain.naskah import Naskah
from service.domain.sop.jalan import Keadaan, missing, unit_rows
from service.ports import House, Reading

Punya = TypeVar("Punya", Ada, Naskah, Butir)


@dataclass(frozen=True)
class Periksa:
    """One unit's step: the how manieth, its words, and what is not there yet."""

    urut: int
    dari: int
    kegiatan: str
    kurang: tuple[str, ...]


def checklists(house: House, putaran: Putaran) -> Mapping[str, Periksa]:
    """By the unit's matter, as long as it runs; asked together, however many units there are."""
    ids = [one.bagian.berkas for one in putaran.unit if one.bagian.berkas]
    if not ids:
        return {}
    with house.ledger.read() as reading:
        open_ = [one for one in reading.find(Berkas, id=ids) if one.keadaan == BERJALAN]
        by_sop = {one.sidik: one for one in open_}
        ways = {sidik: walked(reading, one) for sidik, one in by_sop.items()}
        things, papers = _by_matter(reading, Ada, ids), _by_matter(reading, Naskah, ids)
        items = _by_matter(reading, Butir, ids)
    return {
        one.id: _told(ways[one.sidik], one, things[one.id], papers[one.id], items[one.id])
        for one in open_
    }


def _by_matter(reading: Reading, kind: type[Punya], ids: list[str]) -> dict[str, list[Punya]]:
    found = defaultdict[str, list[Punya]](list)
    for one in reading.find(kind, berkas=ids):
        found[one.berkas].append(one)
    return found


def _told(
    jalan: Jalan, one: Berkas, things: list[Ada], papers: list[Naskah], items: list[Butir]
) -> Periksa:
    rows = unit_rows(jalan.sop, one.bagian)
    row = jalan.sop.row(one.langkah)
    there = Keadaan(ada=states(jalan.bahan, things, papers, items))
    act = next((x for x in row.tahap if x.id == one.tahap), None)
    lacks, owed = missing(row, jalan.bahan, there, act)
    names = tuple(jalan.bahan[name].nama for name in dict.fromkeys((*lacks, *owed)))
    urut = next((n for n, x in enumerate(rows, 1) if x.id == row.id), 0)
    return Periksa(urut, len(rows), row.kegiatan, names)
