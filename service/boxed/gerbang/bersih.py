"""The same PDF without what is kept beside its pages; words, tags and links stay as they are."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

import pikepdf

from service.boxed.gerbang.kertas import DI_DALAM

POTONG = 1 << 20
_AKAR = ("/AF", "/OpenAction", "/AA", "/PieceInfo", "/Threads", "/SpiderInfo", "/Perms")
_BERNAMA = ("/EmbeddedFiles", "/JavaScript", "/AP", "/IDS", "/URLS")  # not where links lead
_MANA_SAJA = ("/Metadata", "/PieceInfo", "/Thumb", "/LastModified", "/AF")
_CATATAN = ("/Text", "/Popup", "/FileAttachment")  # what hides behind a small sign on the page


def cleaned(file: BinaryIO) -> Iterator[bytes]:
    """Written anew, one state of it only, and nothing in it that leads to no page."""
    file.seek(0)
    out = io.BytesIO()
    with pikepdf.open(file, suppress_warnings=True) as paper:
        title = str(paper.docinfo.get("/Title", ""))
        del paper.docinfo
        for held, keys in (
            (paper.Root, _AKAR),
            (paper.Root.get("/Names", pikepdf.Dictionary()), _BERNAMA),
        ):
            for key in keys:
                if key in held:
                    del held[key]
        for one in paper.objects:
            if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
                _rid(one)
        for page in paper.pages:
            _without_notes(page.obj)
        if title and not DI_DALAM.search(title):
            paper.docinfo["/Title"] = title
        paper.remove_unreferenced_resources()
        paper.save(out, fix_metadata_version=False, deterministic_id=True)
    out.seek(0)
    while piece := out.read(POTONG):
        yield piece


def _rid(one: Any) -> None:
    for key in _MANA_SAJA:
        if key in one:
            del one[key]


def _without_notes(page: Any) -> None:
    if "/Annots" in page:
        kept = [one for one in page.Annots if str(one.get("/Subtype", "")) not in _CATATAN]
        page.Annots = pikepdf.Array(kept)
