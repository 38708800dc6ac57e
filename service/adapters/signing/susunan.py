"""The order in which a screen reader reads a print: something more is put into it by a name."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, String
from pypdfium2 import raw

ARTIFACT = "/Artifact <</Type /Layout>>"
# What may hold a paragraph; a paragraph itself, or a part of its words, may not.
WADAH = {"/Document", "/Part", "/Art", "/Sect", "/Div", "/TD", "/TH", "/LBody", "/NonStruct"}
TERDALAM = 50


class SusunanBaca:
    """The structure of one paper; one without any (a very long one) takes nothing in."""

    def __init__(self, paper: pikepdf.Pdf, pdf: Path) -> None:
        self._paper, self._pdf = paper, pdf
        self._root: Any = paper.Root.get("/StructTreeRoot")
        self._tree: Any = None
        if self._root is not None and "/ParentTree" in self._root:
            self._tree = pikepdf.NumberTree(self._root.ParentTree)
        else:
            self._root = None

    def hold(self, field: pikepdf.Object, page: pikepdf.Page, nama: str, kata: str) -> None:
        """A place for a signature, read before the name under it."""
        if self._root is None:
            return
        key = max(self._tree.keys(), default=-1) + 1
        inside = Dictionary(Type=Name.OBJR, Obj=field, Pg=page.obj)
        one = self._element(Name.Form, page, inside, Alt=String(kata))
        self._before(page, nama, one)
        field.StructParent = key
        self._tree[key] = one
        self._root.ParentTreeNextKey = key + 1

    def marked(self, page: pikepdf.Page, nama: str, kata: str) -> str:
        """How words that are drawn on a page are marked, once they are read before a name."""
        if self._root is None or "/StructParents" not in page.obj:
            return ARTIFACT
        key = int(page.obj.StructParents)
        marks = self._tree[key]
        number = len(marks)
        one = self._element(Name.P, page, number, ActualText=String(kata))
        self._before(page, nama, one)
        marks.append(one)
        return f"/P <</MCID {number}>>"

    def _element(
        self, kind: pikepdf.Object, page: pikepdf.Page, inside: Any, **told: Any
    ) -> pikepdf.Object:
        made = Dictionary(Type=Name.StructElem, S=kind, Pg=page.obj, K=inside, **told)
        return self._paper.make_indirect(made)

    def _before(self, page: pikepdf.Page, nama: str, one: pikepdf.Object) -> None:
        """Into the structure, before the paragraph of a name; at its end where that is unknown."""
        below: Any = self._paragraph(page, nama)
        for _ in range(TERDALAM):
            above = below.get("/P") if below is not None else None
            if above is None or "/S" not in above:
                break
            if str(self._known_as(above.S)) in WADAH:
                inside = _list(above)
                at = next((n for n, x in enumerate(inside) if _same(x, below)), len(inside))
                inside.insert(at, one)
                one.P = above
                return
            below = above
        top = _list(self._root)[0]
        _list(top).append(one)
        one.P = top

    def _known_as(self, kind: pikepdf.Object) -> pikepdf.Object:
        named: pikepdf.Object = self._root.get("/RoleMap", Dictionary()).get(str(kind), kind)
        return named

    def _paragraph(self, page: pikepdf.Page, nama: str) -> pikepdf.Object | None:
        """Where the last words on a page that are this name are read."""
        number = _mark_of(self._pdf, self._paper.pages.index(page), nama) if nama else None
        if number is None or "/StructParents" not in page.obj:
            return None
        marks = self._tree.get(int(page.obj.StructParents))
        if marks is None or not 0 <= number < len(marks):
            return None
        found: pikepdf.Object | None = marks[number]
        return found


def _list(one: pikepdf.Object) -> pikepdf.Object:
    """What an element holds, as a list that can grow."""
    if not isinstance(one.K, pikepdf.Array):
        one.K = Array([one.K])
    return one.K


def _same(one: Any, other: pikepdf.Object) -> bool:
    return isinstance(one, pikepdf.Object) and one.is_indirect and one.objgen == other.objgen


def _mark_of(pdf: Path, n: int, nama: str) -> int | None:
    """The number that marks the last words on a page that are this name."""
    with pypdfium2.PdfDocument(pdf) as paper, closing(paper[n].get_textpage()) as text:
        search, last = text.search(nama, match_case=True), None
        try:
            while (hit := search.get_next()) is not None:
                last = hit[0]
        finally:
            search.close()
        if last is None:
            return None
        drawn = raw.FPDFText_GetTextObject(text, last)
        found = int(raw.FPDFPageObj_GetMarkedContentID(drawn)) if drawn else -1
    return found if found >= 0 else None
