"""Which row of an SOP is worked with a meeting, and who takes part in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from service.domain.sop.bahan import NASKAH, Daftar
from service.domain.sop.bentuk import RAPAT, Langkah, Sop
from service.domain.sop.jalan import Posisi
from service.domain.sop.jejak import Jejak, taken_back


def meets(row: Langkah) -> bool:
    """Whether a row is worked with a meeting."""
    return RAPAT in row.lembar


def meeting_row(sop: Sop, at: Posisi) -> Langkah | None:
    """The next row with a meeting, or the last one that was passed; None where there is none."""
    rows = sop.rows(at.bagian)
    order = [one.id for one in rows]
    here = order.index(at.langkah) if at.langkah in order else len(rows)
    ahead = [one for one in rows[here:] if meets(one)]
    behind = [one for one in rows[:here] if meets(one)]
    return ahead[0] if ahead else behind[-1] if behind else None


def met_since(sop: Sop, row: Langkah, way: Iterable[Jejak]) -> datetime | None:
    """When a matter was last sent back to the row of a meeting or before it; None if never."""
    order = [one.id for one in sop.rows(row.bagian)]
    until = order[: order.index(row.id) + 1]
    back = (one.masuk for one, sent in taken_back(way) if sent and one.langkah in until)
    return max(back, default=None)


def touches(sop: Sop, bahan: Daftar, row: Langkah, here: str) -> bool:
    """Whether the row in which a matter stands is the one with the meeting, or has its papers."""
    return here in {one.id for one in _rows_of(sop, bahan, row)}


def those_who_meet(sop: Sop, bahan: Daftar, row: Langkah) -> tuple[str, ...]:
    """The actors of the row, and of every row that needs or makes one of its papers."""
    found = dict[str, None]()
    for one in _rows_of(sop, bahan, row):
        found |= dict.fromkeys(_actors(one))
    return tuple(found)


def _rows_of(sop: Sop, bahan: Daftar, row: Langkah) -> list[Langkah]:
    papers = {name for name in _things(row) if bahan[name].wujud == NASKAH}
    others = [one for one in sop.rows(row.bagian) if one.id != row.id]
    return [row, *(one for one in others if not papers.isdisjoint(_things(one)))]


def _things(row: Langkah) -> Iterable[str]:
    return (*(one.bahan for one in row.kelengkapan), *row.semua_keluaran)


def _actors(row: Langkah) -> Iterable[str]:
    acts = (one for act in row.tahap for one in act.pelaksana)
    return (*row.pelaksana, *row.bersama, *acts)
