"""An SOP as a BPMN 2.0 file, drawn and runnable by the tools of others."""

from __future__ import annotations

import itertools
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator

from service.domain.sop.bahan import Daftar
from service.domain.sop.bentuk import Sop
from service.domain.sop.bpmn_bentuk import (
    AKHIR,
    BUTIR,
    GERBANG,
    MULAI_PESAN,
    MULAI_WAKTU,
    PANGGIL,
    PERISTIWA,
    TUGAS,
    UNIT,
    Alur,
    Proses,
    Simpul,
)
from service.domain.sop.bpmn_gambar import picture
from service.domain.sop.bpmn_kata import about, about_process
from service.domain.sop.bpmn_letak import Denah, laid
from service.domain.sop.bpmn_susun import processes
from service.domain.sop.bpmn_xml import MODEL, XSI, add, told, whole

RUMAH = "urn:berkas:sop"
UNSUR = {
    AKHIR: "endEvent",
    TUGAS: "userTask",
    BUTIR: "userTask",
    PANGGIL: "callActivity",
    GERBANG: "exclusiveGateway",
    UNIT: "subProcess",
}


def bpmn(sop: Sop, bahan: Daftar) -> str:
    """The whole file: a pool for each part, lanes for its actors, and the picture."""
    root = ET.Element(f"{{{MODEL}}}definitions")
    root.set("id", f"definisi-{sop.kode}")
    root.set("name", sop.judul)
    root.set("targetNamespace", RUMAH)
    root.set("exporter", "Berkas")
    parts = processes(sop, bahan)
    _roots(root, sop, parts)
    plans, y = dict[str, Denah](), 0.0
    for proses in parts:
        plans[proses.id] = laid(proses, y)
        y = plans[proses.id].bawah
        _Penulis(root, proses, plans[proses.id]).write()
    picture(root, f"kerja-sama-{sop.kode}", parts, plans)
    return whole(root)


def _roots(root: ET.Element, sop: Sop, parts: Iterable[Proses]) -> None:
    """Who works, what comes in, and the pools."""
    for one in sop.pelaksana:
        add(root, "resource", id=f"pelaksana-{one.id}", name=one.sebutan)
    for jenis in sop.buka.kiriman:
        add(root, "message", id=f"pesan-{jenis}", name=jenis)
    pools = add(root, "collaboration", id=f"kerja-sama-{sop.kode}")
    for proses in parts:
        add(
            pools, "participant", id=f"kolam-{proses.id}", name=_pool_name(proses),
            processRef=proses.id,
        )  # fmt: skip


def _pool_name(proses: Proses) -> str:
    part = proses.bagian
    return f"{proses.sop.judul}: {part.nama}" if part.id else proses.sop.judul


