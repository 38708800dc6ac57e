"""From the rows of an SOP to the nodes and flows of BPMN, as the engine walks them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from service.domain.sop.bahan import Daftar
from service.domain.sop.bentuk import (
    BERIKUT,
    PER_BUTIR,
    SELESAI,
    Bagian,
    Langkah,
    Sop,
    Tahap,
)
from service.domain.sop.bpmn_bentuk import (
    AKHIR,
    BUTIR,
    GERBANG,
    MULAI,
    MULAI_PESAN,
    MULAI_WAKTU,
    PANGGIL,
    TUGAS,
    UNIT,
    Alur,
    Proses,
    Simpul,
    process_id,
)
from service.domain.sop.jalan import item_outcomes, unit_rows

TERPANJANG = 90  # letters of a name inside its box; the whole stands in the documentation


def processes(sop: Sop, bahan: Daftar) -> tuple[Proses, ...]:
    """Every part of an SOP as a process of its own."""
    return tuple(_Penyusun(sop, part, bahan).made() for part in sop.parts())


class _Penyusun:
    def __init__(self, sop: Sop, part: Bagian, bahan: Daftar) -> None:
        self.sop, self.part, self.bahan = sop, part, bahan
        self.id = process_id(sop.kode, part.id)
        self.rows = sop.rows(part.id)
        self.order = [one.id for one in self.rows]
        self.units = [one.id for one in unit_rows(sop, part.id)]
        self.group = f"unit-{self.id}" if self.units else ""
        self.nodes: list[Simpul] = []
        self.flows: list[Alur] = []
        self.entries: list[tuple[str, str]] = []  # decisions that lead into the group, and where

    def made(self) -> Proses:
        first, starts = self._target(0, inside=False), list(self._starts())
        self.nodes += starts
        if len(starts) > 1:
            gate = Simpul(f"buka-{self.id}", GERBANG, "", starts[0].lajur)
            self.nodes.append(gate)
            self.flows += [Alur(one.id, gate.id) for one in starts]
            self.flows.append(Alur(gate.id, first))
        else:
            self.flows.append(Alur(starts[0].id, first))
        for n, row in enumerate(self.rows):
            if self.units and row.id == self.units[0]:
                self._open_group(n)
            self._row(n, row)
            if self.units and row.id == self.units[-1]:
                self._close_group(n, row)
        end = Simpul(f"akhir-{self.id}", AKHIR, "Selesai", self._lane(self.rows[-1]))
        self.nodes.append(end)
        self._enter()
        return Proses(
            self.id, self.sop, self.part, self.bahan, tuple(self.nodes), tuple(self.flows)
        )

    # --- where it begins, and the part of each unit ---

    def _starts(self) -> Iterator[Simpul]:
        buka, lane = self.sop.buka, self._lane(self.rows[0])
        if buka.petugas or buka.rujukan or not (buka.kiriman or self.part.berkala.jumlah):
            by = "Dibuka petugas" if buka.petugas else "Dipanggil SOP lain"
            yield Simpul(f"mulai-{self.id}", MULAI, by, lane)
        for jenis in buka.kiriman:
            name = f"Kiriman {jenis.replace('_', ' ')}"
            yield Simpul(f"kiriman-{self.id}-{jenis}", MULAI_PESAN, name, lane, rincian=jenis)
        if months := self.part.berkala.jumlah:
            name = f"Setiap {months} bulan" if months > 1 else "Setiap bulan"
            yield Simpul(f"kala-{self.id}", MULAI_WAKTU, name, lane, rincian=f"R/P{months}M")

    def _open_group(self, n: int) -> None:
        lane = self._lane(self.rows[n])
        self.nodes.append(Simpul(self.group, UNIT, "Setiap unit kerja", lane))
        begin = f"mulai-{self.group}"
        self.nodes.append(Simpul(begin, MULAI, "Unit mulai", lane, self.group))

    def _close_group(self, n: int, row: Langkah) -> None:
        end = Simpul(f"akhir-{self.group}", AKHIR, "Unit selesai", self._lane(row), self.group)
        self.nodes.append(end)
        self.flows.append(Alur(self.group, self._target(n + 1, inside=False)))

    def _enter(self) -> None:
        """The units begin at the row to which the whole was sent."""
        if not self.group:
            return
        begin, first = f"mulai-{self.group}", self._target(self._at(self.units[0]), inside=True)
        if not self.entries:
            self.flows.append(Alur(begin, first))
            return
        gate = f"masuk-{self.group}"
        place = next(n for n, one in enumerate(self.nodes) if one.id == begin)
        start = self.nodes[place]
        self.nodes.insert(
            place + 1, Simpul(gate, GERBANG, "Mulai dari langkah mana?", start.lajur, self.group)
        )
        self.flows.append(Alur(begin, gate))
        self.flows.append(Alur(gate, first, "dari awal", biasa=True))
        for said, row in dict.fromkeys(self.entries):
            name = f"{_row_name(self.sop.row(said.partition(':')[0]))}: {_words(said)}"
            self.flows.append(Alur(gate, self._landing(row), name, self._said(said)))

    # --- one row ---

    def _row(self, n: int, row: Langkah) -> None:
        inside = self.group if row.id in self.units else ""
        if row.hanya:
            gate = f"lewat-{row.id}"
            asked = " atau ".join(row.hanya).replace("_", " ")
            name = f"Ada butir {asked}?"
            self.nodes.append(Simpul(gate, GERBANG, name, self._lane(row), inside))
            items = f"butir_{self.id}"
            some = " or ".join(f"'{one}' in {items}" for one in row.hanya)
            self.flows.append(Alur(gate, self._landing(row.id), "ada", some))
            after = self._target(n + 1, inside=bool(inside))
            self.flows.append(Alur(gate, after, "tidak ada", biasa=True))
        if self._by_item(row):
            name = f"Memutus tiap butir ({_row_name(row)})"
            id_ = f"butir-{row.id}"
            self.nodes.append(Simpul(id_, BUTIR, name, self._lane(row), inside, row))
            self.flows.append(Alur(id_, self._first_act(row)))
        acts: Sequence[Tahap | None] = row.tahap or (None,)
        for act in acts:
            self._act(n, row, act, inside)

    def _act(self, n: int, row: Langkah, act: Tahap | None, inside: str) -> None:
        last = act is None or act is row.tahap[-1]
        actors = act.pelaksana if act else row.pelaksana
        id_ = _act_id(row, act)
        if row.rujukan and last:
            call = Simpul(
                f"panggil-{row.id}", PANGGIL, f"SOP {row.rujukan.replace('_', ' ')}",
                actors[0], inside, row, rincian=row.rujukan,
            )  # fmt: skip
            self.nodes.append(call)
            self.flows.append(Alur(call.id, id_))
        needs = [one.bahan for one in row.dinanti] if act is None or act is row.tahap[0] else []
        made = list(act.keluaran) if act else list(row.keluaran)
        if act and last:
            given = {name for one in row.tahap for name in one.keluaran}
            made += [one for one in row.keluaran if one not in given]
        self.nodes.append(
            Simpul(
                id_, TUGAS, _short(row, act), actors[0], inside, row, act,
                tuple(needs), tuple(dict.fromkeys(made)),
            )
        )  # fmt: skip
        self._onward(n, row, act, inside)

    def _onward(self, n: int, row: Langkah, act: Tahap | None, inside: str) -> None:
        """Where it goes on after an act: to the next, or by what somebody decides."""
        id_ = _act_id(row, act)
        after = self._after(n, row, act, inside=bool(inside))
        ways = self._ways(row, act)
        backs = {said: goal for said, goal in ways.items() if self._is_back(n, goal)}
        by_item = self._by_item(row) and not (act and act.cabang)
        if by_item:
            ways = backs
        if not ways:
            self.flows.append(Alur(id_, after))
            return
        goals = [
            (said, after if goal == BERIKUT else self._goal(n, row, said, goal, inside))
            for said, goal in ways.items()
        ]
        if len(goals) == 1 and not by_item:
            self.flows.append(Alur(id_, goals[0][1]))
            return
        gate = f"putus-{id_}"
        actors = act.pelaksana if act else row.pelaksana
        name = f"Hasil {_row_name(row)}?"
        self.nodes.append(Simpul(gate, GERBANG, name, actors[0], inside, row, act))
        self.flows.append(Alur(id_, gate))
        if by_item:
            self.flows.append(Alur(gate, after, "lanjut", biasa=True))
        for said, goal in goals:
            key = f"{row.id}:{said}"
            self.flows.append(Alur(gate, goal, _words(key), self._said(key)))

    def _ways(self, row: Langkah, act: Tahap | None) -> dict[str, str]:
        if act and act.cabang:
            return dict(act.cabang)
        return dict(row.cabang) if act is None or act is row.tahap[-1] else {}

    def _goal(self, n: int, row: Langkah, said: str, goal: str, inside: str) -> str:
        if goal == SELESAI:
            return f"akhir-{self.group if inside else self.id}"
        if goal in self.units and not inside:
            if goal != self.units[0]:
                self.entries.append((f"{row.id}:{said}", goal))
            return self.group
        # What is sent back stands at the row itself; what goes forward may pass it over.
        return self._landing(goal) if self._is_back(n, goal) else self._entry(goal)

    def _after(self, n: int, row: Langkah, act: Tahap | None, *, inside: bool) -> str:
        if act and act is not row.tahap[-1]:
            after = row.tahap[row.tahap.index(act) + 1]
            last = after is row.tahap[-1]
            return f"panggil-{row.id}" if row.rujukan and last else _act_id(row, after)
        return self._target(n + 1, inside=inside)

    # --- names ---

    def _target(self, n: int, *, inside: bool) -> str:
        """Where somebody comes who goes on to the n-th row."""
        here = self.rows[n].id if n < len(self.rows) else ""
        if inside:
            return self._entry(here) if here in self.units else f"akhir-{self.group}"
        if here in self.units:
            return self.group
        return self._entry(here) if here else f"akhir-{self.id}"

    def _entry(self, row: str) -> str:
        return f"lewat-{row}" if self.sop.row(row).hanya else self._landing(row)

    def _landing(self, id_: str) -> str:
        row = self.sop.row(id_)
        return f"butir-{id_}" if self._by_item(row) else self._first_act(row)

    def _first_act(self, row: Langkah) -> str:
        act = row.tahap[0] if row.tahap else None
        single = act is None or act is row.tahap[-1]
        return f"panggil-{row.id}" if row.rujukan and single else _act_id(row, act)

    def _by_item(self, row: Langkah) -> bool:
        return row.untuk == PER_BUTIR and bool(item_outcomes(self.sop, row))

    def _lane(self, row: Langkah) -> str:
        return row.tahap[0].pelaksana[0] if row.tahap else row.pelaksana[0]

    def _at(self, row: str) -> int:
        return self.order.index(row)

    def _is_back(self, n: int, goal: str) -> bool:
        return goal not in (BERIKUT, SELESAI) and self._at(goal) <= n

    def _said(self, key: str) -> str:
        return f"putusan_{self.id} == '{key}'"


def _act_id(row: Langkah, act: Tahap | None) -> str:
    return f"tahap-{row.id}-{act.id}" if act else f"langkah-{row.id}"


def _row_name(row: Langkah) -> str:
    return f"langkah {row.nomor}" if row.nomor else f"langkah tafsir {row.id.replace('_', ' ')}"


def _words(key: str) -> str:
    return key.partition(":")[2].replace("_", " ")


def _short(row: Langkah, act: Tahap | None) -> str:
    """What stands in the box: the number and as much of the words as fits."""
    words = act.kegiatan if act else row.kegiatan
    head = f"{row.nomor}. " if row.nomor else "(tafsir) "
    if len(words) > TERPANJANG:
        words = f"{words[:TERPANJANG].rsplit(' ', 1)[0].rstrip(' ,.;:')}…"
    return head + words
