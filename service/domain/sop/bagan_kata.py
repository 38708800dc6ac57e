"""The outcome of each decision, beside the line that takes it."""

from __future__ import annotations

from collections.abc import Iterator

from service.domain.sop.bagan_bentuk import AKHIR, AWAL, BELAH_KETUPAT, Kata, Lambang, Titik
from service.domain.sop.bagan_gambar import Pelukis
from service.domain.sop.bagan_huruf import panjang
from service.domain.sop.bagan_rute import (
    BARIS_KATA,
    BL,
    BR,
    HURUF_PT,
    KELUAR,
    SAMPING,
    B,
    L,
    R,
    Rute,
)

JAUH, DEKAT = 0.8, 0.4  # between a word and a line, a word and a symbol


def spoken(painter: Pelukis) -> Iterator[Kata]:
    """Every outcome, each within its lane."""
    for route in painter.routes:
        if route.keluar in (L, R):
            yield from _aside(painter, route)
        elif route.kata and route.cara == SAMPING:
            yield from _on_track(painter, route)
        elif route.kata:
            yield from _below(painter, route)


def _aside(painter: Pelukis, route: Rute) -> Iterator[Kata]:
    one = painter.at(painter.rows[route.dari], route.asal)
    right = route.keluar == R
    up, end = JAUH, _clear(painter, route.asal, right=right)
    for line in reversed(route.kata):
        up = _room(abs(end - one.x) - panjang(line, HURUF_PT), one, up)
        yield _word(painter, route, (end, one.y - up), line, ends=right)
        up += BARIS_KATA


def _on_track(painter: Pelukis, route: Rute) -> Iterator[Kata]:
    right = route.keluar == BR
    row = painter.rows[route.dari]
    y, x = row.sisi_bawah(route.bawah) - 0.6, _clear(painter, route.asal, right=right)
    for n, line in enumerate(reversed(route.kata)):
        yield _word(painter, route, (x, y - n * BARIS_KATA), line, ends=right)


def _below(painter: Pelukis, route: Rute) -> Iterator[Kata]:
    one = painter.at(painter.rows[route.dari], route.asal)
    x, y = painter.port(one, route.keluar)
    left = route.keluar == BL
    if route.keluar == B:  # away from where the line turns, and from a connector on the right
        same = (other for other in painter.routes if other.dari == route.dari)
        crowded = any(other.cara == KELUAR and other.keluar == R for other in same)
        left = crowded or route.tujuan > route.asal
    lift = JAUH if one.bentuk == BELAH_KETUPAT else 0
    for n, line in enumerate(route.kata):
        base = y + BARIS_KATA * (n + 0.9) - lift
        yield _word(painter, route, (x - JAUH if left else x + JAUH, base), line, ends=left)


def _word(painter: Pelukis, route: Rute, at: Titik, line: str, *, ends: bool) -> Kata:
    """A word at a place, moved so far that it stays in its lane."""
    wide, left = panjang(line, HURUF_PT), route.asal * painter.lebar
    right = left + painter.lebar
    x = max(at[0], left + wide + DEKAT) if ends else min(at[0], right - wide - DEKAT)
    langkah = painter.rows[route.dari].row.id
    return Kata(round(x, 2), round(at[1], 2), line, AKHIR if ends else AWAL, langkah)


def _clear(painter: Pelukis, lane: int, *, right: bool) -> float:
    """How far a word may go in its lane before it meets the lines in the gap."""
    border = (lane + 1 if right else lane) * painter.lebar
    near = [x for x in painter.gaps.values() if abs(x - border) < painter.lebar / 4]
    if right:
        return min([x for x in near if x < border] + [border]) - JAUH
    return max([x for x in near if x > border] + [border]) + JAUH


def _room(room: float, one: Lambang, up: float) -> float:
    """How far above its line a word clears the symbol, where so much is left beside it."""
    half = one.tinggi / 2
    while up < half + DEKAT and one.bentuk == BELAH_KETUPAT:
        if room >= one.lebar / 2 * max(0.0, 1 - up / half) + DEKAT:
            return up
        up += 0.2
    return up if room >= one.lebar / 2 + DEKAT else max(up, half + DEKAT)