class _Penulis:
    """Writes one process."""

    def __init__(self, root: ET.Element, proses: Proses, plan: Denah) -> None:
        self.root, self.proses, self.plan = root, proses, plan
        self.numbered = {id(flow): f"alur-{proses.id}-{n}" for n, flow in enumerate(proses.alur)}

    def write(self) -> None:
        proses = self.proses
        out = add(
            self.root, "process", id=proses.id, name=_pool_name(proses),
            isExecutable="true", isClosed="false",
        )  # fmt: skip
        told(out, about_process(proses))
        add(out, "property", id=proses.variable("putusan"), name="putusan")
        self._lanes(out)
        self._level(out, "")

    def _lanes(self, out: ET.Element) -> None:
        lanes = add(out, "laneSet", id=f"lajur-{self.proses.id}")
        for name in self.proses.lajur:
            lane = add(
                lanes, "lane", id=f"lajur-{self.proses.id}-{name}",
                name=self.proses.sop.sebutan(name),
            )  # fmt: skip
            for one in self.proses.simpul:
                if one.lajur == name:
                    add(lane, "flowNodeRef").text = one.id

    def _level(self, out: ET.Element, group: str) -> None:
        """The nodes and flows of the process, or of what each unit walks."""
        for one in self.proses.within(group):
            self._node(out, one)
        for flow in self.proses.flows(group):
            self._flow(out, flow)
        if not group:
            for nama in self._collections():
                add(
                    out, "dataObject", id=self.proses.variable(nama), name=nama,
                    isCollection="true",
                )  # fmt: skip
        self._things(out, group)

    def _collections(self) -> Iterator[str]:
        if self.proses.unit:
            yield "unit"
        if any(one.jenis == BUTIR for one in self.proses.simpul):
            yield "butir"

    def _things(self, out: ET.Element, group: str) -> None:
        """Each thing once, and a sheet wherever a task needs or makes it."""
        own = list(self.proses.within(group))
        names = dict.fromkeys(itertools.chain(*((*one.perlu, *one.hasil) for one in own)))
        for name in names:
            add(out, "dataObject", id=self.thing(name, group), name=self.proses.bahan[name].nama)
        for one in own:
            for name, incoming in sheets(one):
                sheet = add(
                    out, "dataObjectReference", id=sheet_id(one, name, incoming=incoming),
                    name=self.proses.bahan[name].nama, dataObjectRef=self.thing(name, group),
                )  # fmt: skip
                if not incoming and one.langkah:
                    enough = one.langkah.cukup.get(name, self.proses.bahan[name].cukup)
                    add(
                        sheet, "dataState", id=f"cukup-{sheet.get('id')}",
                        name=enough.replace("_", " "),
                    )  # fmt: skip

    def thing(self, name: str, group: str) -> str:
        """The id of a thing; each unit has its own."""
        return f"bahan-{group or self.proses.id}-{name}"

    def _node(self, out: ET.Element, one: Simpul) -> None:
        kind = UNSUR.get(one.jenis, "startEvent")
        node = add(out, kind, id=one.id, name=one.nama)
        told(node, about(self.proses, one))
        for flow in self.proses.alur:
            if flow.ke == one.id:
                add(node, "incoming").text = self.numbered[id(flow)]
        for flow in self.proses.alur:
            if flow.dari == one.id:
                add(node, "outgoing").text = self.numbered[id(flow)]
                if flow.biasa:
                    node.set("default", self.numbered[id(flow)])
        if one.jenis == PANGGIL:
            node.set("calledElement", one.rincian)
        if one.jenis in PERISTIWA:
            self._begins(node, one)
        if one.jenis == TUGAS:
            self._task(node, one)
        if one.jenis == BUTIR and one.langkah:
            _owner(node, one.langkah.pelaksana, one.id)
            _each(
                node, self.proses.variable("butir"), f"satu_{one.langkah.id}",
                f"hasil_{one.langkah.id}",
            )  # fmt: skip
        if one.jenis == UNIT:
            _each(node, self.proses.variable("unit"), f"satu_{self.proses.variable('unit')}")
            self._level(node, one.id)

    def _begins(self, node: ET.Element, one: Simpul) -> None:
        if one.jenis == MULAI_PESAN:
            add(
                node, "messageEventDefinition", id=f"isyarat-{one.id}",
                messageRef=f"pesan-{one.rincian}",
            )  # fmt: skip
        if one.jenis == MULAI_WAKTU:
            timer = add(node, "timerEventDefinition", id=f"isyarat-{one.id}")
            _formal(add(timer, "timeCycle"), one.rincian)

    def _task(self, node: ET.Element, one: Simpul) -> None:
        """What goes in and out, and who may do it."""
        for name, incoming in sheets(one):
            sheet = sheet_id(one, name, incoming=incoming)
            add(node, "property", id=f"isi-{sheet}", name=name)
        for name, incoming in sheets(one):
            sheet = sheet_id(one, name, incoming=incoming)
            kind = "dataInputAssociation" if incoming else "dataOutputAssociation"
            way = add(node, kind, id=f"arus-{sheet}")
            ends = (sheet, f"isi-{sheet}") if incoming else (f"isi-{sheet}", sheet)
            for tag, ref in zip(("sourceRef", "targetRef"), ends, strict=True):
                add(way, tag).text = ref
        actors = one.tahap.pelaksana if one.tahap else one.langkah.pelaksana if one.langkah else ()
        _owner(node, actors, one.id)

    def _flow(self, out: ET.Element, flow: Alur) -> None:
        made = add(
            out, "sequenceFlow", id=self.numbered[id(flow)], sourceRef=flow.dari, targetRef=flow.ke
        )
        if flow.nama:
            made.set("name", flow.nama)
        if flow.syarat:
            _formal(add(made, "conditionExpression"), flow.syarat)


def sheets(one: Simpul) -> Iterator[tuple[str, bool]]:
    """What a task needs, then what it makes."""
    yield from ((name, True) for name in one.perlu)
    yield from ((name, False) for name in one.hasil)


def sheet_id(one: Simpul, name: str, *, incoming: bool) -> str:
    """The id of one sheet beside a task."""
    return f"{'perlu' if incoming else 'hasil'}-{one.id}-{name}"


def _owner(node: ET.Element, actors: Iterable[str], id_: str) -> None:
    for name in actors:
        owner = add(node, "potentialOwner", id=f"oleh-{id_}-{name}")
        add(owner, "resourceRef").text = f"pelaksana-{name}"


def _each(node: ET.Element, every: str, one: str, outcome: str = "") -> None:
    """Done once for each; with an outcome, the outcome takes the place of what was asked about."""
    loop = ET.Element(f"{{{MODEL}}}multiInstanceLoopCharacteristics")
    node.append(loop)
    add(loop, "loopDataInputRef").text = every
    if outcome:
        add(loop, "loopDataOutputRef").text = every
    add(loop, "inputDataItem", id=one, name=one)
    if outcome:
        add(loop, "outputDataItem", id=outcome, name=outcome)


def _formal(node: ET.Element, text: str) -> None:
    node.set(f"{{{XSI}}}type", "tFormalExpression")
    node.text = text
