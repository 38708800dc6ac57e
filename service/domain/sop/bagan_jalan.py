"""The ways of an SOP from row to row, each with the outcomes that take it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from service.domain.sop.bentuk import BERIKUT, PER_BUTIR, SELESAI, Langkah, Sop


@dataclass(frozen=True)
class Jalan:
    """From one row to another, or to the end; `tahap` names the act within the row it leaves."""

    dari: str
    ke: str
    hasil: tuple[str, ...] = ()
    tahap: str = ""


def ways(sop: Sop, shown: Collection[str]) -> tuple[Jalan, ...]:
    """Every way between the shown rows; what led over a row not shown leads on from there."""
    found = dict[tuple[str, str, str], list[str]]()
    for part in sop.parts():
        rows = sop.rows(part.id)
        every = [way for n in range(len(rows)) for way in _of_row(rows, n)]
        for way in every:
            if way.dari in shown:
                for goal in _seen(way.ke, every, shown, set()):
                    outcomes = found.setdefault((way.dari, goal, way.tahap), [])
                    outcomes += [one for one in way.hasil if one not in outcomes]
    return tuple(_plain(sop, found))


def _plain(sop: Sop, found: dict[tuple[str, str, str], list[str]]) -> Iterator[Jalan]:
    """A way that everything takes needs no word."""
    for (dari, ke, tahap), outcomes in found.items():
        row, ways_out = sop.row(dari), [one for one in found if one[0] == dari]
        decided = row.keputusan or any(act.cabang for act in row.tahap)
        yield Jalan(dari, ke, tuple(outcomes) if decided or len(ways_out) > 1 else (), tahap)


def _seen(goal: str, every: list[Jalan], shown: Collection[str], been: set[str]) -> Iterator[str]:
    if goal in shown or goal == SELESAI:
        yield goal
    elif goal not in been:
        been.add(goal)
        for way in every:
            if way.dari == goal:
                yield from _seen(way.ke, every, shown, been)


def _of_row(rows: tuple[Langkah, ...], n: int) -> Iterator[Jalan]:
    row = rows[n]
    for act in row.tahap:
        for hasil, goal in act.cabang.items():
            if goal != BERIKUT:
                yield Jalan(row.id, goal, (hasil,), act.id)
    last = row.tahap[-1] if row.tahap else None
    onward = tuple(h for h, goal in last.cabang.items() if goal == BERIKUT) if last else ()
    if not row.cabang:
        for goal, outcomes in _next(rows, n, _living(rows, n)).items():
            yield Jalan(row.id, goal, onward or outcomes)
    for hasil, goal in row.cabang.items():
        if goal != BERIKUT:
            yield Jalan(row.id, goal, (hasil,))
            continue
        living = (hasil,) if row.untuk == PER_BUTIR else _living(rows, n)
        for after in _next(rows, n, living):
            yield Jalan(row.id, after, (hasil,))


def _living(rows: tuple[Langkah, ...], n: int) -> tuple[str, ...]:
    """The outcomes of butir with which somebody may stand at a row."""
    if rows[n].hanya:
        return rows[n].hanya
    before = (row for row in rows[:n] if row.untuk == PER_BUTIR)
    onward = (one for row in before for one, goal in row.cabang.items() if goal == BERIKUT)
    return tuple(dict.fromkeys(onward))


def _next(rows: tuple[Langkah, ...], n: int, living: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The rows that come next, each with the outcomes of the butir that go there."""
    found = dict[str, tuple[str, ...]]()
    for one in living or ("",):
        after = (row.id for row in rows[n + 1 :] if not row.hanya or one in row.hanya)
        goal = next(after, SELESAI)
        found[goal] = (*found.get(goal, ()), one) if one else ()
    return found
