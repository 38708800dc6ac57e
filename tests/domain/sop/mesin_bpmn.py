"""An engine of others walks our BPMN beside our own engine; each act of both must be the same."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from lxml import etree
from SpiffWorkflow.bpmn.parser.BpmnParser import BpmnParser, BpmnValidator
from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.util.task import TaskState

from service.domain.sop.bahan import CUKUP, Daftar
from service.domain.sop.bentuk import PER_UNIT, Sop
from service.domain.sop.bpmn import bpmn
from service.domain.sop.bpmn_bentuk import process_id
from service.domain.sop.jalan import (
    Keadaan,
    Posisi,
    Putusan,
    begin,
    choices,
    complete,
    gathered,
    item_outcomes,
)

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
BUTIR, UNITS = 2, ("satu", "dua")
SABAR = 60  # acts after which nobody sends anything back any more
Cari = Callable[[str], Sop]  # an SOP by its code


class Mesin(PythonScriptEngine):
    """It reads a period as an expression; BPMN writes it plain."""

    def evaluate(self, task: Any, expression: str, external_context: Any = None) -> Any:
        if expression.startswith("R/"):
            return expression
        return super().evaluate(task, expression, external_context)


@dataclass
class Tempat:
    """Where our own engine stands in one of its matters."""

    sop: Sop
    at: Posisi
    unit: bool = False
    butir: dict[str, str] = field(default_factory=lambda: {f"b{n}": "" for n in range(BUTIR)})
    selesai: bool = False


@dataclass
class Perjalanan:
    """One walk: what was done in which process, and by whom the other engine says it is done."""

    acts: list[tuple[str, str, str, str]] = field(default_factory=list)  # proses, act, hasil, lane
    kembali: int = 0
    keputusan: set[tuple[str, str, str]] = field(default_factory=set)


def loaded(cari: Cari, bahan: Daftar, kode: str) -> BpmnParser:
    """The SOP and all that it calls, each valid by the schema of BPMN 2.0."""
    parser, waiting, seen = BpmnParser(validator=BpmnValidator()), [kode], set[str]()
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        sop = cari(one)
        parser.add_bpmn_xml(etree.fromstring(bpmn(sop, bahan).encode()))
        waiting += [row.rujukan for row in sop.langkah if row.rujukan]
    return parser


def walked(
    parser: BpmnParser, cari: Cari, bahan: Daftar, kode: str, bagian: str, dice: random.Random
) -> Perjalanan:
    """A part of an SOP from its start to its end, by both engines at once."""
    id_ = process_id(kode, bagian)
    spec = parser.get_spec(id_)
    flow = BpmnWorkflow(spec, parser.get_subprocess_specs(id_), script_engine=Mesin())
    _prepared(flow, parser)
    places: dict[int, Tempat] = {id(flow): Tempat(cari(kode), begin(cari(kode), bagian, NOW))}
    told = Perjalanan()
    flow.do_engine_steps(will_complete_task=_laid_down)
    while ready := list(flow.get_tasks(state=TaskState.READY, manual=True)):
        task = dice.choice(ready)
        place = _place(places, task, cari)
        _one(task, place, bahan, dice, told)
        flow.do_engine_steps(will_complete_task=_laid_down)
        assert len(told.acts) < 1000, "it never ends"
    whole = places[id(flow)]
    _gather(whole)
    assert flow.completed
    assert whole.at.selesai, whole.at
    return told


def _prepared(flow: BpmnWorkflow, parser: BpmnParser) -> None:
    """What stands at the beginning: no decision yet, the items, the units at work."""
    for name in parser.process_parsers:
        flow.task_tree.data |= {
            f"putusan_{name}": "",
            f"butir_{name}": [""] * BUTIR,
            f"unit_{name}": list(UNITS),
        }


def _laid_down(task: Any) -> None:
    """All that is needed is there, in every process that has begun."""
    flow = task.workflow
    if flow.spec.data_objects:
        kept = flow.data.setdefault("data_objects", {})
        for name in flow.spec.data_objects:
            kept.setdefault(name, "ada")


def _place(places: dict[int, Tempat], task: Any, cari: Cari) -> Tempat:
    flow = task.workflow
    if id(flow) not in places:
        above = places[id(flow.parent_workflow)]
        name = flow.spec.name
        if name.startswith("unit-"):
            _ungathered(above)
            places[id(flow)] = Tempat(above.sop, above.at, unit=True, butir=above.butir)
        else:
            places[id(flow)] = Tempat(cari(name), begin(cari(name), "", NOW))
    else:
        _gather(places[id(flow)])
    return places[id(flow)]


def _ungathered(above: Tempat) -> None:
    assert above.sop.row(above.at.langkah).untuk == PER_UNIT, above.at


def _gather(place: Tempat) -> None:
    """The whole goes on once its units have walked their rows."""
    at = place.at
    if not at.selesai and not place.unit and place.sop.row(at.langkah).untuk == PER_UNIT:
        place.at = gathered(place.sop, at, NOW)


def _one(task: Any, place: Tempat, bahan: Daftar, dice: random.Random, told: Perjalanan) -> None:
    kind, row_id, act = (*task.task_spec.name.removesuffix(" [child]").split("-"), "")[:3]
    sop, at = place.sop, place.at
    row = sop.row(at.langkah)
    assert row_id == at.langkah, f"they do {row_id}, we {at}"
    if not place.unit:  # within a group it names the lane of the group
        assert task.task_spec.lane == sop.sebutan(_actors(sop, at)[0])
    if kind == "butir":
        outcome = dice.choice(item_outcomes(sop, row))
        open_ = task.internal_data["key_or_index"]
        place.butir[f"b{open_}"] = task.data[f"hasil_{row_id}"] = outcome
        task.run()
        return
    assert act == at.tahap
    hasil = _choice(sop, at, dice, told)
    known = Keadaan(
        {one.id: CUKUP[one.wujud][-1] for one in bahan.values()}, dict(place.butir), True
    )
    peran = [sop.peran(one) for one in _actors(sop, at)]
    after = complete(sop, bahan, at, peran, known, Putusan(hasil, "Alasan contoh"), NOW)
    told.acts.append((sop.kode, f"{row_id}{f'/{act}' if act else ''}", hasil, task.task_spec.lane))
    told.kembali += after.kembali
    told.keputusan.add((sop.kode, row_id, hasil))
    task.data[f"putusan_{process_id(sop.kode, at.bagian)}"] = f"{row_id}:{hasil}"
    if not place.unit:  # it keeps the last of the units, and then finds it in its own way
        task.data.pop(f"satu_unit_{process_id(sop.kode, at.bagian)}", None)
    for thing in task.task_spec.data_output_associations:
        task.data[thing.bpmn_id] = "ada"
    place.at = after.posisi
    task.run()


def _actors(sop: Sop, at: Posisi) -> tuple[str, ...]:
    row = sop.row(at.langkah)
    return next((one.pelaksana for one in row.tahap if one.id == at.tahap), row.pelaksana)


def _choice(sop: Sop, at: Posisi, dice: random.Random, told: Perjalanan) -> str:
    """What somebody decides: anything, until the walk has become long."""
    ways = choices(sop, at)
    onward = [hasil for hasil, back in ways.items() if not back]
    if not onward:  # items decide, or nobody
        backs = [hasil for hasil in ways if len(told.acts) < SABAR and dice.random() < 0.4]
        return dice.choice(backs) if backs else ""
    return dice.choice(list(ways) if len(told.acts) < SABAR else onward)
