"""A flowchart told in words, for whoever hears it instead of seeing it."""

from __future__ import annotations

from collections.abc import Iterator

from service.domain.sop.bagan_bentuk import Perjalanan
from service.domain.sop.bagan_jalan import Jalan, ways
from service.domain.sop.bentuk import SELESAI, Sop


def told(sop: Sop, perjalanan: Perjalanan | None = None) -> Iterator[str]:
    """One sentence for each row: who, what, and where it leads."""
    way = perjalanan or Perjalanan()
    every = ways(sop, {row.id for row in sop.langkah})
    next_id = dict(zip([r.id for r in sop.langkah], [r.id for r in sop.langkah][1:], strict=False))
    for row in sop.langkah:
        who = ", ".join(sop.sebutan(one) for one in row.pelaksana)
        mark = ", langkah sekarang" if row.id == way.kini else ""
        mark = mark or (", sudah dilalui" if row.id in way.lalu else "")
        goals = [_goal(sop, one) for one in every if one.dari == row.id]
        if [one.ke for one in every if one.dari == row.id] == [next_id.get(row.id)]:
            goals = []
        after = f" {'; '.join(goals)}." if goals else ""
        name = name_of(sop, row.id)
        yield f"{name[0].upper()}{name[1:]}{mark}, {who}: {row.kegiatan.rstrip('. ')}.{after}"


def name_of(sop: Sop, id_: str) -> str:
    """What a row is called in a sentence."""
    row = sop.row(id_)
    return f"langkah {row.nomor}" if row.nomor else f"langkah tafsir “{row.kegiatan}”"


def _goal(sop: Sop, one: Jalan) -> str:
    where = "selesai" if one.ke == SELESAI else f"ke {name_of(sop, one.ke)}"
    words = ", ".join(h.replace("_", " ") for h in one.hasil)
    return f"{words}: {where}" if words else where
