"""What of a flowchart is inferred, and lines without needless points."""

from __future__ import annotations

from service.domain.sop.bagan_bentuk import BELAH_KETUPAT, Titik
from service.domain.sop.bagan_rute import B, Rute
from service.domain.sop.bentuk import Langkah


def row_inferred(row: Langkah, bentuk: str) -> bool:
    """Whether a symbol of a row is our reading."""
    named = set(row.disimpulkan)
    decided = bentuk == BELAH_KETUPAT and "cabang" in named
    return row.tafsir or decided or bool(named & {"pelaksana", "tahap"})


def way_inferred(dari: Langkah, ke: Langkah, route: Rute) -> bool:
    """Whether an arrow is our reading; that a row leads to the next is the source's."""
    named = "tahap" if route.jalan.tahap else "cabang"
    branch = bool(route.jalan.hasil) and named in dari.disimpulkan
    return dari.tafsir or ke.tafsir or (branch and route.keluar != B)


def straight(points: list[Titik]) -> tuple[Titik, ...]:
    """Without the points at which nothing turns."""
    found = list[Titik]()
    for x, y in points:
        point = (round(x, 2), round(y, 2))
        if found and point == found[-1]:
            continue
        if len(found) > 1 and _in_line(found[-2], found[-1], point):
            found.pop()
        found.append(point)
    return tuple(found)


def _in_line(a: Titik, b: Titik, c: Titik) -> bool:
    return (a[0] == b[0] == c[0]) or (a[1] == b[1] == c[1])
