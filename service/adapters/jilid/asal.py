"""One paper before it is bound: what it brings besides its pages, and those pages bare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Object

# What ties a page to the file it came from; a dossier has no tags, and nothing in it acts.
IKATAN = (
    *("/Annots", "/StructParents", "/Tabs", "/B", "/AA", "/Metadata", "/PieceInfo"),
    *("/Thumb", "/Trans", "/Dur", "/PresSteps", "/TemplateInstantiated", "/AF"),
)
TERBANYAK, TERDALAM = 2_000, 5  # bookmarks of one paper, and how deep they nest


@dataclass(frozen=True)
class Tuju:
    """A place in the same paper."""

    halaman: int  # from 0
    atas: float | None = None


@dataclass(frozen=True)
class Penanda:
    """A bookmark of the paper itself."""

    judul: str
    tuju: Tuju
    anak: tuple[Penanda, ...] = ()


@dataclass(frozen=True)
class Sambungan:
    """A link on one of its pages: to a place in it, or to an address."""

    halaman: int
    kotak: tuple[float, ...]
    tuju: Tuju | None = None
    alamat: bytes = b""


class Naskah:
    """An opened paper; read its bookmarks and links before its pages are stripped."""

    def __init__(self, paper: pikepdf.Pdf) -> None:
        self._paper = paper
        self.lembar = [page.obj for page in paper.pages]
        self._number = {one.objgen: n for n, one in enumerate(self.lembar)}
        self._names: dict[str, Object] | None = None

    def marks(self) -> tuple[Penanda, ...]:
        """Its bookmarks, as far as they lead to one of its pages."""
        outlines = self._paper.Root.get("/Outlines")
        if not isinstance(outlines, Dictionary):
            return ()
        return tuple(self._below(outlines, [TERBANYAK], set(), TERDALAM))

    def _below(
        self, parent: Object, left: list[int], met: set[tuple[int, int]], deep: int
    ) -> Iterator[Penanda]:
        one = parent.get("/First")
        while isinstance(one, Dictionary) and left[0] > 0:
            if one.is_indirect:
                if one.objgen in met:
                    return
                met.add(one.objgen)
            left[0] -= 1
            below = tuple(self._below(one, left, met, deep - 1)) if deep else ()
            place = self._goal(one)
            if place:
                yield Penanda(_text(one.get("/Title")), place, below)
            else:
                yield from below
            one = one.get("/Next")

    def links(self) -> Iterator[Sambungan]:
        """The links on its pages."""
        for n, page in enumerate(self.lembar):
            annots = page.get("/Annots")
            for one in annots if isinstance(annots, Array) else ():
                if not isinstance(one, Dictionary) or one.get("/Subtype") != "/Link":
                    continue
                box = _box(one.get("/Rect"))
                act = one.get("/A")
                if box and isinstance(act, Dictionary) and act.get("/S") == "/URI":
                    yield Sambungan(n, box, alamat=bytes(act.get("/URI", b"")))
                elif box and (place := self._goal(one)):
                    yield Sambungan(n, box, place)

    def strip(self) -> None:
        """Leave of each page only what is drawn."""
        for page in self.lembar:
            for name in IKATAN:
                if name in page:
                    del page[name]

    def _goal(self, one: Object) -> Tuju | None:
        where, act = one.get("/Dest"), one.get("/A")
        if where is None and isinstance(act, Dictionary) and act.get("/S") == "/GoTo":
            where = act.get("/D")
        if isinstance(where, (pikepdf.Name, pikepdf.String)):
            where = self._named().get(str(where).removeprefix("/"))
        if isinstance(where, Dictionary):
            where = where.get("/D")
        if not isinstance(where, Array) or not len(where) or not isinstance(where[0], Dictionary):
            return None
        number = self._number.get(where[0].objgen)
        if number is None:
            return None
        if len(where) > 3 and where[1] == "/XYZ" and _is_number(where[3]):
            return Tuju(number, float(where[3]))
        return Tuju(number)

    def _named(self) -> dict[str, Object]:
        if self._names is None:
            self._names = {}
            root = self._paper.Root
            if isinstance(old := root.get("/Dests"), Dictionary):
                self._names |= {name.removeprefix("/"): one for name, one in old.items()}
            names = root.get("/Names")
            if isinstance(names, Dictionary) and isinstance(names.get("/Dests"), Dictionary):
                tree = pikepdf.NameTree(names.Dests)
                self._names |= {str(name): one for name, one in tree.items()}
        return self._names


def _text(title: Object | None) -> str:
    told = str(title) if isinstance(title, pikepdf.String) else ""
    return " ".join("".join(c if c.isprintable() else " " for c in told).split())[:300] or "-"


def _box(rect: Object | None) -> tuple[float, ...]:
    if not isinstance(rect, Array) or len(rect) != 4 or not all(map(_is_number, rect)):
        return ()
    return tuple(float(one) for one in rect)


def _is_number(one: object) -> bool:
    try:
        float(one)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return False
    return True
