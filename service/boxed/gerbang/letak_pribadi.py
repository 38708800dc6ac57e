"""Where on the pages of a PDF the numbers of persons stand, so that they can be blackened."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, BinaryIO

from service.boxed import pdf_buka, pisah
from service.boxed.gerbang import tampak
from service.boxed.gerbang.halaman import much
from service.domain.gerbang.pribadi import found

TERBANYAK = 2_000
TEPI = 2  # dots


def boxes(file: BinaryIO, jenis: Collection[str]) -> list[list[float]]:
    """Each word of such a number: its page, and its place in parts of the page."""
    if not pisah.is_pdf(file):
        return []
    told: list[list[float]] = []
    paper = pisah.opened(file)
    for n in range(len(paper)):
        with pdf_buka.page(paper, n) as one:
            if one is not None and len(told) < TERBANYAK:
                told += [[n + 1, *place] for place in _page(tampak.look(one, much(one)), jenis)]
    paper.close()
    return told[:TERBANYAK]


def _page(page: tampak.Halaman, jenis: Collection[str]) -> list[list[float]]:
    text, spans = "", []
    for word in page.kata:
        spans.append((len(text), len(text) + len(word.teks), word))
        text += word.teks + word.akhir
    width, height = page.gambar.size
    wanted = [one for one in found(text) if one.jenis in jenis]
    return [
        _parts(word.kotak, width, height)
        for begin, end, word in spans
        if any(begin < one.akhir and end > one.awal for one in wanted)
    ]


def _parts(kotak: Any, width: int, height: int) -> list[float]:
    left, top, right, bottom = kotak
    return [
        max(0, left - TEPI) / width,
        max(0, top - TEPI) / height,
        min(width, right + TEPI) / width,
        min(height, bottom + TEPI) / height,
    ]
