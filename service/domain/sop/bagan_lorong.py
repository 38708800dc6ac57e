"""The gaps between lanes: where in its gap each arrow runs, so that no two run on each other."""

from __future__ import annotations

from collections.abc import Sequence

from service.domain.sop.bagan_rute import SAMPING, Rute
from service.domain.sop.bagan_susun import Tempat

JARAK = 1.5  # between two lines in one gap
SISI = 1.0  # from the border of the lanes
Kunci = tuple[int, int]  # the n-th route, and which of its runs


def gaps(
    rows: Sequence[Tempat], routes: Sequence[Rute], many: int, lebar: float, ruang: float
) -> dict[Kunci, float]:
    """The place of each run from left to right; `ruang` is free on each side of a border."""
    asked = dict[int, list[tuple[float, float, Kunci]]]()
    for n, route in enumerate(routes):
        if route.cara != SAMPING:
            continue
        ends = [rows[route.dari], rows[route.ke]]
        low, high = min(one.y for one in ends), max(one.y + one.tinggi for one in ends)
        asked.setdefault(route.lorong, []).append((low, high, (n, 0)))
        if route.lorong_dua >= 0:
            goal = rows[route.ke]
            run = (goal.y, goal.y + goal.tinggi, (n, 1))
            asked.setdefault(route.lorong_dua, []).append(run)
    found = dict[Kunci, float]()
    for gap, runs in asked.items():
        tracks = _tracks(runs)
        most = max(tracks.values()) + 1
        for key, track in tracks.items():
            found[key] = _place(gap, track, most, many, lebar, ruang)
    return found


def _tracks(runs: Sequence[tuple[float, float, Kunci]]) -> dict[Kunci, int]:
    free, found = list[float](), dict[Kunci, int]()  # where each track is free again
    for low, high, key in sorted(runs):
        track = next((t for t, until in enumerate(free) if until <= low), len(free))
        free[track : track + 1] = [high]
        found[key] = track
    return found


def _place(gap: int, track: int, most: int, many: int, lebar: float, ruang: float) -> float:
    """Beside the border of the lanes, never on it; at the outer lanes only inside."""
    if gap in (0, many):
        rank, sign = track, 1 if gap == 0 else -1
    else:
        rank, sign, most = track // 2, 1 if track % 2 else -1, (most + 1) // 2
    step = min(JARAK, (ruang - SISI) / max(1, most - 1))
    return round(gap * lebar + sign * (SISI + step * rank), 2)
