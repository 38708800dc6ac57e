"""Bookmarks and links of a dossier: every paper under its name, its own ones below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

from service.adapters.jilid.asal import Penanda, Sambungan
from service.domain.dossier.lembar import Tautan


@dataclass(frozen=True)
class Mark:
    """A bookmark of the dossier; `halaman` is counted from 0."""

    judul: str
    halaman: int
    dalam: tuple[Penanda, ...] = ()


def outline(whole: pikepdf.Pdf, pages: Sequence[Object], marks: Sequence[Mark]) -> None:
    """One bookmark after another; inner ones at the page that they have now, folded."""
    root = whole.make_indirect(Dictionary(Type=Name.Outlines))
    made = [_mark(whole, root, one.judul, pages[one.halaman], None) for one in marks]
    for one, here in zip(marks, made, strict=True):
        _fold(whole, here, one.dalam, pages, one.halaman)
    _chain(root, made)
    root.Count = len(made)
    whole.Root.Outlines = root


def _fold(
    whole: pikepdf.Pdf, parent: Object, some: Sequence[Penanda], pages: Sequence[Object], by: int
) -> None:
    made = [
        _mark(whole, parent, one.judul, pages[by + one.tuju.halaman], one.tuju.atas) for one in some
    ]
    for one, here in zip(some, made, strict=True):
        _fold(whole, here, one.anak, pages, by)
    if made:
        _chain(parent, made)
        parent.Count = -len(made)


def _mark(
    whole: pikepdf.Pdf, parent: Object, title: str, page: Object, top: float | None
) -> Object:
    return whole.make_indirect(Dictionary(Title=title, Parent=parent, Dest=_place(page, top)))


def _place(page: Object, top: float | None) -> Array:
    if top is None:
        return Array([page, Name.Fit])
    return Array([page, Name.XYZ, None, round(top, 2), None])


def _chain(parent: Object, made: Sequence[Object]) -> None:
    parent.First, parent.Last = made[0], made[-1]
    for one, behind in pairwise(made):
        one.Next, behind.Prev = behind, one


def link_within(
    whole: pikepdf.Pdf, pages: Sequence[Object], some: Iterable[Sambungan], by: int
) -> None:
    """The links of a paper whose first page is now `by`, counted from 0."""
    for one in some:
        if one.tuju:
            goal = pages[by + one.tuju.halaman]
            _lay(whole, pages[by + one.halaman], one.kotak, Dest=_place(goal, one.tuju.atas))
        else:
            act = Dictionary(S=Name.URI, URI=pikepdf.String(one.alamat))
            _lay(whole, pages[by + one.halaman], one.kotak, A=act)


def link_contents(
    whole: pikepdf.Pdf, pages: Sequence[Object], n: int, some: Iterable[Tautan]
) -> None:
    """The links of our own page `n`, counted from 0."""
    for one in some:
        kotak = (one.x0, one.y0, one.x1, one.y1)
        _lay(whole, pages[n], kotak, Dest=_place(pages[one.halaman - 1], None))


def _lay(whole: pikepdf.Pdf, page: Object, kotak: Sequence[float], **does: Object) -> None:
    told = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=Array([round(one, 2) for one in kotak]),
        Border=Array([0, 0, 0]),
        F=4,
    )
    for name, what in does.items():
        told[f"/{name}"] = what
    if "/Annots" not in page:
        page.Annots = Array()
    page.Annots.append(whole.make_indirect(told))
