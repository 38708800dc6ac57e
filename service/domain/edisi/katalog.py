"""The whole catalogue: every edition that the public reads, and where each format of it lies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from service.domain.edisi import alamat
from service.domain.edisi.dcat import distribution
from service.domain.edisi.rdf import Hal, Kata, Ke
from service.domain.edisi.terbitan import FileTerbit

ALAMAT, NAMA = "katalog", "Katalog informasi publik"
URAIAN = "Setiap edisi daftar informasi publik dan daftar informasi yang dikecualikan."


@dataclass(frozen=True)
class Entri:
    """One edition, where its page is, and its formats."""

    alamat: str
    nama: str
    uraian: str
    badan: str
    badan_nama: str
    terbit: datetime | None
    unduhan: Sequence[FileTerbit]


def things(entries: Iterable[Entri], url: str) -> Iterator[Hal]:
    """The catalogue and each edition in it, as a catalogue of its own."""
    found = sorted(entries, key=lambda one: one.alamat)
    here = alamat.whole(url, ALAMAT)
    bodies = {one.badan: one.badan_nama for one in found}
    agents = {badan: f"{here}#{badan}" for badan in bodies}
    last = max((one.terbit for one in found if one.terbit), default=None)
    yield Hal(
        here,
        "dcat:Catalog",
        (
            ("dct:title", Kata(NAMA, bahasa="id")),
            ("dct:description", Kata(URAIAN, bahasa="id")),
            *(("dct:publisher", Ke(iri)) for iri in agents.values()),
            *((("dct:modified", _moment(last)),) if last else ()),
            *(("dcat:catalog", Ke(alamat.whole(url, one.alamat))) for one in found),
        ),
    )
    for badan, iri in agents.items():
        yield Hal(iri, "foaf:Agent", (("foaf:name", Kata(bodies[badan], bahasa="id")),))
    for one in found:
        yield from _edition(one, agents[one.badan], url)


def _edition(one: Entri, owner: str, url: str) -> Iterator[Hal]:
    here = alamat.whole(url, one.alamat)
    parts = [(f"{here}#{x.nama}", alamat.below(here, x.nama), x) for x in one.unduhan]
    yield Hal(
        here,
        "dcat:Catalog",
        (
            ("dct:title", Kata(f"{one.nama}, {one.badan_nama}", bahasa="id")),
            ("dct:description", Kata(one.uraian, bahasa="id")),
            ("dct:publisher", Ke(owner)),
            *((("dct:issued", _moment(one.terbit)),) if one.terbit else ()),
            *(("dcat:distribution", Ke(part)) for part, _, _ in parts),
        ),
    )
    for part, where, file in parts:
        yield from distribution(where, file, part)


def _moment(when: datetime) -> Kata:
    return Kata(when.isoformat(), "xsd:dateTime")
