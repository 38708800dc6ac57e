"""A reading copy: each page a picture as it is seen, with its words under it; PDF/A-2b."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

import pikepdf

from service.boxed.gagal import Berhenti
from service.boxed.gerbang import hitamkan, lembar_hitam
from service.boxed.gerbang.tampak import TAK_TAMPAK, Kata

DPI = 150  # what an eye can tell apart on paper
POTONG = 1 << 20


def pictured(file: BinaryIO) -> Iterator[bytes]:
    """The new PDF; Berhenti where a page cannot be drawn, for none may be missing."""
    with pikepdf.new() as made:
        for page, points in hitamkan.pages(file, DPI):
            lembar_hitam.add(made, page.gambar, [one for one in page.kata if _is_read(one)], points)
        if not len(made.pages):
            raise Berhenti("halaman_tidak_ada")
        lembar_hitam.finish(made)
        out = io.BytesIO()
        made.save(out, fix_metadata_version=False, deterministic_id=True)
    out.seek(0)
    while piece := out.read(POTONG):
        yield piece


def _is_read(word: Kata) -> bool:
    """What is seen, and what a machine read off a scan: words without ink over ink."""
    return not word.sembunyi or (word.sembunyi == TAK_TAMPAK and word.bertinta)
