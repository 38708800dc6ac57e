"""Something that an SOP asks for and that is there: in what state, and what stands for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from service.domain import uji
from service.domain.butir import Butir
from service.domain.edisi.edisi import DITARIK, DITETAPKAN, RANCANGAN, TERBIT, Edisi
from service.domain.naskah import (
    DIAJUKAN,
    DIARSIPKAN,
    DIKEMBALIKAN,
    DIKIRIM,
    DISETUJUI,
    DITANDATANGANI,
    KONSEP,
    Naskah,
)
from service.domain.sop.bahan import (
    BUTIR,
    CUKUP,
    EDISI,
    KIRIMAN,
    NASKAH,
    PERSETUJUAN,
    SETUJU,
    Bahan,
)

# How a paper of ours stands, in the states that count for an SOP.
_NASKAH = {
    KONSEP: "konsep",
    DIAJUKAN: "konsep",
    DIKEMBALIKAN: "konsep",
    DISETUJUI: "disetujui",
    DIKIRIM: "disetujui",
    DITANDATANGANI: "ditandatangani",
    DIARSIPKAN: "ditandatangani",
}

# How far a list is, by its edition; one that was taken back was published all the same.
_EDISI = {
    RANCANGAN: "usulan",
    DITETAPKAN: "ditetapkan",
    TERBIT: "terbit",
    DITARIK: "terbit",
}


@dataclass(frozen=True)
class Ada:
    """One thing of one matter, as a person or an act recorded it."""

    id: str
    berkas: str
    bahan: str
    keadaan: str
    sejak: datetime
    oleh: str
    file: str = ""  # the file that stands for it
    nomor: str = ""
    catatan: str = ""  # where it lies, how many, in what condition
    dicabut: datetime | None = None  # taken back; the row stays
    versi: int = 1


def states(
    bahan: Mapping[str, Bahan],
    ada: Iterable[Ada],
    naskah: Iterable[Naskah],
    butir: Iterable[Butir] = (),
    kiriman: str = "",
    edisi: Iterable[Edisi] = (),
) -> dict[str, str]:
    """The furthest state of each thing; `kiriman` is the kind of what opened the matter."""
    found = dict[str, str]()
    items = of_items([one for one in butir if not one.dicabut])
    for thing in bahan.values():
        if items and thing.wujud == BUTIR:
            _further(found, thing, items)
    for one in ada:
        if one.dicabut is None:
            for thing in _stood_for(bahan, one):
                _further(found, thing, one.keadaan)
    for paper in naskah:
        for thing in bahan.values():
            if thing.wujud == NASKAH and is_paper(thing, paper):
                _further(found, thing, _NASKAH.get(paper.keadaan, ""))
    for made in edisi:
        for thing in bahan.values():
            if thing.wujud == EDISI and (thing.jenis or thing.id) == made.daftar:
                _further(found, thing, _EDISI.get(made.keadaan, ""))
    for thing in bahan.values():
        if kiriman and thing.wujud == KIRIMAN and thing.jenis == kiriman:
            _further(found, thing, "didaftar")
    return found


def is_paper(thing: Bahan, paper: Naskah) -> bool:
    """Whether a paper is that thing; two things may be papers of one kind."""
    return thing.id == paper.bahan if paper.bahan else thing.jenis == paper.jenis


def _stood_for(bahan: Mapping[str, Bahan], one: Ada) -> list[Bahan]:
    """What a recorded thing is; an SOP may call the approval of the head by another key."""
    agreed = one.bahan == SETUJU
    return [
        thing
        for thing in bahan.values()
        if thing.id == one.bahan or (agreed and thing.bukti == PERSETUJUAN)
    ]


def of_items(butir: list[Butir]) -> str:
    """How far the items are together: as far as the one that is least far."""
    if not butir:
        return ""
    if all(one.hasil for one in butir):
        return "diputus"
    # Whether a day lies ahead is asked when the item is decided.
    tested = all(not uji.faults(one.uji, None) for one in butir)
    return "diuji" if tested else "didaftar"


def _further(found: dict[str, str], thing: Bahan, keadaan: str) -> None:
    known = CUKUP[thing.wujud]
    if keadaan not in known:
        return
    before = found.get(thing.id, "")
    if before not in known or known.index(keadaan) > known.index(before):
        found[thing.id] = keadaan
