"""The layers of a PDF: what each did to the one below it, and the places for signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from pyhanko.pdf_utils.generic import StreamObject
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel, SuspiciousModification

from service.boxed.tanda_aturan import ATURAN, certified_once

TANDA, ISIAN, LAIN = "tanda", "isian", "lain"
TERBANYAK = 60  # layers; more is no paper that a few people signed
TERDALAM = 50  # levels of pages
_STARTXREF = re.compile(rb"startxref\s+(\d+)")
_TINGKAT = {
    ModificationLevel.NONE: TANDA,
    ModificationLevel.LTA_UPDATES: TANDA,
    ModificationLevel.FORM_FILLING: ISIAN,
}


def layers(reader: PdfFileReader, whole: bytes, dikirim: int) -> Iterator[dict[str, Any]]:
    """Each layer against the one below; the lowest lies on nothing, and is what it is."""
    many = reader.xrefs.total_revisions
    ends = [(one.start(), int(one[1])) for one in _STARTXREF.finditer(whole)]
    below = -1  # where the table of the layer below stands
    for n in range(min(many, TERBANYAK)):
        where = reader.xrefs.get_xref_container_info(n).start_location
        told = _against_the_one_below(reader, n) if n else {"ubahan": LAIN, "kolom": []}
        last = [table for at, table in ends if at < where][-1:]
        if where >= dikirim and last != [below]:
            told = {"ubahan": LAIN, "kolom": []}  # it goes on from an earlier state of the paper
        yield {"mulai": where, **told}
        below = reader.xrefs.get_startxref_for_revision(n)
    if many > TERBANYAK:
        yield {"mulai": 1 << 50, "ubahan": LAIN, "kolom": []}


def _against_the_one_below(reader: PdfFileReader, n: int) -> dict[str, Any]:
    below, this = reader.get_historical_resolver(n - 1), reader.get_historical_resolver(n)
    try:
        if not certified_once(below.root, this.root):
            return {"ubahan": LAIN, "kolom": []}
        found = ATURAN.apply(old=below, new=this)
    except (SuspiciousModification, PdfError, ValueError, LookupError, TypeError, AttributeError):
        return {"ubahan": LAIN, "kolom": []}
    fields = sorted(found.changed_form_fields)
    return {"ubahan": _TINGKAT.get(found.modification_level, LAIN), "kolom": fields}


def widest(reader: PdfFileReader, fields: Sequence[Any]) -> float:
    """The largest share of a page that a place of a signature covers."""
    boxes = [one["/Rect"] for field in fields for one in _widgets(field) if "/Rect" in one]
    least = min(map(_size, _sheets(reader.root["/Pages"])), default=0.0)
    most = max(map(_size, boxes), default=0.0)
    return most / least if least > 0 else float(most > 0)


def drawn_empty(fields: Sequence[Any]) -> bool:
    """Whether a place that nobody signed shows something nevertheless."""
    return any("/V" not in field and any(map(_shows, _widgets(field))) for field in fields)


def _widgets(field: Any) -> Iterator[Any]:
    yield field
    for kid in field.get("/Kids", ()):
        yield kid.get_object()


def _shows(widget: Any) -> bool:
    if "/AP" not in widget:
        return False
    drawn = widget["/AP"].get("/N", None)
    if drawn is None:
        return False
    drawn = drawn.get_object()
    return not isinstance(drawn, StreamObject) or bool(drawn.data.strip())


def _sheets(node: Any, box: Any = None, deep: int = 0) -> Iterator[Any]:
    """The box of every page."""
    box = node.get("/MediaBox", box)
    if deep > TERDALAM:
        raise ValueError("pages without end")
    if "/Kids" not in node:
        if box is not None:
            yield box
        return
    for kid in node["/Kids"]:
        yield from _sheets(kid.get_object(), box, deep + 1)


def _size(box: Any) -> float:
    left, bottom, right, top = (float(one) for one in box)
    return abs((right - left) * (top - bottom))
