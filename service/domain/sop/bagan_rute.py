"""How each arrow runs: between the symbols, never over one that it does not join."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.domain.sop.bagan_huruf import PT, panjang, pecah
from service.domain.sop.bagan_jalan import Jalan
from service.domain.sop.bagan_susun import JALUR, SELA, Tempat
from service.domain.sop.bentuk import SELESAI

# Where a line leaves or enters a symbol: middle of an edge, or beside the middle of it.
B, R, L, BR, BL, T, TR, TL = "B", "R", "L", "BR", "BL", "T", "TR", "TL"
HURUF_PT, BARIS_KATA = 6.5, 6.5 * PT  # of the outcomes
DI_BAWAH_PUNCAK = 0.6  # so much of them stands beside the symbol itself
TEPI_KATA = 3.2  # beside them, for the lines in the gap
LURUS, SAMPING, KELUAR, MASUK, TAMAT = "lurus", "samping", "keluar", "masuk", "tamat"


@dataclass
class Rute:
    """One arrow while it is being laid out."""

    cara: str
    jalan: Jalan
    dari: int
    ke: int
    asal: int  # lane
    tujuan: int  # lane
    keluar: str = ""
    masuk: str = ""
    lorong: int = -1  # the gap between lanes in which it runs; the n-th is left of lane n
    lorong_dua: int = -1
    bawah: int = -1
    atas: int = -1
    huruf: str = ""
    kata: tuple[str, ...] = ()  # the outcomes, a line each


def plan(rows: Sequence[Tempat], jalan: Sequence[Jalan], lajur: float) -> list[Rute]:
    """The course of every arrow in lanes of a width, and in each row how much room that takes."""
    return _Rencana(rows, lajur).whole(jalan)


def words(hasil: Sequence[str], lajur: float) -> tuple[str, ...]:
    """Outcomes as they are written beside a line, within half a lane; no word is broken."""
    found = list[str]()
    for one in hasil:
        plain = one.replace("_", " ").capitalize()
        longest = max(panjang(word, HURUF_PT) for word in plain.split())
        found += pecah(plain, max(lajur / 2 - TEPI_KATA, longest + 0.1), HURUF_PT)
    return tuple(found)


class _Rencana:
    def __init__(self, rows: Sequence[Tempat], lajur: float) -> None:
        self.rows, self.lajur = rows, lajur
        self.place = {one.row.id: n for n, one in enumerate(rows)}
        self.used = set(_joins(rows))
        self.letters = dict[int, str]()
        for one in rows:
            one.jalur_atas, one.jalur_bawah, one.ruang_kata = 0, [], 0.0
            one.dari_halaman = one.ke_halaman = False
            one.sela, one.naik = SELA, 0.0

    def whole(self, jalan: Sequence[Jalan]) -> list[Rute]:
        found = [route for way in jalan for route in self._begun(way)]
        for one in found:
            one.kata = words(one.jalan.hasil, self.lajur)
            self._leave(one)
        _shared([one for one in found if one.cara == KELUAR])
        found += [self._into(n) for n in sorted(self.letters)]
        for one in found:
            if one.cara == SAMPING:
                self._enter(one)
        for one in found:  # the straight ones below the rest, so that they cross nothing
            if one.cara == LURUS and one.asal != one.tujuan:
                one.bawah = self._below(one.dari)
            if one.keluar in (R, L):
                row = self.rows[one.dari]
                row.naik = max(row.naik, len(one.kata) * BARIS_KATA - DI_BAWAH_PUNCAK)
            if one.cara == TAMAT:
                self.rows[one.dari].sela = max(SELA, len(one.kata) * BARIS_KATA + 0.8)
            elif one.keluar == B or (one.cara == KELUAR and one.keluar in (BR, BL)):
                room = self.rows[one.dari]
                room.ruang_kata = max(room.ruang_kata, len(one.kata) * BARIS_KATA + 0.4)
        return found

    def _begun(self, way: Jalan) -> Iterator[Rute]:
        n = self.place[way.dari]
        source = self.rows[n]
        asal = source.tahap.get(way.tahap, source.keluar)
        if way.ke == SELESAI:
            if source.selesai:
                self.used.add((n, source.keluar, B))
                yield Rute(TAMAT, way, n, n, asal, source.keluar, B, T)
            return
        m = self.place[way.ke]
        goal = self.rows[m]
        if goal.halaman != source.halaman:
            self.letters.setdefault(m, chr(ord("A") + len(self.letters) % 26))
            source.ke_halaman = goal.dari_halaman = True
            yield Rute(KELUAR, way, n, m, asal, asal, huruf=self.letters[m])
        elif m == n + 1 and not self._blocked(n, asal):
            self.used |= {(n, asal, B), (m, goal.masuk, T)}
            yield Rute(LURUS, way, n, m, asal, goal.masuk, B, T)
        else:
            yield Rute(SAMPING, way, n, m, asal, goal.masuk)

    def _blocked(self, n: int, lane: int) -> bool:
        one = self.rows[n]
        return (n, lane, B) in self.used or (one.selesai and lane == one.keluar)

    def _leave(self, one: Rute) -> None:
        if one.keluar:
            return
        near = R if one.tujuan >= one.asal else L
        far = L if near == R else R
        tries: tuple[str, ...]
        if one.cara == KELUAR:
            tries = (R, L, BR, BL, B) if one.ke != one.dari + 1 else (B, R, L, BR, BL)
        else:
            tries = (near, far, f"B{near}", f"B{far}")
        free = [port for port in tries if not self._taken(one.dari, one.asal, port)]
        # Where every edge is taken, lines leave below like the branches of a tree.
        one.keluar = free[0] if free else f"B{near}"
        self.used.add((one.dari, one.asal, one.keluar))
        if one.cara == SAMPING:
            side = one.keluar[-1] if one.keluar != B else near
            one.lorong = one.asal + (1 if side == R else 0)
            if one.keluar in (B, BR, BL):
                one.bawah = self._below(one.dari, len(one.kata) if one.keluar != B else 0)

    def _taken(self, n: int, lane: int, port: str) -> bool:
        return (n, lane, port) in self.used or (port == B and self._blocked(n, lane))

    def _into(self, m: int) -> Rute:
        goal = self.rows[m]
        port = T if not self._taken(m, goal.masuk, T) else TR
        beside = T if port == TR and self._taken(m, goal.masuk, R) else ""
        return Rute(
            MASUK, Jalan("", goal.row.id), m, m, goal.masuk, goal.masuk, beside, port,
            huruf=self.letters[m],
        )  # fmt: skip

    def _enter(self, one: Rute) -> None:
        goal = self.rows[one.ke]
        beside = {one.tujuan: L, one.tujuan + 1: R}.get(one.lorong, "")
        if beside and not self._taken(one.ke, one.tujuan, beside):
            one.masuk = beside
            return
        near, far = (L, R) if one.lorong <= one.tujuan else (R, L)
        one.atas = goal.jalur_atas
        goal.jalur_atas += 1
        # Beside an outcome's word there is no room; the line joins the one that comes from above.
        one.masuk = T if self._taken(one.ke, one.tujuan, near) else f"T{near}"
        if goal.mulai:  # the capsule above is no place to come back to
            one.masuk = near if not self._taken(one.ke, one.tujuan, near) else far
            one.lorong_dua = one.tujuan + (1 if one.masuk == R else 0)

    def _below(self, n: int, lines: int = 0) -> int:
        self.rows[n].jalur_bawah.append(JALUR + lines * BARIS_KATA)
        return len(self.rows[n].jalur_bawah) - 1


def _shared(found: Sequence[Rute]) -> None:
    """Connectors for which no edge was left share one; each outcome then names its letter."""
    first = dict[tuple[int, int, str], Rute]()
    for one in found:
        before = first.setdefault((one.dari, one.asal, one.keluar), one)
        if before is one:
            continue
        if "/" not in before.huruf:
            before.kata = _lettered(before.kata, before.huruf)
        before.kata += _lettered(one.kata, one.huruf)
        before.huruf, one.kata = f"{before.huruf}/{one.huruf}", ()
    for one in found:
        one.huruf = first[one.dari, one.asal, one.keluar].huruf


def _lettered(lines: tuple[str, ...], huruf: str) -> tuple[str, ...]:
    return (*lines[:-1], f"{lines[-1]} ({huruf})") if lines else ()


def _joins(rows: Sequence[Tempat]) -> Iterator[tuple[int, int, str]]:
    """Those who work together are joined from side to side; no arrow leaves there."""
    for n, one in enumerate(rows):
        lanes = sorted(one.simbol)
        for left, right in itertools.pairwise(lanes):
            yield n, left, R
            yield n, right, L
