"""What has to be known of a PDF before its pages are bound with those of others."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any, BinaryIO

import page
import pikepdf
from pikepdf import Array, Dictionary, Stream

from service.boxed import pdf_buka
from service.boxed.gagal import RUSAK

STANDAR = "2b"
DIBACA = 2_100  # pages whose notes are looked at; what has more is not bound anyway


def facts(file: BinaryIO) -> dict[str, Any]:
    """Pages, the longest side, and all that forbids them to be taken as they are."""
    isi, whole = pdf_buka.whole(file)
    if not whole:
        return {"rusak": True}
    try:
        with pikepdf.open(io.BytesIO(isi), suppress_warnings=True) as paper:
            told = _told(paper)
            told["bertanda_tangan"] = b"/ByteRange" in isi or _has_signatures(paper)
    except pikepdf.PasswordError:
        return {"terkunci": True}
    except (pikepdf.PikepdfError, *RUSAK):
        return {"rusak": True}
    may = not (told["bertanda_tangan"] or told["catatan"])
    usual = told.pop("warna") and told.pop("lazim")
    return {**told, "arsip": may and usual and _holds(file)}


def _told(paper: pikepdf.Pdf) -> dict[str, Any]:
    pages = [one.obj for one in paper.pages]
    return {
        "halaman": len(pages),
        "terpanjang": max((_longest(one) for one in pages[:DIBACA]), default=0.0),
        # What lies over the pages, or may be put out, is seen by a reader and not in its contents.
        "catatan": "/OCProperties" in paper.Root or any(map(_is_noted, pages[:DIBACA])),
        "warna": _means_rgb(paper),
        "lazim": all(map(_is_usual, pages[:DIBACA])),
    }


def _longest(one: pikepdf.Object) -> float:
    box = one.get("/MediaBox")
    if not isinstance(box, Array) or len(box) != 4:
        return 0.0
    x0, y0, x1, y1 = (float(side) for side in box)
    return max(abs(x1 - x0), abs(y1 - y0)) * float(one.get("/UserUnit", 1))


def _is_usual(one: pikepdf.Object) -> bool:
    """Whether what its foot is written by has the form that it should; else it is drawn anew."""
    means = one.get("/Resources", Dictionary())
    return (
        isinstance(one.get("/Rotate", 0), int)
        and all(_is_box(one.get(name)) for name in ("/MediaBox", "/CropBox"))
        and isinstance(means, Dictionary)
        and isinstance(means.get("/Font", Dictionary()), Dictionary)
        and _is_drawn(one.get("/Contents"))
    )


def _is_box(box: pikepdf.Object | None) -> bool:
    if box is None:
        return True
    return isinstance(box, Array) and all(isinstance(one, (int, float, Decimal)) for one in box)


def _is_drawn(told: pikepdf.Object | None) -> bool:
    if isinstance(told, Array):
        return all(isinstance(one, Stream) for one in told)
    return told is None or isinstance(told, Stream)


def _is_noted(one: pikepdf.Object) -> bool:
    annots = one.get("/Annots")
    if annots is None:
        return False
    if not isinstance(annots, Array):
        return True
    return any(
        not isinstance(note, Dictionary) or note.get("/Subtype") != "/Link" for note in annots
    )


def _has_signatures(paper: pikepdf.Pdf) -> bool:
    form = paper.Root.get("/AcroForm")
    return isinstance(form, Dictionary) and bool(int(form.get("/SigFlags", 0)) & 1)


def _means_rgb(paper: pikepdf.Pdf) -> bool:
    """Whether the colours that it means are those of the dossier, too."""
    intents = paper.Root.get("/OutputIntents")
    if not isinstance(intents, Array):
        return True
    profiles = [one.get("/DestOutputProfile") for one in intents]
    return all(one is None or int(one.get("/N", 0)) == 3 for one in profiles)


def _holds(file: BinaryIO) -> bool:
    """Whether it is PDF/A-2b to the letter; what the validator cannot read is not."""
    try:
        told = page.validate_pdf(
            f"/proc/self/fd/{file.fileno()}", profile=page.ValidationProfile(STANDAR)
        )
    except (page.PageError, OSError):
        return False
    return not list(told.failures)
