"""Where the nodes and flows of a process stand, in pixels: lanes, and a column for each node."""

from __future__ import annotations

from dataclasses import dataclass, field

from service.domain.sop.bpmn_bentuk import (
    GERBANG,
    MULAI,
    MULAI_PESAN,
    MULAI_WAKTU,
    PERISTIWA,
    UNIT,
    Alur,
    Proses,
    Simpul,
)

Titik = tuple[float, float]
KOTAK, INTAN, BULAT, DATA = (170.0, 90.0), (50.0, 50.0), (36.0, 36.0), (36.0, 50.0)
SELA, TEPI, PITA = 60.0, 30.0, 30.0  # between columns; within a group; the head of a pool or lane
LAJUR, JALUR, BARIS_DATA = 150.0, 16.0, 140.0
TEPI_DATA, GARIS_DATA = 22.0, 4.0  # of a sheet and its line, from the edge of the task
ANTARA = 80.0  # between pools
MULAI_TINGGI = 80.0  # for each of several ways to begin


@dataclass(frozen=True)
class Kotak:
    """A rectangle; x and y are its upper left corner."""

    x: float
    y: float
    lebar: float
    tinggi: float

    @property
    def kanan(self) -> float:
        """Its right edge."""
        return self.x + self.lebar

    @property
    def bawah(self) -> float:
        """Its lower edge."""
        return self.y + self.tinggi

    @property
    def tengah(self) -> Titik:
        """Its middle."""
        return self.x + self.lebar / 2, self.y + self.tinggi / 2


@dataclass(frozen=True)
class Lembar:
    """One thing that lies below its task: which, whether it goes in, and where."""

    simpul: str
    bahan: str
    masuk: bool
    kotak: Kotak
    garis: tuple[Titik, ...]


@dataclass
class Denah:
    """The whole drawing of one process."""

    kolam: Kotak
    lajur: dict[str, Kotak] = field(default_factory=dict)
    simpul: dict[str, Kotak] = field(default_factory=dict)
    alur: dict[int, tuple[Titik, ...]] = field(default_factory=dict)  # by its place in the process
    data: list[Lembar] = field(default_factory=list)
    bawah: float = 0.0  # where the next pool may begin


def laid(proses: Proses, y: float) -> Denah:
    """The drawing, from a height on."""
    return _Peletak(proses, y).done()


