"""From the plan of a flowchart to its shapes, lines and words in millimetres."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from service.domain.sop.bagan_bentuk import (
    KAPSUL,
    SEGILIMA,
    Lambang,
    Panah,
    Perjalanan,
    Titik,
)
from service.domain.sop.bagan_garis import row_inferred, straight, way_inferred
from service.domain.sop.bagan_lorong import gaps
from service.domain.sop.bagan_rute import (
    BL,
    BR,
    KELUAR,
    LURUS,
    MASUK,
    SAMPING,
    TAMAT,
    TL,
    TR,
    L,
    R,
    Rute,
)
from service.domain.sop.bagan_susun import SELA, TINGGI, UJUNG, Tempat
from service.domain.sop.bentuk import Langkah

TERLEBAR, TEPI = 16.0, 4.0  # of a symbol; of the gap beside it
SEMPIT_LAJUR, LAJUR_BIASA = 0.55, 24.0  # below this width of a lane everything in it shrinks
SERONG = 0.3  # how far beside the middle a second line leaves, of the width
SAMBUNG_LEBAR, SAMBUNG_TINGGI, SAMBUNG_HURUF = 4.4, 4.8, 0.4
SEMPIT, CELAH, DARI_LAMBANG = 1.4, 0.1, 1.0
TURUN = 1.4  # from a connector to where its line turns
BAHU_SAMBUNGAN = 1.6  # how far beside its symbol a line turns down to a connector


class Pelukis:
    """Paints the rows and arrows that were planned."""

    def __init__(
        self,
        rows: Sequence[Tempat],
        routes: Sequence[Rute],
        lajur: Sequence[str],
        lebar: float,
        way: Perjalanan,
    ) -> None:
        self.rows, self.routes, self.lajur, self.lebar, self.way = rows, routes, lajur, lebar, way
        self.wide = round(max(lebar * SEMPIT_LAJUR, min(TERLEBAR, lebar - 2 * TEPI)), 2)
        self.skala: float = min(1.0, lebar / LAJUR_BIASA) ** 1.4  # of connectors
        self.gaps = gaps(rows, routes, len(lajur), lebar, self._ruang())

    def _ruang(self) -> float:
        """How far from a border lines may run before they meet symbols or connectors."""
        free = (self.lebar - self.wide) / 2
        if any(route.cara == KELUAR for route in self.routes):
            return free - (BAHU_SAMBUNGAN + SAMBUNG_LEBAR / 2) * self.skala - CELAH
        return free - DARI_LAMBANG

    # --- symbols ---

    def lambang(self) -> Iterator[Lambang]:
        """Every symbol of every row, then the page connectors."""
        for one in self.rows:
            if one.mulai:
                yield self._ujung(one, one.masuk, atas=True)
            for lane in sorted(one.simbol):
                yield self.at(one, lane)
            if one.selesai:
                yield self._ujung(one, one.keluar, atas=False)
        drawn = set[Lambang]()
        for route in self.routes:
            if route.cara in (KELUAR, MASUK):
                drawn.add(self._sambungan(route))
        yield from sorted(drawn, key=lambda one: (one.y, one.x))

    def at(self, one: Tempat, lane: int) -> Lambang:
        """The symbol of a row in a lane."""
        bentuk = one.simbol[lane]
        return self._marked(
            one.row,
            Lambang(
                bentuk,
                self._x(lane),
                round(one.tengah, 2),
                self.wide,
                TINGGI[bentuk],
                one.row.id,
                self.lajur[lane],
                putus=row_inferred(one.row, bentuk),
            ),
        )

    def _ujung(self, one: Tempat, lane: int, *, atas: bool) -> Lambang:
        inner = self.at(one, lane)
        away = (max(SELA, one.naik) if atas else one.sela) + UJUNG / 2
        # Lines that leave beside the middle run past the lower one.
        wide = inner.lebar if atas else 2 * SERONG * inner.lebar - SEMPIT * self.skala
        y = inner.atas - away if atas else inner.bawah + away
        return replace(
            inner,
            bentuk=KAPSUL,
            y=round(y, 2),
            lebar=round(wide, 2),
            tinggi=UJUNG,
            isi="Mulai" if atas else "Selesai",
            putus=one.row.tafsir,
        )

    def _sambungan(self, route: Rute) -> Lambang:
        one = self.rows[route.ke if route.cara == MASUK else route.dari]
        out = route.cara == KELUAR
        y = one.y + one.tinggi - SAMBUNG_TINGGI / 2 - 1 if out else one.y + SAMBUNG_TINGGI / 2 + 0.8
        port = route.keluar if out else route.masuk
        x = self._x(route.asal) + self._aside(port)
        x += {R: 1, L: -1}.get(port, 0) * (self.wide / 2 + BAHU_SAMBUNGAN * self.skala)
        wide = (SAMBUNG_LEBAR + (len(route.huruf) - 1) * SAMBUNG_HURUF) * self.skala
        return Lambang(
            SEGILIMA, round(x, 2), round(y, 2), round(wide, 2), SAMBUNG_TINGGI, one.row.id,
            isi=route.huruf,
        )  # fmt: skip

    def _marked(self, row: Langkah, one: Lambang) -> Lambang:
        kini = row.id == self.way.kini
        return replace(one, sudah=row.id in self.way.lalu and not kini, kini=kini)

    def _x(self, lane: int) -> float:
        return round((lane + 0.5) * self.lebar, 2)

    def _aside(self, port: str) -> float:
        return {BR: 1, TR: 1, BL: -1, TL: -1}.get(port, 0) * self.wide * SERONG

    # --- lines ---

    def panah(self) -> Iterator[Panah]:
        """Every line: those that join a row, then the arrows."""
        for one in self.rows:
            yield from self._within(one)
        for n, route in enumerate(self.routes):
            points = straight(list(self._points(n, route)))
            dari, ke = self.rows[route.dari].row, self.rows[route.ke].row
            yield Panah(
                points,
                dari.id if route.cara != MASUK else "",
                ke.id if route.cara not in (KELUAR, TAMAT) else "",
                kepala=True,
                balik=route.cara == SAMPING and route.ke <= route.dari,
                putus=way_inferred(dari, ke, route),
                sudah=self._walked(dari.id, ke.id, route),
            )

    def _walked(self, dari: str, ke: str, route: Rute) -> bool:
        return route.cara not in (TAMAT, MASUK) and self.way.went(dari, ke)

    def _within(self, one: Tempat) -> Iterator[Panah]:
        lanes, row = sorted(one.simbol), one.row
        steps = list(one.tahap.values())
        sent = set(itertools.pairwise(steps))
        for left, right in itertools.pairwise(lanes):
            a, b = self.at(one, left), self.at(one, right)
            line = [(a.x + a.lebar / 2, a.y), (b.x - b.lebar / 2, b.y)]
            ends = [line] if (left, right) in sent else []
            ends += [line[::-1]] if (right, left) in sent else []
            for points in ends or [line]:
                yield Panah(
                    straight(points), row.id, row.id, kepala=bool(ends),
                    putus=a.putus or b.putus, sudah=a.sudah,
                )  # fmt: skip
        if one.mulai:
            top, under = self._ujung(one, one.masuk, atas=True), self.at(one, one.masuk)
            points = [(top.x, top.bawah), (under.x, under.atas)]
            yield Panah(straight(points), "", row.id, putus=row.tafsir, sudah=under.sudah)

    def _points(self, n: int, route: Rute) -> Iterator[Titik]:
        source, goal = self.rows[route.dari], self.rows[route.ke]
        if route.cara == MASUK:
            joint, end = self._sambungan(route), self.at(goal, route.tujuan)
            end = self._ujung(goal, goal.masuk, atas=True) if goal.mulai else end
            yield joint.x, joint.bawah
            if route.keluar:  # beside an outcome's word it joins the line from above
                yield joint.x, joint.bawah + TURUN
                yield end.x, joint.bawah + TURUN
            x = end.x if route.keluar else joint.x
            yield x, end.tepi(x - end.x, atas=True)
            return
        start = self.at(source, route.asal)
        yield self.port(start, route.keluar)
        x = self.port(start, route.keluar)[0]
        if route.cara == KELUAR:
            joint = self._sambungan(route)
            yield joint.x, self.port(start, route.keluar)[1]
            yield joint.x, joint.atas
        elif route.cara == TAMAT:
            yield x, self._ujung(source, source.keluar, atas=False).atas
        elif route.cara == LURUS:
            end = self.at(goal, goal.masuk)
            if route.asal != route.tujuan:
                y = source.sisi_bawah(route.bawah)
                yield x, y
                yield end.x, y
            yield end.x, end.atas
        else:
            yield from self._around(n, route, x, start.y)

    def _around(self, n: int, route: Rute, x: float, y: float) -> Iterator[Titik]:
        source, goal = self.rows[route.dari], self.rows[route.ke]
        gap, end = self.gaps[n, 0], self.at(goal, route.tujuan)
        if route.bawah >= 0:
            y = source.sisi_bawah(route.bawah)
            yield x, y
        yield gap, y
        if route.atas >= 0:
            y = goal.sisi_atas(route.atas)
            yield gap, y
            if route.lorong_dua >= 0:
                gap = self.gaps[n, 1]
                yield gap, y
        if route.masuk in (L, R):
            yield gap, end.y
            yield self.port(end, route.masuk)
        else:
            aside = self._aside(route.masuk)
            yield end.x + aside, y
            yield end.x + aside, end.tepi(aside, atas=True)

    def port(self, one: Lambang, port: str) -> Titik:
        """Where a line leaves a symbol, or enters it from the side."""
        if port in (L, R):
            return one.x + (one.lebar / 2 if port == R else -one.lebar / 2), one.y
        aside = self._aside(port)
        return one.x + aside, one.tepi(aside, atas=False)
