"""Paragraphs and tables of a Word file in their order, with spans and what is drawn in a cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from service.boxed import tabel_sop_bentuk
from service.boxed.docx import STRICT, W
from service.boxed.paket import Paket
from service.domain.sop.impor_bentuk import Sel, Tabel

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_VML = ("shape", "rect", "roundrect", "oval")
TERLEBAR = 60


def read(paket: Paket, utama: str) -> list[str | Tabel]:
    """The body from the top down."""
    root = paket.bagian.xml(utama)
    w = STRICT if str(root.tag).startswith(STRICT) else W
    for doubled in list(root.iter(f"{_MC}Fallback")):
        if any(True for _ in doubled.getparent().iter(f"{_MC}Choice")):
            doubled.getparent().remove(doubled)  # the same again, for older programs
    body = root.find(f"{w}body")
    return [] if body is None else list(_parts(body, w))


def _parts(parent: Any, w: str) -> Iterator[str | Tabel]:
    for one in parent:
        if one.tag == f"{w}p":
            yield _words(one, w)
        elif one.tag == f"{w}tbl":
            yield _table(one, w)
        elif one.tag in (f"{w}sdt", f"{w}sdtContent", f"{w}customXml", f"{w}ins"):
            yield from _parts(one, w)


def _table(table: Any, w: str) -> Tabel:
    rows: list[list[Sel]] = []
    open_: dict[int, tuple[int, int]] = {}  # column -> row and place of the cell that reaches down
    for n, tr in enumerate(_rows(table, w)):
        rows.append([])
        at = _number(tr.find(f"{w}trPr/{w}gridBefore"), w, 0)
        rows[n] += [Sel()] * at
        for tc in _cells(tr, w):
            wide = _number(tc.find(f"{w}tcPr/{w}gridSpan"), w, 1)
            merge = tc.find(f"{w}tcPr/{w}vMerge")
            goes_on = merge is not None and merge.get(f"{w}val", "continue") == "continue"
            if goes_on and at in open_:
                above, place = open_[at]
                cell = rows[above][place]
                rows[above][place] = replace(cell, tinggi=n - above + 1)
            else:
                rows[n].append(_cell(tc, w, wide))
                open_.pop(at, None)
                if merge is not None:
                    open_[at] = (n, len(rows[n]) - 1)
            at += wide
    return Tabel(tuple(tuple(row) for row in rows))


def _rows(table: Any, w: str) -> Iterator[Any]:
    for one in table:
        if one.tag == f"{w}tr":
            yield one
        elif one.tag in (f"{w}sdt", f"{w}sdtContent", f"{w}customXml"):
            yield from _rows(one, w)


def _cells(row: Any, w: str) -> Iterator[Any]:
    for one in row:
        if one.tag == f"{w}tc":
            yield one
        elif one.tag in (f"{w}sdt", f"{w}sdtContent", f"{w}customXml"):
            yield from _cells(one, w)


def _number(setting: Any, w: str, default: int) -> int:
    told = setting.get(f"{w}val", "") if setting is not None else ""
    return min(int(told), TERLEBAR) if told.isdigit() else default


def _cell(tc: Any, w: str, wide: int) -> Sel:
    lines = [_words(one, w) for one in tc.iter(f"{w}p") if not _in_shape(one, w)]
    words = "\n".join(one for one in lines if one.strip())
    marks = list(_marks(tc, w))
    if marks:
        words = f"{words} {' '.join(marks)}".strip()
    return Sel(words, max(1, wide), 1, lambang=bool(marks))


def _words(paragraph: Any, w: str) -> str:
    """A paragraph's words; one that Word numbers by itself begins with a dot."""
    told = []
    for one in paragraph.iter(f"{w}t", f"{w}tab", f"{w}br", f"{w}cr", f"{w}noBreakHyphen"):
        if _in_shape(one, w, paragraph):
            continue
        tag = one.tag[len(w) :]
        if tag == "t":
            told.append(one.text or "")
        elif tag == "tab":
            told.append("\t" if one.getparent().tag == f"{w}r" else "")
        else:
            told.append("-" if tag == "noBreakHyphen" else "\n")
    words = "".join(told)
    listed = paragraph.find(f"{w}pPr/{w}numPr") is not None
    return f"\u2022 {words}" if listed and words.strip() else words


def _in_shape(one: Any, w: str, stop: Any = None) -> bool:
    for above in one.iterancestors():
        if above is stop or above.tag == f"{w}tc":
            return False
        if above.tag == f"{w}txbxContent":
            return True
    return False


def _marks(tc: Any, w: str) -> Iterator[str]:
    """What is drawn in a cell: a shape as its symbol, a letter as that letter."""
    for shape in tc.iter(f"{_WPS}wsp"):
        form = next(shape.iter(f"{_A}prstGeom"), None)
        kind = form.get("prst", "") if form is not None else "custom"
        yield from _mark("" if _bare(shape) else kind, shape, w)
    for tag in _VML:
        for shape in tc.iter(f"{_V}{tag}"):
            kind = f"{tag} {shape.get('type', '')} {shape.get('id', '')}"
            yield from _mark(kind, shape, w)
    for picture in tc.iter(f"{w}drawing"):
        if next(picture.iter(f"{_WPS}wsp"), None) is None:
            yield tabel_sop_bentuk.KOTAK  # a picture; what it shows no file tells


def _bare(shape: Any) -> bool:
    """Whether a shape has no outline: a frame around words, or around other shapes."""
    line = shape.find(f"{_WPS}spPr/{_A}ln")
    return line is not None and line.find(f"{_A}noFill") is not None


def _mark(kind: str, shape: Any, w: str) -> Iterator[str]:
    words = "".join(one.text or "" for one in shape.iter(f"{w}t"))
    if found := tabel_sop_bentuk.mark(kind, words):
        yield found