class _Peletak:
    def __init__(self, proses: Proses, y: float) -> None:
        self.proses, self.y = proses, y
        self.columns = [one for one in proses.simpul if one.jenis != UNIT]
        self.place = {one.id: n for n, one in enumerate(self.columns)}
        self.starts = [one for one in self.columns if _opens(one) and not one.dalam]
        self.kotak: dict[str, Kotak] = {}
        self.tracks: dict[int, tuple[bool, bool, int]] = {}  # above, within the group, which
        self._share_tracks()

    def done(self) -> Denah:
        bands, lanes = self._lanes()
        right = self._columns(bands)
        plan = Denah(
            Kotak(0, self.y, right, self.foot - self.y),
            {name: Kotak(PITA, y, right - PITA, high) for name, (y, high) in lanes.items()},
            self.kotak,
        )
        for n, flow in enumerate(self.proses.alur):
            plan.alur[n] = self._line(n, flow)
        self._sheets(plan)
        return plan

    # --- the lines that pass over others: above where they lead back, below where they lead on ---

    def _share_tracks(self) -> None:
        self.count = {(up, within): 0 for up in (True, False) for within in (True, False)}
        inside = {one.id for one in self.proses.simpul if one.dalam}
        for n, flow in enumerate(self.proses.alur):
            if self._beside(flow):
                continue
            key = (self._first(flow.ke) <= self._last(flow.dari), flow.dari in inside)
            self.tracks[n] = (*key, self.count[key])
            self.count[key] += 1

    def _first(self, id_: str) -> int:
        return min(self._places(id_))

    def _last(self, id_: str) -> int:
        return max(self._places(id_))

    def _places(self, id_: str) -> list[int]:
        """The column of a node; of the group all of them."""
        if id_ in self.place:
            return [self.place[id_]]
        return [self.place[one.id] for one in self.proses.within(id_)]

    def _beside(self, flow: Alur) -> bool:
        """Whether it leads to the very next column; all ways to begin stand in one."""
        goal = self._first(flow.ke)
        if any(one.id == flow.dari for one in self.starts):
            return goal == len(self.starts)
        return goal == self._last(flow.dari) + 1

    # --- lanes and columns ---

    def _lanes(self) -> tuple[dict[str, float], dict[str, tuple[float, float]]]:
        """The middle of each lane, and its upper edge and height."""
        names = self.proses.lajur
        middles, lanes, y = dict[str, float](), dict[str, tuple[float, float]](), self.y
        above, below = self._zone(up=True), self._zone(up=False)
        for name in names:
            high = LAJUR
            if any(one.lajur == name for one in self.starts):
                high = max(high, MULAI_TINGGI * len(self.starts) + 2 * TEPI)
            top = y + (above if name == names[0] else 0)
            end = top + high + (below if name == names[-1] else 0)
            middles[name], lanes[name] = top + high / 2, (y, end - y)
            y = end
        self.foot = y
        return middles, lanes

    def _zone(self, *, up: bool) -> float:
        """The room for the lines above, or below, all nodes."""
        own = JALUR * (self.count[up, False] + 1)
        return own + JALUR * (self.count[up, True] + 2) if self.proses.unit else own

    def _columns(self, middles: dict[str, float]) -> float:
        """Every node in its column; the right edge of them all."""
        x, group, left = 2 * PITA + TEPI, "", 0.0
        for n, one in enumerate(self.columns):
            if one.dalam and not group:
                left, x = x, x + TEPI
            if group and not one.dalam:
                x = self._frame(group, left, x - SELA + TEPI) + SELA
            group = one.dalam
            wide, high = _size(one)
            middle = middles[one.lajur]
            if one in self.starts:
                middle += (n - (len(self.starts) - 1) / 2) * MULAI_TINGGI
            self.kotak[one.id] = Kotak(x, middle - high / 2, wide, high)
            if one not in self.starts[:-1]:
                x += wide + SELA
        return x - SELA + TEPI

    def _frame(self, group: str, left: float, right: float) -> float:
        """Around what each unit walks; the right edge."""
        top = self.y + JALUR * (self.count[True, False] + 0.7)
        foot = self.foot - JALUR * (self.count[False, False] + 0.7)
        self.kotak[group] = Kotak(left, top, right - left, foot - top)
        return right

    # --- lines ---

    def _line(self, n: int, flow: Alur) -> tuple[Titik, ...]:
        source, goal = self.kotak[flow.dari], self.kotak[flow.ke]
        if n not in self.tracks:
            out, in_ = self._port(flow.dari, -1), self._port(flow.ke, 0)
            if out == in_:
                return (source.kanan, out), (goal.x, in_)
            turn = goal.x - SELA / 2
            return (source.kanan, out), (turn, out), (turn, in_), (goal.x, in_)
        up, within, which = self.tracks[n]
        y = self._track(up=up, within=within, which=which)
        x, to_x = source.tengah[0], self._landing(flow.ke)
        ends = (source.y, goal.y) if up else (source.bawah, goal.bawah)
        return (x, ends[0]), (x, y), (to_x, y), (to_x, ends[1])

    def _port(self, id_: str, which: int) -> float:
        """The height at which it is left, or entered; a group where its own begin and end stand."""
        own = list(self.proses.within(id_)) if id_ not in self.place else []
        return self.kotak[own[which].id if own else id_].tengah[1]

    def _landing(self, id_: str) -> float:
        box = self.kotak[id_]
        return box.tengah[0] if id_ in self.place else box.x + TEPI / 2

    def _track(self, *, up: bool, within: bool, which: int) -> float:
        away = JALUR * (which + 1)
        if within and self.proses.unit:
            frame = self.kotak[self.proses.unit.id]
            away += JALUR  # past the name of the group, and the mark that it is done again
            return frame.y + away if up else frame.bawah - away
        return self.y + away if up else self.foot - away

    # --- what is needed and made, below its task ---

    def _sheets(self, plan: Denah) -> None:
        deepest = 0
        for one in self.columns:
            box = self.kotak[one.id]
            deepest = max(deepest, len(one.perlu), len(one.hasil))
            for n, name in enumerate(one.perlu):
                at = Kotak(box.x + TEPI_DATA, self._sheet_y(n), *DATA)
                x, middle = box.x + GARIS_DATA, at.tengah[1]
                line = ((at.x, middle), (x, middle), (x, box.bawah))
                plan.data.append(Lembar(one.id, name, True, at, line))
            for n, name in enumerate(one.hasil):
                at = Kotak(box.kanan - TEPI_DATA - DATA[0], self._sheet_y(n), *DATA)
                x, middle = box.kanan - GARIS_DATA, at.tengah[1]
                line = ((x, box.bawah), (x, middle), (at.kanan, middle))
                plan.data.append(Lembar(one.id, name, False, at, line))
        plan.bawah = self.foot + BARIS_DATA * deepest + ANTARA

    def _sheet_y(self, n: int) -> float:
        return self.foot + TEPI + n * BARIS_DATA


def _opens(one: Simpul) -> bool:
    return one.jenis in (MULAI, MULAI_PESAN, MULAI_WAKTU)


def _size(one: Simpul) -> tuple[float, float]:
    if one.jenis == GERBANG:
        return INTAN
    return BULAT if one.jenis in PERISTIWA else KOTAK
