"""One page of a PDF: its words, whether it is a scan, what a box covers, where a code may be."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as mentah

from service.boxed import pdf_buka, qr, rupa
from service.boxed.gagal import Berhenti
from service.domain.mutu_teks import RUSAK as TAK_TERBACA
from service.domain.mutu_teks import quality

Kotak = tuple[float, float, float, float]  # left, bottom, right, top, in points

BENDA = 4_000  # objects of a page that are looked at
GAMBAR = 60  # pictures of a page whose place is looked at
SEDIKIT = 5  # fewer words than these are no text of a page
TERTULIS = 300  # letters; a scan with fewer has perhaps a stamp, not its text
MENUTUPI = 0.5  # of the page, by one picture
KODE = (22.0, 200.0)  # points: 8 to 70 mm, the side of a code on paper
RAPAT = 120  # small shapes that may together be a code
_KATA = re.compile(r"[^\W\d_]{3,}")
_TEXT, _PATH, _IMAGE, _FORM = (
    mentah.FPDF_PAGEOBJ_TEXT,
    mentah.FPDF_PAGEOBJ_PATH,
    mentah.FPDF_PAGEOBJ_IMAGE,
    mentah.FPDF_PAGEOBJ_FORM,
)


@dataclass
class Lembar:
    """What one page told."""

    teks: str
    pindaian: bool = False  # a picture of writing, not writing
    kacau: bool = False  # its words are what a scanner made of it, and no words
    tertutup: bool = False
    kode: list[str] = field(default_factory=list)
    kabur: bool = False  # a code was seen, not read
    raksasa: bool = False


def read(one: Any, *, look_for_codes: bool) -> Lembar:
    """Look at one open page."""
    told = Lembar(pdf_buka.words(one))
    width, height = one.get_size()
    told.raksasa = max(width, height) > rupa.RAKSASA or min(width, height) < 1
    things = list(_things(one.raw))
    kinds = [kind for kind, _ in things]
    images = [
        box
        for _, thing in [one for one in things if one[0] in (_IMAGE, _FORM)][:GAMBAR]
        if (box := _box(thing))
    ]
    told.pindaian = _is_scan(told.teks, kinds, images, width * height)
    told.kacau = told.pindaian and quality([told.teks]) == TAK_TERBACA
    told.tertutup = not told.pindaian and _covered(things)
    if look_for_codes and not told.raksasa:
        drawn = [box for kind, thing in things if kind == _PATH and (box := _dense(thing))]
        _codes(told, one, images + drawn, kinds.count(_PATH))
    return told


def _things(raw: Any) -> Iterator[tuple[int, Any]]:
    for n in range(min(BENDA, mentah.FPDFPage_CountObjects(raw))):
        thing = mentah.FPDFPage_GetObject(raw, n)
        yield mentah.FPDFPageObj_GetType(thing), thing


def _box(thing: Any) -> Kotak | None:
    edges = [ctypes.c_float() for _ in range(4)]
    if not mentah.FPDFPageObj_GetBounds(thing, *edges):
        return None
    left, bottom, right, top = (edge.value for edge in edges)
    return left, bottom, right, top


def _dense(thing: Any) -> Kotak | None:
    """The place of a shape that is made of as many strokes as a code."""
    return _box(thing) if mentah.FPDFPath_CountSegments(thing) > RAPAT else None


def _area(box: Kotak) -> float:
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def _is_scan(teks: str, kinds: list[int], images: list[Kotak], page: float) -> bool:
    covers = max(map(_area, images), default=0.0) > MENUTUPI * page
    if len(_KATA.findall(teks[:5_000])) < SEDIKIT:
        # Letters drawn as shapes are as mute as pictures.
        return bool(images) or kinds.count(_PATH) > RAPAT
    if not covers:
        return False
    return len(teks) < TERTULIS or quality([teks]) == TAK_TERBACA


def _covered(things: list[tuple[int, Any]]) -> bool:
    """Whether a filled box was drawn over words that can still be copied."""
    boxes = [
        (n, box)
        for n, (kind, thing) in enumerate(things)
        if kind == _PATH and (box := _box(thing)) and _hides(thing, box)
    ]
    if not boxes:
        return False
    for n, (kind, thing) in enumerate(things[: boxes[-1][0]]):
        if kind == _TEXT and (word := _box(thing)):
            later = [box for at, box in boxes if at > n]
            if any(_share(word, box) > 0.6 for box in later):
                return True
    return False


def _hides(thing: Any, box: Kotak) -> bool:
    """Filled, not see-through, and larger than a line."""
    if box[2] - box[0] < 12 or not 5 < box[3] - box[1] < 400:
        return False
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not mentah.FPDFPath_GetDrawMode(thing, mode, stroke) or not mode.value:
        return False
    parts = [ctypes.c_uint() for _ in range(4)]
    return bool(mentah.FPDFPageObj_GetFillColor(thing, *parts)) and parts[3].value > 250


def _share(word: Kotak, box: Kotak) -> float:
    both = (
        max(word[0], box[0]),
        max(word[1], box[1]),
        min(word[2], box[2]),
        min(word[3], box[3]),
    )
    return _area(both) / _area(word) if both[0] < both[2] and _area(word) else 0.0


def _codes(told: Lembar, one: Any, images: list[Kotak], shapes: int) -> None:
    try:
        if told.pindaian:
            told.kode, told.kabur = qr.codes(rupa.drawn(one, _much(one), grey=True))
            return
        for box in [box for box in images if _like_code(box)][:6]:
            told.kode += qr.in_part(_part(one, box))
        if shapes > RAPAT and not told.kode:
            told.kode, _ = qr.codes(rupa.drawn(one, _much(one), grey=True))
    except Berhenti:
        told.raksasa = True


def _much(one: Any) -> float:
    width, _ = one.get_size()
    return rupa.scale(one, max(1, min(rupa.TERLEBAR, round(width * qr.DPI / 72))))


def _like_code(box: Kotak) -> bool:
    across, down = box[2] - box[0], box[3] - box[1]
    return KODE[0] <= across <= KODE[1] and 0.8 < across / max(down, 0.1) < 1.25


def _part(one: Any, box: Kotak) -> Any:
    """A small part of the page with a white edge around it, whichever way the page is turned."""
    left, bottom, right, top = one.get_bbox()
    width, height = one.get_size()
    rim = 8.0
    near = (
        box[0] - left - rim,
        box[1] - bottom - rim,
        right - box[2] - rim,
        top - box[3] - rim,
    )
    turned = {0: 0, 90: 1, 180: 2, 270: 3}.get(one.get_rotation(), 0)
    order = near[turned:] + near[:turned]
    much = qr.DPI / 72
    rupa.scale(one, max(1, min(rupa.TERLEBAR, round(width * much))))
    crop = tuple(
        max(0.0, min(cut, side - 4)) for cut, side in zip(order, (width, height) * 2, strict=True)
    )
    bitmap = one.render(scale=much, crop=crop, grayscale=True, draw_annots=False)
    try:
        return bitmap.to_pil().copy()
    finally:
        bitmap.close()
