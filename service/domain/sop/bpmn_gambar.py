"""The picture of a BPMN file: where every tool draws each of its elements."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping

from service.domain.sop.bpmn_bentuk import GERBANG, PERISTIWA, UNIT, Proses
from service.domain.sop.bpmn_letak import Denah, Kotak, Titik
from service.domain.sop.bpmn_xml import DC, DD, DI, add

KATA = (90.0, 28.0)  # room for the name of what has no room within
JAUH, HURUF = 4.0, 7.5


def picture(root: ET.Element, of: str, parts: Iterable[Proses], plans: Mapping[str, Denah]) -> None:
    """All pools below each other."""
    diagram = add(root, "BPMNDiagram", DI, id=f"gambar-{of}")
    plane = add(diagram, "BPMNPlane", DI, id=f"bidang-{of}", bpmnElement=of)
    for proses in parts:
        _process(plane, proses, plans[proses.id])


def _process(plane: ET.Element, proses: Proses, plan: Denah) -> None:
    pool = _shape(plane, f"kolam-{proses.id}", plan.kolam)
    pool.set("isHorizontal", "true")
    for name, box in plan.lajur.items():
        _shape(plane, f"lajur-{proses.id}-{name}", box).set("isHorizontal", "true")
    for one in sorted(proses.simpul, key=lambda x: x.jenis != UNIT):
        box = plan.simpul[one.id]
        shape = _shape(plane, one.id, box)
        if one.jenis == UNIT:
            shape.set("isExpanded", "true")
        if one.jenis == GERBANG:
            shape.set("isMarkerVisible", "true")
            if one.nama:
                # Beside the line that may lead down from it, or up into it.
                below = any(plan.alur[n][0][1] > box.bawah for n in _into(proses, one.id))
                y = box.y - KATA[1] - JAUH if below else box.bawah + JAUH
                _label(shape, Kotak(box.x - 58, y, 80, KATA[1]))
        if one.jenis in PERISTIWA:
            _label(shape, Kotak(box.tengah[0] - KATA[0] / 2, box.bawah + JAUH, *KATA))
    for n, flow in enumerate(proses.alur):
        edge = _edge(plane, f"alur-{proses.id}-{n}", plan.alur[n])
        if flow.nama:
            _label(edge, _beside(plan.alur[n], HURUF * len(flow.nama)))
    for sheet in plan.data:
        kind = "perlu" if sheet.masuk else "hasil"
        id_ = f"{kind}-{sheet.simpul}-{sheet.bahan}"
        shape = _shape(plane, id_, sheet.kotak)
        middle = sheet.kotak.tengah[0]
        middle += 5 if sheet.masuk else -5
        _label(shape, Kotak(middle - 37, sheet.kotak.bawah + 2, 74, 40))
        _edge(plane, f"arus-{id_}", sheet.garis)


def _into(proses: Proses, id_: str) -> Iterator[int]:
    return (n for n, flow in enumerate(proses.alur) if flow.ke == id_)


def _beside(line: tuple[Titik, ...], wide: float) -> Kotak:
    """The words of a flow stand where it leaves."""
    (x, y), (_to_x, to_y) = line[0], line[1]
    if y == to_y:
        return Kotak(x + JAUH, y - 18, wide, 14)
    return Kotak(x + JAUH, (to_y + JAUH) if to_y < y else to_y - 18, wide, 14)


def _shape(plane: ET.Element, of: str, box: Kotak) -> ET.Element:
    shape = add(plane, "BPMNShape", DI, id=f"bentuk-{of}", bpmnElement=of)
    _bounds(shape, box)
    return shape


def _bounds(parent: ET.Element, box: Kotak) -> None:
    add(
        parent, "Bounds", DC, x=f"{box.x:g}", y=f"{box.y:g}", width=f"{box.lebar:g}",
        height=f"{box.tinggi:g}",
    )  # fmt: skip


def _label(parent: ET.Element, box: Kotak) -> None:
    _bounds(add(parent, "BPMNLabel", DI), box)


def _edge(plane: ET.Element, of: str, line: Iterable[Titik]) -> ET.Element:
    edge = add(plane, "BPMNEdge", DI, id=f"garis-{of}", bpmnElement=of)
    for x, y in line:
        add(edge, "waypoint", DD, x=f"{x:g}", y=f"{y:g}")
    return edge
