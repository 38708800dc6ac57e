"""What can be said of a template before it is filled: whether its result needs mending after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCPR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
TABLE = (f"{W}tbl", f"{W}tr", f"{W}tc")
TANDA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
PERINTAH = re.compile(r"\{%[-+]?\s*(\w+)")
BUKA, TENGAH, TUTUP = ("for", "if"), ("else", "elif"), ("endfor", "endif")
AMAN = re.compile(r"\|\s*safe\b")  # lets a value write XML
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


class TidakLurus(Exception):
    """The result can be told only when it is there."""


def is_straight(patched: str) -> bool:
    """Whether every value gives well-formed XML in which docxtpl would mend nothing."""
    try:
        _prove(_marked(patched))
    except (TidakLurus, etree.XMLSyntaxError):
        return False
    return True


def _marked(patched: str) -> bytes:
    """The template with its commands as marks that an XML reader keeps."""
    return TANDA.sub(_mark, patched).encode()


def _mark(found: re.Match[str]) -> str:
    tag = found[0]
    if AMAN.search(tag):
        raise TidakLurus
    if tag.startswith("{{"):
        return "x"
    if tag.startswith("{#"):
        return ""
    command = PERINTAH.match(tag)
    name = command[1] if command else ""
    if name in (*BUKA, *TENGAH, *TUTUP) and "recursive" not in tag:
        return f"<?{name}?>"
    if name == "set" and "=" in tag:
        return ""
    raise TidakLurus


def _prove(marked: bytes) -> None:
    """TidakLurus unless blocks, tables and pictures all are as they should be."""
    root = etree.fromstring(marked, PARSER)
    depth = dict[Any, int]()
    blocks = list[Any]()  # the loops and conditions that are open: where each began
    for one in root.iter():
        if one.tag is etree.PI:
            _turn(one, blocks)
        elif one.tag == DOCPR and blocks:
            raise TidakLurus  # docxtpl counts them anew when they are all there
        elif one.tag in (f"{W}tbl", f"{W}tr"):
            depth[one] = len(blocks)
    if blocks:
        raise TidakLurus
    for table in root.iter(f"{W}tbl"):
        _prove_table(table, depth)


def _turn(mark: Any, blocks: list[Any]) -> None:
    """Each block must turn and end where it began: below the same tags, in the same cell."""
    where = _whereabouts(mark)
    if mark.target in BUKA:
        blocks.append(where)
        return
    if not blocks or blocks[-1] != where:
        raise TidakLurus
    if mark.target in TUTUP:
        blocks.pop()


def _whereabouts(mark: Any) -> tuple[tuple[str, ...], Any]:
    """The names of the tags that are open at a mark, and the cell, row or table it stands in.

    Whatever lies between two marks with the same tags open can be left out or repeated.
    """
    above = list(mark.iterancestors())
    return tuple(one.tag for one in above), next((one for one in above if one.tag in TABLE), None)


def _prove_table(table: Any, depth: dict[Any, int]) -> None:
    """As many columns as cells, whichever rows come: then docxtpl leaves the grid alone."""
    grid = table.find(f"{W}tblGrid")
    if grid is None:
        raise TidakLurus
    columns, sure = len(grid.findall(f"{W}gridCol")), False
    for row in table.iter(f"{W}tr"):
        if any(one.tag is etree.PI for one in row):
            raise TidakLurus  # cells that come and go
        cells = row.findall(f"{W}tc")
        if len(cells) > columns:
            raise TidakLurus
        sure = sure or (depth[row] == depth[table] and sum(_spans(cells)) >= columns)
    if not sure:
        raise TidakLurus


def _spans(cells: list[Any]) -> Iterator[int]:
    for cell in cells:
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        told = "1" if span is None else span.get(f"{W}val", "")
        if not told.isdecimal():
            raise TidakLurus
        yield int(told)
