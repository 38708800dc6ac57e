"""What is missing in a draft, painted: a run of its own, in yellow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from service.adapters.docx.asli import Templat, notes
from service.adapters.docx.pasir import BUKA, TUTUP

MISSED = re.compile(f"{BUKA}([^{BUKA}{TUTUP}]*){TUTUP}")
STRAY = re.compile(f"[{BUKA}{TUTUP}]")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def unmarked(text: str) -> str:
    """The text without the signs around what is missing."""
    return STRAY.sub("", text)


def painted(part: bytes) -> bytes:
    """A part of a paper with all that is missing in yellow."""
    if BUKA.encode() not in part:
        return part
    root = parse_xml(part)
    paint(root)
    told: bytes = etree.tostring(root, encoding="UTF-8", standalone=True)
    return told


def paint_all(paper: Templat) -> None:
    """The same for every part of a paper that docxtpl filled."""
    core = paper.docx.core_properties._element
    for one in core.iter():
        one.text = unmarked(one.text or "") or None
    for part in paper.docx.part.package.iter_parts():
        if hasattr(part, "_element"):
            paint(part._element)
    for part in notes(paper):
        part._blob = painted(part.blob)


def paint(root: Any) -> None:
    """Every run below that holds a missing value becomes several."""
    for run in list(root.iter(qn("w:r"))):
        if any(BUKA in (text.text or "") for text in run.findall(qn("w:t"))):
            _paint(run)
    for one in root.iter(etree.Element):
        _clean(one)


def _paint(run: Any) -> None:
    made = [_empty(run)]
    for child in list(run):
        if child.tag == qn("w:rPr"):
            continue
        if child.tag != qn("w:t") or BUKA not in (child.text or ""):
            made[-1].append(child)
            continue
        for n, piece in enumerate(MISSED.split(child.text)):
            if n % 2:
                made += [_yellow(run, piece), _empty(run)]
            elif piece:
                _write(made[-1], piece)
    parent, place = run.getparent(), run.getparent().index(run)
    made[-1].tail = run.tail
    parent[place : place + 1] = [one for one in made if _filled(one)] or [_empty(run)]


def _empty(run: Any) -> Any:
    """A run of the same looks."""
    twin = run.makeelement(run.tag, run.attrib)
    if (looks := run.find(qn("w:rPr"))) is not None:
        twin.append(deepcopy(looks))
    return twin


def _yellow(run: Any, label: str) -> Any:
    painted = _empty(run)
    painted.get_or_add_rPr().highlight_val = WD_COLOR_INDEX.YELLOW
    _write(painted, label)
    return painted


def _write(run: Any, text: str) -> None:
    told = etree.SubElement(run, qn("w:t"))
    told.text = unmarked(text)
    told.set(SPACE, "preserve")


def _filled(run: Any) -> bool:
    return any(child.tag != qn("w:rPr") for child in run)


def _clean(one: Any) -> None:
    """No sign is left where nothing can be painted: in a span, a colour, between paragraphs."""
    for name, told in _marked(one):
        one.set(name, "1" if one.tag == qn("w:gridSpan") else "auto" if told else "")
    if one.text and BUKA in one.text:
        one.text = unmarked(one.text) if one.tag == qn("w:t") else MISSED.sub("", one.text)
    if one.tail and BUKA in one.tail:
        one.tail = MISSED.sub("", one.tail)


def _marked(one: Any) -> Iterator[tuple[str, str]]:
    for name, told in one.attrib.items():
        if BUKA in told:
            yield name, told
